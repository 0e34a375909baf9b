/** The composition root of `npm run switchboard`: imported by nobody. */
import { createInterface } from "node:readline";
import { actionCatalogue, integrations } from "#integrations";
import { runCommandLine } from "#server/cli";
import { createLogger, readConfig } from "#server/platform";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { exitWith } from "./exit-with.ts";
import { runUntilStopped } from "./run-until-stopped.ts";

try {
  const config = readConfig(process.env);
  const log = createLogger({
    level: config.logLevel === "info" ? "warn" : config.logLevel, // the answer stands alone
    format: config.logFormat,
    output: process.stderr,
  });
  await runCommandLine(process.argv.slice(2), {
    config,
    log,
    catalogues: {
      steps: stepCatalogue,
      triggers: triggerCatalogue,
      actions: actionCatalogue,
      integrations,
    },
    input: typedLines(),
    print: (line) => process.stdout.write(`${line}\n`),
    serve: () =>
      runUntilStopped(config, createLogger({ level: config.logLevel, format: config.logFormat })),
  });
} catch (error) {
  exitWith(error);
}

/** Opens the terminal only when a command reads from it: an open one keeps the process alive. */
async function* typedLines(): AsyncIterable<string> {
  yield* createInterface({ input: process.stdin });
}
