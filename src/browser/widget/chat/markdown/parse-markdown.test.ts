import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMarkdown, type Block, type Inline } from "./parse-markdown.ts";

/** Writes blocks in a short form: <b>, <i>, `code`, [text](address), ¶ between paragraphs, • before items. */
const show = (blocks: readonly Block[]): string => blocks.map(showBlock).join("¶");
const showBlock = (block: Block): string => {
  if (block.kind === "paragraph") return showInlines(block.children);
  if (block.kind === "code") return `{${block.text}}`;
  return block.items
    .map(
      (item, index) => `${block.isNumbered ? `${block.start + index}.` : "•"}${showInlines(item)}`,
    )
    .join("");
};
const showInlines = (inlines: readonly Inline[]): string => inlines.map(showInline).join("");
const showInline = (inline: Inline): string => {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "code":
      return `\`${inline.text}\``;
    case "break":
      return "⏎";
    case "strong":
      return `<b>${showInlines(inline.children)}</b>`;
    case "emphasis":
      return `<i>${showInlines(inline.children)}</i>`;
    case "link":
      return `[${showInlines(inline.children)}](${inline.href})`;
  }
};

const hrefsOf = (blocks: readonly Block[]): string[] =>
  blocks
    .flatMap((block) =>
      block.kind === "code" ? [] : block.kind === "list" ? block.items.flat() : block.children,
    )
    .flatMap(hrefsIn);
const hrefsIn = (inline: Inline): string[] =>
  inline.kind === "link"
    ? [inline.href]
    : "children" in inline
      ? inline.children.flatMap(hrefsIn)
      : [];
const count = (part: string, text: string): number => text.split(part).length - 1;

describe("the Markdown subset", () => {
  it.each([
    ["plain text", "plain text"],
    ["**bold** and *italic* and _italic_", "<b>bold</b> and <i>italic</i> and <i>italic</i>"],
    ["**bold with *italic* in it**", "<b>bold with <i>italic</i> in it</b>"],
    ["`code *as it is*`", "`code *as it is*`"],
    ["snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"],
    ["**unclosed", "**unclosed"],
    ["one\ntwo\n\nthree", "one⏎two¶three"],
    ["- a\n- **b**", "•a•<b>b</b>"],
    ["3. a\n4. b", "3.a4.b"],
    ["text\n- a", "text¶•a"],
    ["```\n<b>\n```", "{<b>}"],
    ["[shop](https://a.test/x_(1))", "[shop](https://a.test/x_(1))"],
    ["[mail](mailto:a@b.test) [call](tel:+4930)", "[mail](mailto:a@b.test) [call](tel:+4930)"],
    [
      "see https://a.test/track?id=1.",
      "see [https://a.test/track?id=1](https://a.test/track?id=1).",
    ],
    ["\\*not italic\\* \\[not\\](a link)", "*not italic* [not](a link)"],
    ["<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
  ])("reads %j", (text, expected) => {
    expect(show(parseMarkdown(text))).toBe(expected);
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "//evil.test",
    "/relative",
    "https://",
    "java\tscript:x",
    "&#106;avascript:x",
  ])("makes no link of %j", (href) => {
    expect(show(parseMarkdown(`[x](${href})`))).toBe(`[x](${href})`);
  });

  it("reads any text, loses no word of it, and links to nothing unsafe", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "*",
            "_",
            "`",
            "[",
            "](",
            ")",
            "https://a.test",
            "javascript:",
            "\n",
            "- ",
            "1. ",
            "\\",
            "word",
            " ",
          ),
          { maxLength: 60 },
        ),
        (parts) => {
          const text = parts.join("");
          const blocks = parseMarkdown(text);
          expect(count("word", show(blocks))).toBeGreaterThanOrEqual(count("word", text));
          for (const href of hrefsOf(blocks)) expect(href).toMatch(/^https:/);
        },
      ),
    );
  });

  it("stays quick on a text made to be slow", () => {
    const started = performance.now();
    parseMarkdown("[*_".repeat(1_600));
    parseMarkdown("**a".repeat(1_600));
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
