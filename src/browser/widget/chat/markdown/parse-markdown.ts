/** The subset of Markdown messages are written in, as data. Whatever is not understood stays text. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "break" }
  | { readonly kind: "strong" | "emphasis"; readonly children: readonly Inline[] }
  | { readonly kind: "link"; readonly href: string; readonly children: readonly Inline[] };

export type Block =
  | { readonly kind: "paragraph"; readonly children: readonly Inline[] }
  | { readonly kind: "code"; readonly text: string }
  | {
      readonly kind: "list";
      readonly isNumbered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Inline[])[];
    };

const bullet = /^\s{0,3}[-*+]\s+(.*)$/;
const numbered = /^\s{0,3}(\d{1,6})[.)]\s+(.*)$/;
const fence = /^\s{0,3}```/;

/** Splits a text into paragraphs, lists and code. Total: whatever the text, it gives blocks. */
export const parseMarkdown = (text: string): readonly Block[] => {
  const blocks: Block[] = [];
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  let paragraph: string[] = [];
  const closeParagraph = (): void => {
    if (paragraph.length > 0)
      blocks.push({ kind: "paragraph", children: parseInline(paragraph.join("\n")) });
    paragraph = [];
  };
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (fence.test(line)) {
      closeParagraph();
      const end = lines.findIndex((later, at) => at > index && fence.test(later));
      const last = end < 0 ? lines.length : end;
      blocks.push({ kind: "code", text: lines.slice(index + 1, last).join("\n") });
      index = last;
    } else if (bullet.test(line) || numbered.test(line)) {
      closeParagraph();
      const pattern = bullet.test(line) ? bullet : numbered;
      const items: string[] = [];
      let end = index;
      for (
        let match = pattern.exec(lines[end] ?? "");
        match !== null;
        match = pattern.exec(lines[end] ?? "")
      ) {
        items.push(match[match.length - 1] ?? "");
        end += 1;
      }
      const start = Number(numbered.exec(line)?.[1] ?? 1);
      blocks.push({
        kind: "list",
        isNumbered: pattern === numbered,
        start,
        items: items.map((item) => parseInline(item)),
      });
      index = end - 1;
    } else if (line.trim() === "") closeParagraph();
    else paragraph.push(line);
  }
  closeParagraph();
  return blocks;
};

/** Emphasis inside emphasis deeper than this stays text. */
const maxDepth = 6;

const parseInline = (text: string, depth = 0): readonly Inline[] => {
  const found: Inline[] = [];
  let plain = "";
  const push = (inline: Inline): void => {
    if (plain !== "") found.push({ kind: "text", text: plain });
    plain = "";
    found.push(inline);
  };
  let at = 0;
  while (at < text.length) {
    const special = depth < maxDepth ? readSpecial(text, at, depth) : null;
    if (special === null) {
      plain += text[at] ?? "";
      at += 1;
    } else {
      if (typeof special.inline === "string") plain += special.inline;
      else push(special.inline);
      at = special.end;
    }
  }
  if (plain !== "") found.push({ kind: "text", text: plain });
  return found;
};

interface Special {
  /** A plain string joins the text around it. */
  readonly inline: Inline | string;
  readonly end: number;
}

const readSpecial = (text: string, at: number, depth: number): Special | null => {
  switch (text[at]) {
    case "\n":
      return { inline: { kind: "break" }, end: at + 1 };
    case "\\":
      return /[!-/:-@[-`{-~]/.test(text[at + 1] ?? "")
        ? { inline: text[at + 1] ?? "", end: at + 2 }
        : null;
    case "`": {
      const end = text.indexOf("`", at + 1);
      return end > at + 1
        ? { inline: { kind: "code", text: text.slice(at + 1, end) }, end: end + 1 }
        : null;
    }
    case "[":
      return readLink(text, at, depth);
    case "*":
    case "_":
      return readEmphasis(text, at, depth);
    case "h":
      return readBareUrl(text, at);
    default:
      return null;
  }
};

const readLink = (text: string, at: number, depth: number): Special | null => {
  const match = /^\[((?:[^\]\\]|\\.)*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/.exec(
    text.slice(at, at + 3_000),
  );
  if (match === null) return null;
  const href = toSafeHref((match[2] ?? "").replaceAll(/\\([!-/:-@[-`{-~])/g, "$1"));
  const children = parseInline(match[1] ?? "", depth + 1);
  const end = at + match[0].length;
  return href === null ? null : { inline: { kind: "link", href, children }, end };
};

const readEmphasis = (text: string, at: number, depth: number): Special | null => {
  const mark = text[at] ?? "";
  const isDouble = text[at + 1] === mark;
  const marks = isDouble ? mark + mark : mark;
  const start = at + marks.length;
  // An underscore inside a word is part of it: snake_case.
  if (
    /^(\s|$)/.test(text.slice(start, start + 1)) ||
    (mark === "_" && /\w/.test(text[at - 1] ?? ""))
  )
    return null;
  for (let end = text.indexOf(marks, start + 1); end > 0; end = text.indexOf(marks, end + 1)) {
    const isClosing =
      !/[\s\\]/.test(text[end - 1] ?? " ") &&
      (isDouble || text[end + 1] !== mark) &&
      !(mark === "_" && /\w/.test(text[end + marks.length] ?? ""));
    if (isClosing)
      return {
        inline: {
          kind: isDouble ? "strong" : "emphasis",
          children: parseInline(text.slice(start, end), depth + 1),
        },
        end: end + marks.length,
      };
  }
  return null;
};

const readBareUrl = (text: string, at: number): Special | null => {
  if (/\w/.test(text[at - 1] ?? "")) return null;
  const match = /^https?:\/\/[^\s<>"'`*\\]+/.exec(text.slice(at, at + 2_000));
  const url = match?.[0].replace(/[.,;:!?)\]}]+$/, "") ?? "";
  const href = url.length > 8 ? toSafeHref(url) : null;
  return href === null
    ? null
    : {
        inline: { kind: "link", href, children: [{ kind: "text", text: url }] },
        end: at + url.length,
      };
};

/** Gives the address when it may be followed: http, https, mailto and tel, nothing else and nothing relative. */
const toSafeHref = (href: string): string | null =>
  /^(https?:\/\/|mailto:|tel:)[^\s]+$/i.test(href) ? href : null;
