import type { z } from "zod";
import type { ConfigProblem } from "./config-facts.ts";

/** Parses a config; what is wrong comes back at its field, in the words of someone who reads no code. */
export const parseConfig = <Config>(
  schema: z.ZodType<Config>,
  config: unknown,
):
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] } => {
  const parsed = schema.safeParse(config, { error: toSentence });
  return parsed.success
    ? { ok: true, config: parsed.data }
    : { ok: false, problems: parsed.error.issues.map(toConfigProblem) };
};

const toConfigProblem = ({ path, message }: z.core.$ZodIssue): ConfigProblem => ({
  path: path.map((part) => (typeof part === "symbol" ? String(part) : part)),
  message,
});

/** Words for what a schema does not word itself. */
const toSentence = (issue: z.core.$ZodRawIssue): string | undefined => {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? "this is missing"
        : `this should be ${nouns[issue.expected] ?? `a ${issue.expected}`}`;
    case "unrecognized_keys":
      return `there is no setting ${issue.keys.map((key) => `“${key}”`).join(", ")} here`;
    case "invalid_value":
      return `choose one of ${issue.values.join(", ")}`;
    case "invalid_format":
      return issue.format === "uuid" ? "choose one" : undefined;
    default:
      return undefined;
  }
};

const nouns: Readonly<Record<string, string>> = {
  string: "a text",
  array: "a list",
  boolean: "yes or no",
  object: "a group of settings",
  record: "a group of settings",
  int: "a whole number",
};
