import type { MemberId, Presence, Role, WorkspaceId } from "#core/domain";
import type { Session } from "../store.ts";

export interface MemberRow {
  readonly member_id: MemberId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly may_publish: boolean;
  readonly presence: Presence;
  readonly open_count: number;
  readonly team_ids: string[];
}

const SELECT = `select m.member_id, m.name, m.email, m.role, m.may_publish, m.presence, m.open_count,
    array(select t.team_id::text from team_member t join team using (workspace_id, team_id)
          where t.workspace_id = m.workspace_id and t.member_id = m.member_id and team.deleted_at is null
          order by 1) as team_ids
  from member m`;

/** Lists members by name. There are tens of them, so one page holds them all unless asked otherwise. */
export async function listMembers(
  session: Session,
  workspaceId: WorkspaceId,
  page: { readonly offset: number; readonly limit: number },
): Promise<MemberRow[]> {
  return await session.query<MemberRow>({
    text: `${SELECT} where m.workspace_id = $1 and m.deleted_at is null order by lower(m.name), m.member_id offset $2 limit $3`,
    values: [workspaceId, page.offset, page.limit],
  });
}

export async function findMember(
  session: Session,
  workspaceId: WorkspaceId,
  memberId: MemberId,
): Promise<MemberRow | undefined> {
  const [row] = await session.query<MemberRow>({
    text: `${SELECT} where m.workspace_id = $1 and m.member_id = $2 and m.deleted_at is null`,
    values: [workspaceId, memberId],
  });
  return row;
}

export async function listMembersByIds(
  session: Session,
  workspaceId: WorkspaceId,
  ids: readonly MemberId[],
): Promise<MemberRow[]> {
  return await session.query<MemberRow>({
    text: `${SELECT} where m.workspace_id = $1 and m.member_id = any($2) and m.deleted_at is null`,
    values: [workspaceId, ids],
  });
}

/** Tells whether anybody of the team is online. */
export async function isAnyMemberOnline(
  session: Session,
  workspaceId: WorkspaceId,
): Promise<boolean> {
  const rows = await session.query<{ member_id: MemberId }>({
    // by member_pkey; a workspace has tens of members
    text: "select member_id from member where workspace_id = $1 and presence = 'online' and deleted_at is null limit 1",
    values: [workspaceId],
  });
  return rows.length > 0;
}

/** Returns those of the ids that are members here. */
export async function listKnownMembers(
  session: Session,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<MemberId[]> {
  const rows = await session.query<{ member_id: MemberId }>({
    text: "select member_id from member where workspace_id = $1 and member_id = any($2) and deleted_at is null",
    values: [workspaceId, ids],
  });
  return rows.map((row) => row.member_id);
}

export async function listAllMemberIds(
  session: Session,
  workspaceId: WorkspaceId,
): Promise<MemberId[]> {
  const rows = await session.query<{ member_id: MemberId }>({
    text: "select member_id from member where workspace_id = $1 and deleted_at is null",
    values: [workspaceId],
  });
  return rows.map((row) => row.member_id);
}

/** The owner who has been here longest: who an API key speaks for. */
export async function findFirstOwner(
  session: Session,
  workspaceId: WorkspaceId,
): Promise<MemberId | undefined> {
  const [row] = await session.query<{ member_id: MemberId }>({
    text: `select member_id from member where workspace_id = $1 and role = 'owner' and deleted_at is null
           order by created_at, member_id limit 1`,
    values: [workspaceId],
  });
  return row?.member_id;
}

/** Counts the owners and holds their rows, so that two of them cannot step down at once. */
export async function countOwners(session: Session, workspaceId: WorkspaceId): Promise<number> {
  const rows = await session.query<{ member_id: string }>({
    text: "select member_id from member where workspace_id = $1 and role = 'owner' and deleted_at is null order by member_id for update",
    values: [workspaceId],
  });
  return rows.length;
}

export async function insertMember(
  session: Session,
  member: {
    workspaceId: WorkspaceId;
    memberId: MemberId;
    loginId: string | null;
    name: string;
    email: string;
    role: Role;
    /** True unless said. */
    mayPublish?: boolean;
    presence: Presence;
    createdAt: Date;
  },
): Promise<void> {
  await session.query({
    text: `insert into member (workspace_id, member_id, login_id, name, email, role, presence, created_at, may_publish)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      member.workspaceId,
      member.memberId,
      member.loginId,
      member.name,
      member.email,
      member.role,
      member.presence,
      member.createdAt,
      member.mayPublish ?? true,
    ],
  });
}

export async function updateMember(
  session: Session,
  workspaceId: WorkspaceId,
  memberId: MemberId,
  change: {
    readonly name: string | undefined;
    readonly role: Role | undefined;
    readonly mayPublish: boolean | undefined;
  },
): Promise<void> {
  await session.query({
    text: `update member set name = coalesce($3, name), role = coalesce($4, role), may_publish = coalesce($5, may_publish)
           where workspace_id = $1 and member_id = $2`,
    values: [
      workspaceId,
      memberId,
      change.name ?? null,
      change.role ?? null,
      change.mayPublish ?? null,
    ],
  });
}
