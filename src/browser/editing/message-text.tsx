import type { ReactNode } from "react";

/** One rule of the Markdown subset of SPEC 3; tried in this order. */
const inline: readonly {
  readonly pattern: RegExp;
  readonly draw: (groups: readonly string[], key: number) => ReactNode;
}[] = [
  {
    pattern: /\{\{\s*([^}|]*?)\s*(?:\|[^}]*)?\}\}/,
    draw: ([path], key) => (
      <span key={key} className="editing-chip">
        {path}
      </span>
    ),
  },
  { pattern: /`([^`]+)`/, draw: ([code], key) => <code key={key}>{code}</code> },
  {
    pattern: /\*\*([^*]+)\*\*/,
    draw: ([bold], key) => <strong key={key}>{drawInline(bold ?? "")}</strong>,
  },
  {
    pattern: /\*([^*\s][^*]*)\*|_([^_\s][^_]*)_/,
    draw: ([star, line], key) => <em key={key}>{drawInline(star ?? line ?? "")}</em>,
  },
  {
    pattern: /\[([^\]]+)\]\(([^)\s]+)\)/,
    draw: ([title], key) => (
      <span key={key} className="editing-link">
        {title}
      </span>
    ),
  },
];

function drawInline(text: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let rest = text;
  while (rest !== "") {
    const found = inline
      .flatMap(({ pattern, draw }) => {
        const match = pattern.exec(rest);
        return match === null ? [] : [{ match, draw }];
      })
      .toSorted((one, other) => one.match.index - other.match.index)[0];
    if (found === undefined) return [...parts, rest];
    if (found.match.index > 0) parts.push(rest.slice(0, found.match.index));
    parts.push(found.draw(found.match.slice(1), parts.length));
    rest = rest.slice(found.match.index + found.match[0].length);
  }
  return parts;
}

const bullet = /^\s*(?:[-*]|\d+[.)])\s+/;

/** Draws a message's text, the Markdown subset included, with variables as chips. Never as HTML. */
export const MessageText = ({ text }: { text: string }) => (
  <>
    {text.split("\n").map((line, index) => (
      <p key={index} data-item={bullet.test(line) || undefined}>
        {bullet.test(line) ? drawInline(line.replace(/^\s*[*-]\s+/, "• ")) : drawInline(line)}
        {line === "" && "\u00A0"}
      </p>
    ))}
  </>
);
