import { isTemplatePath, parseTemplate } from "#core/engine";
import { findOption, type VariableOption } from "../variables/variable-option.ts";

/** A variable in a text about which something is to be said. */
export interface TemplateMark {
  /** Wrong: there is no such variable, or nothing gives it a value on the way here. Soft: it may have no value. */
  readonly tone: "wrong" | "soft";
  readonly path: string;
  /** Where the path stands in the text. */
  readonly from: number;
  readonly to: number;
  readonly reason: string;
  /** A known path that is spelled almost the same. */
  readonly meant: string | null;
}

const slotPattern = /\{\{[^{}]*\}\}/g;

/** Finds the variables of a text that are unknown here or may have no value; one with a fallback is only looked up. */
export const findMarks = (
  text: string,
  variables: readonly VariableOption[],
): readonly TemplateMark[] =>
  // Nothing can be said where nothing is known.
  variables.length === 0
    ? []
    : [...text.matchAll(slotPattern)].flatMap((match): TemplateMark[] => {
        const parsed = parseTemplate(match[0]);
        const slot = parsed.ok ? parsed.template[0] : undefined;
        if (slot === undefined || typeof slot === "string") return [];
        const from = match.index + match[0].indexOf(slot.path);
        const place = { path: slot.path, from, to: from + slot.path.length };
        const judged = judge(slot.path, variables);
        if (judged === null) return [];
        const hasDefault = slot.filters.some(({ name }) => name === "default");
        return judged.tone === "soft" && hasDefault ? [] : [{ ...place, ...judged }];
      });

/** What is to be said about a path; null when nothing is. */
const judge = (
  path: string,
  variables: readonly VariableOption[],
): Pick<TemplateMark, "tone" | "reason" | "meant"> | null => {
  if (!isTemplatePath(path)) return null;
  if (/^contact\.custom\.\w+$/.test(path))
    return { tone: "soft", reason: "Not every contact has this field.", meant: null };
  const option = findOption(variables, path);
  if (option === undefined)
    return { tone: "wrong", reason: unknown(path, variables), meant: closest(path, variables) };
  if (option.presence === "always") return null;
  if (option.presence === "elsewhere")
    return {
      tone: "wrong",
      reason: option.reason ?? "No step before this one sets it.",
      meant: null,
    };
  return { tone: "soft", reason: option.reason ?? "It may have no value here.", meant: null };
};

const unknown = (path: string, variables: readonly VariableOption[]): string => {
  const [root = ""] = path.split(".");
  if (root === "trigger") return "This trigger does not give it.";
  if (path !== root && variables.some((variable) => variable.path === root))
    return `“${root}” has no such field.`;
  return path === root ? "No step sets a variable of this name." : "There is no such field.";
};

/** The known path with the fewest letters changed, at most two. */
const closest = (path: string, variables: readonly VariableOption[]): string | null => {
  let best: { readonly path: string; readonly distance: number } | null = null;
  for (const variable of variables) {
    if (Math.abs(variable.path.length - path.length) > 2) continue;
    const distance = editDistance(path, variable.path);
    if (distance <= 2 && (best === null || distance < best.distance))
      best = { path: variable.path, distance };
  }
  return best?.path ?? null;
};

/** How many letters must be put in, taken out or changed. */
const editDistance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1)
      next.push(
        Math.min(
          (row[to] ?? 0) + 1,
          (next[to - 1] ?? 0) + 1,
          (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[other.length] ?? 0;
};

/** Gives every mention of a variable that has no fallback one; the first one's words are to be typed over. */
export const withFallback = (text: string, path: string) => {
  const added: { readonly start: number; readonly end: number }[] = [];
  let grown = 0;
  const written = text.replace(slotPattern, (slot: string, offset: number) => {
    const parsed = parseTemplate(slot);
    const read = parsed.ok ? parsed.template[0] : undefined;
    if (read === undefined || typeof read === "string" || read.path !== path) return slot;
    if (read.filters.some(({ name }) => name === "default")) return slot;
    const end = slot.indexOf(path) + path.length;
    const fallback = ` | default: "…"`;
    const start = offset + grown + end + fallback.length - 2;
    added.push({ start, end: start + 1 });
    grown += fallback.length;
    return `${slot.slice(0, end)}${fallback}${slot.slice(end)}`;
  });
  return { text: written, selected: added[0] ?? null };
};

/** Spells a variable otherwise, wherever the text names it. */
export const withOtherPath = (text: string, path: string, meant: string): string =>
  text.replace(slotPattern, (slot) => {
    const parsed = parseTemplate(slot);
    const read = parsed.ok ? parsed.template[0] : undefined;
    return read === undefined || typeof read === "string" || read.path !== path
      ? slot
      : slot.replace(path, meant);
  });
