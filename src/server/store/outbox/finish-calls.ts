import type {
  CallId,
  ContactId,
  EventBody,
  EventId,
  Moment,
  Problem,
  CallOutcome,
  WorkspaceId,
} from "#core/domain";
import type { LaneName } from "../batch/open-batch.ts";
import { fromMoment, fromMomentOrNull } from "../moments.ts";
import type { CallState } from "../rows/call-row.ts";
import type { Session } from "../store.ts";

/** What became of one attempt. Nothing is written when the call has gone on without it. */
export interface CallFinish {
  readonly workspaceId: WorkspaceId;
  readonly callId: CallId;
  readonly contactId: ContactId;
  readonly integration: string;
  readonly attempt: number;
  readonly state: Exclude<CallState, "started">;
  /** Set with a final state. */
  readonly outcome: CallOutcome | null;
  readonly problem: Problem | null;
  /** Set with `pending`: when it is tried again. */
  readonly nextAttemptAt: Moment | null;
  /** Nothing was done: what it would have moved is free again for limits. */
  readonly givesBackAmount: boolean;
  /** How the integration fares, for its circuit; null says nothing about it. */
  readonly isIntegrationWell: boolean | null;
  /** Told to the lane with a final state. */
  readonly event: {
    readonly id: EventId;
    readonly seed: string;
    readonly body: Extract<EventBody, { type: "call_finished" | "delivery_reported" }>;
  } | null;
}

/** After so many failures one after the other an integration is left alone for a while. */
export const FAILURES_TO_OPEN = 5;
const FIRST_OPEN_SECONDS = 15;
const LONGEST_OPEN_SECONDS = 300;

/**
 * Records what became of attempts, tells the lanes by a pending event each, and keeps circuits and amounts true, all in
 * one transaction. The run that is told is the one that asked last. Returns the lanes that have an event.
 */
export async function finishCalls(
  session: Session,
  finishes: readonly CallFinish[],
  now: Moment,
): Promise<LaneName[]> {
  const values = [JSON.stringify(finishes.map(toRow)), fromMoment(now)];
  const [, , rows] = await Promise.all([
    session.query({
      name: "hold_finished_circuits",
      text: HOLD_CIRCUITS,
      values: values.slice(0, 1),
    }),
    session.query({ name: "finish_circuits", text: FINISH_CIRCUITS, values }),
    session.query<{ workspace_id: WorkspaceId; lane_id: ContactId }>({
      name: "finish_calls",
      text: FINISH,
      values,
    }),
  ]);
  return rows.map((row) => ({ workspaceId: row.workspace_id, contactId: row.lane_id }));
}

const toRow = (finish: CallFinish) => ({
  workspace_id: finish.workspaceId,
  call_id: finish.callId,
  contact_id: finish.contactId,
  integration: finish.integration,
  attempt: finish.attempt,
  state: finish.state,
  outcome: finish.outcome,
  problem: finish.problem,
  next_attempt_at: fromMomentOrNull(finish.nextAttemptAt),
  gives_back_amount: finish.givesBackAmount,
  is_integration_well: finish.isIntegrationWell,
  event_id: finish.event?.id ?? null,
  seed: finish.event?.seed ?? null,
  body: finish.event?.body ?? null,
});

const FINISHED = `finished as materialized (
  select * from json_to_recordset($1) as f (workspace_id uuid, call_id uuid, contact_id uuid, integration text, attempt integer,
    state text, outcome jsonb, problem jsonb, next_attempt_at timestamptz, gives_back_amount boolean, is_integration_well boolean,
    event_id uuid, seed text, body jsonb)
)`;

// Circuits before calls and amounts, as in claiming: nobody waits for anybody crosswise.
const HOLD_CIRCUITS = `
with ${FINISHED}
select from (select distinct workspace_id, integration from finished where is_integration_well is not null) f
join integration_circuit c using (workspace_id, integration)
order by c.workspace_id, c.integration for update of c`;

const FINISH_CIRCUITS = `
with ${FINISHED}, fared as (
  select workspace_id, integration, bool_or(is_integration_well) as is_well, count(*)::integer as failures
  from finished f where is_integration_well is not null and exists (
    select from outbox o where o.workspace_id = f.workspace_id and o.call_id = f.call_id and o.attempt = f.attempt and o.state = 'started')
  group by 1, 2
), counted as (
  select workspace_id, integration, case when is_well then 0 else c.failure_count + failures end as failure_count
  from fared join integration_circuit c using (workspace_id, integration)
)
update integration_circuit c set failure_count = f.failure_count,
  opened_at = case when f.failure_count >= ${FAILURES_TO_OPEN} then coalesce(c.opened_at, $2) end,
  open_until = case when f.failure_count >= ${FAILURES_TO_OPEN} then $2::timestamptz + make_interval(secs =>
    least(${LONGEST_OPEN_SECONDS}, ${FIRST_OPEN_SECONDS} * power(2, least(f.failure_count - ${FAILURES_TO_OPEN}, 10)))) end
from counted f where c.workspace_id = f.workspace_id and c.integration = f.integration`;

// Calls by outbox_pkey; "state" and "attempt" are the fence: an answer of a process that was given up changes nothing.
const FINISH = `
with ${FINISHED}, written as (
  update outbox o set state = f.state, outcome = f.outcome, problem = f.problem, leased_until = null,
    next_attempt_at = coalesce(f.next_attempt_at, o.next_attempt_at),
    retry_count = o.retry_count + case when f.state = 'pending' then 1 else 0 end
  from finished f
  where o.workspace_id = f.workspace_id and o.call_id = f.call_id and o.attempt = f.attempt and o.state = 'started'
  returning o.workspace_id, o.call_id, o.attempt, o.contact_id, o.conversation_id, o.run_id, o.visit_id, o.request, o.amount_counted_on,
    f.gives_back_amount, f.event_id, f.seed, f.body
), given_back as (
  select w.workspace_id, w.request->>'action' as action, s.scope_id, coalesce(w.request->'amount'->>'currency', '') as currency,
    w.amount_counted_on as day, sum((w.request->'amount'->>'value')::numeric) as given
  from written w cross join lateral (values (w.contact_id), (w.workspace_id)) s (scope_id)
  where w.gives_back_amount and w.amount_counted_on is not null group by 1, 2, 3, 4, 5
), lowered as (
  update action_amount a set amount_sum = a.amount_sum - g.given from given_back g
  where a.workspace_id = g.workspace_id and a.action = g.action and a.scope_id = g.scope_id and a.currency = g.currency and a.day = g.day
), source as (
  insert into event_source (workspace_id, door, source_key, event_id, body_hash, created_at)
  select workspace_id, 'call', call_id || ':' || attempt, event_id, ''::bytea, $2 from written where event_id is not null
)
insert into event (workspace_id, event_id, lane_id, type, body, seed, happened_at, state)
select workspace_id, event_id, contact_id, body->>'type',
  case when body->>'type' = 'call_finished' then body || jsonb_build_object('runId', run_id, 'visitId', visit_id) else body end,
  seed, $2, 'pending'
from written where event_id is not null
returning workspace_id, lane_id`;
