import { type Graph, toWorkflowId } from "#core/domain";
import { stepCatalogue } from "#steps";
import { aDrawnGraph, type DrawnSteps } from "#testing/builders";
import { triggerCatalogue } from "#triggers";
import { describe, expect, it } from "vitest";
import type { CheckedWorkflow } from "./checked-world.ts";
import { verifyGraph } from "./verify-graph.ts";

const ids = [1, 2, 3].map((number) => toWorkflowId(`00000000-0000-7000-8000-0000000000c${number}`));

/** Verifies the first of live workflows in the given order of priority, beside all of them. */
const find = (draft: string, ...graphs: readonly (readonly [string, Graph])[]) => {
  const workflows = graphs.map(([name, graph], priority): CheckedWorkflow => {
    const [id] = ids.slice(priority);
    if (id === undefined) throw new Error("no more than three workflows");
    return { id, name, priority, graph };
  });
  const own = workflows.find(({ name }) => name === draft);
  if (own?.graph == null) throw new Error("the draft is one of them");
  return verifyGraph(own.graph, stepCatalogue, triggerCatalogue, { workflows, workflowId: own.id })
    .filter(({ code }) => code === "shadowed_trigger" || code === "workflow_ring")
    .map(({ code, message }) => [code, ...message.matchAll(/“(.+?)”/g)].flat().slice(0, 2));
};

const speaking: DrawnSteps = { a: ["send_message", { text: "Hi" }] };
const silent: DrawnSteps = { a: ["close_conversation", {}] };
const on = (type: string, config: object, more: object = {}, steps = speaking): Graph =>
  aDrawnGraph(steps, { trigger: { type, config, ...more } });
const anyMessage = on("conversation_opened", {});
const only = (value: string) => ({
  conditions: {
    match: "all",
    conditions: [{ field: "contact.email", operator: "equals", value }],
  },
});

describe("a workflow below another", () => {
  it.each<[string, Graph, Graph, boolean]>([
    ["the same trigger", anyMessage, anyMessage, true],
    ["a wider one", anyMessage, on("conversation_opened", { channels: ["widget"] }), true],
    ["a narrower one", on("conversation_opened", { channels: ["widget"] }), anyMessage, false],
    ["another one", on("chat_opened", {}), anyMessage, false],
    ["every page", on("chat_opened", {}), on("chat_opened", {}), true],
    ["a condition of its own", on("conversation_opened", {}, only("a@b.c")), anyMessage, false],
    [
      "the same condition",
      on("conversation_opened", {}, only("a@b.c")),
      on("conversation_opened", {}, only("a@b.c")),
      true,
    ],
    [
      "another condition",
      on("conversation_opened", {}, only("a@b.c")),
      on("conversation_opened", {}, only("d@e.f")),
      false,
    ],
    [
      "once per contact",
      on("conversation_opened", {}, { frequency: { every: "contact" } }),
      anyMessage,
      false,
    ],
    [
      "for a while",
      on("conversation_opened", {}, { active_until: "2026-05-01T00:00:00Z" }),
      anyMessage,
      false,
    ],
    ["nothing to say", on("conversation_opened", {}, {}, silent), anyMessage, false],
    ["a start by hand", on("manual", {}), on("manual", {}), false],
  ])("with %s", (_name, higher, own, isTold) => {
    expect(find("Own", ["Higher", higher], ["Own", own])).toEqual(
      isTold ? [["shadowed_trigger", "“Higher”"]] : [],
    );
    expect(find("Own", ["Own", own], ["Lower", higher])).toEqual([]);
  });
});

describe("workflows that set one another off", () => {
  const closing = (more: object = {}) => on("conversation_closed", {}, more, silent);

  it("is told to each of them", () => {
    expect(find("One", ["One", closing()])).toEqual([["workflow_ring", "“One”"]]);
    expect(find("One", ["One", closing()], ["Two", closing()])).toEqual([
      ["workflow_ring", "“One”"],
      ["workflow_ring", "“One”"],
    ]);
  });

  it.each<[string, Graph]>([
    ["when one starts once per contact", closing({ frequency: { every: "contact" } })],
    ["when one starts on a condition", closing(only("a@b.c"))],
    ["when nothing they do sets one off", on("conversation_reopened", {}, {}, silent)],
  ])("is not told %s", (_name, graph) => {
    expect(find("One", ["One", graph])).toEqual([]);
  });
});
