import { type Graph, graphSchema, type Json, toStepId } from "#core/domain";
import { aDrawnGraph, type DrawnSteps } from "#testing/builders";
import { describe, expect, it } from "vitest";
import { differenceOf } from "./difference-of.ts";
import { inSentences } from "./words/in-sentences.ts";
import type { Names } from "#steps/editors";

const team = "01920000-0000-7000-8000-000000000001";
const names: Names = {
  member: () => undefined,
  team: (id) => (id === team ? "Sales" : undefined),
  schedule: () => undefined,
  workflow: () => undefined,
  aiAgent: () => undefined,
  action: () => undefined,
};

/** A drawn graph whose steps are called by their ids. */
const graph = (steps: DrawnSteps, more: object = {}): Graph => {
  const drawn = graphSchema.parse(aDrawnGraph(steps, more));
  return { ...drawn, steps: drawn.steps.map((step) => ({ ...step, name: step.id })) };
};
const say = (before: Graph, after: Graph) =>
  inSentences(differenceOf(before, after), names).map(({ text }) => text);
const sayConfig = (type: string, before: Record<string, Json>, after: Record<string, Json>) =>
  say(graph({ a: [type, before] }), graph({ a: [type, after] }));

const ask = { text: "Which order?", answer: { type: "text" } };
const option = (id: string, label: string) => ({ id, label });
const choice = (...options: readonly Json[]) => ({
  ...ask,
  answer: { type: "single_choice", options: [...options] },
});

describe("a changed setting", () => {
  it.each<[string, string, Record<string, Json>, Record<string, Json>, readonly string[]]>([
    [
      "a wait",
      "wait",
      { amount: 1, unit: "days" },
      { amount: 2, unit: "hours" },
      ["“a” now waits 2 hours instead of 1 day"],
    ],
    [
      "a time limit",
      "ask_question",
      { ...ask, timeout: { seconds: 86_400 } },
      { ...ask, timeout: { seconds: 172_800 } },
      ["“a” now waits for 2 days instead of 1 day"],
    ],
    [
      "a switch",
      "ask_question",
      ask,
      { ...ask, skip_when_known: true },
      ["“a” now skips the question when the field is known"],
    ],
    [
      "an option",
      "ask_question",
      choice(option("y", "Yes")),
      choice(option("y", "Yes"), option("n", "No")),
      ["“a” has a new option “No”"],
    ],
    [
      "the order of options",
      "ask_question",
      choice(option("y", "Yes"), option("n", "No")),
      choice(option("n", "No"), option("y", "Yes")),
      ["“a” has its options in another order"],
    ],
    [
      "an option that is gone",
      "ask_question",
      choice(option("y", "Yes"), option("n", "No")),
      choice(option("n", "No")),
      ["“a” no longer has the option “Yes”"],
    ],
    [
      "whom to assign to",
      "assign_to",
      { target: { type: "workspace" } },
      { target: { type: "team", team_id: team } },
      ["“a” now assigns to the team Sales instead of anybody in the workspace"],
    ],
    [
      "a field nobody knows",
      "wait",
      { amount: 1 },
      { amount: 1, new_thing: 3 },
      ["“a”: “new thing” is now 3"],
    ],
    [
      "an input",
      "run_action",
      { action: "switchboard.add_tag@1", input: { tag: { type: "value", value: "a" } } },
      { action: "switchboard.add_tag@1", input: { tag: { variable: "x" } } },
      ["“a”: the input is now the variable x instead of type: “value”, value: “a”"],
    ],
  ])("is said: %s", (_name, type, before, after, sentences) => {
    expect(sayConfig(type, before, after)).toEqual(sentences);
  });

  it("shows the words of a text that changed", () => {
    const [sentence] = inSentences(
      differenceOf(
        graph({ a: ["send_message", { text: "Hello, how are you?" }] }),
        graph({ a: ["send_message", { text: "Hello, who are you?" }] }),
      ),
      names,
    );
    expect(sentence).toMatchObject({
      text: "“a”: the text reads differently",
      stretches: [
        { kind: "same", text: "Hello, " },
        { kind: "was", text: "how" },
        { kind: "now", text: "who" },
        { kind: "same", text: " are you?" },
      ],
    });
  });

  it("is said of the trigger too, and of another trigger only that", () => {
    const on = (type: string, config: object, more: object = {}) =>
      graph({}, { trigger: { type, config, ...more } });
    expect(
      say(on("page_view", { url_pattern: "/a" }), on("page_view", { url_pattern: "/b" })),
    ).toEqual(["“Page view”: the pages are now “/b” instead of “/a”"]);
    expect(say(on("page_view", { url_pattern: "/a" }), on("manual", {}))).toEqual([
      "It now starts on “Started by hand” instead of “Page view”",
    ]);
    expect(say(on("manual", {}), on("manual", {}, { frequency: { every: "contact" } }))).toEqual([
      "“Started by hand” now starts once per contact instead of every time",
    ]);
  });
});

describe("a changed way", () => {
  const say2 = (text: string, to: Record<string, string> = {}) =>
    ["send_message", { text }, to] as const;
  const before = graph({
    a: ["wait", {}, { next: "b", replied: "c" }],
    b: say2("B"),
    c: say2("C"),
  });

  it.each<[string, DrawnSteps, readonly string[]]>([
    [
      "elsewhere",
      { a: ["wait", {}, { next: "c", replied: "c" }], b: say2("B"), c: say2("C") },
      ["“Time has passed” of “a” now leads to “c” instead of “b”"],
    ],
    [
      "nowhere",
      { a: ["wait", {}, { next: "b" }], b: say2("B"), c: say2("C") },
      ["“Contact replied” of “a” no longer leads to “c”, it ends there"],
    ],
    [
      "to a new step",
      {
        a: ["wait", {}, { next: "b", replied: "c" }],
        b: say2("B", { next: "d" }),
        c: say2("C"),
        d: say2("D"),
      },
      ["“d” is new: D", "“b” now leads to “d”"],
    ],
    [
      "to a step that is gone",
      { a: ["wait", {}, { next: "b" }], b: say2("B") },
      ["“c” is gone", "“Contact replied” of “a” no longer leads to “c”, it ends there"],
    ],
  ])("is said: %s", (_name, steps, sentences) => {
    expect(say(before, graph(steps))).toEqual(sentences);
  });

  it("says where the workflow begins and which ends are silent", () => {
    const other: Graph = {
      ...before,
      edges: before.edges.map((edge) =>
        edge.from === "trigger" ? { ...edge, to: toStepId("c") } : edge,
      ),
      silent_ends: [{ from: toStepId("b"), path: "next" }],
    };
    expect(say(before, other)).toEqual([
      "It now begins with “c” instead of “a”",
      "“b” now ends silently",
    ]);
  });
});
