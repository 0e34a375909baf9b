import {
  type EditableContactFields,
  editableContactFieldsSchema,
  type Json,
  variableNameSchema,
} from "#core/domain";
import { z } from "zod";
import { type Answer, invalid } from "./answer.ts";
import type { StepEffect } from "../step-contract.ts";
import { reservedNames } from "../templates/fields.ts";

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
  if (!answer.valid || contact_field === undefined || typeof answer.value !== "string")
    return answer;
  const fits = editableContactFieldsSchema.safeParse(toFields(contact_field, answer.value)).success;
  return fits ? answer : invalid("does_not_fit_field");
};

/** Makes the effects that save a value. */
export const saveAnswer = (
  { variable, contact_field }: SaveTo,
  value: Json,
): readonly StepEffect[] => {
  const effects: StepEffect[] =
    variable === undefined ? [] : [{ type: "set_variable", name: variable, value }];
  if (contact_field !== undefined && typeof value === "string")
    effects.push({ type: "change_contact", fields: toFields(contact_field, value) });
  return effects;
};

/** Names what `saveAnswer` writes, for the checks. */
export const savedPaths = ({ variable, contact_field }: SaveTo): readonly string[] => [
  ...(variable === undefined ? [] : [variable]),
  ...(contact_field === undefined ? [] : [`contact.${contact_field}`]),
];

const toFields = (field: string, value: string): EditableContactFields => {
  if (field.startsWith("custom.")) return { custom: { [field.slice("custom.".length)]: value } };
  return field === "email"
    ? { email: value }
    : field === "phone"
      ? { phone: value }
      : { name: value };
};
