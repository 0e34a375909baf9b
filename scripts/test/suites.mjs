import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const bin = (root, name) => path.join(root, "node_modules", name);

/**
 * The suites of `npm test`, in the order they run: cheap ones first. `minutes` is the share of the
 * 25 minutes that a whole run may take on two cores; a suite that needs more says so, and one that
 * needs twice as much is stopped and counts as failed.
 */
export const suites = [
  {
    name: "check",
    minutes: 4,
    command: (root, report) => [path.join(root, "scripts", "check.mjs"), `--report=${report}`],
    read: (report) => ({ passed: report.passed, failed: report.failed }),
  },
  { name: "unit", minutes: 4, command: vitest("unit"), read: readVitest },
  { name: "database", minutes: 8, command: vitest("database"), read: readVitest },
  {
    name: "e2e",
    minutes: 9,
    needsBuild: true,
    command: (root) => [
      bin(root, "@playwright/test/cli.js"),
      "test",
      "--pass-with-no-tests",
      "--reporter=list,json",
    ],
    environment: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
    read: ({ stats, errors }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
    }),
  },
];

function vitest(project) {
  return (root, report) => [
    bin(root, "vitest/vitest.mjs"),
    "run",
    "--passWithNoTests",
    `--project=${project}`,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
}

/** A file that cannot even be loaded has no failed test in it, but counts as one. */
export function readVitest(report) {
  const broken = report.testResults.filter(
    (file) =>
      file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/**
 * Counts a suite from its report; never says "no failure" of a suite that ended badly.
 * @param {number} status exit code
 */
export function countSuite(suite, reportFile, status) {
  const counts = existsSync(reportFile)
    ? suite.read(JSON.parse(readFileSync(reportFile, "utf8")))
    : { passed: 0, failed: 0 };
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}
