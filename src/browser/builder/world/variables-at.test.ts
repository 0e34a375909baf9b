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
  edges: [
    { from: "trigger", path: "next", to: toStepId("first") },
    { from: toStepId("first"), path: "answered", to: toStepId("second") },
  ],
};
const paths = (card: string) =>
  variablesAt(graph, card === "trigger" ? card : toStepId(card)).map(({ path }) => path);

describe("variables at a card", () => {
  it("are what steps before it saved, not what it or others save", () => {
    expect(paths("second")).toContain("topic");
    expect(paths("second")).not.toContain("email_address");
    expect(paths("second")).not.toContain("elsewhere");
  });

  it("offer the options of a choice by label", () => {
    const topic = variablesAt(graph, toStepId("second")).find(({ path }) => path === "topic");
    expect(topic?.choices).toEqual([
      { value: "o1", label: "Order" },
      { value: "o2", label: "Return" },
    ]);
  });

  it("hold the trigger's inputs and the fields that are always there", () => {
    expect(paths("trigger")).toEqual(expect.arrayContaining(["trigger.page_url", "contact.email"]));
  });
});
