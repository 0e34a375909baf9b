import {
  editableContactFieldsSchema,
  jsonSchema,
  lifecycleStages,
  presences,
  roles,
  timezoneSchema,
  verifications,
} from "#core/domain";
import { z } from "zod";
import { momentSchema, pageQuerySchema } from "./pagination.ts";

export const memberSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  /** Whether they may publish, when their role may: a right apart from editing. An owner always may. */
  may_publish: z.boolean(),
  presence: z.enum(presences),
  open_count: z.int(),
  team_ids: z.array(z.uuid()),
});
export type MemberBody = z.infer<typeof memberSchema>;

export const createMemberSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  email: z.email().max(320),
  role: z.enum(roles),
  may_publish: z.boolean().default(true),
  /** At least 12 characters; the member changes it later. */
  password: z.string().min(12).max(200),
  team_ids: z.array(z.uuid()).max(100).default([]),
});
export const changeMemberSchema = z.strictObject({
  name: z.string().trim().min(1).max(120).optional(),
  role: z.enum(roles).optional(),
  may_publish: z.boolean().optional(),
  team_ids: z.array(z.uuid()).max(100).optional(),
});

export const teamSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  member_ids: z.array(z.uuid()),
});
export type TeamBody = z.infer<typeof teamSchema>;
// The default is the creation's alone: a part that is left out of a change would get it too, and the team lose its members.
const teamFieldsSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  member_ids: z.array(z.uuid()).max(1_000),
});
export const createTeamSchema = teamFieldsSchema.extend({
  member_ids: teamFieldsSchema.shape.member_ids.default([]),
});
export const changeTeamSchema = teamFieldsSchema.partial();

/** An assignee backed by a language model. */
export const aiAgentSchema = z.strictObject({ id: z.uuid(), name: z.string() });
export type AiAgentBody = z.infer<typeof aiAgentSchema>;
export const createAiAgentSchema = z.strictObject({ name: z.string().trim().min(1).max(80) });
export const changeAiAgentSchema = createAiAgentSchema.partial();

export const contactSchema = z.strictObject({
  id: z.uuid(),
  name: z.string().nullable(),
  /** What to call them: name, else e-mail, else "Visitor" and four characters of the id. */
  display_name: z.string(),
  email: z.string().nullable(),
  email_verification: z.enum(verifications),
  phone: z.string().nullable(),
  external_id: z.string().nullable(),
  lifecycle_stage: z.enum(lifecycleStages),
  owner_id: z.uuid().nullable(),
  tags: z.array(z.string()),
  custom: z.record(z.string(), z.json()),
  language: z.string().nullable(),
  timezone: z.string().nullable(),
  first_seen_at: momentSchema,
  last_seen_at: momentSchema,
  last_replied_at: momentSchema.nullable(),
  last_contacted_at: momentSchema.nullable(),
  /** Somebody who tries things out: their runs are shown and not counted. */
  is_test: z.boolean(),
});
export type ContactBody = z.infer<typeof contactSchema>;
/** Something of the caller's own that happened to a contact; a Custom event trigger listens by its name. */
export const trackEventSchema = z.strictObject({
  name: z.string().trim().min(1, "give the event a name").max(100),
  properties: z.record(z.string().max(64), jsonSchema).default({}),
});

export const changeContactSchema = editableContactFieldsSchema.extend({
  is_test: z.boolean().optional(),
});
/** `search` looks in name, e-mail, phone and external id. */
export const contactQuerySchema = pageQuerySchema.extend({
  search: z.string().trim().max(200).optional(),
});

export const workspaceSchema = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  timezone: z.string(),
  language: z.string(),
  is_demo: z.boolean(),
  /** The widget's public key, for the install snippet. */
  public_key: z.string(),
});
export type WorkspaceBody = z.infer<typeof workspaceSchema>;

export const loginSchema = z.strictObject({
  email: z.string().trim().max(320),
  password: z.string().max(200),
});
/** Answer of POST /login and GET /me: who is signed in, where, and what they may do there (`workflows.publish`…). */
export const meSchema = z.strictObject({
  member: memberSchema,
  workspace: workspaceSchema,
  permissions: z.array(z.string()),
});
export type MeBody = z.infer<typeof meSchema>;
export const presenceSchema = z.strictObject({ presence: z.enum(presences) });

/** First start without a demo workspace: the first owner is made here, once. */
export const setupStateSchema = z.strictObject({ is_needed: z.boolean() });
export const setupSchema = z.strictObject({
  workspace_name: z.string().trim().min(1).max(120),
  name: z.string().trim().min(1).max(120),
  email: z.email().max(320),
  password: z.string().min(12, "use at least 12 characters").max(200),
  timezone: timezoneSchema.default("UTC"),
});
