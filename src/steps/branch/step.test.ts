import type { StepEvent } from "#core/domain";
import { checkConditions, type StepResult } from "#core/engine";
import {
  aContact,
  aConversation,
  aStepContext,
  bindStep,
  builtAt,
  problemsOf,
} from "#testing/builders";
import { describe, expect, it } from "vitest";
import { branch } from "./step.ts";

const condition = (field: string, operator: string, value?: unknown) => ({
  field,
  operator,
  ...(value === undefined ? {} : { value }),
});
const aBranch = (id: string, ...conditions: unknown[]) => ({
  id,
  name: id.toUpperCase(),
  match: "all",
  conditions,
});
const config = {
  branches: [
    aBranch("paid", condition("contact.lifecycle_stage", "equals", "paid")),
    aBranch("big", condition("total", "greater_than", 100), condition("contact.email", "exists")),
  ],
};
const pathFor = (context: ReturnType<typeof aStepContext>) => {
  const result = bindStep(branch, JSON.parse(JSON.stringify(config))).enter(context);
  return result.kind === "leave" ? result.path : result.kind;
};

describe("the branch taken", () => {
  it("is the first whose conditions pass", () => {
    const contact = aContact({ lifecycleStage: "paid", email: "a@b.example" });
    expect(pathFor(aStepContext({ contact, variables: { total: 500 } }))).toBe("paid");
  });

  it("needs all of its conditions", () => {
    expect(pathFor(aStepContext({ variables: { total: 500 } }))).toBe("default");
    expect(
      pathFor(
        aStepContext({
          contact: aContact({ email: "a@b.example" }),
          variables: { total: "500.00" },
        }),
      ),
    ).toBe("big");
  });

  it("is default when none passes", () => {
    expect(pathFor(aStepContext())).toBe("default");
  });
});

it("records each branch tried with what its conditions saw", () => {
  const result = bindStep(branch, JSON.parse(JSON.stringify(config))).enter(
    aStepContext({ variables: { total: "lots" } }),
  );
  expect(result.evidence).toEqual([
    {
      branch: "PAID",
      passed: false,
      conditions: [
        {
          field: "contact.lifecycle_stage",
          operator: "equals",
          actual: "lead",
          expected: "paid",
          passed: false,
        },
      ],
    },
    {
      branch: "BIG",
      passed: false,
      conditions: [
        {
          field: "total",
          operator: "greater_than",
          actual: "lots",
          expected: 100,
          passed: false,
          note: "a string cannot be compared with a number like this",
        },
      ],
    },
  ]);
});

it("keeps the paths of a draft whose branches are not finished", () => {
  const draft = {
    branches: [
      { id: "one", name: "One", match: "all", conditions: [] },
      { id: "two" },
      "nonsense",
      { id: "default" },
    ],
  };
  expect(branch.sketch(draft).outputPaths.map(({ id }) => id)).toEqual(["one", "two", "default"]);
});

it.each([
  [{ branches: [] }, ["branches: add at least one branch"]],
  [{ branches: [aBranch("a")] }, ["branches.0.conditions: add at least one condition"]],
  [
    { branches: [aBranch("a", condition("x", "equals"))] },
    ["branches.0.conditions.0.value: enter a value to compare with"],
  ],
  [
    { branches: [aBranch("a", condition("Bad Field", "exists"))] },
    ["branches.0.conditions.0.field: “Bad Field” is not a field or variable"],
  ],
  [
    { branches: [aBranch("a", condition("x", "matches_pattern", "(a)\\1"))] },
    [expect.stringContaining("branches.0.conditions.0.value: this pattern cannot be used")],
  ],
  [
    { branches: [aBranch("a", condition("x", "between", [1]))] },
    ["branches.0.conditions.0.value: enter a lowest and a highest value"],
  ],
  [
    { branches: [aBranch("default", condition("x", "exists"))] },
    ["branches.0.id: “default” is the path when no branch is taken"],
  ],
])("refuses %j", (bad, problems) => {
  expect(problemsOf(branch, bad)).toEqual(problems);
});

describe("a condition that asks a model", () => {
  const about = (topic: string, field = "conversation.last_message") =>
    condition(field, "is_about", topic);
  const bound = bindStep(
    branch,
    JSON.parse(
      JSON.stringify({
        branches: [
          aBranch("paid", condition("contact.lifecycle_stage", "equals", "paid"), about("money")),
          aBranch("refund", about("a refund of {{ order }}")),
          aBranch("again", about("a refund of {{ order }}"), condition("vip", "equals", "yes")),
        ],
      }),
    ),
  );
  const context = aStepContext({
    conversation: aConversation({ lastContactText: "where is my\nmoney?" }),
    variables: { order: "1001" },
  });
  const answer = (verdict: string, before: StepResult, from = context) =>
    bound.resume(
      from,
      { type: "call", key: "k", outcome: { kind: "done", output: { verdict } } },
      stateOf(before),
    );
  const stateOf = (result: StepResult) => (result.kind === "wait" ? result.state : null);
  const asked = bound.enter(context);

  it("is asked only when it decides, with what the contact wrote marked off", () => {
    expect(asked).toMatchObject({
      kind: "wait",
      wait: { for: "ai_agent", timers: [{ name: "model", dueAt: builtAt + 20_000 }] },
      effects: [
        {
          type: "call",
          request: {
            kind: "model",
            purpose: "condition",
            prompt: expect.stringMatching(/a refund of 1001[^]*"where is my\\nmoney\?"$/),
          },
          isRepeatable: true,
        },
      ],
    });
    expect(asked.effects).toHaveLength(1);
  });

  it("takes the branch after a yes", () => {
    expect(answer("yes", asked)).toMatchObject({ kind: "leave", path: "refund" });
  });

  it("asks nothing twice: two branches with one question have one answer", () => {
    expect(answer("no", asked)).toMatchObject({ kind: "leave", path: "default" });
  });

  it("asks one question after the other", () => {
    const both = aStepContext({
      conversation: aConversation({ lastContactText: "where is my money?" }),
      contact: aContact({ lifecycleStage: "paid" }),
      variables: { order: "1001" },
    });
    const first = bound.enter(both);
    const second = answer("no", first, both);
    expect(second).toMatchObject({ kind: "wait", effects: [{ type: "call" }] });
    expect(answer("yes", second, both)).toMatchObject({ kind: "leave", path: "refund" });
  });

  it.each<[string, StepEvent, string]>([
    [
      "unsure",
      {
        type: "call",
        key: "k",
        outcome: { kind: "done", output: { verdict: "unsure" } },
      },
      "the model was not sure",
    ],
    [
      "failed",
      { type: "call", key: "k", outcome: { kind: "failed", problem: { code: "x", message: "" } } },
      "the model did not answer",
    ],
    [
      "nonsense",
      { type: "call", key: "k", outcome: { kind: "done", output: { verdict: "maybe" } } },
      "the model did not answer",
    ],
    ["late", { type: "timer", name: "model" }, "the model did not answer in time"],
  ])("counts %s as no, and notes it", (_name, event, note) => {
    const result = bound.resume(context, event, stateOf(asked));
    expect(result).toMatchObject({ kind: "leave", path: "default" });
    expect(result.evidence?.[1]).toMatchObject({
      branch: "REFUND",
      passed: false,
      conditions: [{ operator: "is_about", expected: "a refund of 1001", passed: false, note }],
    });
  });

  it("is no without a question when nothing was written", () => {
    expect(bound.enter(aStepContext())).toMatchObject({ kind: "leave", path: "default" });
  });

  it("belongs into a Branch alone", () => {
    const group = {
      match: "all",
      conditions: [{ field: "contact.name", operator: "is_about", value: "x" }],
    } as const;
    const asGroup = { match: group.match, conditions: [...group.conditions] };
    expect(checkConditions(asGroup).map(({ path }) => path.join("."))).toEqual([
      "conditions.0.operator",
    ]);
    expect(checkConditions(asGroup, true)).toEqual([]);
  });
});
