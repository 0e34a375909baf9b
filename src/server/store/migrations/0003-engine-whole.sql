-- What the whole engine keeps: calls of workflows, AI agents on the floor, tags, snoozing, ratings, attention and goals.

alter table workspace
  -- Attention budget, fallback, phrase lists, lifetime: as WorkspaceSettings reads them, defaults left out
  add column settings jsonb not null default '{}',
  -- Rotation of assignments to the whole workspace: who was chosen last
  add column last_member_id uuid;

create table ai_agent (
  workspace_id uuid not null references workspace,
  ai_agent_id uuid not null,
  name text not null,
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (workspace_id, ai_agent_id)
);
comment on table ai_agent is 'An assignee backed by a language model';

alter table visitor_session add column page_language text;

alter table conversation
  add column ai_agent_id uuid,
  add column last_assignee_id uuid,
  add column tags text[] not null default '{}',
  add column rating jsonb,
  add column snoozed_until timestamptz,
  add column linked_conversation_id uuid,
  add column last_team_message_at timestamptz,
  add column unanswered_since timestamptz,
  add column fallback_acted_at timestamptz,
  drop constraint conversation_floor_holder_check,
  add constraint conversation_floor_holder_check check (floor_holder in ('nobody', 'run', 'ai_agent', 'person'));

alter table message
  add column attachments jsonb not null default '[]',
  drop constraint message_author_kind_check,
  add constraint message_author_kind_check check (author_kind in ('contact', 'member', 'workflow', 'ai_agent', 'system'));

-- A timer belongs to a run's visit or to a conversation.
alter table timer
  alter column run_id drop not null,
  alter column visit_id drop not null,
  add column conversation_id uuid;

alter table run add column goal_reached_at timestamptz;

-- Higher priorities are served first.
alter table assignment_wait add column priority integer not null default 1;

-- An assignment that the workspace's own rules asked for belongs to no run.
alter table assignment
  alter column run_id drop not null,
  alter column visit_id drop not null;

-- What a contact was shown of proactive workflows and what they dismissed: the last 7 days.
create table contact_attention (
  workspace_id uuid not null,
  contact_id uuid not null,
  data jsonb not null,
  primary key (workspace_id, contact_id)
) with (fillfactor = 80);

-- Goals that may still be reached, after the run's end too; a row goes when the goal is reached or its time is over.
create table pending_goal (
  workspace_id uuid not null,
  contact_id uuid not null,
  run_id uuid not null,
  workflow_id uuid not null,
  version_id uuid not null,
  until timestamptz not null,
  primary key (workspace_id, contact_id, run_id)
);
