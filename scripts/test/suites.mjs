import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const bin = (root, name) => path.join(root, "node_modules", name);

/**
 * The suites of `npm test`, in the order they run: cheap ones first. `minutes` is the share of the
 * half hour that a whole run may take on two cores; a suite that needs more says so, and one that
 * needs twice as much is stopped and counts as failed.
 */
export const suites = [
  {
    name: "check",
    minutes: 4,
    command: (root, report) => [path.join(root, "scripts", "check.mjs"), `--report=${report}`],
    read: (report) => report,
  },
  { name: "unit", minutes: 4, command: vitest("unit"), read: readVitest },
  { name: "database", minutes: 8, command: vitest("database"), read: readVitest },
  {
    name: "e2e",
    minutes: 15,
    needsBuild: true,
    command: (root) => [
      bin(root, "@playwright/test/cli.js"),
      "test",
      "--pass-with-no-tests",
      "--reporter=list,json",
    ],
    environment: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
    read: readPlaywright,
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
  const failures = report.testResults.flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === "failed");
    if (file.status === "failed" && failed.length === 0)
      return [{ name: file.name, reason: file.message }];
    return failed.map((test) => ({
      name: `${file.name} › ${test.fullName}`,
      reason: test.failureMessages.join("\n"),
    }));
  });
  return { passed: report.numPassedTests, failed: failures.length, failures };
}

function readPlaywright({ stats, errors, suites: files }) {
  const specs = files.flatMap(function all(part) {
    return [...(part.specs ?? []), ...(part.suites ?? []).flatMap(all)];
  });
  const failures = specs
    .filter((spec) => !spec.ok)
    .map((spec) => ({
      name: `${spec.file}:${spec.line} › ${spec.title}`,
      reason: spec.tests
        .flatMap(({ results }) => results.map(({ error }) => error?.message))
        .at(-1),
    }));
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    failures: [...failures, ...errors.map(({ message }) => ({ name: "e2e", reason: message }))],
  };
}

/**
 * Counts a suite from its report and lists what failed; never says "no failure" of a suite that ended badly.
 * @param {number} status exit code
 */
export function countSuite(suite, reportFile, status) {
  const { passed, failed, failures } = existsSync(reportFile)
    ? suite.read(JSON.parse(readFileSync(reportFile, "utf8")))
    : { passed: 0, failed: 0, failures: [] };
  if (status === 0 || failed > 0) return { passed, failed, failures };
  const reason = `ended with status ${status} although no test of its report failed`;
  return { passed, failed: 1, failures: [{ name: suite.name, reason }] };
}
