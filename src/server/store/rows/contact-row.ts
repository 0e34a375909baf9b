import type { Contact, ContactId, MemberId, WorkspaceId } from "#core/domain";
import {
  type SqlMoment,
  fromMoment,
  fromMomentOrNull,
  toMoment,
  toMomentOrNull,
} from "../moments.ts";

export interface ContactRow {
  workspace_id: WorkspaceId;
  contact_id: ContactId;
  name: string | null;
  email: string | null;
  email_verification: Contact["emailVerification"];
  phone: string | null;
  external_id: string | null;
  lifecycle_stage: Contact["lifecycleStage"];
  owner_id: MemberId | null;
  tags: readonly string[];
  custom: Contact["custom"];
  language: string | null;
  timezone: string | null;
  first_seen_at: SqlMoment;
  last_seen_at: SqlMoment;
  last_replied_at: SqlMoment | null;
  last_contacted_at: SqlMoment | null;
  is_test: boolean;
}

export function toContact(row: ContactRow): Contact {
  return {
    id: row.contact_id,
    workspaceId: row.workspace_id,
    name: row.name,
    email: row.email,
    emailVerification: row.email_verification,
    phone: row.phone,
    externalId: row.external_id,
    lifecycleStage: row.lifecycle_stage,
    ownerId: row.owner_id,
    tags: row.tags,
    custom: row.custom,
    language: row.language,
    timezone: row.timezone,
    firstSeenAt: toMoment(row.first_seen_at),
    lastSeenAt: toMoment(row.last_seen_at),
    lastRepliedAt: toMomentOrNull(row.last_replied_at),
    lastContactedAt: toMomentOrNull(row.last_contacted_at),
    isTest: row.is_test,
  };
}

export function fromContact(contact: Contact): ContactRow {
  return {
    workspace_id: contact.workspaceId,
    contact_id: contact.id,
    name: contact.name,
    email: contact.email,
    email_verification: contact.emailVerification,
    phone: contact.phone,
    external_id: contact.externalId,
    lifecycle_stage: contact.lifecycleStage,
    owner_id: contact.ownerId,
    tags: contact.tags,
    custom: contact.custom,
    language: contact.language,
    timezone: contact.timezone,
    first_seen_at: fromMoment(contact.firstSeenAt),
    last_seen_at: fromMoment(contact.lastSeenAt),
    last_replied_at: fromMomentOrNull(contact.lastRepliedAt),
    last_contacted_at: fromMomentOrNull(contact.lastContactedAt),
    is_test: contact.isTest,
  };
}
