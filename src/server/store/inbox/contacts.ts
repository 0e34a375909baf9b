import type { Contact, ContactId, WorkspaceId } from "#core/domain";
import type { ListCursor } from "../cursor.ts";
import { type ContactRow, toContact } from "../rows/contact-row.ts";
import type { Session } from "../store.ts";

/** Lists contacts, last seen first; `search` looks in name, e-mail, phone and external id. */
export async function listContacts(
  session: Session,
  workspaceId: WorkspaceId,
  page: {
    readonly search: string | undefined;
    readonly after: ListCursor | undefined;
    readonly limit: number;
  },
): Promise<Contact[]> {
  const rows = await session.query<ContactRow>({
    text: `select * from contact
           where workspace_id = $1
             and ($2::text is null or name ilike $2 or email ilike $2 or phone ilike $2 or external_id ilike $2)
             and ($3::timestamptz is null or last_seen_at < $3 or (last_seen_at = $3 and contact_id > $4::uuid))
           order by last_seen_at desc, contact_id limit $5`,
    values: [
      workspaceId,
      page.search === undefined ? null : `%${escapeLike(page.search)}%`,
      page.after?.at ?? null,
      page.after?.id ?? null,
      page.limit,
    ],
  });
  return rows.map(toContact);
}

/** Finds the contact that an outside system names: by an e-mail that stands for somebody, the best proven first, or by external id. */
export async function findNamedContact(
  session: Session,
  workspaceId: WorkspaceId,
  by: "email" | "external_id",
  value: string,
): Promise<ContactId | undefined> {
  const [row] = await session.query<{ contact_id: ContactId }>({
    text:
      by === "external_id"
        ? "select contact_id from contact where workspace_id = $1 and external_id = $2" // by contact_external_id
        : // by contact_email
          `select contact_id from contact
           where workspace_id = $1 and lower(email) = lower($2) and email is not null and email_verification <> 'none'
           order by array_position(array['signed', 'proven', 'claimed'], email_verification), last_seen_at desc, contact_id limit 1`,
    values: [workspaceId, value],
  });
  return row?.contact_id;
}

const escapeLike = (text: string) => text.replaceAll(/[\\%_]/g, (character) => `\\${character}`);

/** Finds whom a call is for: the contact, or the one it was merged into since. */
export async function findCallContact(
  session: Session,
  workspaceId: WorkspaceId,
  contactId: ContactId,
): Promise<Contact | undefined> {
  const [row] = await session.query<ContactRow>({
    text: `select * from contact where workspace_id = $1 and contact_id = coalesce(
             (select into_contact_id from contact_alias where workspace_id = $1 and contact_id = $2), $2)`,
    values: [workspaceId, contactId],
  });
  return row && toContact(row);
}

export async function findContact(
  session: Session,
  workspaceId: WorkspaceId,
  contactId: ContactId,
): Promise<Contact | undefined> {
  const [row] = await session.query<ContactRow>({
    text: "select * from contact where workspace_id = $1 and contact_id = $2",
    values: [workspaceId, contactId],
  });
  return row && toContact(row);
}
