import { type JsonObject, variableNameSchema } from "#core/domain";
import { defineTrigger, filteredBy, fires, readPayload } from "#core/engine";
import { z } from "zod";

const pathSchema = z
  .string()
  .trim()
  .regex(
    /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+){0,9}$/,
    "enter where it stands in the payload, for example customer.email",
  )
  .max(200);

/**
 * Fires when another system posts to this workflow’s address.
 *
 * Use it to begin something for a contact from outside. The contact is found by the e-mail or external id that stands at
 * `contact_path` of the payload; a post without one is refused. `inputs` names values of the payload that steps read as
 * `trigger.…`; one with `is_required` must be there.
 *
 * @example { "contact_by": "email", "contact_path": "customer.email", "inputs": [{ "name": "order_id", "path": "order.id", "is_required": true }] }
 */
export const incomingWebhook = defineTrigger({
  type: "incoming_webhook",
  title: "Incoming webhook",
  description: "Another system posts to the workflow’s address.",
  on: "webhook",
  config: z.strictObject({
    contact_by: z.enum(["email", "external_id"]).default("email"),
    contact_path: pathSchema,
    inputs: z
      .array(
        z.strictObject({
          name: variableNameSchema,
          path: pathSchema,
          is_required: z.boolean().default(false),
        }),
      )
      .max(50, "at most 50 inputs")
      .refine(
        (inputs) => new Set(inputs.map(({ name }) => name)).size === inputs.length,
        "two inputs have the same name",
      )
      .default([]),
  }),
  initialConfig: { contact_by: "email", contact_path: "email", inputs: [] },
  example: {
    contact_by: "email",
    contact_path: "customer.email",
    inputs: [{ name: "order_id", path: "order.id", is_required: true }],
  },
  inputs: [],
  configuredInputs: ({ inputs }) => inputs.map(({ name }) => name),
  summary: ({ contact_by }) =>
    `When a webhook comes for ${contact_by === "email" ? "an e-mail" : "an external id"}`,
  need: ({ contact_by, contact_path }) => ({
    kind: "webhook",
    contactBy: contact_by,
    contactPath: contact_path,
  }),
  matches: ({ inputs }, { payload }) => {
    const given: JsonObject = {};
    for (const { name, path, is_required } of inputs) {
      const value = readPayload(payload, path);
      if (value === undefined && is_required) return filteredBy(`input ${name}`, null, path);
      if (value !== undefined) given[name] = value;
    }
    return fires(given);
  },
});
