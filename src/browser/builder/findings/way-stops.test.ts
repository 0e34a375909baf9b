import { graphSchema, toStepId } from "#core/domain";
import { edgeKey } from "#core/domain";
import { aDrawnGraph, type DrawnSteps } from "#testing/builders";
import { describe, expect, it } from "vitest";
import { findProblems } from "./find-problems.ts";
import { toStops, wayMarks } from "./way-stops.ts";

const graph = (steps: DrawnSteps, more: object = {}) => graphSchema.parse(aDrawnGraph(steps, more));
const say = (text: string, to: Record<string, string> = {}) =>
  ["send_message", { text }, to] as const;

/** The stops of the only finding of that kind, in words. */
const walk = (drawn: ReturnType<typeof graph>, message: RegExp) => {
  const [found] = findProblems(drawn, {}).filter((finding) => message.test(finding.message));
  if (found?.way == null) throw new Error(`no way shows ${String(message)}`);
  return toStops(drawn, found.way());
};

describe("the way that shows a finding", () => {
  it("is told card by card, with what happens at each", () => {
    const drawn = graph({
      a: [
        "ask_question",
        {
          text: "?",
          answer: { type: "text" },
          save_to: { variable: "x" },
          timeout: { seconds: 259_200 },
        },
        { answered: "b", timeout: "b" },
      ],
      b: say("{{ x }}"),
    });
    const stops = walk(drawn, /“x”/);
    expect(stops.map(({ card, words }) => [card, words])).toEqual([
      ["trigger", expect.any(String)],
      ["a", "the customer does not answer for 3 days → “No answer in time”"],
      ["b", "the run comes here"],
    ]);
  });

  it("is laid over the drawing with a number on each card, and both on one passed twice", () => {
    const drawn = graph({ a: say("hi", { next: "b" }), b: say("ho", { next: "a" }) });
    const stops = walk(drawn, /end|loop|round|wait/i);
    const { cards, lines } = wayMarks(stops, 1);
    expect(cards.get("trigger")).toMatchObject({ tone: "way", badge: "1" });
    expect(cards.get(toStepId("a"))).toMatchObject({
      badge: "2 · 4",
      detail: expect.stringMatching(/run comes here/i),
    });
    expect(cards.get(toStepId("b"))).toMatchObject({ badge: "3", detail: null });
    expect([...lines.keys()].toSorted()).toEqual(
      [
        edgeKey({ from: "trigger", path: "next" }),
        edgeKey({ from: toStepId("a"), path: "next" }),
        edgeKey({ from: toStepId("b"), path: "next" }),
      ].toSorted(),
    );
  });

  it("is drawn without words when no run is known to take it", () => {
    const drawn = graph({ a: say("hi", { next: "b" }), b: say("ho") });
    const stops = toStops(drawn, { path: [toStepId("a"), toStepId("b")], story: null });
    expect(stops.map(({ card, path }) => [card, path])).toEqual([
      ["trigger", "next"],
      ["a", "next"],
      ["b", null],
    ]);
  });
});
