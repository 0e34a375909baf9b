/** What is being typed inside `{{ }}` at a caret: a variable's name, or a filter after a pipe. */
export interface TemplateContext {
  readonly kind: "variable" | "filter";
  /** The part that is already typed. */
  readonly query: string;
  /** Where the name begins and ends in the text. */
  readonly from: number;
  readonly to: number;
  /** The variable that a filter is for. */
  readonly path: string;
  /** `}}` comes before anything else opens. */
  readonly isClosed: boolean;
}

/** Longest stretch after `{{` that still counts as being typed. */
const longestSlot = 200;

/** Finds what is being typed at a caret; null outside of `{{ }}`, in a quoted value and after a colon. */
export const templateContextAt = (text: string, caret: number): TemplateContext | null => {
  const open = text.slice(0, caret).lastIndexOf("{{");
  if (open < 0 || caret - open > longestSlot) return null;
  const inside = text.slice(open + 2, caret);
  if (/[\n{}]/.test(inside)) return null;
  const parts = splitAtPipes(inside);
  const last = parts?.at(-1);
  if (parts === null || last === undefined) return null;
  const isVariable = parts.length === 1;
  if (!isVariable && last.includes(":")) return null;
  const query = last.trimStart();
  if (/\s/.test(query)) return null;
  const rest = text.slice(caret);
  const to = caret + (/^[A-Za-z0-9_.]*/.exec(rest)?.[0].length ?? 0);
  const closing = rest.indexOf("}}");
  const opening = rest.indexOf("{{");
  return {
    kind: isVariable ? "variable" : "filter",
    query,
    from: caret - query.length,
    to,
    path: isVariable ? "" : (parts[0] ?? "").trim(),
    isClosed: closing >= 0 && (opening < 0 || closing < opening),
  };
};

/** Splits at pipes; null when the end stands in a quoted value. */
const splitAtPipes = (inside: string): readonly string[] | null => {
  const outside = inside.split('"');
  if (outside.length % 2 === 0) return null;
  // What is quoted holds no pipe that counts.
  return outside
    .map((part, index) => (index % 2 === 0 ? part : `"${part.replaceAll("|", " ")}"`))
    .join("")
    .split("|");
};

/** A text after an edit, with what is to be selected in it. */
export interface Edited {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Puts a variable's path where its name was being typed, closing what was opened. */
export const completeVariable = (text: string, at: TemplateContext, path: string): Edited => {
  const before = text.slice(0, at.from);
  const after = text.slice(at.to);
  const lead = before.endsWith("{{") ? " " : "";
  const closing = /^\s*\}\}/.exec(after)?.[0];
  const tail = at.isClosed ? (closing === undefined ? "" : " }}") : " }}";
  const rest = closing === undefined || !at.isClosed ? after : after.slice(closing.length);
  const caret = before.length + lead.length + path.length + tail.length;
  return { text: `${before}${lead}${path}${tail}${rest}`, start: caret, end: caret };
};

/** Puts a filter after its pipe; of its value the part inside the quotation marks is selected, ready to be typed over. */
export const completeFilter = (
  text: string,
  at: TemplateContext,
  name: string,
  argument: string | null,
): Edited => {
  const before = text.slice(0, at.from);
  const lead = before.endsWith("|") ? " " : "";
  const written = argument === null ? name : `${name}: ${argument}`;
  const after = text.slice(at.to);
  const tail = at.isClosed ? (after.startsWith("}}") ? " " : "") : " }}";
  const start = before.length + lead.length;
  return {
    text: `${before}${lead}${written}${tail}${after}`,
    ...selectionOf(start, name, argument),
  };
};

const selectionOf = (start: number, name: string, argument: string | null) => {
  const end = start + name.length + (argument === null ? 0 : 2 + argument.length);
  return argument?.startsWith('"') === true
    ? { start: start + name.length + 3, end: end - 1 }
    : { start: end, end };
};
