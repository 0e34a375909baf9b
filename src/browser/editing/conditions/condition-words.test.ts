import type { Condition } from "#core/domain";
import { expect, it } from "vitest";
import type { VariableOption } from "../variables/variable-option.ts";
import { conditionsInWords } from "./condition-words.ts";

const fields: readonly VariableOption[] = [
  {
    path: "topic",
    title: "topic",
    group: "",
    kind: "text",
    presence: "always",
    choices: [
      { value: "o1", label: "An order" },
      { value: "o2", label: "A return" },
    ],
  },
  {
    path: "session.page_count",
    title: "Pages seen",
    group: "",
    kind: "number",
    presence: "always",
    unit: "pages",
  },
  {
    path: "contact.first_seen_at",
    title: "First seen",
    group: "",
    kind: "date",
    presence: "always",
  },
];
const fieldOf = (path: string) => fields.find((field) => field.path === path);
const say = (...conditions: Condition[]) =>
  conditionsInWords({ match: "all", conditions }, fieldOf);

it.each<[Condition, string]>([
  [{ field: "topic", operator: "equals", value: "o1" }, "topic is “An order”"],
  [
    { field: "topic", operator: "has_any_of", value: ["o1", "o2"] },
    "topic is one of “An order” or “A return”",
  ],
  [
    { field: "session.page_count", operator: "between", value: ["2", "5"] },
    "pages seen is between 2 pages and 5 pages",
  ],
  [
    { field: "contact.first_seen_at", operator: "before", value: "2026-01-01" },
    "first seen is before 2026-01-01",
  ],
  [{ field: "contact.email", operator: "not_exists" }, "contact.email has no value"],
  [{ field: "order.email", operator: "equals", value: "{{ topic }}" }, "order.email is topic"],
  [{ field: "", operator: "equals", value: "" }, "… is …"],
])("says %j as a sentence does", (condition, words) => {
  expect(say(condition)).toBe(words);
});

it("joins conditions as they are joined", () => {
  const one: Condition = { field: "topic", operator: "exists" };
  expect(say(one, one)).toBe("topic has a value and topic has a value");
  expect(conditionsInWords({ match: "any", conditions: [one, one] }, fieldOf)).toBe(
    "topic has a value or topic has a value",
  );
  expect(say()).toBe("");
});
