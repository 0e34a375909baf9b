import { graphSchema } from "#core/domain";
import { expect, it } from "vitest";
import { findInGraph } from "./find-in-graph.ts";

const aStep = (id: string, name: string, type: string, config: object, x = 0) => ({
  id,
  type,
  name,
  config,
  position: { x, y: 0 },
});

const graph = graphSchema.parse({
  format: 1,
  trigger: {
    type: "conversation_opened",
    config: {},
    conditions: { match: "all", conditions: [] },
    frequency: { every: "time" },
    on_takeover: "pause",
  },
  trigger_position: { x: 0, y: 0 },
  steps: [
    aStep(
      "later",
      "Say goodbye",
      "send_message",
      { text: "Au revoir, à bientôt {{ topic }}" },
      600,
    ),
    aStep(
      "ask",
      "What is it?",
      "ask_question",
      { text: "Which order?", save_to: { variable: "topic" } },
      300,
    ),
    aStep("team", "", "assign_to", { target: { type: "team", team_id: "topic-team" } }, 900),
  ],
  edges: [],
});
const found = (query: string) => findInGraph(graph, query).map(({ card }) => card);

it("finds by name, by type, by text without accents, and by variable, from left to right", () => {
  expect(found("goodbye")).toEqual(["later"]);
  expect(found("assign")).toEqual(["team"]);
  expect(found("a bientot")).toEqual(["later"]);
  expect(found("topic")).toEqual(["ask", "later"]);
  expect(found("trigger")).toEqual(["trigger"]);
});

it("wants every word, and finds nothing for none", () => {
  expect(found("order goodbye")).toEqual([]);
  expect(found("  ")).toEqual([]);
});

it("shows the text around what was found", () => {
  expect(findInGraph(graph, "revoir")[0]?.excerpt).toBe("Au revoir, à bientôt {{ topic }}");
  expect(findInGraph(graph, "goodbye")[0]?.excerpt).toBe("");
});
