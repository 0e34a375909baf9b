import {
  type EditableContactFields,
  editableContactFieldsSchema,
  type Json,
  variableNameSchema,
} from "#core/domain";
import { z } from "zod";
import type { StepEffect } from "../step-context.ts";
import { reservedNames } from "../templates/fields.ts";
import { type Answer, invalid } from "./answer.ts";

/** Where an answer goes: a variable, a contact field, both or nowhere. */
export const saveToSchema = z.strictObject({
  variable: variableNameSchema
    .refine((name) => !reservedNames.includes(name), "this name is taken; choose another")
    .optional(),
  contact_field: z
    .string()
    .regex(
      /^(name|email|phone|custom\.[a-z][a-z0-9_]{0,63})$/,
      "choose name, email, phone or a custom field",
    )
    .optional(),
});
export type SaveTo = z.infer<typeof saveToSchema>;

/** Refuses an answer that the contact field could not hold. */
export const checkSaved = ({ contact_field }: SaveTo, answer: Answer): Answer => {
  if (!answer.valid || contact_field === undefined) return answer;
  const fields = toFields(contact_field, answer.value);
  const fits = editableContactFieldsSchema.safeParse(fields).success;
  return fits ? answer : invalid("does_not_fit_field");
};

/** Makes the effects that save a value. */
export const saveAnswer = (
  { variable, contact_field }: SaveTo,
  value: Json,
): readonly StepEffect[] => {
  const effects: StepEffect[] =
    variable === undefined ? [] : [{ type: "set_variable", name: variable, value }];
  if (contact_field !== undefined)
    effects.push({ type: "change_contact", fields: toFields(contact_field, value) });
  return effects;
};

/** Names what `saveAnswer` writes, for the checks. */
export const savedPaths = ({ variable, contact_field }: SaveTo): readonly string[] => [
  ...(variable === undefined ? [] : [variable]),
  ...(contact_field === undefined ? [] : [`contact.${contact_field}`]),
];

const toFields = (field: string, value: Json): EditableContactFields => {
  if (field.startsWith("custom."))
    return { custom: { [field.slice("custom.".length)]: toFieldValue(value) } };
  const text = String(toFieldValue(value));
  return field === "email" ? { email: text } : field === "phone" ? { phone: text } : { name: text };
};

/** A field holds one value: chosen options are written one after the other, anything else that is no value as JSON. */
const toFieldValue = (value: Json): string | number | boolean | null => {
  if (typeof value !== "object" || value === null) return value;
  return Array.isArray(value) && value.every((part) => typeof part === "string")
    ? value.join(", ")
    : JSON.stringify(value);
};
