/**
 * $1 calls, $2 when they are stored. A key that is there already is not stored again: an outcome that is recorded comes back as
 * a new event for the run that asks now, one that is on its way will, and an unknown one is made again if a person said yes.
 * Another request under the same key sets its hash to null, which the table refuses: a bug, and its lane is set aside.
 * The event bears the id of the call that was not made, so that it is the same event however often the batch is tried.
 */
export const WRITE_CALLS = `
with wished as materialized (
  select * from json_populate_recordset(null::outbox, $1)
), written as (
  insert into outbox as o (workspace_id, call_id, key, contact_id, conversation_id, run_id, visit_id, kind, integration, request,
    request_hash, is_repeatable, is_resent, timeout_seconds, state, next_attempt_at, created_at)
  select workspace_id, call_id, key, contact_id, conversation_id, run_id, visit_id, kind, integration, request,
    request_hash, is_repeatable, is_resent, timeout_seconds, 'pending', next_attempt_at, created_at
  from wished
  on conflict (workspace_id, key) do update set
    request_hash = case when o.request_hash = excluded.request_hash then o.request_hash end,
    conversation_id = excluded.conversation_id, run_id = excluded.run_id, visit_id = excluded.visit_id,
    state = case when o.state = 'unknown' and excluded.is_resent then 'pending' else o.state end,
    is_resent = o.is_resent or (o.state = 'unknown' and excluded.is_resent),
    retry_count = case when o.state = 'unknown' and excluded.is_resent then 0 else o.retry_count end,
    next_attempt_at = case when o.state = 'unknown' and excluded.is_resent then excluded.next_attempt_at else o.next_attempt_at end,
    created_at = case when o.state = 'unknown' and excluded.is_resent then excluded.created_at else o.created_at end
  returning o.*
)
insert into event (workspace_id, event_id, lane_id, type, body, seed, happened_at, state)
select w.workspace_id, wished.call_id, w.contact_id, 'call_finished',
  jsonb_build_object('type', 'call_finished', 'callId', w.call_id, 'key', w.key, 'runId', w.run_id, 'visitId', w.visit_id,
    'outcome', w.outcome),
  wished.call_id::text, $2, 'pending'
from written w join wished on wished.workspace_id = w.workspace_id and wished.key = w.key
where w.state in ('done', 'failed', 'unknown')
returning workspace_id, lane_id`;
