import { aStepContext, bindStep, problemsOf } from "#testing/builders";
import { describe, expect, it } from "vitest";
import { jumpToStep } from "./step.ts";

describe("a jump", () => {
  it.each([
    [1, null, "jump"],
    [1, 1, "next"],
    [3, null, "jump"],
    [3, 2, "jump"],
    [3, 3, "next"],
    [100, 99, "jump"],
    [100, 100, "next"],
    [2, "nonsense", "jump"],
  ])("of at most %i, remembering %j, leaves by %s", (max_jumps, memory, path) => {
    const result = bindStep(jumpToStep, { max_jumps }).enter(aStepContext({ memory }));
    expect(result).toMatchObject({ kind: "leave", path });
  });

  it("remembers that it jumped, and nothing when it goes on", () => {
    const step = bindStep(jumpToStep, { max_jumps: 2 });
    expect(step.enter(aStepContext({ memory: 1 }))).toMatchObject({
      effects: [{ type: "remember", value: 2 }],
      evidence: [{ jump: 2, max_jumps: 2 }],
    });
    const onward = step.enter(aStepContext({ memory: 2 }));
    expect(onward).toMatchObject({ evidence: [{ jumps: 2, max_jumps: 2 }] });
    expect(onward).not.toHaveProperty("effects");
  });
});

it("jumps once unless told otherwise, and tells the verifier that its jumps have an end", () => {
  const step = bindStep(jumpToStep, {});
  expect(step.summary).toBe("Jump once");
  expect(step.boundedPaths).toEqual(["jump"]);
  expect(step.enter(aStepContext({ memory: 1 }))).toMatchObject({ path: "next" });
});

it.each([
  [{ max_jumps: 0 }, ["max_jumps: jump at least once"]],
  [{ max_jumps: 101 }, ["max_jumps: jump at most 100 times"]],
  [{ max_jumps: 1.5 }, ["max_jumps: enter a whole number"]],
])("refuses %j", (config, problems) => {
  expect(problemsOf(jumpToStep, config)).toEqual(problems);
});
