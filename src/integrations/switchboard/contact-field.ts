import { type EditableContactFields, editableContactFieldsSchema } from "#core/domain";
import { z } from "zod";

/** Names of contact fields that a workflow may set. */
export const contactFieldSchema = z
  .string()
  .regex(
    /^(name|email|phone|language|timezone|lifecycle_stage|custom\.[a-z][a-z0-9_]{0,63})$/,
    "choose name, email, phone, language, timezone, lifecycle_stage or custom.NAME",
  );

/** Makes the change of one field by its name; null when the field cannot hold the value. */
export const toFieldChange = (
  field: string,
  value: string | number | boolean | null,
): EditableContactFields | null => {
  const isCustom = field.startsWith("custom.");
  const held = isCustom || value === null ? value : String(value);
  const fields = isCustom
    ? { custom: { [field.slice("custom.".length)]: held } }
    : { [field]: held };
  const parsed = editableContactFieldsSchema.safeParse(fields);
  return parsed.success ? parsed.data : null;
};
