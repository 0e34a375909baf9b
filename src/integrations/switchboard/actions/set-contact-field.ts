import { z } from "zod";
import { contactFieldSchema, toFieldChange } from "../contact-field.ts";
import { defineAction, done, failed } from "../define-action.ts";

/**
 * Sets a field of the contact.
 *
 * A new e-mail is stored as claimed; only a code sent to it proves it. Fails with `invalid_input` when the field cannot hold the value.
 *
 * @example { "field": "custom.plan", "value": "pro" }
 */
export const setContactField = defineAction({
  name: "set_contact_field",
  title: "Set contact field",
  description: "Gives a field of the contact a value.",
  inputs: [
    { name: "field", title: "Field", type: "string", isRequired: true, names: "contact_field" },
    { name: "value", title: "Value", type: "any", isRequired: true },
  ],
  outputs: [],
  schema: z.object({
    field: contactFieldSchema,
    value: z.union([z.string(), z.number(), z.boolean()]),
  }),
  example: { field: "custom.plan", value: "pro" },
  perform: ({ field, value }) => {
    const fields = toFieldChange(field, value);
    return fields === null
      ? failed("invalid_input", `The field ${field} cannot hold this value.`)
      : done([{ type: "change_contact", fields }]);
  },
});
