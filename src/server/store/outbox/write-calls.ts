const IS_SAME = "o.request_hash = excluded.request_hash";
const IS_RESENT = `${IS_SAME} and o.state = 'unknown' and excluded.is_resent`;

/**
 * $1 calls, $2 when they are stored, $3 the outcome of a retried call that is not the same any more. A key that is there already
 * is not stored again: an outcome that is recorded comes back as a new event for the run that asks now, one that is on its way
 * will, and an unknown one is made again if a person said yes. A retried run that asks for something else under the key it kept
 * hears that this is never sent; one and the same run cannot, so that its hash becomes null, which the table refuses: a bug, and
 * its lane is set aside. The event bears the id of the call that was not made, so that it is the same event however often the
 * batch is tried.
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
    request_hash = case when ${IS_SAME} or o.run_id <> excluded.run_id then o.request_hash end,
    conversation_id = case when ${IS_SAME} then excluded.conversation_id else o.conversation_id end,
    run_id = case when ${IS_SAME} then excluded.run_id else o.run_id end,
    visit_id = case when ${IS_SAME} then excluded.visit_id else o.visit_id end,
    state = case when ${IS_RESENT} then 'pending' else o.state end,
    is_resent = o.is_resent or (${IS_RESENT}),
    retry_count = case when ${IS_RESENT} then 0 else o.retry_count end,
    next_attempt_at = case when ${IS_RESENT} then excluded.next_attempt_at else o.next_attempt_at end,
    created_at = case when ${IS_RESENT} then excluded.created_at else o.created_at end
  returning o.*
)
insert into event (workspace_id, event_id, lane_id, type, body, seed, happened_at, state)
select w.workspace_id, wished.call_id, w.contact_id, 'call_finished',
  jsonb_build_object('type', 'call_finished', 'callId', w.call_id, 'key', w.key, 'runId', wished.run_id, 'visitId', wished.visit_id,
    'outcome', case when w.request_hash = wished.request_hash then w.outcome else $3::jsonb end),
  wished.call_id::text, $2, 'pending'
from written w join wished on wished.workspace_id = w.workspace_id and wished.key = w.key
where w.state in ('done', 'failed', 'unknown') or w.request_hash <> wished.request_hash
returning workspace_id, lane_id`;
