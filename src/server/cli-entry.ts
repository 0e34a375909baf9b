/** The composition root of `npm run switchboard`: imported by nobody. */
import { runCommandLine } from "#server/cli";
import { createLogger, readConfig } from "#server/platform";
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
    print: (line) => process.stdout.write(`${line}\n`),
    serve: () =>
      runUntilStopped(config, createLogger({ level: config.logLevel, format: config.logFormat })),
  });
} catch (error) {
  exitWith(error);
}
