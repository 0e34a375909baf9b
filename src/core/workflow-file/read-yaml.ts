import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type LineCounter,
  Parser,
  type ParsedNode,
} from "yaml";
import { type FileEntry, type FilePart, scalar } from "./file-part.ts";
import type { Problems } from "./problems.ts";

/** A workflow of 500 long steps is a tenth of this. */
const mostBytes = 5_000_000;
/** A draft nests nine levels; recursion over parsed files stays far from the stack's end. The API's bodies have the same limit. */
const deepest = 64;
const mostTokens = 1_000_000;

/**
 * Reads YAML as plain data that knows its lines. Anchors, aliases, tags and directives have no place in a workflow file:
 * they are refused, as is everything that PostgreSQL cannot store. Returns undefined when nothing can be made of the text.
 */
export const readYaml = (
  text: string,
  lines: LineCounter,
  problems: Problems,
): FilePart | undefined => {
  if (text.length > mostBytes) {
    problems.add(0, [], `the file has more than ${mostBytes / 1_000_000} million characters`);
    return undefined;
  }
  const tokens = readTokens(text, lines, problems);
  if (tokens === undefined || isTooDeep(tokens, problems)) return undefined;
  const documents = [...new Composer({ uniqueKeys: false }).compose(tokens, true, text.length)];
  const [document, second] = documents;
  if (second !== undefined)
    problems.add(second.range[0], [], "a workflow file holds one workflow, not several documents");
  if (document === undefined) return undefined;
  return readDocument(document, problems);
};

const readDocument = (
  document: Document.Parsed<ParsedNode, true> | Document.Parsed<ParsedNode, false>,
  problems: Problems,
): FilePart | undefined => {
  for (const { pos, message } of [...document.errors, ...document.warnings])
    problems.add(pos[0], [], `this is not YAML: ${message}`);
  return document.contents === null
    ? scalar(0, null)
    : new NodeReader(problems).read(document.contents, []);
};

/** Null bytes, directives and a flood of values are seen before anything is built. */
const readTokens = (
  text: string,
  lines: LineCounter,
  problems: Problems,
): readonly CST.Token[] | undefined => {
  const parser = new Parser((offset) => lines.addNewLine(offset));
  lines.addNewLine(0);
  const tokens: CST.Token[] = [];
  let count = 0;
  for (const source of new Lexer().lex(text)) {
    count += 1;
    if (count > mostTokens) {
      problems.add(0, [], `the file has more than ${mostTokens / 1_000_000} million parts`);
      return undefined;
    }
    tokens.push(...parser.next(source));
  }
  tokens.push(...parser.end());
  for (const token of tokens)
    if (token.type === "directive")
      problems.add(token.offset, [], `a workflow file has no directives: ${token.source}`);
  return tokens;
};

/** Walks without recursion: the next reader of these tokens is recursive. */
const isTooDeep = (tokens: readonly CST.Token[], problems: Problems): boolean => {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > deepest) {
      problems.add(
        "offset" in token ? token.offset : 0,
        [],
        `nested deeper than ${deepest} levels`,
      );
      return true;
    }
    if (token.type === "document" && token.value !== undefined)
      open.push({ token: token.value, depth });
    else if ("items" in token)
      for (const item of token.items)
        for (const part of [item.key, item.value])
          if (part !== undefined && part !== null) open.push({ token: part, depth: depth + 1 });
  }
  return false;
};

/** Turns what the YAML library made into nodes; refuses what is more than data. */
class NodeReader {
  readonly #problems: Problems;

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  read(node: ParsedNode | null | undefined, path: readonly (string | number)[], at = 0): FilePart {
    if (node === null || node === undefined) return scalar(at, null);
    const [offset] = node.range;
    if (isAlias(node)) {
      this.#problems.add(offset, path, "an alias (*name) is not allowed; write the value itself");
      return scalar(offset, null);
    }
    if (node.anchor !== undefined)
      this.#problems.add(offset, path, "an anchor (&name) is not allowed");
    if (node.tag !== undefined)
      this.#problems.add(offset, path, `a tag (${node.tag}) is not allowed`);
    if (isScalar(node)) return this.#readScalar(node.value, node.source, offset, path);
    if (isSeq(node))
      return {
        kind: "list",
        at: offset,
        items: node.items.map((item, index) => this.read(item, [...path, index], offset)),
      };
    return {
      kind: "map",
      at: offset,
      entries: isMap(node) ? this.#readEntries(node.items, path) : [],
    };
  }

  #readEntries(
    pairs: readonly { readonly key: ParsedNode; readonly value: ParsedNode | null }[],
    path: readonly (string | number)[],
  ): readonly FileEntry[] {
    const entries: FileEntry[] = [];
    const seen = new Map<string, number>();
    for (const { key: keyNode, value } of pairs) {
      const [at] = keyNode.range;
      const key = this.#readKey(keyNode, path);
      if (key === undefined) continue;
      const first = seen.get(key);
      const entry = { key, at, value: this.read(value, [...path, key], at) };
      if (first === undefined) {
        seen.set(key, at);
        entries.push(entry);
      } else
        this.#problems.add(
          at,
          [...path, key],
          `“${key}” is here twice, first on line ${this.#problems.place(first).line}`,
        );
    }
    return entries;
  }

  #readKey(node: ParsedNode, path: readonly (string | number)[]): string | undefined {
    const read = this.read(node, path);
    if (read.kind === "scalar" && read.value !== null) return read.text;
    this.#problems.add(node.range[0], path, "a name is missing here, or is no plain text");
    return undefined;
  }

  #readScalar(
    value: unknown,
    source: string,
    at: number,
    path: readonly (string | number)[],
  ): FilePart {
    const isFinite = typeof value !== "number" || Number.isFinite(value);
    if (!isFinite) this.#problems.add(at, path, "this number is not finite");
    const read =
      isFinite &&
      (typeof value === "string" || typeof value === "boolean" || typeof value === "number")
        ? value
        : null;
    if (typeof read === "string") {
      const reason = whyUnstorable(read);
      if (reason !== undefined) this.#problems.add(at, path, reason);
    }
    return { kind: "scalar", at, value: read, text: typeof read === "string" ? read : source };
  }
}

/** Why PostgreSQL cannot keep a text. */
const whyUnstorable = (text: string): string | undefined => {
  if (text.includes("\0")) return "the NUL character is not allowed";
  return /\p{Surrogate}/u.test(text)
    ? "this text has half of a character (a lone surrogate)"
    : undefined;
};
