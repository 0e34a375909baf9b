import type { MemberId, Role, WorkspaceId } from "#core/domain";
import type { Session } from "../store.ts";

/** A login with the member it signs in as. One login may be a member of several workspaces; the oldest is taken. */
export interface LoginRow {
  readonly login_id: string;
  readonly password_hash: string;
  readonly workspace_id: WorkspaceId;
  readonly member_id: MemberId;
}

/**
 * Finds a login by e-mail, whatever its case; served by the index login_email.
 * A demo login is found only while its workspace is marked demo.
 */
export async function findLogin(session: Session, email: string): Promise<LoginRow | undefined> {
  const [row] = await session.query<LoginRow>({
    text: `select l.login_id, l.password_hash, m.workspace_id, m.member_id
           from login l
           join member m on m.login_id = l.login_id and m.deleted_at is null
           join workspace w on w.workspace_id = m.workspace_id
           where lower(l.email) = lower($1) and (w.is_demo or not l.is_demo)
           order by m.created_at limit 1`,
    values: [email],
  });
  return row;
}

export async function hasLogin(session: Session, email: string): Promise<boolean> {
  const rows = await session.query<{ login_id: string }>({
    text: "select login_id from login where lower(email) = lower($1)",
    values: [email],
  });
  return rows.length > 0;
}

export async function insertLogin(
  session: Session,
  login: { loginId: string; email: string; passwordHash: string; isDemo: boolean; createdAt: Date },
): Promise<void> {
  await session.query({
    text: "insert into login (login_id, email, password_hash, is_demo, created_at) values ($1, $2, $3, $4, $5)",
    values: [login.loginId, login.email, login.passwordHash, login.isDemo, login.createdAt],
  });
}

/** Replaces the password of every demo login of a workspace: the printed one must fit after its file was lost. */
export async function replaceDemoPasswords(
  session: Session,
  workspaceId: WorkspaceId,
  passwordHash: string,
): Promise<void> {
  await session.query({
    text: `update login set password_hash = $2
           where is_demo and login_id in (select login_id from member where workspace_id = $1)`,
    values: [workspaceId, passwordHash],
  });
}

/** Who a login cookie speaks for. */
export interface LoginSessionRow {
  readonly login_id: string;
  readonly workspace_id: WorkspaceId;
  readonly member_id: MemberId;
  readonly role: Role;
  readonly may_publish: boolean;
}

/** Finds a login session that is not over; served by its primary key. */
export async function findLoginSession(
  session: Session,
  tokenHash: Buffer,
  now: Date,
): Promise<LoginSessionRow | undefined> {
  const [row] = await session.query<LoginSessionRow>({
    text: `select s.login_id, s.workspace_id, s.member_id, m.role, m.may_publish
           from login_session s
           join member m on m.workspace_id = s.workspace_id and m.member_id = s.member_id and m.deleted_at is null
           join login l on l.login_id = s.login_id
           join workspace w on w.workspace_id = s.workspace_id
           where s.token_hash = $1 and s.expires_at > $2 and (w.is_demo or not l.is_demo)`,
    values: [tokenHash, now],
    name: "find-login-session",
  });
  return row;
}

/** Keeps those of the sessions that still stand, with the role they have now: open sockets ask every few seconds. */
export async function listStandingSessions(
  session: Session,
  tokenHashes: readonly Buffer[],
  now: Date,
): Promise<{ readonly token_hash: Buffer; readonly role: Role }[]> {
  return await session.query({
    text: `select s.token_hash, m.role
           from login_session s
           join member m on m.workspace_id = s.workspace_id and m.member_id = s.member_id and m.deleted_at is null
           where s.token_hash = any($1) and s.expires_at > $2`,
    values: [tokenHashes, now],
  });
}

export async function insertLoginSession(
  session: Session,
  row: {
    tokenHash: Buffer;
    loginId: string;
    workspaceId: WorkspaceId;
    memberId: MemberId;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await session.query({
    text: `with over as (delete from login_session where login_id = $2 and expires_at < $5)
           insert into login_session (token_hash, login_id, workspace_id, member_id, created_at, expires_at)
           values ($1, $2, $3, $4, $5, $6)`,
    values: [
      row.tokenHash,
      row.loginId,
      row.workspaceId,
      row.memberId,
      row.createdAt,
      row.expiresAt,
    ],
  });
}

export async function deleteLoginSession(session: Session, tokenHash: Buffer): Promise<void> {
  await session.query({
    text: "delete from login_session where token_hash = $1",
    values: [tokenHash],
  });
}
