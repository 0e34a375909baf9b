import type { GivenValue, VariableOption } from "#browser/editing";
import type { Graph } from "#core/domain";
import { triggerCatalogue } from "#triggers";
import { triggerEditorsByType } from "../editors-by-type.ts";

/** What the inputs that triggers give by themselves hold. */
const held: Readonly<Record<string, Omit<GivenValue, "path">>> = {
  page_url: { kind: "text", example: "https://shop.example/checkout" },
  page_title: { kind: "text", example: "Checkout" },
  message: { kind: "text", example: "Where is my order?" },
  channel: {
    kind: "text",
    example: "widget",
    choices: [
      { value: "widget", label: "Chat widget" },
      { value: "email", label: "E-mail" },
      { value: "api", label: "API" },
    ],
  },
  score: { kind: "number", example: 80 },
  idle_seconds: { kind: "number", example: 60 },
  page_count: { kind: "number", example: 4 },
  reached: { kind: "number", example: 50 },
  scale: { kind: "text", example: "1_to_5" },
  closed_by: { kind: "text", example: "member" },
  reopened_by: { kind: "text", example: "contact" },
  change: { kind: "text", example: "added" },
  kind: {
    kind: "text",
    example: "checkout",
    choices: [
      { value: "product", label: "Product" },
      { value: "cart", label: "Cart" },
      { value: "checkout", label: "Checkout" },
      { value: "order_confirmation", label: "Order confirmation" },
    ],
  },
};

/** What a trigger gives to the run that it starts, under `trigger.`. */
export function triggerInputs({ trigger }: Graph): readonly VariableOption[] {
  const type = triggerCatalogue.get(trigger.type);
  const bound = type?.bind(trigger.config);
  const names = bound?.ok === true ? bound.trigger.inputs : (type?.inputs ?? []);
  const own = triggerEditorsByType.get(trigger.type)?.gives?.(trigger.config) ?? [];
  return names.map((name): VariableOption => {
    const value = own.find(({ path }) => path === name) ?? held[name] ?? { kind: "any" };
    return {
      title: name.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase()),
      ...value,
      path: `trigger.${name}`,
      group: "Trigger",
      presence: value.isOptional === true ? "maybe" : "always",
      ...(value.isOptional === true ? { reason: "A start may come without it." } : {}),
    };
  });
}
