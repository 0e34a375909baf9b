import type { ConversationId, EventId, Moment, Problem, WorkspaceId } from "#core/domain";
import { fromMoment } from "../moments.ts";
import type { Session } from "../store.ts";

/** What a door was told, by the sender's own key. */
export interface EventSource {
  readonly workspaceId: WorkspaceId;
  readonly door: string;
  readonly sourceKey: string;
  readonly eventId: EventId;
  /** SHA-256 in hex. */
  readonly bodyHash: string;
}

/**
 * Stores the sources that are new and returns their event ids; those not returned have come before.
 * Waits for another process that is storing the same key, so that exactly one of the two wins.
 */
export async function claimSources(
  session: Session,
  sources: readonly EventSource[],
  now: Moment,
): Promise<Set<EventId>> {
  const rows = await session.query<{ event_id: EventId }>({
    name: "claim_sources",
    // in key order, so that two processes never wait for each other crosswise
    text: `insert into event_source (workspace_id, door, source_key, event_id, body_hash, created_at)
      select workspace_id, door, source_key, event_id, decode(body_hash, 'hex'), $6
      from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[])
        as s (workspace_id, door, source_key, event_id, body_hash)
      order by 1, 2, 3
      on conflict do nothing returning event_id`,
    values: [
      sources.map(({ workspaceId }) => workspaceId),
      sources.map(({ door }) => door),
      sources.map(({ sourceKey }) => sourceKey),
      sources.map(({ eventId }) => eventId),
      sources.map(({ bodyHash }) => bodyHash),
      fromMoment(now),
    ],
  });
  return new Set(rows.map(({ event_id }) => event_id));
}

/** The first delivery of something that has come again. */
export interface FirstDelivery {
  readonly eventId: EventId;
  readonly hasSameBody: boolean;
  readonly problem: Problem | null;
  readonly conversationId: ConversationId | null;
}

/** Counts repeats and returns, per repeated event id, what came of the first delivery. */
export async function loadFirstDeliveries(
  session: Session,
  repeats: readonly EventSource[],
): Promise<Map<EventId, FirstDelivery>> {
  const rows = await session.query<{
    repeated_id: EventId;
    event_id: EventId;
    has_same_body: boolean;
    problem: Problem | null;
    conversation_id: ConversationId | null;
  }>({
    name: "first_deliveries",
    text: `with repeated as (
        select * from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[])
          as s (workspace_id, door, source_key, repeated_id, body_hash) order by 1, 2, 3
      ), counted as (
        update event_source set repeats = repeats + 1 from repeated r
        where event_source.workspace_id = r.workspace_id and event_source.door = r.door and event_source.source_key = r.source_key
        returning event_source.workspace_id, r.repeated_id, event_source.event_id,
          event_source.body_hash = decode(r.body_hash, 'hex') as has_same_body
      )
      select repeated_id, event_id, has_same_body, problem, conversation_id
      from counted left join event using (workspace_id, event_id)`,
    values: [
      repeats.map(({ workspaceId }) => workspaceId),
      repeats.map(({ door }) => door),
      repeats.map(({ sourceKey }) => sourceKey),
      repeats.map(({ eventId }) => eventId),
      repeats.map(({ bodyHash }) => bodyHash),
    ],
  });
  return new Map(
    rows.map((row) => [
      row.repeated_id,
      {
        eventId: row.event_id,
        hasSameBody: row.has_same_body,
        problem: row.problem,
        conversationId: row.conversation_id,
      },
    ]),
  );
}
