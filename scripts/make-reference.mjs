/**
 * `npm run make-reference`: writes docs/reference from the step and trigger types, the actions and the checks, and the comments above them.
 * `npm run check` compares what is there with what would be written, and tries every example.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { makeChecksPage } from "./check-reference.mjs";

const kinds = [
  {
    folder: "steps",
    file: "step.ts",
    list: "stepTypes",
    title: "Steps",
    intro: "What a workflow is made of, in the order of the palette.",
  },
  {
    folder: "triggers",
    file: "trigger.ts",
    list: "triggerTypes",
    title: "Triggers",
    intro: "What starts a workflow. It has exactly one.",
  },
  {
    folder: "integrations",
    list: "actions",
    title: "Actions",
    intro:
      "What Run Action steps can do. Actions of Switchboard itself need nothing; those of other systems need them connected under Settings → Integrations. Inputs marked * are required.",
  },
];

/** Names each page that is out of date and each example that is not what it says it is. */
export async function checkReference(root) {
  const problems = [];
  for (const { page, text, faults } of await makePages(root)) {
    problems.push(...faults);
    if (read(path.join(root, page)) !== text) {
      problems.push(`${page} is out of date (npm run make-reference)`);
    }
  }
  return problems;
}

async function makePages(root) {
  const types = await loadTypes(root);
  const pages = kinds.map((kind) => {
    const isAction = kind.list === "actions";
    const comments = isAction ? readActionComments(root) : readComments(root, kind);
    const faults = [];
    const sections = types[kind.list].map((type) => {
      const name = isAction ? type.name : type.type;
      const comment = comments.get(name);
      if (comment === undefined) {
        faults.push(`src/${kind.folder}: ${name} has no comment above its definition`);
        return "";
      }
      faults.push(...(isAction ? tryActionExample(type, comment) : tryExample(type, comment)));
      return isAction ? toActionSection(type, comment) : toSection(type, comment);
    });
    const text = `# ${kind.title}\n\n${kind.intro} Made from the code by \`npm run make-reference\`; do not edit.\n\n${sections.join("\n")}${isAction ? toFailures(types.providerErrorCodes) : ""}`;
    return { page: `docs/reference/${isAction ? "actions" : kind.folder}.md`, text, faults };
  });
  return [...pages, makeChecksPage(root)];
}

/** Bundles the lists as they are and loads them. */
async function loadTypes(root) {
  const { build } = await import("esbuild");
  const outfile = path.join(root, "build", "reference", "types.mjs");
  await build({
    stdin: {
      contents:
        'export { stepTypes } from "#steps"; export { triggerTypes } from "#triggers"; ' +
        'import { switchboardActions } from "#integrations/switchboard"; ' +
        'import { integrations } from "#integrations"; ' +
        "export const actions = [...switchboardActions, ...integrations.flatMap((each) => each.actions)]; " +
        'export { providerErrorCodes } from "./src/integrations/kit/provider-error.ts";',
      resolveDir: root,
    },
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "warning",
  });
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`);
}

/** The comment above each definition, by type. */
function readComments(root, { folder, file }) {
  const found = new Map();
  const base = path.join(root, "src", folder);
  for (const entry of readdirSync(base, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const source = read(path.join(base, entry.name, file)) ?? "";
    const match =
      /\/\*\*\n((?: \*[^\n]*\n)+?) \*\/\nexport const \w+ = define\w+\(\{\n\s*type: "(\w+)"/.exec(
        source,
      );
    if (match !== null) found.set(match[2], splitComment(match[1]));
  }
  return found;
}

/** The comment above each action, by name: an integration that has actions has a folder of them. */
function readActionComments(root) {
  const found = new Map();
  const base = path.join(root, "src/integrations");
  for (const integration of readdirSync(base)) {
    const folder = path.join(base, integration, "actions");
    for (const file of existsSync(folder) ? readdirSync(folder) : []) {
      const match =
        /\/\*\*\n((?: \*[^\n]*\n)+?) \*\/\nexport const \w+ = define\w+\(\{\n\s*name: "(\w+)"/.exec(
          read(path.join(folder, file)) ?? "",
        );
      if (match !== null) found.set(`${integration}.${match[2]}@1`, splitComment(match[1]));
    }
  }
  return found;
}

function splitComment(comment) {
  const lines = comment.split("\n").map((line) => line.replace(/^ \* ?/, ""));
  const at = lines.findIndex((line) => line.startsWith("@example "));
  return {
    prose: lines.slice(0, at).join("\n").trim(),
    example: at < 0 ? "" : lines.slice(at).join(" ").slice("@example ".length).trim(),
  };
}

/** An action's example must be the one in its code: that one is performed by the tests. */
function tryActionExample({ name, example }, comment) {
  return JSON.stringify(example) === JSON.stringify(JSON.parse(comment.example || "{}"))
    ? []
    : [`${name}: the example in its comment is not the one in its code`];
}

function toActionSection({ name, title, description, inputs, outputs }, { prose, example }) {
  const json = JSON.stringify(JSON.parse(example || "{}"), null, 2);
  const list = (label, fields) =>
    fields.length === 0
      ? ""
      : `${label}:\n\n${fields
          .map((field) => {
            const values = field.values === undefined ? "" : ` (${field.values.join(", ")})`;
            return `- \`${field.name}\`${field.isRequired ? " \\*" : ""}: ${field.type}${values}`;
          })
          .join("\n")}\n\n`;
  return `## ${title}\n\n\`${name}\` · ${description}\n\n${prose}\n\n${list("Inputs", inputs)}${list("Answer", outputs)}\`\`\`json\n${json}\n\`\`\`\n`;
}

/** How a call to another system fails, whichever it is. */
const toFailures = (codes) =>
  `\n## When another system fails\n\nThe failure of an action on another machine has one of these codes.\n\n${Object.entries(
    codes,
  )
    .map(([code, about]) => `- \`${code}\`: ${about}`)
    .join("\n")}\n`;

function tryExample({ type, bind }, { example }) {
  let config;
  try {
    config = JSON.parse(example);
  } catch {
    return [`${type}: the example in its comment is no JSON`];
  }
  const bound = bind(config);
  if (bound.ok) return [];
  return bound.problems.map(
    (problem) =>
      `${type}: the example in its comment is refused: ${problem.path.join(".")}: ${problem.message}`,
  );
}

function toSection({ type, title, description }, { prose, example }) {
  const paragraphs = prose.replace(/^Paths$/m, "Paths:\n");
  const json = JSON.stringify(JSON.parse(example || "{}"), null, 2);
  return `## ${title}\n\n\`${type}\` · ${description}\n\n${paragraphs}\n\n\`\`\`json\n${json}\n\`\`\`\n`;
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

if (process.argv[1] === import.meta.filename) {
  const root = path.dirname(import.meta.dirname);
  mkdirSync(path.join(root, "docs/reference"), { recursive: true });
  for (const { page, text } of await makePages(root)) writeFileSync(path.join(root, page), text);
}
