import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { exportedNames, readGlossary, sqlNames, wrongWord } from "./glossary.mjs";
import { checkGrowingFolders } from "./growing-folders.mjs";
import { checkSource } from "./house-rules.mjs";
import { findCycles } from "./import-cycles.mjs";
import { checkLock, missingBuilds, needsNewerNode } from "./lock-file.mjs";
import { checkImports, compare, readProjects, readTable, roomOfFile } from "./rooms.mjs";
import { checkFile } from "./sizes.mjs";
import { importsOf, parseSource } from "./source.mjs";

const file = (name, text) => parseSource(name, text);

describe("source", () => {
  test("blanks comments and strings and keeps every position", () => {
    const { code, bare, text } = file(
      "a.ts",
      'const a = "// no"; // yes "x"\n/* b\n */ const c = `t ${d} u`;',
    );
    expect(code).toBe('const a = "// no";           \n    \n    const c = `t ${d} u`;');
    expect(bare).toBe('const a = "     ";           \n    \n    const c = `  ${d}  `;');
    expect(bare).toHaveLength(text.length);
  });

  test("is not confused by a pattern that holds quotes", () => {
    expect(file("a.ts", `const a = /["'\`]/g; const b = "x";`).bare).toContain("const b =");
  });

  test("finds imports of every form", () => {
    const source = file(
      "a.ts",
      `import { a } from "./a.ts";\nimport type { B } from "#core/domain";\nexport * from "./c.ts";\nimport "./d.css";\n` +
        `import {\n  e,\n  f,\n} from "./e.ts";\nconst g = await import("./g.ts");\nexport const h = "from './no.ts'";`,
    );
    expect(importsOf(source).map(({ specifier, isTypeOnly }) => [specifier, isTypeOnly])).toEqual([
      ["./a.ts", false],
      ["#core/domain", true],
      ["./c.ts", false],
      ["./d.css", false],
      ["./e.ts", false],
      ["./g.ts", false],
    ]);
  });
});

describe("import cycles", () => {
  test("finds a planted ring, through types and room entries too", () => {
    const sources = [
      file("src/a/index.ts", `export { one } from "./one.ts";`),
      file("src/a/one.ts", `import { two } from "#b";`),
      file("src/b/index.ts", `import type { One } from "#a";`),
    ];
    expect(findCycles(sources, { "#a": "./src/a/index.ts", "#b": "./src/b/index.ts" })).toEqual([
      "src/a/index.ts → src/a/one.ts → src/b/index.ts → src/a/index.ts is a ring of imports",
    ]);
  });

  test("lets two files share a third", () => {
    const sources = [
      file("a.ts", `import "./c.ts"; import "./b.ts";`),
      file("b.ts", `import "./c.ts";`),
      file("c.ts", ""),
    ];
    expect(findCycles(sources, {})).toEqual([]);
  });
});

describe("sizes and names", () => {
  test("refuses 401 lines of code and takes 400, whatever the comments", () => {
    const lines = (count) => `${"// why\n\n".repeat(50)}${"go();\n".repeat(count)}`;
    expect(checkFile(file("src/a/long.ts", lines(401)))).toEqual([
      "src/a/long.ts has 401 lines of code; split it (at most 400)",
    ]);
    expect(checkFile(file("src/a/long.ts", lines(400)))).toEqual([]);
  });

  test("refuses names that say nothing and names that are not in kebab-case", () => {
    expect(checkFile(file("src/a/utils.ts", ""))).toHaveLength(1);
    expect(checkFile(file("src/a/RunState.tsx", ""))).toHaveLength(1);
    expect(checkFile(file("src/a/run-state.test.ts", ""))).toEqual([]);
  });
});

describe("steps and triggers", () => {
  let root;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "switchboard-check-"));
    for (const name of ["src/steps/wait", "src/triggers"])
      mkdirSync(path.join(root, name), { recursive: true });
    for (const name of ["step.ts", "editor.tsx", "step.test.ts"])
      writeFileSync(path.join(root, "src/steps/wait", name), "");
    writeFileSync(path.join(root, "src/steps/index.ts"), `import { wait } from "./wait/step.ts";`);
    writeFileSync(
      path.join(root, "src/steps/editors.ts"),
      `import { waitEditor } from "./wait/editor.tsx";`,
    );
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test("takes a whole step type", () => {
    expect(checkGrowingFolders(root)).toEqual([]);
  });

  test("refuses a forgotten editor", () => {
    rmSync(path.join(root, "src/steps/wait/editor.tsx"));
    writeFileSync(path.join(root, "src/steps/editors.ts"), "");
    expect(checkGrowingFolders(root)).toEqual([
      "src/steps/wait/editor.tsx is missing",
      "src/steps/editors.ts does not list wait",
    ]);
  });

  test("refuses a step type that no list names and that has no test", () => {
    cpSync(path.join(root, "src/steps/wait"), path.join(root, "src/steps/skip"), {
      recursive: true,
    });
    rmSync(path.join(root, "src/steps/skip/step.test.ts"));
    expect(checkGrowingFolders(root)).toEqual([
      "src/steps/skip/step.test.ts is missing",
      "src/steps/index.ts does not list skip",
      "src/steps/editors.ts does not list skip",
    ]);
  });
});

describe("house rules", () => {
  const complaints = (name, text) => checkSource(file(name, text)).length;

  test("refuses clocks and dice where the engine lives", () => {
    for (const call of [
      "Date.now()",
      "new Date()",
      "Math.random()",
      "randomUUID()",
      "DateTime.now()",
      "DateTime.local()",
    ]) {
      expect([call, complaints("src/core/engine/a.ts", `const x = ${call};`)]).toEqual([call, 1]);
    }
    expect(
      complaints("src/core/engine/a.ts", `const x = new Date(input.now); // not Date.now()`),
    ).toBe(0);
    expect(complaints("src/server/platform/a.ts", "const x = Date.now();")).toBe(0);
  });

  test("refuses SQL outside the store", () => {
    const text = "const sql = `\n  SELECT run_id\n  FROM run`;";
    expect(complaints("src/server/api/a.ts", text)).toBe(1);
    expect(complaints("src/server/store/a.ts", text)).toBe(0);
    expect(complaints("src/server/api/a.ts", 'const label = "Select a team from the list";')).toBe(
      0,
    );
  });

  test("refuses what is left for later, paths of one machine and skipped tests", () => {
    expect(complaints("src/core/a.ts", "// TO" + "DO later")).toBe(1);
    expect(complaints("src/core/a.ts", "// TO" + "DO(#12) later")).toBe(0);
    expect(complaints("src/core/a.test.ts", 'const path = "/ho' + 'me/ann/x";')).toBe(1);
    expect(complaints("src/core/a.test.ts", "test.sk" + 'ip("x", () => undefined);')).toBe(1);
  });

  test("refuses work at import, but in entry files", () => {
    expect(complaints("src/server/api/a.ts", "listen(4800);")).toBe(1);
    expect(complaints("src/server/main.ts", "await listen(4800);")).toBe(0);
  });
});

describe("rooms", () => {
  const table = readTable(
    "| Room | What | May import |\n| `core/domain`   | nouns | |\n| `server/store` | SQL | `core/domain` (types) |\n| `browser/ui` | x | |\n| `steps` | x | `core/domain` |",
  );
  const packages = { dependencies: { zod: "1", pg: "1" }, devDependencies: { react: "1" } };
  const complaints = (name, text) => checkImports(file(name, text), table, packages);

  test("refuses a browser that imports the server", () => {
    expect(complaints("src/browser/ui/a.ts", 'import { x } from "#server/store";')).toEqual([
      "src/browser/ui/a.ts:1 browser/ui may not import server/store",
    ]);
  });

  test("refuses values where only types are allowed", () => {
    expect(complaints("src/server/store/a.ts", 'import type { X } from "#core/domain";')).toEqual(
      [],
    );
    expect(complaints("src/server/store/a.ts", 'import { x } from "#core/domain";')).toHaveLength(
      1,
    );
  });

  test("refuses a relative import that leaves the room, and a step that imports another", () => {
    expect(
      complaints("src/server/store/a.ts", 'import { x } from "../../core/domain/ids.ts";'),
    ).toHaveLength(1);
    expect(
      complaints("src/steps/wait/step.ts", 'import { x } from "../close/step.ts";'),
    ).toHaveLength(1);
    expect(complaints("src/steps/index.ts", 'import { x } from "./close/step.ts";')).toEqual([]);
  });

  test("refuses packages that do not suit the room", () => {
    expect(complaints("src/core/domain/a.ts", 'import pg from "pg";')).toHaveLength(1);
    expect(complaints("src/core/domain/a.ts", 'import { z } from "zod";')).toEqual([]);
    expect(complaints("src/browser/ui/a.tsx", 'import { readFile } from "node:fs";')).toHaveLength(
      1,
    );
    expect(complaints("src/server/store/a.ts", 'import { useState } from "react";')).toHaveLength(
      1,
    );
    expect(
      complaints("src/triggers/page-view/detector.ts", 'import { z } from "zod";'),
    ).toHaveLength(1);
  });

  test("knows the rooms inside of steps and triggers", () => {
    expect(roomOfFile("src/steps/wait/step.ts")).toBe("steps");
    expect(roomOfFile("src/steps/wait/editor.tsx")).toBe("steps/editors");
    expect(roomOfFile("src/steps/wait/editor/fields.tsx")).toBe("steps/editors");
    expect(roomOfFile("src/triggers/page-view/detector.ts")).toBe("triggers/detectors");
    expect(roomOfFile("src/triggers/page-view/detector/part.ts")).toBe("triggers/detectors");
    expect(roomOfFile("src/server/main.ts")).toBe("server/main");
    expect(roomOfFile("src/core/engine/templates/parse.ts")).toBe("core/engine");
  });

  test("refuses a page and projects that differ", () => {
    const projects = {
      "tsconfig.json": {
        references: [
          { path: "./src/core/domain/tsconfig.json" },
          { path: "./src/server/store/tsconfig.json" },
        ],
      },
    };
    projects["src/core/domain/tsconfig.json"] = {};
    projects["src/server/store/tsconfig.json"] = { references: [] };
    expect(
      compare(
        table,
        readProjects("", (name) => projects[name]),
        { "#core/domain": "x" },
      ),
    ).toEqual([
      "ARCHITECTURE.md lists the room browser/ui, which has no TypeScript project",
      "ARCHITECTURE.md lists the room steps, which has no TypeScript project",
      'package.json has no import "#server/store"',
      "ARCHITECTURE.md lets server/store import core/domain, its project does not",
    ]);
  });
});

describe("glossary", () => {
  const glossary = readGlossary(
    "| step | one box | `node`, `step run` |\n| visitor session | x | `session` |\n\n## Allowed\n\n`login session`",
  );

  test("refuses another word for a thing, in any spelling", () => {
    expect(wrongWord("FlowNode", glossary)).toBe("node");
    expect(wrongWord("node_ids", glossary)).toBe("node");
    expect(wrongWord("stepRuns", glossary)).toBe("step run");
    expect(wrongWord("nodeless", glossary)).toBeUndefined();
  });

  test("lets a phrase of its own pass", () => {
    expect(wrongWord("loginSessionSchema", glossary)).toBeUndefined();
    expect(wrongWord("sessionId", glossary)).toBe("session");
  });

  test("reads exported names, tables and columns", () => {
    expect(
      exportedNames("export const a = 1;\nconst b = 2;\nexport interface C {}").map(
        ({ name }) => name,
      ),
    ).toEqual(["a", "C"]);
    const sql =
      "create table run (\n  run_id uuid not null,\n  -- a comment, not a name\n  state text,\n  primary key (run_id)\n);";
    expect(sqlNames(sql).map(({ name }) => name)).toEqual(["run", "run_id", "state"]);
  });
});

describe("lock file", () => {
  test("refuses the address of a registry, a missing hash and a package for a newer Node.js", () => {
    const entry = { version: "1.0.0", integrity: "sha512-x" };
    const lock = (more) =>
      JSON.stringify({ packages: { "": {}, "node_modules/a": { ...entry, ...more } } });
    expect(checkLock(lock({}))).toEqual([]);
    expect(checkLock(lock({ resolved: "https://registry/a.tgz" }))).toHaveLength(1);
    expect(checkLock(lock({ integrity: undefined }))).toHaveLength(1);
    expect(checkLock(lock({ engines: { node: ">=22" } }))).toHaveLength(1);
  });

  test("completes the builds for other systems that the registry at hand lacks", () => {
    const lint = {
      version: "1.0.0",
      dev: true,
      optionalDependencies: { "@lint/linux-x64-musl": "1.0.0", "@lint/darwin-arm64": "1.0.0" },
    };
    const packages = {
      "node_modules/lint": lint,
      "node_modules/lint/node_modules/@lint/darwin-arm64": {},
    };
    expect(missingBuilds(packages)).toEqual({
      "node_modules/@lint/linux-x64-musl": {
        version: "1.0.0",
        cpu: ["x64"],
        libc: ["musl"],
        os: ["linux"],
        dev: true,
        optional: true,
      },
    });
  });

  test("reads the ranges that packages use", () => {
    for (const range of [
      ">=18",
      "^20.19.0 || >=22.12.0",
      "18 || 20 || >=22",
      "*",
      ">= 16.0.0",
      "20.x",
      undefined,
    ]) {
      expect([range, needsNewerNode(range)]).toEqual([range, false]);
    }
    for (const range of [">=22", "^22.0.0 || >=24", ">=20.20.0", "^18"])
      expect([range, needsNewerNode(range)]).toEqual([range, true]);
  });
});
