import { graphSchema } from "#core/domain";
import { aDrawnGraph, type DrawnSteps } from "#testing/builders";
import { describe, expect, it } from "vitest";
import { planWords, toPlan, toWaitingSteps } from "./plan.ts";

const graph = (steps: DrawnSteps) => graphSchema.parse(aDrawnGraph(steps));
const wait = ["wait", {}] as const;
const live = graph({ a: wait, b: wait, c: wait });
const draft = graph({ a: wait, b: ["send_message", { text: "B" }] });
const at = (step_id: string, version_number: number, runs: number) => ({
  step_id,
  version_number,
  runs,
});

describe("runs in progress", () => {
  const steps = toWaitingSteps(
    [at("a", 3, 2), at("a", 1, 1), at("b", 3, 4), at("c", 3, 5), at("old", 1, 1)],
    draft,
    live,
  );

  it("are gathered by step over all versions", () => {
    expect(steps.map(({ stepId, runs, versions }) => [stepId, runs, versions])).toEqual([
      ["a", 3, [1, 3]],
      ["b", 4, [3]],
      ["c", 5, [3]],
      ["old", 1, [1]],
    ]);
  });

  it("may move only to the same step of the same type", () => {
    expect(steps.map(({ stepId, whyNotMove }) => [stepId, whyNotMove !== null])).toEqual([
      ["a", false],
      ["b", true],
      ["c", true],
      ["old", true],
    ]);
  });

  it("finish on their version unless somebody says otherwise", () => {
    const fateOf = ({ stepId }: { stepId: string }) =>
      stepId === "a" ? "move" : stepId === "b" ? "end" : "finish";
    expect(toPlan(steps, fateOf)).toEqual([
      { step_id: "a", plan: "move" },
      { step_id: "b", plan: "end" },
    ]);
    expect(planWords(steps, fateOf)).toBe(
      "6 finish on their version, 3 move to the new one, 4 end",
    );
  });
});
