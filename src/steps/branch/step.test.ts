import { aContact, aStepContext, bindStep, problemsOf } from "#testing/builders";
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
