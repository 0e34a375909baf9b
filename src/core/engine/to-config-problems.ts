import type { z } from "zod";
import type { ConfigProblem } from "./step-contract.ts";

/** Turns the schema's complaints into problems at their fields, in the words of someone who reads no code. */
export const toConfigProblems = (error: z.ZodError): readonly ConfigProblem[] =>
  error.issues.map((issue) => ({
    path: issue.path.map((part) => (typeof part === "symbol" ? String(part) : part)),
    message: toSentence(issue),
  }));

const toSentence = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined || issue.message.includes("received undefined")
        ? "this is missing"
        : `this should be ${describe(issue.expected)}`;
    case "unrecognized_keys":
      return `there is no setting ${issue.keys.map((key) => `“${key}”`).join(", ")} here`;
    default:
      return issue.message;
  }
};

const describe = (expected: string): string =>
  expected === "string"
    ? "a text"
    : expected === "array"
      ? "a list"
      : expected === "boolean"
        ? "yes or no"
        : `a ${expected}`;
