import { execFile } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { buildWidget } from "./build-widget.mjs";

const COMMON = ["package-lock.json", "package.json", "tsconfig.base.json", "scripts/prepare"];

/**
 * What is built from what. A target is built when a file below one of its inputs has changed.
 * Folders named `testing` and test files never count.
 */
export const targets = [
  {
    name: "server",
    entry: "src/server/main.ts",
    inputs: [
      ...COMMON,
      "src/core",
      "src/steps",
      "src/triggers",
      "src/integrations",
      "src/workflow-templates",
      "src/contract",
      "src/server",
    ],
    async build(root, folder) {
      const { build } = await import("esbuild");
      const entries = { main: "src/server/main.ts", cli: "src/server/cli-entry.ts" };
      await build({
        absWorkingDir: root,
        entryPoints: Object.fromEntries(
          Object.entries(entries).filter(([, file]) => existsSync(path.join(root, file))),
        ),
        outdir: folder,
        bundle: true,
        platform: "node",
        target: "node20",
        format: "esm",
        packages: "external",
        loader: { ".sql": "text" },
        sourcemap: true,
        logLevel: "warning",
      });
      const beside = {
        migrations: "src/server/store/migrations",
        "workflow-templates": "src/workflow-templates",
      };
      for (const [name, from] of Object.entries(beside)) {
        const source = path.join(root, from);
        if (existsSync(source)) cpSync(source, path.join(folder, name), { recursive: true });
      }
    },
  },
  {
    name: "app",
    entry: "src/browser/app/index.html",
    inputs: [
      ...COMMON,
      "vite.config.ts",
      "src/core",
      "src/steps",
      "src/triggers",
      "src/contract",
      "src/browser",
    ],
    // In a process of its own: Vite sets NODE_ENV for whoever loads it, and the server that starts next must not inherit it.
    async build(root, folder) {
      const vite = path.join(root, "node_modules", "vite", "bin", "vite.js");
      const options = ["--config", "vite.config.ts", "--logLevel", "warn"];
      await promisify(execFile)(
        process.execPath,
        [vite, "build", ...options, "--outDir", folder, "--emptyOutDir"],
        { cwd: root },
      );
    },
  },
  {
    name: "widget",
    entry: "src/browser/widget/loader.ts",
    inputs: [...COMMON, "src/core/page", "src/triggers", "src/contract", "src/browser/widget"],
    build: buildWidget,
  },
];
