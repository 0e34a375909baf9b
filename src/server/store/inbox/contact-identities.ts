import type { ContactId, WorkspaceId } from "#core/domain";
import type { Session } from "../store.ts";

/** Gives an external id to a contact, for ever; whose it is already keeps it. Returns whose it is. */
export async function claimExternalId(
  session: Session,
  claim: {
    readonly workspaceId: WorkspaceId;
    readonly externalId: string;
    readonly contactId: ContactId;
    readonly now: Date;
  },
): Promise<ContactId> {
  // an update that changes nothing, so that the row comes back whoever wrote it
  const [row] = await session.query<{ contact_id: ContactId }>({
    text: `insert into contact_identity as known (workspace_id, external_id, contact_id, created_at) values ($1, $2, $3, $4)
           on conflict (workspace_id, external_id) do update set contact_id = known.contact_id returning contact_id`,
    values: [claim.workspaceId, claim.externalId, claim.contactId, claim.now],
  });
  return row?.contact_id ?? claim.contactId;
}

/** Lists the contacts whose e-mail this is, proven or signed: one, but for the moment in which two prove it; by contact_email. */
export async function listProvenContacts(
  session: Session,
  workspaceId: WorkspaceId,
  email: string,
): Promise<{ readonly contact_id: ContactId; readonly external_id: string | null }[]> {
  return await session.query<{ contact_id: ContactId; external_id: string | null }>({
    text: `select contact_id, external_id from contact
           where workspace_id = $1 and lower(email) = lower($2) and email is not null
             and email_verification in ('proven', 'signed')
           order by last_seen_at desc, contact_id limit 10`,
    values: [workspaceId, email],
  });
}
