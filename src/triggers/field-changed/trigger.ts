import type { Json } from "#core/domain";
import { defineTrigger, filteredBy, fires } from "#core/engine";
import { z } from "zod";

const valueSchema = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("anything") }),
  z.strictObject({ is: z.literal("empty") }),
  z.strictObject({
    is: z.literal("value"),
    value: z.union([z.string().max(2_000), z.number(), z.boolean()]),
  }),
]);
type Value = z.infer<typeof valueSchema>;

/**
 * Fires when a field of the contact changes.
 *
 * Use it to act on what is learned about somebody. `field` is the field as templates say it, without `contact.`: `email`,
 * `custom.plan`. `from` and `to` may want anything, an empty field or one value; text is compared without regard to case.
 *
 * @example { "field": "custom.plan", "from": { "is": "anything" }, "to": { "is": "value", "value": "pro" } }
 */
export const fieldChanged = defineTrigger({
  type: "field_changed",
  title: "Field changed",
  description: "A field of the contact changes.",
  on: "field_changed",
  config: z.strictObject({
    field: z
      .string()
      .regex(
        /^(custom\.)?[a-z][a-z0-9_]{0,63}$/,
        "choose a field, for example email or custom.plan",
      ),
    from: valueSchema.default({ is: "anything" }),
    to: valueSchema.default({ is: "anything" }),
  }),
  initialConfig: { field: "", from: { is: "anything" }, to: { is: "anything" } },
  example: {
    field: "custom.plan",
    from: { is: "anything" },
    to: { is: "value", value: "pro" },
  },
  inputs: ["field", "from", "to"],
  summary: ({ field, from, to }) => `When ${field} changes${say(" from", from)}${say(" to", to)}`,
  matches: (config, { field, from, to }) => {
    if (field !== config.field) return filteredBy("field", field, config.field);
    if (!isAsWanted(config.from, from)) return filteredBy("from", from, describe(config.from));
    if (!isAsWanted(config.to, to)) return filteredBy("to", to, describe(config.to));
    return fires({ field, from, to });
  },
});

const isEmpty = (value: Json): boolean =>
  value === null || value === "" || (Array.isArray(value) && value.length === 0);

const isAsWanted = (wanted: Value, actual: Json): boolean => {
  if (wanted.is === "anything") return true;
  if (wanted.is === "empty") return isEmpty(actual);
  if (typeof actual === "object") return false;
  return fold(wanted.value) === fold(actual);
};

/** Numbers read the same whatever their spelling: 7, "7" and "7.0". */
const fold = (value: string | number | boolean): string => {
  const text = String(value).trim().normalize("NFC").toLowerCase();
  const number = /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? String(number) : text;
};

const describe = (wanted: Value): Json => (wanted.is === "value" ? wanted.value : wanted.is);

const say = (word: string, wanted: Value): string =>
  wanted.is === "anything"
    ? ""
    : wanted.is === "empty"
      ? `${word} nothing`
      : `${word} “${String(wanted.value)}”`;
