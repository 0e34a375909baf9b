import type { AiAgentBody, ContactBody, MemberBody, TeamBody, WorkspaceBody } from "#contract";
import type { Contact } from "#core/domain";
import type { AiAgentRow, MemberRow, TeamRow, WorkspaceDetailRow } from "#server/store";
import { presentMoment, presentMomentOrNull } from "./present-moment.ts";

export function presentMember(row: MemberRow): MemberBody {
  return {
    id: row.member_id,
    name: row.name,
    email: row.email,
    role: row.role,
    may_publish: row.may_publish,
    presence: row.presence,
    open_count: row.open_count,
    team_ids: row.team_ids,
  };
}

export function presentTeam(row: TeamRow): TeamBody {
  return { id: row.team_id, name: row.name, member_ids: row.member_ids };
}

export function presentAiAgent(row: AiAgentRow): AiAgentBody {
  return { id: row.ai_agent_id, name: row.name };
}

export function presentWorkspace(row: WorkspaceDetailRow): WorkspaceBody {
  return {
    id: row.workspace_id,
    slug: row.slug,
    name: row.name,
    timezone: row.timezone,
    language: row.language,
    is_demo: row.is_demo,
    public_key: row.public_key,
  };
}

/** What to call a contact: name, else e-mail, else "Visitor" and four characters of the id. */
export function displayName(contact: {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
}): string {
  return contact.name ?? contact.email ?? `Visitor ${contact.id.slice(-4)}`;
}

export function presentContact(contact: Contact): ContactBody {
  return {
    id: contact.id,
    name: contact.name,
    display_name: displayName(contact),
    email: contact.email,
    email_verification: contact.emailVerification,
    phone: contact.phone,
    external_id: contact.externalId,
    lifecycle_stage: contact.lifecycleStage,
    owner_id: contact.ownerId,
    tags: [...contact.tags],
    custom: { ...contact.custom },
    language: contact.language,
    timezone: contact.timezone,
    first_seen_at: presentMoment(contact.firstSeenAt),
    last_seen_at: presentMoment(contact.lastSeenAt),
    last_replied_at: presentMomentOrNull(contact.lastRepliedAt),
    last_contacted_at: presentMomentOrNull(contact.lastContactedAt),
    is_test: contact.isTest,
  };
}
