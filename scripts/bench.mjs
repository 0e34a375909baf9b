/** `npm run bench -- NAME [--json]`: runs `bench/NAME.ts`; the words after NAME are passed on. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { ensureNode } from "./prepare/ensure-node.mjs";
import { ensurePackages } from "./prepare/ensure-packages.mjs";
import { stopWith } from "./prepare/say.mjs";

ensureNode();
const root = path.dirname(import.meta.dirname);
ensurePackages(root);
const [name, ...rest] = process.argv.slice(2);
const source = path.join(root, "bench", `${name}.ts`);
if (name === undefined || !existsSync(source)) {
  const known = existsSync(path.dirname(source))
    ? readdirSync(path.dirname(source)).filter((file) => file.endsWith(".ts"))
    : [];
  stopWith(
    `Say which one: npm run bench -- NAME. There are: ${known.map((file) => file.slice(0, -3)).join(", ") || "none yet"}.`,
  );
}
const { build } = await import("esbuild");
const outfile = path.join(root, "build", "bench", `${name}.mjs`);
await build({
  entryPoints: [source],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  packages: "external",
  loader: { ".sql": "text" },
  sourcemap: true,
  logLevel: "warning",
});
cpSync(path.join(root, "src/server/store/migrations"), path.join(root, "build/bench/migrations"), {
  recursive: true,
});
const run = spawnSync(process.execPath, ["--enable-source-maps", outfile, ...rest], {
  cwd: root,
  stdio: "inherit",
});
process.exitCode = run.status ?? 1;
