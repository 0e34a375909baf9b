/** The page of the reference manual about the verifier's checks, from the comment above each check. Part of `make-reference`. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const folder = "src/core/verify/checks";

/** Makes the page, and names checks without a comment and codes that a check tells but its comment does not. */
export function makeChecksPage(root) {
  const faults = [];
  const sections = listFiles(path.join(root, folder)).map((file) => {
    const source = readFileSync(path.join(root, folder, file), "utf8");
    const comment = /\/\*\*\n((?: \*[^\n]*\n)+?) \*\/\nexport const (\w+) = \(/.exec(source);
    const prose = comment?.[1].replace(/^ \* ?/gm, "").trim() ?? "";
    if (!/^Codes$/m.test(prose)) faults.push(`${folder}/${file}: no comment with its codes`);
    for (const [, code] of source.matchAll(/code: "(\w+)"/g))
      if (!prose.includes(`\`${code}\``))
        faults.push(`${folder}/${file}: ${code} is not explained`);
    return `## ${toTitle(file)}\n\n${prose.replace(/^Codes$/m, "Codes:\n")}\n`;
  });
  const text = `# Checks\n\nWhat is looked at in a draft before it is published, and what each finding means. An error keeps a draft from being published, a warning does not. Where a way leads to what was found, the finding shows it step by step, with the answers and outcomes by which a run takes it. Made from the code by \`npm run make-reference\`; do not edit.\n\n${sections.join("\n")}`;
  return { page: "docs/reference/checks.md", text, faults };
}

function listFiles(base) {
  return readdirSync(base, { recursive: true })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => file.endsWith(".ts"))
    .sort((a, b) => (a.split("/").at(-1) < b.split("/").at(-1) ? -1 : 1));
}

function toTitle(file) {
  const words = path.basename(file, ".ts").replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
