import type { ReactNode } from "react";
import type { SaySlot } from "./examples.ts";

/** One rule of the Markdown subset of SPEC 3; tried in this order. */
const inline: readonly {
  readonly pattern: RegExp;
  readonly draw: (groups: readonly string[], key: number, say: SaySlot) => ReactNode;
}[] = [
  {
    pattern: /(\{\{\s*([^}|]*?)\s*(?:\|[^}]*)?\}\})/,
    draw: ([slot = "", path], key, say) => {
      const example = say(slot);
      return example === null ? (
        <span key={key} className="editing-chip">
          {path}
        </span>
      ) : (
        <span key={key} className="editing-example" title={path}>
          {example}
        </span>
      );
    },
  },
  { pattern: /`([^`]+)`/, draw: ([code], key) => <code key={key}>{code}</code> },
  {
    pattern: /\*\*([^*]+)\*\*/,
    draw: ([bold], key, say) => <strong key={key}>{drawInline(bold ?? "", say)}</strong>,
  },
  {
    pattern: /\*([^*\s][^*]*)\*|_([^_\s][^_]*)_/,
    draw: ([star, line], key, say) => <em key={key}>{drawInline(star ?? line ?? "", say)}</em>,
  },
  {
    pattern: /\[([^\]]+)\]\(((?:\{\{[^{}]*\}\}|[^)\s])+)\)/,
    draw: ([title], key, say) => (
      <span key={key} className="editing-link">
        {drawInline(title ?? "", say)}
      </span>
    ),
  },
];

function drawInline(text: string, say: SaySlot): ReactNode[] {
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
    parts.push(found.draw(found.match.slice(1), parts.length, say));
    rest = rest.slice(found.match.index + found.match[0].length);
  }
  return parts;
}

const bullet = /^\s*(?:[-*]|\d+[.)])\s+/;

/** Draws a message's text, the Markdown subset included, with variables as examples. Never as HTML. */
export const MessageText = ({ text, say }: { readonly text: string; readonly say: SaySlot }) => (
  <>
    {text.split("\n").map((line, index) => (
      <p key={index} data-item={bullet.test(line) || undefined}>
        {bullet.test(line)
          ? drawInline(line.replace(/^\s*[*-]\s+/, "• "), say)
          : drawInline(line, say)}
        {line === "" && "\u00A0"}
      </p>
    ))}
  </>
);
