import type { Json, Occurrence } from "#core/domain";
import { aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { fieldChanged } from "./trigger.ts";

const changed = (field: string, from: Json, to: Json): Occurrence => ({
  type: "field_changed",
  field,
  from,
  to,
});
const toPro = { field: "custom.plan", to: { is: "value", value: "pro" } };

it.each<[string, Record<string, Json>, Occurrence, string]>([
  ["any change", { field: "custom.plan" }, changed("custom.plan", null, "pro"), "yes"],
  ["another field", { field: "email" }, changed("custom.plan", null, "pro"), "filtered"],
  ["the value wanted", toPro, changed("custom.plan", "free", " PRO"), "yes"],
  ["another value", toPro, changed("custom.plan", "pro", "free"), "filtered"],
  [
    "a first value",
    { field: "email", from: { is: "empty" } },
    changed("email", null, "a@b.example"),
    "yes",
  ],
  [
    "a later value",
    { field: "email", from: { is: "empty" } },
    changed("email", "c@d.example", "a@b.example"),
    "filtered",
  ],
  [
    "a value taken away",
    { field: "email", to: { is: "empty" } },
    changed("email", "a@b.example", ""),
    "yes",
  ],
  [
    "a number in another spelling",
    { field: "custom.seats", to: { is: "value", value: "7.0" } },
    changed("custom.seats", 3, 7),
    "yes",
  ],
  [
    "a truth",
    { field: "custom.beta", to: { is: "value", value: true } },
    changed("custom.beta", false, true),
    "yes",
  ],
  [
    "a list where a value is wanted",
    { field: "tags", to: { is: "value", value: "a" } },
    changed("tags", [], ["a"]),
    "filtered",
  ],
])("looks at %s", (_name, config, occurrence, expected) => {
  expect(bindTrigger(fieldChanged, config).matches(occurrence, aTriggerContext()).match).toBe(
    expected,
  );
});

it("tells its run what changed", () => {
  const occurrence = changed("custom.plan", "free", "pro");
  expect(bindTrigger(fieldChanged, toPro).matches(occurrence, aTriggerContext())).toEqual({
    match: "yes",
    inputs: { field: "custom.plan", from: "free", to: "pro" },
  });
});

it.each(["", "contact.email", "custom.", "Custom.plan", "custom.a.b"])(
  "refuses the field %j",
  (field) => {
    expect(fieldChanged.bind({ field }).ok).toBe(false);
  },
);
