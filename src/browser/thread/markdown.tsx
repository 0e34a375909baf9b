import { type Token, marked } from "marked";
import { Fragment, type ReactNode } from "react";

const safeAddress = /^(https?:|mailto:)/i;

const Link = ({ href, children }: { href: string; children: ReactNode }) =>
  safeAddress.test(href) ? (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  ) : (
    <>{children}</>
  );

const inner = (token: Token): ReactNode => {
  if ("tokens" in token && token.tokens !== undefined) return <Tokens tokens={token.tokens} />;
  return "text" in token ? token.text : token.raw;
};

/** Draws one token of the subset: bold, italic, links, lists, code. Everything else, HTML included, stays the text it is. */
const TokenView = ({ token }: { token: Token }): ReactNode => {
  switch (token.type) {
    case "space":
      return null;
    case "br":
      return <br />;
    case "paragraph":
      return <p>{inner(token)}</p>;
    case "strong":
      return <strong>{inner(token)}</strong>;
    case "em":
      return <em>{inner(token)}</em>;
    case "codespan":
      return <code>{token.text}</code>;
    case "code":
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      );
    case "link":
      return <Link href={String(token["href"])}>{inner(token)}</Link>;
    case "list": {
      const items: Token[] = token["items"] ?? [];
      const children = items.map((item, index) => (
        // a message never changes its order
        // oxlint-disable-next-line no-array-index-key
        <li key={index}>{inner(item)}</li>
      ));
      return token["ordered"] === true ? (
        <ol start={Number(token["start"]) || 1}>{children}</ol>
      ) : (
        <ul>{children}</ul>
      );
    }
    case "text":
    case "escape":
      return inner(token);
    default:
      return token.raw;
  }
};

const Tokens = ({ tokens }: { tokens: readonly Token[] }) =>
  tokens.map((token, index) => (
    // a message never changes its order
    // oxlint-disable-next-line no-array-index-key
    <Fragment key={index}>
      <TokenView token={token} />
    </Fragment>
  ));

/** Renders the Markdown subset of messages as elements; no HTML of the text ever becomes markup. */
export const Markdown = ({ text }: { text: string }) => (
  <Tokens tokens={marked.lexer(text, { gfm: true, breaks: true })} />
);

const addressInText = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/g;

/** Renders text as it was typed, with addresses made clickable. */
export const PlainText = ({ text }: { text: string }) =>
  text.split(addressInText).map((part, index) =>
    // the split alternates text and address
    index % 2 === 1 ? (
      // oxlint-disable-next-line no-array-index-key
      <Link key={index} href={part}>
        {part}
      </Link>
    ) : (
      part
    ),
  );
