/** The composition root of `npm start`: imported by nobody. */
import { createLogger, readConfig } from "#server/platform";
import { exitWith } from "./exit-with.ts";
import { runUntilStopped } from "./run-until-stopped.ts";

try {
  const config = readConfig(process.env);
  await runUntilStopped(config, createLogger({ level: config.logLevel, format: config.logFormat }));
} catch (error) {
  exitWith(error);
}
