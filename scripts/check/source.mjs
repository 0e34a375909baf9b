import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";

/**
 * One source file: `text` as written, `code` with comments blanked, `bare` with strings blanked too.
 * Both have the length and the line breaks of `text`, so a position in one is a position in all.
 * @typedef {{ file: string, text: string, code: string, bare: string }} Source
 */

/** Reads all source files below the given folders of `root`; `file` is relative to it, with slashes. */
export function readSources(root, folders, extensions = [".ts", ".tsx", ".mjs"]) {
  const sources = [];
  const visit = (folder) => {
    if (!existsSync(path.join(root, folder))) return;
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory()) visit(file);
      else if (extensions.some((extension) => file.endsWith(extension))) {
        sources.push(parseSource(file, readFileSync(path.join(root, file), "utf8")));
      }
    }
  };
  for (const folder of folders) visit(folder);
  return sources.toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

/** @returns {Source} */
export function parseSource(file, text) {
  return { file, text, ...blank(text) };
}

const isTest = (file) => /\.(test|scenario)\.(ts|tsx|mjs)$/.test(file);
export { isTest };

/** Returns the number of the line that holds a position, from 1. */
export function lineAt(text, position) {
  return text.slice(0, position).split("\n").length;
}

/** Finds every match of a pattern as `file:line message`; `$0` in the message is what matched. */
export function findAll(source, pattern, message, where = "bare") {
  return [...source[where].matchAll(pattern)].map(
    (match) =>
      `${source.file}:${lineAt(source.text, match.index)} ${message.replace("$0", match[0].trim())}`,
  );
}

/** Lists what a file imports or re-exports: the specifier and whether only types. */
export function importsOf(source) {
  const pattern =
    /^[ \t]*(import|export)\s+(type\s)?([^;"'`]*?\sfrom\s*)?(["'])([^"']+)\4|\bimport\(\s*(["'])([^"']+)\6\s*\)/gm;
  return [...source.code.matchAll(pattern)]
    .filter((match) => match[7] !== undefined || match[1] === "import" || match[3] !== undefined)
    .map((match) => ({
      specifier: match[5] ?? match[7],
      isTypeOnly: match[2] !== undefined,
      line: lineAt(source.text, match.index),
    }));
}

/** Returns the file an import means, or `undefined` for a package. `aliases` are the imports of package.json. */
export function resolveImport(file, specifier, aliases) {
  if (specifier.startsWith(".")) return path.posix.join(path.posix.dirname(file), specifier);
  return aliases[specifier]?.replace(/^\.\//, "");
}

/** Reads the imports of package.json: room entry → file. */
export function readAliases(root) {
  return JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).imports;
}

/** Blanks comments, and in `bare` the insides of strings, templates' text and patterns as well. */
function blank(text) {
  // one alternative per thing that may hold what looks like another; a pattern literal only where a value may start
  const token =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|(?<=[=(,:!&|?{};\n]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[dgimsuvy]*/g;
  const spaces = (part) => part.replace(/[^\n]/g, " ");
  const code = text.replace(token, (part) => (/^\/[/*]/.test(part) ? spaces(part) : part));
  const bare = text.replace(token, (part) => {
    if (/^\/[/*]/.test(part)) return spaces(part);
    if (part.startsWith("`"))
      return part.replace(/(`|\})([^`]*?)(?=\$\{|`$)/g, (_, open, words) => open + spaces(words));
    return part[0] + spaces(part.slice(1, -1)) + part.at(-1);
  });
  return { code, bare };
}
