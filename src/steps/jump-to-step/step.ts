import { defineStep, leave } from "#core/engine";
import { z } from "zod";

/**
 * Jumps to a chosen step of the same workflow, so many times and no more.
 *
 * Use it to go back: to ask again, to look something up once more. How often it has jumped is counted for each Jump step and run
 * by itself; a limit makes every loop through it end.
 *
 * Paths
 * - `jump`: the step it jumps to, drawn as a line like any other.
 * - `next`: it has jumped as often as it may, so the run goes on here.
 *
 * @example { "max_jumps": 2 }
 */
export const jumpToStep = defineStep({
  type: "jump_to_step",
  title: "Jump to step",
  description: "Goes back to another step, at most so many times.",
  config: z.strictObject({
    max_jumps: z
      .int("enter a whole number")
      .min(1, "jump at least once")
      .max(100, "jump at most 100 times")
      .default(1),
  }),
  shape: z.unknown(),
  outputPaths: () => [
    { id: "jump", title: "Jump to", isRequired: true },
    { id: "next", title: "After the last jump", isRequired: true },
  ],
  boundedPaths: ["jump"],
  initialConfig: { max_jumps: 1 },
  example: { max_jumps: 2 },
  speaks: false,
  parks: () => "never",
  skipPath: "next",
  summary: ({ max_jumps }) => (max_jumps === 1 ? "Jump once" : `Jump up to ${max_jumps} times`),
  enter: ({ max_jumps }, { memory }) => {
    const jumps = typeof memory === "number" ? memory : 0;
    return jumps < max_jumps
      ? leave("jump", {
          effects: [{ type: "remember", value: jumps + 1 }],
          evidence: [{ jump: jumps + 1, max_jumps }],
        })
      : leave("next", { evidence: [{ jumps, max_jumps }] });
  },
});
