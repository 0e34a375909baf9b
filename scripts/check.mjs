/**
 * `npm run check [-- --report=FILE]`: everything about the code that needs no test run.
 * Each line below is one check; all run, also when one fails.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { checkGlossary } from "./check/glossary.mjs";
import { checkGrowingFolders } from "./check/growing-folders.mjs";
import { checkHouseRules } from "./check/house-rules.mjs";
import { checkImportCycles } from "./check/import-cycles.mjs";
import { checkLockFile } from "./check/lock-file.mjs";
import { checkRooms } from "./check/rooms.mjs";
import { checkSizes } from "./check/sizes.mjs";
import { checkReference } from "./make-reference.mjs";
import { ensureNode } from "./prepare/ensure-node.mjs";
import { ensurePackages } from "./prepare/ensure-packages.mjs";
import { checkWidgetSize } from "./widget-size.mjs";

ensureNode();
const root = path.dirname(import.meta.dirname);
ensurePackages(root);

const SHOWN = 40;

const checks = [
  ["rooms", () => checkRooms(root)],
  ["import cycles", () => checkImportCycles(root)],
  ["sizes and names", () => checkSizes(root)],
  ["glossary", () => checkGlossary(root)],
  ["steps and triggers", () => checkGrowingFolders(root)],
  ["reference", () => checkReference(root)],
  ["house rules", () => checkHouseRules(root)],
  ["lock file", () => checkLockFile(root)],
  ["widget size", () => checkWidgetSize(root)],
  ["types", () => run("tsc", "-b")],
  ["lint", () => run("oxlint", "--type-aware", "--quiet", "--format=unix")],
  [
    "format",
    () =>
      run("oxfmt", "--list-different").map((line) =>
        /\.\w+$/.test(line) ? `${line} (npm run format)` : line,
      ),
  ],
  ["dead code", () => run("knip", "--no-config-hints", "--no-progress")],
];

let passed = 0;
const failures = [];
for (const [name, check] of checks) {
  const startedAt = performance.now();
  const problems = await check();
  if (problems.length === 0) passed += 1;
  else failures.push({ name, reason: problems.slice(0, SHOWN).join("\n") });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${problems.length === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  for (const problem of problems.slice(0, SHOWN)) console.log(`         ${problem}`);
  if (problems.length > SHOWN) console.log(`         … and ${problems.length - SHOWN} more`);
}
const failed = failures.length;
const report = process.argv.find((word) => word.startsWith("--report="))?.slice("--report=".length);
if (report !== undefined) writeFileSync(report, JSON.stringify({ passed, failed, failures }));
process.exitCode = failed === 0 ? 0 : 1;

/** Runs an installed tool and returns what it says, line by line, when it is not content. */
function run(tool, ...args) {
  const file = path.join(root, "node_modules", ".bin", tool);
  const result = spawnSync(file, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    shell: process.platform === "win32",
  });
  if (result.status === 0) return [];
  const output = `${result.stdout ?? ""}${result.stderr ?? ""}`.trim();
  return output === ""
    ? [`${tool} failed: ${String(result.error ?? result.status)}`]
    : output.split("\n").filter((line) => line.trim() !== "");
}
