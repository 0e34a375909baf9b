import { editableContactFieldsSchema, jsonSchema } from "#core/domain";
import { z } from "zod";
import { trackEventSchema } from "./people.ts";

/** Fields that the page may set of its visitor. Believed as claimed; a field that is not here is refused by name. */
export const pageFieldsSchema = editableContactFieldsSchema.pick({
  name: true,
  email: true,
  phone: true,
  language: true,
  timezone: true,
  custom: true,
});
export type PageFields = z.infer<typeof pageFieldsSchema>;

/** `identity_token` is the JWT that the site's server made; `fields` is what the page says beside it. The same id again changes nothing. */
export const identifySchema = z.strictObject({
  id: z.uuid(),
  visitor_session_id: z.uuid(),
  identity_token: z.string().min(1).max(8_000).optional(),
  fields: pageFieldsSchema.default({}),
});

/**
 * Who the browser is now. `visitor_token` replaces the one that asked whenever they differ: that one is then worth nothing, and a
 * socket opened with it is to be opened again.
 */
export const identifiedSchema = z.strictObject({
  visitor_token: z.string(),
  contact_id: z.uuid(),
  identity: z.enum(["anonymous", "claimed", "signed"]),
  /** Names of the fields that the signature covers. */
  signed_fields: z.array(z.string()),
  /** Fields of the page that gave way to signed or proven ones. */
  ignored_fields: z.array(z.string()),
});
export type IdentifiedBody = z.infer<typeof identifiedSchema>;

/** What the page says of its visitor after it has said who it is, or of an anonymous one. */
export const updateVisitorSchema = z.strictObject({
  id: z.uuid(),
  visitor_session_id: z.uuid(),
  fields: pageFieldsSchema,
});
export const updatedVisitorSchema = z.strictObject({ ignored_fields: z.array(z.string()) });

/** Something of the page's own that happened; a Custom event trigger listens by its name. The same id again changes nothing. */
export const trackVisitorEventSchema = trackEventSchema.extend({
  id: z.uuid(),
  visitor_session_id: z.uuid(),
});

/** Asks for a workflow whose manual trigger "may be started from the page". The same id again changes nothing. */
export const startWorkflowSchema = z.strictObject({
  id: z.uuid(),
  visitor_session_id: z.uuid(),
  workflow_id: z.uuid(),
  inputs: z.record(z.string().max(64), jsonSchema).default({}),
});
/** `pending`: stored, to be started soon. */
export const startedWorkflowSchema = z.strictObject({ state: z.enum(["started", "pending"]) });
