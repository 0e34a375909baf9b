import type { Moment, WorkspaceId } from "#core/domain";
import { type SqlMoment, fromMoment, toMoment, toMomentOrNull } from "../moments.ts";
import type { CallRow } from "../rows/call-row.ts";
import type { Session } from "../store.ts";

/** A call whose newest attempt is ours, with today's date where its workspace is. */
export type ClaimedCall = CallRow & { readonly today: string };

/** When dispatch has something to do next, and what the database's clock says now. */
export async function loadNextCall(
  session: Session,
): Promise<{ dueAt: Moment | null; leaseEndsAt: Moment | null; databaseNow: Moment }> {
  const [row] = await session.query<{
    due_at: SqlMoment | null;
    lease_ends_at: SqlMoment | null;
    now: SqlMoment;
  }>({
    name: "next_call",
    // by outbox_due and outbox_leased
    text: `select (select next_attempt_at from outbox where state = 'pending' order by next_attempt_at limit 1) as due_at,
      (select leased_until from outbox where state = 'started' order by leased_until limit 1) as lease_ends_at,
      clock_timestamp() as now`,
  });
  if (row === undefined) throw new Error("the database told no time");
  return {
    dueAt: toMomentOrNull(row.due_at),
    leaseEndsAt: toMomentOrNull(row.lease_ends_at),
    databaseNow: toMoment(row.now),
  };
}

/**
 * Starts attempts at due calls, the longest due first: at most `capacity`, at most `perIntegration` at once in each workspace and
 * integration over all processes, none where a circuit is open, one message of a conversation at a time.
 * Holds each integration's circuit row until the end of the transaction; those that another process holds are skipped.
 * Nothing may be sent before the transaction is committed.
 */
export async function claimCalls(
  session: Session,
  options: {
    now: Moment;
    capacity: number;
    perIntegration: number;
    graceSeconds: number;
    claimedBy: string;
  },
): Promise<ClaimedCall[]> {
  const now = fromMoment(options.now);
  const [, held] = await Promise.all([
    session.query({ name: "make_circuits", text: MAKE_CIRCUITS, values: [now] }),
    session.query<{ workspace_id: WorkspaceId; integration: string }>({
      name: "hold_circuits",
      text: HOLD_CIRCUITS,
      values: [now, options.capacity],
    }),
  ]);
  if (held.length === 0) return [];
  const rows = await session.query<ClaimedCall>({
    name: "claim_calls",
    text: CLAIM,
    values: [
      now,
      held.map(({ workspace_id }) => workspace_id),
      held.map(({ integration }) => integration),
      options.perIntegration,
      options.capacity,
      options.graceSeconds,
      options.claimedBy,
    ],
  });
  return rows.sort((a, b) => a.position - b.position);
}

/** Locks calls whose maker has not been heard of for too long; what becomes of them is decided in the same transaction. */
export async function lockLapsedCalls(
  session: Session,
  now: Moment,
  limit: number,
): Promise<CallRow[]> {
  return await session.query<CallRow>({
    name: "lock_lapsed_calls",
    // by outbox_leased
    text: `select * from outbox where state = 'started' and leased_until < $1
      order by leased_until limit $2 for update skip locked`,
    values: [fromMoment(now), limit],
  });
}

// By outbox_pending, one look-up per integration that has something pending, however many calls it has.
const DUE = `
pair as (
  (select workspace_id, integration from outbox where state = 'pending' order by workspace_id, integration limit 1)
  union all
  select n.* from pair p cross join lateral (
    select workspace_id, integration from outbox o
    where state = 'pending' and (o.workspace_id, o.integration) > (p.workspace_id, p.integration)
    order by workspace_id, integration limit 1
  ) n
), due as materialized (
  select p.workspace_id, p.integration, d.next_attempt_at as due_at from pair p cross join lateral (
    select next_attempt_at from outbox o
    where o.workspace_id = p.workspace_id and o.integration = p.integration and state = 'pending'
    order by next_attempt_at limit 1
  ) d where d.next_attempt_at <= $1
)`;

const MAKE_CIRCUITS = `
with recursive ${DUE}
insert into integration_circuit (workspace_id, integration)
select workspace_id, integration from due
where not exists (select from integration_circuit c where c.workspace_id = due.workspace_id and c.integration = due.integration)
order by 1, 2 on conflict do nothing`;

const HOLD_CIRCUITS = `
with recursive ${DUE}
select c.workspace_id, c.integration from due join integration_circuit c using (workspace_id, integration)
where c.open_until is null or c.open_until <= $1
order by due.due_at limit $2 for update of c skip locked`;

// A new statement after the locks, so that it sees what the last holder started. By outbox_pending, outbox_started, outbox_messages.
const CLAIM = `
with room as materialized (
  select m.workspace_id, m.integration,
    case when c.opened_at is null then $4::integer else 1 end
      - (select count(*) from outbox o where o.workspace_id = m.workspace_id and o.integration = m.integration and state = 'started')::integer as free
  from unnest($2::uuid[], $3::text[]) as m (workspace_id, integration) join integration_circuit c using (workspace_id, integration)
), picked as materialized (
  select p.* from room r cross join lateral (
    select o.workspace_id, o.call_id from outbox o
    where o.workspace_id = r.workspace_id and o.integration = r.integration and o.state = 'pending' and o.next_attempt_at <= $1
      and (o.kind <> 'message' or not exists (
        select from outbox earlier where earlier.workspace_id = o.workspace_id and earlier.conversation_id = o.conversation_id
          and earlier.kind = 'message' and earlier.state in ('pending', 'started') and earlier.position < o.position))
    order by o.next_attempt_at, o.position limit greatest(r.free, 0) for update of o skip locked
  ) p limit $5
)
update outbox o set state = 'started', attempt = o.attempt + 1, started_at = $1, claimed_by = $7,
  leased_until = $1::timestamptz + make_interval(secs => o.timeout_seconds + $6::integer)
from picked p join workspace w on w.workspace_id = p.workspace_id
where o.workspace_id = p.workspace_id and o.call_id = p.call_id
returning o.*, ($1::timestamptz at time zone w.timezone)::date::text as today`;
