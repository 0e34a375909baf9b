import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { lineAt, readSources } from "./source.mjs";

const ROOMS = ["src/core", "src/contract", "src/server/commands"];
const MIGRATIONS = "src/server/store/migrations";

/** Finds exported names, tables and columns that use a word the glossary has another word for. */
export function checkGlossary(root) {
  const glossary = readGlossary(readFileSync(path.join(root, "docs", "glossary.md"), "utf8"));
  const exported = readSources(root, ROOMS).flatMap((source) =>
    exportedNames(source.code).map((name) => ({ ...name, source })),
  );
  const files = readdirSync(path.join(root, MIGRATIONS)).map((name) => `${MIGRATIONS}/${name}`);
  const tables = files.flatMap((file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    return sqlNames(text).map((name) => ({ ...name, source: { file, text } }));
  });
  return [...exported, ...tables].flatMap(({ name, position, source }) => {
    const word = wrongWord(name, glossary);
    if (word === undefined) return [];
    return [
      `${source.file}:${lineAt(source.text, position)} ${name}: the word is ${glossary.words.get(word)}, not ${word}`,
    ];
  });
}

/**
 * Reads the refused words, in the last column of the table, and the phrases below "Allowed" that may hold one.
 * @returns {{ words: Map<string, string>, allowed: string[] }}
 */
export function readGlossary(markdown) {
  const words = new Map();
  for (const line of markdown.split("\n").filter((row) => row.startsWith("| "))) {
    const cells = line.split("|").map((cell) => cell.trim());
    for (const match of (cells[3] ?? "").matchAll(/`([a-z ]+)`/g)) words.set(match[1], cells[1]);
  }
  const allowed = [...(markdown.split(/^## Allowed.*$/m)[1] ?? "").matchAll(/`([a-z ]+)`/g)].map(
    (match) => match[1],
  );
  return { words, allowed };
}

/** Returns the refused word in a name such as `loginSession` or `flow_id`. */
export function wrongWord(name, { words, allowed }) {
  const split = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
  const rest = allowed.reduce(
    (text, phrase) => text.replaceAll(new RegExp(`\\b${phrase}s?\\b`, "g"), " "),
    split,
  );
  return [...words.keys()].find((word) => new RegExp(`\\b${word}s?\\b`).test(rest));
}

export function exportedNames(code) {
  const pattern =
    /^export\s+(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:const|let|function\*?|class|interface|type)\s+([A-Za-z_$][\w$]*)/gm;
  return [...code.matchAll(pattern)].map((match) => ({ name: match[1], position: match.index }));
}

export function sqlNames(sql) {
  const names = [];
  const code = sql.replace(/--[^\n]*/g, (comment) => " ".repeat(comment.length));
  for (const table of code.matchAll(/create table (?:if not exists )?(\w+)\s*\(([\s\S]*?)\n\)/gi)) {
    names.push({ name: table[1], position: table.index });
    const start = table.index + table[0].indexOf("(");
    for (const column of table[2].matchAll(/^\s+(\w+) (?!key\b)\w+/gm)) {
      if (!/^(primary|unique|constraint|foreign|check|exclude)$/i.test(column[1]))
        names.push({ name: column[1], position: start + column.index + 2 });
    }
  }
  return names;
}
