import type { Graph, Json } from "#core/domain";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import type { CardId } from "../../document/card.ts";
import { stepName } from "../../step-name.ts";

/** A card in which every word that was looked for occurs. */
export interface Hit {
  readonly card: CardId;
  readonly name: string;
  /** The text around the first word that is not in the name; empty when all are. */
  readonly excerpt: string;
}

/** Lower case and without accents: nobody types those into a search. */
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Finds cards by name, type, the texts in them and the variables they use, in the order in which they stand, column by column. */
export function findInGraph(graph: Graph, query: string): readonly Hit[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const trigger = triggerCatalogue.get(graph.trigger.type)?.title ?? graph.trigger.type;
  const all = [
    {
      card: "trigger" as const,
      position: graph.trigger_position,
      name: trigger,
      texts: ["Trigger", ...textsOf(graph.trigger.config), ...textsOf(graph.trigger.conditions)],
    },
    ...graph.steps.map((step) => ({
      card: step.id,
      position: step.position,
      name: stepName(step),
      texts: [stepCatalogue.get(step.type)?.title ?? step.type, ...textsOf(step.config)],
    })),
  ];
  return all
    .toSorted((a, b) => a.position.x - b.position.x || a.position.y - b.position.y)
    .flatMap(({ card, name, texts }): readonly Hit[] => {
      const inName = plain(name);
      const rest = texts.map(plain);
      if (!words.every((word) => inName.includes(word) || rest.some((text) => text.includes(word))))
        return [];
      const word = words.find((one) => !inName.includes(one));
      const text = word === undefined ? "" : texts.find((one) => plain(one).includes(word));
      return [{ card, name, excerpt: word === undefined ? "" : excerptAt(text ?? "", word) }];
    });
}

const before = 24;
const longest = 80;

function excerptAt(text: string, word: string): string {
  const at = Math.max(plain(text).indexOf(word) - before, 0);
  const part = text.slice(at, at + longest).replace(/\s+/g, " ");
  return `${at > 0 ? "…" : ""}${part}${at + longest < text.length ? "…" : ""}`;
}

/** Every text in a config; what names ids is nothing that anybody wrote. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]: [string, Json]) =>
    key === "id" || key.endsWith("_id") || key.endsWith("_ids") ? [] : textsOf(part),
  );
}
