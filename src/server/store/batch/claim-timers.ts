import type { ContactId, Moment, WorkspaceId } from "#core/domain";
import { type SqlMoment, fromMoment, toMoment, toMomentOrNull } from "../moments.ts";
import type { TimerRow } from "../rows/timer-row.ts";
import { toTimer } from "../rows/timer-row.ts";
import type { Session } from "../store.ts";
import type { LaneName } from "./open-batch.ts";

/** When the next timer is due, and what the database's clock says now. */
export async function loadNextDue(
  session: Session,
): Promise<{ dueAt: Moment | null; databaseNow: Moment }> {
  const [row] = await session.query<{ due_at: SqlMoment | null; now: SqlMoment }>({
    // by timer_due
    text: "select (select due_at from timer order by due_at limit 1) as due_at, clock_timestamp() as now",
  });
  if (row === undefined) throw new Error("the database told no time");
  return { dueAt: toMomentOrNull(row.due_at), databaseNow: toMoment(row.now) };
}

/** A timer that was due and is now a pending `timer_due` event. */
export interface ClaimedTimer extends LaneName {
  readonly workspaceId: WorkspaceId;
  readonly contactId: ContactId;
  readonly dueAt: Moment;
}

/**
 * Turns due timers into pending events, each once: the timer's row goes in the statement that stores its event,
 * and its id is the event's source key. Rows another process is claiming or clearing are skipped.
 * The event bears the timer's id, so that it is the same event whoever claims it.
 */
export async function claimTimers(
  session: Session,
  now: Moment,
  limit: number,
): Promise<ClaimedTimer[]> {
  const rows = await session.query<TimerRow>({
    name: "claim_timers",
    text: CLAIM,
    values: [fromMoment(now), limit],
  });
  return rows.map((row) => {
    const { contactId, dueAt } = toTimer(row);
    return { workspaceId: row.workspace_id, contactId, dueAt };
  });
}

// By timer_due. The seed is the timer's id: made from the seed of the event that set it, and never used for another event.
const CLAIM = `
with due as materialized (
  select * from timer where due_at <= $1 order by due_at limit $2 for update skip locked
), gone as (
  delete from timer t using due where t.workspace_id = due.workspace_id and t.timer_id = due.timer_id
), source as (
  insert into event_source (workspace_id, door, source_key, event_id, body_hash, created_at)
  select workspace_id, 'timer', timer_id::text, timer_id, ''::bytea, $1 from due
  on conflict do nothing returning workspace_id, event_id
), stored as (
  insert into event (workspace_id, event_id, lane_id, type, body, seed, happened_at, state)
  select due.workspace_id, timer_id, contact_id, 'timer_due',
    jsonb_build_object('type', 'timer_due', 'timerId', timer_id, 'runId', run_id, 'visitId', visit_id, 'conversationId', conversation_id, 'name', name,
      'dueAt', round(extract(epoch from due_at) * 1000)),
    timer_id::text, $1, 'pending'
  from due join source on source.workspace_id = due.workspace_id and source.event_id = due.timer_id
)
select * from due`;
