import { z } from "zod";
import type {
  AiAgentId,
  ContactId,
  MemberId,
  TeamId,
  VisitorSessionId,
  WorkspaceId,
} from "./ids.ts";
import type { Json, Moment } from "./values.ts";

export const roles = ["owner", "admin", "builder", "agent"] as const;
export type Role = (typeof roles)[number];

export const presences = ["online", "away", "offline"] as const;
export type Presence = (typeof presences)[number];

export interface Member {
  readonly id: MemberId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly presence: Presence;
  /** Open, unsnoozed conversations assigned to this member now. */
  readonly openCount: number;
  readonly teamIds: readonly TeamId[];
}

export interface Team {
  readonly id: TeamId;
  readonly name: string;
}

/** An assignee backed by a language model. */
export interface AiAgent {
  readonly id: AiAgentId;
  readonly name: string;
}

/** How far an address or identity is believed (SPEC 1 "Verification"). */
export const verifications = ["none", "claimed", "proven", "signed"] as const;
export type Verification = (typeof verifications)[number];

export const lifecycleStages = ["lead", "user", "paid"] as const;

export interface Contact {
  readonly id: ContactId;
  readonly workspaceId: WorkspaceId;
  readonly name: string | null;
  readonly email: string | null;
  readonly emailVerification: Verification;
  readonly phone: string | null;
  readonly externalId: string | null;
  readonly lifecycleStage: (typeof lifecycleStages)[number];
  readonly ownerId: MemberId | null;
  readonly tags: readonly string[];
  /** Custom fields by name; own properties only. */
  readonly custom: { readonly [name: string]: Json };
  readonly language: string | null;
  readonly timezone: string | null;
  readonly firstSeenAt: Moment;
  readonly lastSeenAt: Moment;
  readonly lastRepliedAt: Moment | null;
  readonly lastContactedAt: Moment | null;
  /** Somebody who tries things out: their runs are shown and not counted. */
  readonly isTest: boolean;
}

/** Contact fields a question may save to, a member may edit and the page may claim. */
export const editableContactFieldsSchema = z
  .strictObject({
    name: z.string().trim().max(200).nullable(),
    email: z.email().max(320).nullable(),
    phone: z.string().trim().max(40).nullable(),
    language: z.string().trim().max(35).nullable(),
    timezone: z.string().trim().max(64).nullable(),
    lifecycle_stage: z.enum(lifecycleStages),
    tags: z.array(z.string().trim().min(1).max(64)).max(100),
    custom: z.record(
      z.string().regex(/^[a-z][a-z0-9_]{0,63}$/),
      z.union([z.string().max(2_000), z.number(), z.boolean(), z.null()]),
    ),
  })
  .partial();
export type EditableContactFields = z.infer<typeof editableContactFieldsSchema>;

/** A page as the sensor saw it: no field values, no fragments of what was typed. */
export const pageSchema = z.strictObject({
  url: z.string().max(2_000),
  title: z.string().max(300).default(""),
  referrer: z.string().max(2_000).default(""),
});
export type Page = z.infer<typeof pageSchema>;

/** One stretch of activity of one browser; ends after 30 minutes without activity in any tab. */
export interface VisitorSession {
  readonly id: VisitorSessionId;
  readonly contactId: ContactId;
  readonly startedAt: Moment;
  readonly lastSeenAt: Moment;
  readonly page: Page;
  readonly pageCount: number;
  readonly device: "desktop" | "phone" | "tablet" | "unknown";
  /** The browser’s, and the one of the page it is on. */
  readonly language: string | null;
  readonly pageLanguage: string | null;
}
