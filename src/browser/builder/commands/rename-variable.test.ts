import { type Graph, graphSchema, type JsonObject } from "#core/domain";
import { type ActionType, bindGraph, knownRoots } from "#core/engine";
import { verifyGraph } from "#core/verify";
import { stepCatalogue, stepTypes } from "#steps";
import { aDrawnGraph, randomGraph } from "#testing/builders";
import { triggerCatalogue } from "#triggers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openDocument, undo } from "../document/document.ts";
import { nothingSelected } from "../document/selection.ts";
import { listVariables } from "../document/variables/list-variables.ts";
import { withVariableRenamed } from "../document/variables/with-variable-renamed.ts";
import { renameProblem, renameVariable } from "./rename-variable.ts";

const setVariable: ActionType = {
  name: "switchboard.set_variable@1",
  integration: "switchboard",
  title: "Set variable",
  description: "",
  inputs: [
    { name: "name", title: "Variable", type: "string", isRequired: true, names: "variable" },
    { name: "value", title: "Value", type: "any", isRequired: false },
  ],
  outputs: [],
  isRepeatable: true,
  confirms: false,
  speaks: false,
  amount: null,
  perform: null,
};
const catalogues = { steps: stepCatalogue, actions: new Map([[setVariable.name, setVariable]]) };
const rename = (graph: Graph, from: string, to: string) =>
  withVariableRenamed(graph, from, to, catalogues);

/** A step of each kind that can name a variable, naming `order` in every way it can, and `order_id`, which must stay. */
const everywhere = aDrawnGraph(
  {
    ask: [
      "ask_question",
      {
        text: { en: "{{ order }} {{order_id}}", de: "{{ order.status | upcase }}" },
        retry_text: "Not {{order}}",
        why_text: "For {{ order }}",
        answer: { type: "text" },
        save_to: { variable: "order" },
      },
      { answered: "say" },
    ],
    say: ["send_message", { text: 'Hi {{ order | default: "order" }}, order' }, { next: "ai" }],
    ai: [
      "send_message",
      { mode: "ai", prompt: "{{ order }}", fallback_text: "{{ order.id }}" },
      { next: "branch" },
    ],
    branch: [
      "branch",
      {
        branches: [
          {
            id: "one",
            name: "order",
            match: "all",
            conditions: [
              { field: "order.status", operator: "equals", value: "order" },
              { field: "order_id", operator: "has_any_of", value: ["{{ order }}", "order"] },
            ],
          },
        ],
      },
      { one: "act" },
    ],
    act: [
      "run_action",
      {
        action: "switchboard.set_variable@1",
        input: {
          name: { literal: "order" },
          value: { template: "{{ order.id }} {{ order_id }}" },
        },
        save_to: "order",
        confirm_text: "{{ order }}?",
        error_message: { en: "{{ order }}", fr: "x" },
      },
      { success: "note" },
    ],
    note: [
      "run_action",
      {
        action: "switchboard.add_note@1",
        input: { text: { literal: "order" }, other: { variable: "order.id" } },
      },
      { success: "call" },
    ],
    call: [
      "trigger_workflow",
      {
        workflow_id: "01920000-0000-7000-8000-000000000002",
        gives: "chosen",
        given: ["order", "order_id"],
        outputs: [{ from: "order", to: "order" }],
      },
    ],
  },
  {
    trigger: {
      conditions: { match: "all", conditions: [{ field: "order", operator: "exists" }] },
      goal: {
        conditions: {
          match: "all",
          conditions: [{ field: "contact.tags", operator: "contains", value: "{{ order }}" }],
        },
        within_seconds: 3_600,
      },
    },
  },
);

/** Names that bound steps read and write. */
const namesIn = (graph: Graph): ReadonlySet<string> => {
  const { steps } = bindGraph(graph, stepCatalogue, triggerCatalogue, catalogues.actions);
  return new Set(
    [...steps.values()].flatMap(({ reads, writes }) => [
      ...reads.map(({ path }) => path.split(".")[0] ?? ""),
      ...writes,
    ]),
  );
};

describe("renaming a variable", () => {
  it("reaches every text, condition, input and name, and nothing else", () => {
    const renamed = rename(everywhere, "order", "purchase");
    const config = (id: string): JsonObject =>
      renamed.steps.find((step) => step.id === id)?.config ?? {};
    expect(namesIn(renamed)).toEqual(new Set(["purchase", "order_id"]));
    expect(config("ask")).toMatchObject({
      text: { en: "{{ purchase }} {{order_id}}", de: "{{ purchase.status | upcase }}" },
      retry_text: "Not {{purchase}}",
      why_text: "For {{ purchase }}",
      save_to: { variable: "purchase" },
    });
    expect(config("say")).toEqual({ text: 'Hi {{ purchase | default: "order" }}, order' });
    expect(config("branch")).toMatchObject({
      branches: [
        {
          name: "order",
          conditions: [
            { field: "purchase.status", value: "order" },
            { field: "order_id", value: ["{{ purchase }}", "order"] },
          ],
        },
      ],
    });
    expect(config("act")).toMatchObject({
      input: {
        name: { literal: "purchase" },
        value: { template: "{{ purchase.id }} {{ order_id }}" },
      },
      save_to: "purchase",
    });
    expect(config("note")["input"]).toEqual({
      text: { literal: "order" },
      other: { variable: "purchase.id" },
    });
    expect(config("call")).toMatchObject({
      given: ["purchase", "order_id"],
      outputs: [{ from: "order", to: "purchase" }],
    });
    expect(JSON.stringify(renamed.trigger)).not.toContain('"order"');
    expect(JSON.stringify(renamed.trigger.goal)).toContain("{{ purchase }}");
  });

  it("is one entry, and taken back gives the very graph", () => {
    const before = openDocument(everywhere);
    const after = renameVariable("order", "purchase", catalogues).perform(before, nothingSelected);
    expect(after.past).toHaveLength(1);
    expect(undo(after).graph).toBe(everywhere);
  });

  it("refuses a name that is no name, taken or in use, an unfinished step's too", () => {
    const unfinished = aDrawnGraph({ say: ["send_message", { text: "{{ spare }} {{" }] });
    const problem = (to: string, graph = everywhere) =>
      renameProblem(graph, "order", to, catalogues);
    expect(problem("purchase")).toBeNull();
    expect(problem("contact")).toContain("taken");
    expect(problem("order_id")).toContain("already used");
    expect(problem("spare", unfinished)).toContain("already used");
    expect(problem("2nd")).toContain("Begin with a letter");
    expect(problem("")).toContain("Write");
  });

  it("knows the places of every type: what a valid example reads and writes can be renamed", () => {
    for (const { type, example } of stepTypes) {
      const graph = aDrawnGraph({ one: [type, example] });
      for (const name of namesIn(graph)) {
        if (knownRoots.includes(name) || name.includes(".")) continue;
        expect(namesIn(rename(graph, name, "renamed")), `${name} of ${type}`).not.toContain(name);
      }
    }
  });

  it("changes no finding but its name, and renamed back is the same graph", () => {
    const names = fc.constantFrom("a", "b", "nothing");
    const verify = (graph: Graph) =>
      verifyGraph(graph, stepCatalogue, triggerCatalogue, { actions: catalogues.actions }).map(
        ({ code, stepId, field, message }) => ({ code, stepId, field, message }),
      );
    fc.assert(
      fc.property(randomGraph, names, (graph, name) => {
        const renamed = rename(graph, name, "renamed");
        expect(graphSchema.parse(renamed)).toEqual(renamed);
        expect(namesIn(renamed)).not.toContain(name);
        expect(rename(renamed, "renamed", name)).toEqual(graph);
        const said = verify(graph).map((finding) => ({
          ...finding,
          message: finding.message.replaceAll(`“${name}”`, "“renamed”"),
        }));
        // The order of what is told of several variables may follow their names.
        expect(new Set(verify(renamed).map((one) => JSON.stringify(one)))).toEqual(
          new Set(said.map((one) => JSON.stringify(one))),
        );
      }),
    );
  });
});

describe("the list of variables", () => {
  it("tells where each is set and read, an unfinished step and the trigger included", () => {
    const graph = aDrawnGraph(
      {
        ask: [
          "ask_question",
          { text: "?", answer: { type: "text" }, save_to: { variable: "a" } },
          { answered: "say" },
        ],
        say: ["send_message", { text: "{{ a.b }} {{ contact.name }}" }, { next: "open" }],
        open: ["send_message", { text: "{{ a }} {{" }],
      },
      {
        trigger: { conditions: { match: "all", conditions: [{ field: "a", operator: "exists" }] } },
      },
    );
    expect(listVariables(graph, catalogues)).toEqual([
      { name: "a", setBy: ["ask"], readBy: ["say", "trigger", "open"] },
    ]);
  });
});
