import { z } from "zod";

const NAMES = new Map([
  [10, "trace"],
  [20, "debug"],
  [30, "info "],
  [40, "warn "],
  [50, "error"],
  [60, "fatal"],
]);

const entrySchema = z.looseObject({
  level: z.number(),
  time: z.number(),
  msg: z.string().optional(),
});
const errorSchema = z.looseObject({ message: z.string(), stack: z.string().optional() });

/** Turns one JSON log entry into `12:00:01 info  message key=value`, a stack on the lines below it. */
export function readableLine(json: string): string {
  const { level, time, msg, err, ...rest } = entrySchema.parse(JSON.parse(json));
  const clockTime = new Date(time).toISOString().slice(11, 19);
  const fields = Object.entries(rest).map(
    ([key, value]) => `${key}=${typeof value === "string" ? value : JSON.stringify(value)}`,
  );
  const error = errorSchema.safeParse(err);
  const detail = error.success ? `\n${error.data.stack ?? error.data.message}` : "";
  return `${[clockTime, NAMES.get(level) ?? String(level), msg ?? "", ...fields].join(" ").trimEnd()}${detail}\n`;
}
