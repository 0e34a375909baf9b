import type {
  Contact,
  ContactId,
  EventBody,
  EventId,
  Moment,
  WorkflowId,
  WorkspaceId,
} from "#core/domain";
import { fromMoment } from "../moments.ts";
import { type ContactRow, toContact } from "../rows/contact-row.ts";
import type { Session } from "../store.ts";

/** Reads a workspace's contacts once, newest seen first, a page at a time; needs a transaction, and one reader in it. */
export async function* readContactsByNewest(
  session: Session,
  workspaceId: WorkspaceId,
  pageSize: number,
): AsyncGenerator<Contact[]> {
  // A cursor: sorted once however many pages are read. An index would cost every message that moves last_seen_at.
  await session.query({
    text: `declare contacts_by_newest no scroll cursor for
      select * from contact where workspace_id = $1 order by last_seen_at desc, contact_id`,
    values: [workspaceId],
  });
  for (;;) {
    const rows = await session.query<ContactRow>({
      text: `fetch ${pageSize} from contacts_by_newest`,
    });
    if (rows.length > 0) yield rows.map(toContact);
    if (rows.length < pageSize) break;
  }
  await session.query({ text: "close contacts_by_newest" });
}

/** One contact that a schedule fires for. */
export interface Firing {
  readonly contactId: ContactId;
  readonly eventId: EventId;
  readonly seed: string;
}

/** Stores one pending event per contact; a contact that this moment of the workflow was fired for before gets none. */
export async function storeFirings(
  session: Session,
  workflow: {
    readonly workspaceId: WorkspaceId;
    readonly workflowId: WorkflowId;
    readonly dueAt: Moment;
  },
  firings: readonly Firing[],
  now: Moment,
): Promise<void> {
  const { workspaceId, workflowId, dueAt } = workflow;
  const body: EventBody = { type: "schedule_fired", workflowId, dueAt };
  await session.query({
    name: "store_firings",
    text: `with given as materialized (
        select * from unnest($2::uuid[], $3::uuid[], $4::text[]) as g (contact_id, event_id, seed)
      ), source as (
        insert into event_source (workspace_id, door, source_key, event_id, body_hash, created_at)
        select $1, 'schedule', $5 || contact_id, event_id, ''::bytea, $7 from given
        on conflict do nothing returning event_id
      )
      insert into event (workspace_id, event_id, lane_id, type, body, seed, happened_at, state)
      select $1, event_id, contact_id, 'schedule_fired', $6::jsonb, seed, $7, 'pending'
      from given join source using (event_id)`,
    values: [
      workspaceId,
      firings.map(({ contactId }) => contactId),
      firings.map(({ eventId }) => eventId),
      firings.map(({ seed }) => seed),
      `${workflowId} ${dueAt} `,
      JSON.stringify(body),
      fromMoment(now),
    ],
  });
}
