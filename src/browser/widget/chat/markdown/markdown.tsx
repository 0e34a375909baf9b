import type { ComponentChildren } from "preact";
import { parseMarkdown, type Block, type Inline } from "./parse-markdown.ts";

/** Draws a text in the Markdown subset as elements; markup in it stays text. */
export const Markdown = ({ text }: { readonly text: string }): ComponentChildren =>
  parseMarkdown(text).map(drawBlock);

const drawBlock = (block: Block): ComponentChildren => {
  switch (block.kind) {
    case "paragraph":
      return <p>{block.children.map(drawInline)}</p>;
    case "code":
      return (
        <pre dir="ltr">
          <code>{block.text}</code>
        </pre>
      );
    case "list": {
      const items = block.items.map((item, index) => <li key={index}>{item.map(drawInline)}</li>);
      return block.isNumbered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
  }
};

const drawInline = (inline: Inline): ComponentChildren => {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "code":
      return <code dir="ltr">{inline.text}</code>;
    case "break":
      return <br />;
    case "strong":
      return <strong>{inline.children.map(drawInline)}</strong>;
    case "emphasis":
      return <em>{inline.children.map(drawInline)}</em>;
    case "link":
      return (
        <a href={inline.href} target="_blank" rel="noopener noreferrer">
          {inline.children.map(drawInline)}
        </a>
      );
  }
};
