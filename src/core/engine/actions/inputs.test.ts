import type { Json } from "#core/domain";
import { aStepContext } from "#testing/builders";
import { describe, expect, it } from "vitest";
import type { ActionField } from "../action-contract.ts";
import { checkInputs, namedByInputs } from "./check-inputs.ts";
import { fitValue } from "./fit-value.ts";
import { resolveInputs } from "./resolve-inputs.ts";

const field = (type: ActionField["type"], more: Partial<ActionField> = {}): ActionField => ({
  name: "it",
  title: "It",
  type,
  isRequired: true,
  ...more,
});
const refused = Symbol("refused");

describe("a value fitted to a type", () => {
  const rows: readonly (readonly [ActionField["type"], Json, Json | typeof refused])[] = [
    ["string", "a", "a"],
    ["string", 12, "12"],
    ["string", true, "true"],
    ["string", ["a", "b"], "a, b"],
    ["string", { a: 1 }, refused],
    ["number", "1,200.50", 1200.5],
    ["number", 3, 3],
    ["number", "three", refused],
    ["number", true, refused],
    ["number", "1e999", refused],
    ["boolean", "Yes", true],
    ["boolean", "false", false],
    ["boolean", "constructor", refused],
    ["boolean", 1, refused],
    ["date", "2026-03-02", "2026-03-02"],
    ["date", "2026-03-02T23:30:00Z", "2026-03-03"],
    ["date", "2026-02-30", refused],
    ["date", "tomorrow", refused],
    ["datetime", "2026-03-02T10:00", "2026-03-02T09:00:00.000Z"],
    ["datetime", 5, refused],
    ["list", "a", ["a"]],
    ["list", ["a"], ["a"]],
    ["list", { a: 1 }, refused],
    ["object", { a: 1 }, { a: 1 }],
    ["object", ["a"], refused],
    ["any", 1, 1],
    ["any", [1], refused],
  ];
  it.each(rows)("%s takes %j for %j", (type, value, expected) => {
    const fitted = fitValue(field(type), value, "Europe/Berlin");
    expect(fitted.ok ? fitted.value : refused).toEqual(expected);
  });

  it("is one of those offered", () => {
    const offered = field("string", { values: ["low", "high"] });
    expect(fitValue(offered, "high", "UTC")).toEqual({ ok: true, value: "high" });
    expect(fitValue(offered, "huge", "UTC")).toEqual({
      ok: false,
      message: "It should be one of low, high",
    });
  });
});

describe("bindings before anything runs", () => {
  const action = {
    title: "Refund",
    inputs: [
      field("number", { name: "amount", title: "Amount" }),
      field("list", { name: "items", title: "Items", isRequired: false }),
      field("string", { name: "keep", title: "Keep", isRequired: false, names: "variable" }),
    ],
  };
  const check = (bindings: Parameters<typeof checkInputs>[1]) =>
    checkInputs(action, bindings).map(({ path, message }) => `${path.join(".")}: ${message}`);

  it.each([
    [{ amount: { literal: 1 } }, []],
    [{ amount: { template: "{{ total }}" } }, []],
    [{ amount: { variable: "total" } }, []],
    [{}, ["amount: fill in Amount"]],
    [{ amount: { literal: " " } }, ["amount: fill in Amount"]],
    [{ amount: { literal: "lots" } }, ["amount: Amount should be a number"]],
    [{ amount: { template: "lots" } }, ["amount: Amount should be a number"]],
    [{ amount: { literal: 1 }, other: { literal: 1 } }, ["other: Refund has no input “other”"]],
    [
      { amount: { literal: 1 }, items: { template: "{{ list }}" } },
      ["items: take Items from a variable"],
    ],
    [{ amount: { literal: 1 }, keep: { literal: "level" } }, []],
    [
      { amount: { literal: 1 }, keep: { variable: "level" } },
      ["keep: write the name in Keep as it is"],
    ],
    [
      { amount: { literal: 1 }, keep: { literal: "contact" } },
      ["keep: this name is taken; choose another"],
    ],
  ])("%j", (bindings, problems) => {
    expect(check(bindings)).toEqual(problems);
  });

  it("tell what they name", () => {
    expect(namedByInputs(action, { keep: { literal: "level" } })).toEqual(["level"]);
    expect(namedByInputs(action, { keep: { variable: "level" } })).toEqual([]);
  });
});

describe("bindings when it runs", () => {
  const inputs = [
    field("number", { name: "amount", title: "Amount" }),
    field("string", { name: "note", title: "Note", isRequired: false }),
  ];
  const resolve = (bindings: Parameters<typeof resolveInputs>[1], variables = {}) =>
    resolveInputs({ inputs }, bindings, aStepContext({ variables }));

  it("are filled in and fitted; what has no value is left out", () => {
    const bindings = { amount: { variable: "total" }, note: { template: "{{ nothing }}" } };
    expect(resolve(bindings, { total: "12" })).toEqual({ ok: true, input: { amount: 12 } });
  });

  it("never read a value of the contact as a template", () => {
    const bindings = { amount: { literal: 1 }, note: { template: "{{ said }}" } };
    expect(resolve(bindings, { said: "{{ contact.email }}" })).toMatchObject({
      input: { note: "{{ contact.email }}" },
    });
  });

  it("name the input that does not fit", () => {
    expect(resolve({ amount: { variable: "total" } }, { total: "many" })).toMatchObject({
      ok: false,
      problem: { code: "invalid_input", details: { input: "amount" } },
    });
    expect(resolve({})).toMatchObject({ problem: { message: "Amount has no value" } });
  });
});
