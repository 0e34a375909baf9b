import { type JsonObject, variableNameSchema } from "#core/domain";
import { defineTrigger, filteredBy, fires } from "#core/engine";
import { z } from "zod";

/**
 * Fires when the page or the API tracks an event of this name.
 *
 * Use it for what only your own product knows. `properties` names those values of the event that steps read as `trigger.…`;
 * one that an event lacks has no value.
 *
 * @example { "name": "trial_ended", "properties": ["plan"] }
 */
export const customEvent = defineTrigger({
  type: "custom_event",
  title: "Custom event",
  description: "The page or the API tracks an event.",
  on: "custom_event",
  config: z.strictObject({
    name: z.string().trim().min(1, "enter the name of the event").max(100),
    properties: z.array(variableNameSchema).max(50, "at most 50 properties").default([]),
  }),
  initialConfig: { name: "", properties: [] },
  example: { name: "trial_ended", properties: ["plan"] },
  inputs: [],
  configuredInputs: (config) => config.properties,
  summary: ({ name }) => `When “${name}” is tracked`,
  matches: (config, { name, properties }) => {
    if (name !== config.name) return filteredBy("event", name, config.name);
    const inputs: JsonObject = {};
    for (const property of config.properties) {
      const value = Object.hasOwn(properties, property) ? properties[property] : undefined;
      if (value !== undefined) inputs[property] = value;
    }
    return fires(inputs);
  },
});
