/**
 * The three statements a batch is written with. Each parameter is a JSON list of whole rows; an empty list costs nothing.
 * One row appears at most once in a statement. All are found by primary key, each by itself ("limit 1"): left to choose,
 * the planner reads small and busy tables as a whole, dead rows included.
 */

/** $1 contacts, $2 visitor sessions, $3 conversations, $4 messages, $5 attention, $6 deliveries. */
export const WRITE_LANES = `
with written_contact as (
  insert into contact select * from json_populate_recordset(null::contact, $1)
  on conflict (workspace_id, contact_id) do update set
    name = excluded.name, email = excluded.email, email_verification = excluded.email_verification, phone = excluded.phone,
    external_id = excluded.external_id, lifecycle_stage = excluded.lifecycle_stage, owner_id = excluded.owner_id,
    tags = excluded.tags, custom = excluded.custom, language = excluded.language, timezone = excluded.timezone,
    last_seen_at = excluded.last_seen_at, last_replied_at = excluded.last_replied_at, last_contacted_at = excluded.last_contacted_at,
    is_test = excluded.is_test
), written_session as (
  insert into visitor_session select * from json_populate_recordset(null::visitor_session, $2)
  on conflict (workspace_id, visitor_session_id) do update set
    last_seen_at = excluded.last_seen_at, page = excluded.page, page_count = excluded.page_count,
    device = excluded.device, language = excluded.language, page_language = excluded.page_language
), conversation_row as materialized (
  select * from json_populate_recordset(null::conversation, $3)
), written_conversation as (
  insert into conversation select * from conversation_row
  on conflict (workspace_id, conversation_id) do update set
    channel = excluded.channel, status = excluded.status, priority = excluded.priority,
    assignee_id = excluded.assignee_id, team_id = excluded.team_id, ai_agent_id = excluded.ai_agent_id,
    last_assignee_id = excluded.last_assignee_id, tags = excluded.tags, rating = excluded.rating,
    snoozed_until = excluded.snoozed_until, last_team_message_at = excluded.last_team_message_at,
    unanswered_since = excluded.unanswered_since,
    fallback_acted_at = excluded.fallback_acted_at,
    floor_holder = excluded.floor_holder, floor_id = excluded.floor_id, is_greeting = excluded.is_greeting,
    last_sequence = excluded.last_sequence, contact_read_sequence = excluded.contact_read_sequence,
    member_read_sequence = excluded.member_read_sequence, last_contact_message_at = excluded.last_contact_message_at,
    last_contact_text = excluded.last_contact_text,
    waiting_since = excluded.waiting_since, closed_at = excluded.closed_at,
    last_activity_at = excluded.last_activity_at, preview = excluded.preview
), written_list as (
  insert into conversation_list (workspace_id, conversation_id, status, assignee_id, team_id, is_greeting, last_activity_at, changed_xid)
  select workspace_id, conversation_id, status, assignee_id, team_id, is_greeting, last_activity_at, pg_current_xact_id()
  from conversation_row
  on conflict (workspace_id, conversation_id) do update set
    status = excluded.status, assignee_id = excluded.assignee_id, team_id = excluded.team_id,
    is_greeting = excluded.is_greeting, last_activity_at = excluded.last_activity_at, changed_xid = excluded.changed_xid
), written_attention as (
  insert into contact_attention select * from json_populate_recordset(null::contact_attention, $5)
  on conflict (workspace_id, contact_id) do update set data = excluded.data
), delivered as (
  update message m set delivery = d.delivery
  from json_populate_recordset(null::message, $6) d
  where m.workspace_id = d.workspace_id and m.message_id = d.message_id
)
insert into message select * from json_populate_recordset(null::message, $4)`;

/** $1 runs, $2 runs begun, $3 runs finished, $4 visits, $5 timers set, $6 timers cleared, $7 waits, $8 waits ended, $9 goals set, $10 goals over, $11 waits moved. */
export const WRITE_RUNS = `
with written_run as (
  insert into run select * from json_populate_recordset(null::run, $1)
  on conflict (workspace_id, run_id) do update set
    version_id = excluded.version_id, conversation_id = excluded.conversation_id, state = excluded.state, step_id = excluded.step_id,
    visit_id = excluded.visit_id, data = excluded.data, ended_at = excluded.ended_at
), begun as (
  insert into active_run select * from json_populate_recordset(null::active_run, $2) on conflict do nothing
), finished as (
  delete from active_run using json_populate_recordset(null::active_run, $3) f cross join lateral (
    select ctid as place from active_run a
    where a.workspace_id = f.workspace_id and a.contact_id = f.contact_id and a.run_id = f.run_id limit 1
  ) found where active_run.ctid = found.place
), timer_set as (
  insert into timer select * from json_populate_recordset(null::timer, $5)
  on conflict (workspace_id, timer_id) do update set due_at = excluded.due_at
), timer_cleared as (
  delete from timer using json_populate_recordset(null::timer, $6) c cross join lateral (
    select ctid as place from timer t
    where t.workspace_id = c.workspace_id and t.contact_id = c.contact_id and t.timer_id = c.timer_id limit 1
  ) found where timer.ctid = found.place
), waiting as (
  insert into assignment_wait as w select * from json_populate_recordset(null::assignment_wait, $7)
  on conflict (workspace_id, run_id) do update set
    visit_id = excluded.visit_id, conversation_id = excluded.conversation_id,
    team_id = excluded.team_id, member_id = excluded.member_id, policy = excluded.policy, online_only = excluded.online_only,
    open_limit = excluded.open_limit, priority = excluded.priority, is_offered = false,
    waiting_since = case when w.visit_id = excluded.visit_id then w.waiting_since else excluded.waiting_since end
), wait_ended as (
  -- by key, not by place: another process may be marking the row as offered
  delete from assignment_wait w using json_populate_recordset(null::assignment_wait, $8) e
  where w.workspace_id = e.workspace_id and w.run_id = e.run_id
), wait_moved as (
  update assignment_wait w set priority = m.priority from json_populate_recordset(null::assignment_wait, $11) m
  where w.workspace_id = m.workspace_id and w.run_id = m.run_id
), goal_set as (
  insert into pending_goal select * from json_populate_recordset(null::pending_goal, $9) on conflict do nothing
), goal_over as (
  delete from pending_goal g using json_populate_recordset(null::pending_goal, $10) o
  where g.workspace_id = o.workspace_id and g.contact_id = o.contact_id and g.run_id = o.run_id
)
insert into visit select * from json_populate_recordset(null::visit, $4)
on conflict (workspace_id, run_id, number) do update set
  left_at = excluded.left_at, path = excluded.path, evidence = excluded.evidence, problem = excluded.problem`;

/** $1 new events, $2 results of events stored before, $3 trigger decisions, $4 starts, $5 assignments, $6 members, $7 rotations of teams, $8 of workspaces. */
export const WRITE_EVENTS = `
with new_event as (
  insert into event (workspace_id, event_id, lane_id, type, body, seed, happened_at, state, problem, conversation_id, handled_at)
  select workspace_id, event_id, lane_id, type, body, seed, happened_at, state, problem, conversation_id, handled_at
  from json_populate_recordset(null::event, $1)
), event_result as (
  update event set state = r.state, problem = r.problem, conversation_id = r.conversation_id, handled_at = r.handled_at
  from json_populate_recordset(null::event, $2) r cross join lateral (
    select ctid as place from event e where e.workspace_id = r.workspace_id and e.event_id = r.event_id limit 1
  ) found where event.ctid = found.place
), decision as (
  insert into trigger_decision select * from json_populate_recordset(null::trigger_decision, $3)
  returning workspace_id, workflow_id, decided_at, result, reason
), decision_count as (
  insert into trigger_decision_count as c (workspace_id, workflow_id, day, result, reason, slot, decision_count)
  select workspace_id, workflow_id, (decided_at at time zone 'UTC')::date, result, coalesce(reason, ''),
    (pg_backend_pid() % 16)::smallint, count(*)
  from decision group by 1, 2, 3, 4, 5
  order by 1, 2, 3, 4, 5 -- in one order everywhere: two writers never wait for each other in a ring
  on conflict (workspace_id, workflow_id, day, result, reason, slot)
  do update set decision_count = c.decision_count + excluded.decision_count
), starts as (
  insert into workflow_contact_start select * from json_populate_recordset(null::workflow_contact_start, $4)
  on conflict (workspace_id, workflow_id, contact_id) do update set
    last_at = excluded.last_at, start_count = excluded.start_count, last_visitor_session_id = excluded.last_visitor_session_id
), settled as (
  insert into assignment select * from json_populate_recordset(null::assignment, $5)
), members as (
  update member m set open_count = m.open_count + c.open_count_change, presence = coalesce(c.presence, m.presence)
  from json_to_recordset($6) as c (workspace_id uuid, member_id uuid, open_count_change integer, presence text)
  where m.workspace_id = c.workspace_id and m.member_id = c.member_id
), turns_of_all as (
  update workspace w set last_member_id = r.last_member_id
  from json_populate_recordset(null::workspace, $8) r
  where w.workspace_id = r.workspace_id
)
update team t set last_member_id = r.last_member_id
from json_populate_recordset(null::team, $7) r
where t.workspace_id = r.workspace_id and t.team_id = r.team_id`;

/**
 * $1 goals reached, as runs: their own statement, since a goal may be reached by a run that the same batch writes. Counted here, where the
 * run is at hand: it may have ended long ago.
 */
export const WRITE_GOALS_REACHED = `
with reached as (
  update run r set goal_reached_at = g.goal_reached_at
  from json_populate_recordset(null::run, $1) g
  where r.workspace_id = g.workspace_id and r.run_id = g.run_id and r.goal_reached_at is null
  returning r.workspace_id, r.version_id, r.contact_id, r.started_at
)
insert into insight_count as c
select workspace_id, version_id, (started_at at time zone 'UTC')::date, '', 'goal_reached', '', 0,
  (pg_backend_pid() % 16)::smallint, count(*)
from reached join contact using (workspace_id, contact_id) where not contact.is_test
group by 1, 2, 3
order by 1, 2, 3
on conflict (workspace_id, version_id, day, step_id, measure, path, bucket, slot)
do update set counted = c.counted + excluded.counted`;
