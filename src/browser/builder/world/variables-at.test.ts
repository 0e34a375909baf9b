import type { Graph, JsonObject } from "#core/domain";
import { toStepId } from "#core/domain";
import { describe, expect, it } from "vitest";
import { variablesAt } from "./variables-at.ts";

const question = (id: string, variable: string, answer: JsonObject = { type: "text" }) => ({
  id: toStepId(id),
  type: "ask_question",
  name: id,
  config: { text: "?", answer, save_to: { variable } },
  position: { x: 0, y: 0 },
});

const graph: Graph = {
  format: 1,
  trigger: {
    type: "page_view",
    config: { url_pattern: "/pricing" },
    conditions: { match: "all", conditions: [] },
    frequency: { every: "time" },
    on_takeover: "pause",
  },
  trigger_position: { x: 0, y: 0 },
  steps: [
    question("first", "topic", {
      type: "single_choice",
      options: [
        { id: "o1", label: "Order" },
        { id: "o2", label: "Return" },
      ],
    }),
    question("second", "email_address"),
    question("aside", "elsewhere"),
  ],
  notes: [],
  silent_ends: [],
  edges: [
    { from: "trigger", path: "next", to: toStepId("first") },
    { from: toStepId("first"), path: "answered", to: toStepId("second") },
  ],
};
const at = (card: string) => variablesAt(graph, card === "trigger" ? card : toStepId(card));
const pathsIn = (card: string, group: string) =>
  at(card)
    .filter((option) => option.group === group)
    .map(({ path }) => path);

describe("variables at a card", () => {
  it("are first what steps before it saved, last what others save, never what it saves itself", () => {
    expect(pathsIn("second", "Saved by earlier steps")).toEqual(["topic"]);
    expect(pathsIn("second", "Saved by other steps")).toEqual(["elsewhere"]);
  });

  it("offer the options of a choice by label", () => {
    const topic = variablesAt(graph, toStepId("second")).find(({ path }) => path === "topic");
    expect(topic?.choices).toEqual([
      { value: "o1", label: "Order" },
      { value: "o2", label: "Return" },
    ]);
  });

  it("hold the trigger's inputs and the fields that are always there", () => {
    expect(at("trigger").map(({ path }) => path)).toEqual(
      expect.arrayContaining(["trigger.page_url", "contact.email"]),
    );
  });
});
