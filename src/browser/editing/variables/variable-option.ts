import type { Json } from "#core/domain";

/** What a value is, as far as editors care: it decides operators, inputs and filters. */
export type ValueKind = "text" | "number" | "boolean" | "date" | "list" | "record" | "any";

/** A value that has few choices, by the words people know them by. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A value that a step or a trigger gives, as its editor describes it. */
export interface GivenValue {
  readonly path: string;
  readonly title?: string;
  readonly kind: ValueKind;
  /** What such a value may look like. */
  readonly example?: Json;
  readonly choices?: readonly Choice[];
  /** Its owner does not always give it one. */
  readonly isOptional?: boolean;
}

/** Something a template or a condition can read. */
export interface VariableOption extends GivenValue {
  /** As templates say it: "contact.email". */
  readonly path: string;
  readonly title: string;
  readonly group: string;
  /** The step that sets it, by name. */
  readonly from?: string;
  /** On every way to the card it has a value; on some; or only steps that do not lead here give it one. */
  readonly presence: "always" | "maybe" | "elsewhere";
  /** Why it may have no value, as a sentence. */
  readonly reason?: string;
  /** What a number counts, such as "pages". */
  readonly unit?: string;
}

/** Kinds as people say them. */
export const kindWords: Readonly<Record<ValueKind, string>> = {
  text: "Text",
  number: "Number",
  boolean: "Yes or no",
  date: "Date",
  list: "List",
  record: "Several fields",
  any: "Any value",
};

/** Finds what a path reads: a variable itself, or a part of one whose parts nobody has listed. */
export const findOption = (
  variables: readonly VariableOption[],
  path: string,
): VariableOption | undefined => {
  const own = variables.find((variable) => variable.path === path);
  if (own !== undefined) return own;
  const parts = path.split(".");
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const prefix = parts.slice(0, length).join(".");
    const whole = variables.find((variable) => variable.path === prefix);
    if (whole === undefined) continue;
    if (whole.kind !== "any" && whole.kind !== "record" && whole.kind !== "list") return undefined;
    const hasListedParts = variables.some((variable) => variable.path.startsWith(`${prefix}.`));
    return hasListedParts && whole.kind === "record" ? undefined : { ...whole, kind: "any" };
  }
  return undefined;
};
