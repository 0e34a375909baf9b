import { type Graph, toStepId } from "#core/domain";
import { expect, it } from "vitest";
import { emptyGraph } from "../../../testing/builder/test-catalogue.ts";
import { changeWords, conflictWords } from "./change-words.ts";

const aStep = (id: string, name: string, config: Graph["steps"][number]["config"] = {}) => ({
  id: toStepId(id),
  type: "wait",
  name,
  config,
  position: { x: 0, y: 0 },
});
const base: Graph = {
  ...emptyGraph,
  steps: [aStep("a", "Ask"), aStep("b", "Wait"), aStep("c", "End")],
  edges: [{ from: toStepId("a"), path: "next", to: toStepId("b") }],
};
const nameOf = ({ name }: { name: string }) => name;

it("says in words what was changed", () => {
  const changed: Graph = {
    ...base,
    trigger: { ...base.trigger, on_takeover: "end" },
    steps: [
      aStep("a", "Ask again"),
      { ...aStep("b", "Wait", { seconds: 5 }), position: { x: 5, y: 0 } },
      aStep("d", "New"),
    ],
    edges: [{ from: toStepId("a"), path: "next", to: toStepId("d") }],
    notes: [{ id: "n", text: "", position: { x: 0, y: 0 }, width: 200, height: 100 }],
  };
  expect(changeWords(base, changed, nameOf)).toEqual([
    "Changed the trigger",
    "Renamed “Ask” to “Ask again”",
    "Changed “Wait”",
    "Added “New”",
    "Deleted “End”",
    "Changed 1 line",
    "Added 1 note",
    "Moved 1 card",
  ]);
  expect(changeWords(base, base, nameOf)).toEqual([]);
});

it("names what both changed", () => {
  const conflicts = [
    { kind: "step", id: "a" },
    { kind: "edge", id: "b next" },
    { kind: "edge", id: "trigger next" },
    { kind: "trigger", id: "trigger" },
  ] as const;
  expect(conflictWords(conflicts, [base], nameOf)).toBe(
    "“Ask”, a line from “Wait”, the line from the trigger, the trigger",
  );
});
