import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";

const KINDS = [
  { folder: "src/steps", main: "step.ts", test: "step.test.ts" },
  { folder: "src/triggers", main: "trigger.ts", test: "trigger.test.ts" },
];

/** Makes sure that every step type and trigger type is whole: its files are there and both lists name it. */
export function checkGrowingFolders(root) {
  return KINDS.flatMap(({ folder, main, test }) => {
    const lists = ["index.ts", "editors.ts"].map((list) => ({
      list,
      text: read(root, `${folder}/${list}`),
    }));
    return readdirSync(path.join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => {
        const files = [main, "editor.tsx", test].filter(
          (file) => !existsSync(path.join(root, folder, name, file)),
        );
        const missing = files.map((file) => `${folder}/${name}/${file} is missing`);
        const unlisted = lists.filter(({ text }) => !text.includes(`"./${name}/`));
        return [
          ...missing,
          ...unlisted.map(({ list }) => `${folder}/${list} does not list ${name}`),
        ];
      });
  });
}

function read(root, file) {
  const full = path.join(root, file);
  return existsSync(full) ? readFileSync(full, "utf8") : "";
}
