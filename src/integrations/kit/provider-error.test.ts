import { describe, expect, it } from "vitest";
import { ProviderError, providerErrorCodes, toCallAnswer } from "./provider-error.ts";

it.each(Object.entries(providerErrorCodes))("%s is a code with a sentence", (code, about) => {
  expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
  expect(about).toMatch(/^[A-Z].*\.$/);
});

describe("in the words of dispatch", () => {
  const problem = { code: "timed_out", message: "It was late.", details: { host: "a.example" } };
  const { message, details } = problem;

  it.each([
    ["failed", { kind: "failed", problem }],
    ["not_done", { kind: "not_done", problem, retryAfterMs: 5 }],
    ["unknown", { kind: "unknown", problem }],
  ] as const)("%s stays what it is", (outcome, answer) => {
    const error = new ProviderError("timed_out", message, { outcome, details, retryAfterMs: 5 });
    expect(toCallAnswer(error)).toEqual(answer);
  });
});
