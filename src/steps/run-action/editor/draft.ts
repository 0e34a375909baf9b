import { draftBindingSchema, localizedDraftSchema } from "#browser/editing";
import { z } from "zod";

export const limitNames = ["per_call", "per_contact_30_days", "per_day"] as const;

const limitSchema = z.number().nullable().catch(null);

/** Reads the use of an action that may be unfinished. */
export const draftSchema = z.object({
  action: z.string().catch(""),
  input: z.record(z.string(), draftBindingSchema.catch({})).catch({}),
  save_to: z.string().nullable().catch(null),
  share_response: z.boolean().catch(false),
  confirm: z.boolean().nullable().catch(null),
  confirm_text: localizedDraftSchema,
  timeout_seconds: z.union([z.number(), z.string()]).catch(30),
  limits: z
    .object({ per_call: limitSchema, per_contact_30_days: limitSchema, per_day: limitSchema })
    .catch({ per_call: null, per_contact_30_days: null, per_day: null }),
  error_message: localizedDraftSchema,
  failure: z.boolean().catch(false),
});
export type Draft = z.infer<typeof draftSchema>;
