/**
 * `npm test [-- SUITE…]`: from a bare clone to a verdict with Node.js alone.
 * Its last line is `N passed, N failed` over all suites.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureNode } from "./prepare/ensure-node.mjs";
import { ensurePackages } from "./prepare/ensure-packages.mjs";
import { stopWith } from "./prepare/say.mjs";
import { countSuite, suites } from "./test/suites.mjs";

ensureNode();
const root = path.dirname(import.meta.dirname);
ensurePackages(root);

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0)
  stopWith(
    `No suite is called ${unknown.join(", ")}. There are: ${suites.map((suite) => suite.name).join(", ")}.`,
  );

const results = [];
for (const suite of suites) {
  if (wanted.length > 0 && !wanted.includes(suite.name)) continue;
  results.push(await runSuite(suite));
}

// Whoever sees only the end of the output must learn what to look at.
for (const { name, reason } of results.flatMap(({ failures }) => failures).slice(0, 20)) {
  console.log(`\nFAILED ${name.replace(`${root}${path.sep}`, "")}`);
  for (const line of String(reason).split("\n").slice(0, 12))
    console.log(`  ${line.slice(0, 400)}`);
}
console.log("");
for (const { name, passed, failed, seconds } of results) {
  console.log(
    `${name.padEnd(10)}${String(passed).padStart(6)} passed${String(failed).padStart(6)} failed${seconds.toFixed(1).padStart(9)} s`,
  );
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") === 0 && sum("passed") > 0 ? 0 : 1;

async function runSuite(suite) {
  console.log(`\n=== ${suite.name}`);
  const report = path.join(root, "build", "test-results", `${suite.name}.json`);
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const startedAt = performance.now();
  let status = 1;
  try {
    if (suite.needsBuild) await (await import("./prepare/ensure-built.mjs")).ensureBuilt(root);
    const run = spawnSync(process.execPath, suite.command(root, report), {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...suite.environment?.(report) },
      timeout: 2 * suite.minutes * 60_000,
    });
    const minutes = (performance.now() - startedAt) / 60_000;
    if (minutes > suite.minutes) {
      const what = run.error?.code === "ETIMEDOUT" ? "was stopped after" : "took";
      console.log(
        `${suite.name} ${what} ${minutes.toFixed(1)} minutes; its share is ${suite.minutes}`,
      );
    }
    status = run.status ?? 1;
  } catch (error) {
    console.log(error); // the build failed
  }
  return {
    name: suite.name,
    ...countSuite(suite, report, status),
    seconds: (performance.now() - startedAt) / 1000,
  };
}
