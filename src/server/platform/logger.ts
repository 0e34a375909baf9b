import { Writable } from "node:stream";
import { type Logger, pino } from "pino";
import { readableLine } from "./readable-line.ts";

export type { Logger } from "pino";

export type LogLevel = "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
export type LogFormat = "json" | "text";

// Never logged, wherever one level of nesting hides it.
const SECRETS = ["password", "token", "secret", "authorization", "cookie", "apiKey", "secretKey"];

/** Writes log lines: JSON for machines, or one readable line each for a person at a terminal. */
export function createLogger(options: {
  level: LogLevel;
  format: LogFormat;
  output?: { write(text: string): unknown };
}): Logger {
  const output = options.output ?? process.stdout;
  const settings = {
    level: options.level,
    base: null,
    redact: { paths: [...SECRETS, ...SECRETS.map((name) => `*.${name}`)], censor: "[hidden]" },
  };
  if (options.format === "json")
    return pino(settings, { write: (line) => void output.write(line) });
  return pino(settings, asText(output));
}

function asText(output: { write(text: string): unknown }): Writable {
  return new Writable({
    decodeStrings: false,
    write(line, _encoding, done) {
      output.write(readableLine(String(line)));
      done();
    },
  });
}
