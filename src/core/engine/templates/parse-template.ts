import type { Read } from "../config-facts.ts";

/** One `{{ path | filter: "argument" }}`, ready to be filled in. */
export interface Slot {
  readonly path: string;
  readonly filters: readonly { readonly name: FilterName; readonly argument: string | null }[];
  /** The slot stands where a Markdown link's address goes. */
  readonly isLinkTarget: boolean;
}

/** A text split into literal pieces and slots. */
type Template = readonly (string | Slot)[];

export type ParsedTemplate =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly message: string };

/** Filters of SPEC 5 and whether each takes an argument. */
export const filters = {
  default: "required",
  upcase: "none",
  downcase: "none",
  capitalize: "none",
  trim: "none",
  date: "required",
  number: "required",
  currency: "required",
  json: "none",
  first: "none",
  last: "none",
  join: "required",
  size: "none",
  url_encode: "none",
} as const;
export type FilterName = keyof typeof filters;

const isFilterName = (name: string): name is FilterName => Object.hasOwn(filters, name);

const pathPattern = /^[a-z][a-z0-9_]{0,63}(\.[A-Za-z0-9_]{1,64}){0,9}$/;

/** Tells whether a text is a path such as `contact.custom.plan`. */
export const isTemplatePath = (text: string): boolean => pathPattern.test(text);

/** Splits a text into literals and slots in one pass; a text without `{{` is one literal. */
export const parseTemplate = (text: string): ParsedTemplate => {
  const pieces: (string | Slot)[] = [];
  let at = 0;
  let inLink = false;
  for (;;) {
    const open = text.indexOf("{{", at);
    const literal = open < 0 ? text.slice(at) : text.slice(at, open);
    if (literal !== "") pieces.push(literal);
    if (open < 0) return { ok: true, template: pieces };
    inLink = endsInsideLink(literal, inLink);
    const close = findClose(text, open + 2);
    if (close < 0) return { ok: false, message: `“{{” at character ${open + 1} has no “}}”` };
    const slot = parseSlot(text.slice(open + 2, close), inLink);
    if (typeof slot === "string") return { ok: false, message: slot };
    pieces.push(slot);
    at = close + 2;
  }
};

/** Lists what a text reads; nothing for a text that cannot be parsed. A slot with a default is optional. */
export const templateReads = (text: string): readonly Read[] => {
  const parsed = parseTemplate(text);
  if (!parsed.ok) return [];
  return parsed.template.flatMap((piece) =>
    typeof piece === "string"
      ? []
      : [{ path: piece.path, isOptional: piece.filters.some(({ name }) => name === "default") }],
  );
};

const endsInsideLink = (literal: string, before: boolean): boolean => {
  const opened = literal.lastIndexOf("](");
  const closed = literal.lastIndexOf(")");
  if (opened < 0 && closed < 0) return before;
  return opened > closed;
};

/** Finds the closing braces, past quoted arguments. */
const findClose = (text: string, from: number): number => {
  let isQuoted = false;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (!isQuoted && text.startsWith("}}", at)) return at;
  }
  return -1;
};

const parseSlot = (inside: string, isLinkTarget: boolean): Slot | string => {
  const [path = "", ...rest] = splitOutsideQuotes(inside, "|").map((part) => part.trim());
  if (path === "") return "“{{ }}” is empty: name a variable";
  if (!isTemplatePath(path)) return `“${path.slice(0, 60)}” is not a variable's name`;
  const parsed: { name: FilterName; argument: string | null }[] = [];
  for (const part of rest) {
    const filter = parseFilter(part);
    if (typeof filter === "string") return filter;
    parsed.push(filter);
  }
  return { path, filters: parsed, isLinkTarget };
};

const parseFilter = (part: string): { name: FilterName; argument: string | null } | string => {
  const colon = part.indexOf(":");
  const name = (colon < 0 ? part : part.slice(0, colon)).trim();
  if (!isFilterName(name))
    return `there is no filter “${name.slice(0, 40)}”; choose from ${Object.keys(filters).join(", ")}`;
  if (colon < 0)
    return filters[name] === "required"
      ? `the filter ${name} needs a value, as in ${name}: "…"`
      : { name, argument: null };
  if (filters[name] === "none") return `the filter ${name} takes no value`;
  const given = part.slice(colon + 1).trim();
  const isQuoted = given.length >= 2 && given.startsWith('"') && given.endsWith('"');
  const argument = isQuoted ? given.slice(1, -1) : given;
  if (!isQuoted && !/^\d+$/.test(given)) return `write the value of ${name} in quotation marks`;
  if (argument.includes('"')) return `the value of ${name} holds a quotation mark`;
  if (name === "number" && !/^\d{1,2}$/.test(argument))
    return "number takes how many digits to show, 0 to 20";
  if (name === "number" && Number(argument) > 20) return "number shows at most 20 digits";
  if (name === "currency" && !/^[A-Za-z]{3}$/.test(argument))
    return 'currency takes a code of three letters, as in currency: "EUR"';
  return { name, argument };
};

const splitOutsideQuotes = (text: string, separator: string): string[] => {
  const parts: string[] = [];
  let isQuoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (!isQuoted && text[at] === separator) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
};
