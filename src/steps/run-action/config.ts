import { variableNameSchema } from "#core/domain";
import { bindingsSchema, localizedTemplateSchema, reservedNames } from "#core/engine";
import { z } from "zod";

const limitSchema = z.number().positive("a limit is more than nothing").nullable().default(null);

export const configSchema = z.strictObject({
  action: z
    .string("choose an action")
    .regex(/^[a-z][a-z0-9_]{0,63}\.[a-z][a-z0-9_]{0,63}@[1-9]\d{0,3}$/, "choose an action"),
  /** Where each input's value comes from. */
  input: bindingsSchema.default({}),
  /** The variable that keeps what the action answers. */
  save_to: variableNameSchema
    .refine((name) => !reservedNames.includes(name), "this name is taken; choose another")
    .nullable()
    .default(null),
  /** Leaves the answer as a private note, for the inbox and the AI agent. */
  share_response: z.boolean().default(false),
  /** Asks the contact first; null leaves it to the action. */
  confirm: z.boolean().nullable().default(null),
  /** Stands above the parameters in the message that asks. */
  confirm_text: localizedTemplateSchema("write what is asked").nullable().default(null),
  timeout_seconds: z
    .int("enter whole seconds")
    .min(1, "at least 1 second")
    .max(120, "at most 120 seconds")
    .default(30),
  /** Most money it may move; null means no limit. */
  limits: z
    .strictObject({
      per_call: limitSchema,
      per_contact_30_days: limitSchema,
      per_day: limitSchema,
    })
    .prefault({}),
  /** Said to the contact when the action fails. */
  error_message: localizedTemplateSchema("write what is said when it fails")
    .nullable()
    .default(null),
  failure: z.boolean().default(false),
});
export type Config = z.infer<typeof configSchema>;
