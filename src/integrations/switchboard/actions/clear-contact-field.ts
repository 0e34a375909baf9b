import { z } from "zod";
import { contactFieldSchema, toFieldChange } from "../contact-field.ts";
import { defineAction, done, failed } from "../define-action.ts";

/**
 * Empties a field of the contact.
 *
 * The lifecycle stage cannot be empty: clearing it fails with `invalid_input`.
 *
 * @example { "field": "phone" }
 */
export const clearContactField = defineAction({
  name: "clear_contact_field",
  title: "Clear contact field",
  description: "Empties a field of the contact.",
  inputs: [{ name: "field", title: "Field", type: "string", isRequired: true }],
  outputs: [],
  schema: z.object({ field: contactFieldSchema }),
  example: { field: "phone" },
  perform: ({ field }) => {
    const fields = toFieldChange(field, null);
    return fields === null
      ? failed("invalid_input", `The field ${field} cannot be empty.`)
      : done([{ type: "change_contact", fields }]);
  },
});
