-- The queue for assignees: what each run asked for, in the order in which places are given out; and turns of a whole workspace.

alter table assignment_wait
  add column policy text not null default 'round_robin' check (policy in ('round_robin', 'least_open')),
  add column online_only boolean not null default true,
  -- At most so many open conversations of the member; null for no limit
  add column open_limit integer;
comment on table assignment_wait is
  'Runs that wait for an assignee, highest priority first, then oldest; of the whole workspace where team and member are null. A row goes when its wait ends or is paused';

drop index assignment_wait_team;
drop index assignment_wait_member;
create index assignment_wait_team on assignment_wait (workspace_id, team_id, priority desc, waiting_since, run_id) where team_id is not null;
create index assignment_wait_member on assignment_wait (workspace_id, member_id, priority desc, waiting_since, run_id) where member_id is not null;
create index assignment_wait_anybody on assignment_wait (workspace_id, priority desc, waiting_since, run_id)
  where team_id is null and member_id is null;

-- A paused run takes no place; it asks again when it goes on.
delete from assignment_wait w using run r
where r.workspace_id = w.workspace_id and r.run_id = w.run_id and r.state <> 'waiting';

-- Greetings and snoozed conversations are nobody's load.
update member m set open_count = counted.open_count
from (
  select m.workspace_id, m.member_id, count(c.conversation_id) as open_count
  from member m left join conversation c on c.workspace_id = m.workspace_id and c.assignee_id = m.member_id
    and c.status = 'open' and c.snoozed_until is null and not c.is_greeting
  group by 1, 2
) counted
where counted.workspace_id = m.workspace_id and counted.member_id = m.member_id and counted.open_count <> m.open_count;
