import type { Json, JsonObject } from "#core/domain";
import type { TriggerMatch } from "./trigger-contract.ts";

/** The trigger fires; the run begins with these inputs. */
export const fires = (inputs: JsonObject): TriggerMatch => ({ match: "yes", inputs });

/** The trigger would fire but for one setting: recorded with what was seen and what was wanted. */
export const filteredBy = (field: string, actual: Json, expected: Json): TriggerMatch => ({
  match: "filtered",
  evidence: { field, actual, expected },
});

/** Wants a measure of the page's evidence to be at least what the config says; null when it is. */
export const below = (evidence: JsonObject, field: string, least: number): TriggerMatch | null => {
  const actual = Object.hasOwn(evidence, field) ? (evidence[field] ?? null) : null;
  return typeof actual === "number" && actual >= least ? null : filteredBy(field, actual, least);
};

/** Finds the value at a place of a payload, such as `customer.email` or `items.0.id`; undefined when there is none. Only own properties are seen. */
export const readPayload = (payload: Json, path: string): Json | undefined => {
  let value: Json | undefined = payload;
  for (const name of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name))
      return undefined;
    value = Array.isArray(value) ? value[Number(name)] : value[name];
  }
  return value;
};
