import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { countSuite, readVitest } from "../test/suites.mjs";
import { fingerprint } from "./ensure-built.mjs";
import { isNewEnough } from "./ensure-node.mjs";
import { whatIsMissing } from "./ensure-packages.mjs";

let root;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "switchboard-prepare-"));
});
afterEach(() => rmSync(root, { recursive: true }));

test("takes Node.js 20.19 and newer", () => {
  expect(["18.20.0", "20.18.9", "20.19.0", "21.0.0", "24.1.0"].map(isNewEnough)).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
});

test("installs packages when there are none, one is missing or one has another version", () => {
  const wanted = {
    "": {},
    "node_modules/a": { version: "1.0.0" },
    "node_modules/b": { version: "1.0.0", optional: true },
  };
  expect(whatIsMissing(wanted, undefined)).toBe("first time");
  expect(whatIsMissing(wanted, {})).toBe("node_modules/a is missing");
  expect(whatIsMissing(wanted, { "node_modules/a": { version: "0.9.0" } })).toBe(
    "node_modules/a has changed",
  );
  expect(whatIsMissing(wanted, { "node_modules/a": { version: "1.0.0" } })).toBeUndefined();
});

test("builds again when a file changes, appears or goes, but not for a test", () => {
  mkdirSync(path.join(root, "src"));
  const write = (name, text) => writeFileSync(path.join(root, "src", name), text);
  write("a.ts", "1");
  const first = fingerprint(root, ["src", "absent"]);
  write("a.test.ts", "1");
  expect(fingerprint(root, ["src", "absent"])).toBe(first);
  write("a.ts", "2");
  const second = fingerprint(root, ["src", "absent"]);
  expect(second).not.toBe(first);
  write("b.ts", "");
  expect(fingerprint(root, ["src", "absent"])).not.toBe(second);
});

test("names every failed test, and counts a file that cannot be loaded as one", () => {
  const broken = { name: "a.test.ts", status: "failed", message: "no", assertionResults: [] };
  const tests = [
    { status: "passed", fullName: "adds", failureMessages: [] },
    { status: "failed", fullName: "takes away", failureMessages: ["expected 1", "seed 7"] },
  ];
  const report = {
    numPassedTests: 1,
    testResults: [broken, { name: "b.test.ts", status: "failed", assertionResults: tests }],
  };
  expect(readVitest(report)).toEqual({
    passed: 1,
    failed: 2,
    failures: [
      { name: "a.test.ts", reason: "no" },
      { name: "b.test.ts › takes away", reason: "expected 1\nseed 7" },
    ],
  });
});

test("never says that nothing failed of a suite that ended badly", () => {
  const suite = { name: "unit", read: () => ({ passed: 3, failed: 0, failures: [] }) };
  const report = path.join(root, "report.json");
  const ended = { name: "unit", reason: expect.stringContaining("status 1") };
  expect(countSuite(suite, report, 1)).toEqual({ passed: 0, failed: 1, failures: [ended] });
  writeFileSync(report, "{}");
  expect(countSuite(suite, report, 1)).toEqual({ passed: 3, failed: 1, failures: [ended] });
  expect(countSuite(suite, report, 0)).toEqual({ passed: 3, failed: 0, failures: [] });
});
