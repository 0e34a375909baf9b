-- Every table's key starts with workspace_id, but for the closed list: login, login_session, workspace, migration.
-- (migration itself is made by migrate.ts)
-- Moments are timestamptz and always written by us: SQL here never asks the clock.

create table workspace (
  workspace_id uuid primary key,
  slug text not null unique,
  name text not null,
  timezone text not null,
  language text not null,
  -- The widget's public key: names the workspace from any page, opens nothing by itself.
  public_key text not null unique,
  is_demo boolean not null,
  -- Grows with every change that decides what may start (publish, unpublish, priority, settings), so that no process decides by an old list.
  config_revision bigint not null default 0,
  created_at timestamptz not null
);
comment on table workspace is 'The tenant: every other record belongs to exactly one';

create table login (
  login_id uuid primary key,
  email text not null,
  -- argon2id, with its parameters inside
  password_hash text not null,
  -- A demo login works only while its workspace is marked demo.
  is_demo boolean not null default false,
  created_at timestamptz not null
);
create unique index login_email on login (lower(email));
comment on table login is 'A person''s way in: one e-mail and password, member of one or more workspaces';

create table login_session (
  -- sha-256 of the cookie's token: a copy of this table opens nothing
  token_hash bytea primary key,
  login_id uuid not null references login on delete cascade,
  workspace_id uuid not null references workspace,
  member_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index login_session_login on login_session (login_id);

create table member (
  workspace_id uuid not null references workspace,
  member_id uuid not null,
  login_id uuid references login,
  name text not null,
  email text not null,
  role text not null check (role in ('owner', 'admin', 'builder', 'agent')),
  presence text not null default 'offline' check (presence in ('online', 'away', 'offline')),
  -- Open, unsnoozed conversations assigned now; every writer of an assignment, close or reopen locks this row.
  open_count integer not null default 0 check (open_count >= 0),
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (workspace_id, member_id)
) with (fillfactor = 80);
create unique index member_login on member (workspace_id, login_id) where deleted_at is null;

create table team (
  workspace_id uuid not null references workspace,
  team_id uuid not null,
  name text not null,
  -- Rotation: who was chosen last. Locked once per batch, after the members.
  last_member_id uuid,
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (workspace_id, team_id)
) with (fillfactor = 80);

create table team_member (
  workspace_id uuid not null,
  team_id uuid not null,
  member_id uuid not null,
  primary key (workspace_id, team_id, member_id),
  foreign key (workspace_id, team_id) references team,
  foreign key (workspace_id, member_id) references member
);
create index team_member_member on team_member (workspace_id, member_id);

create table api_key (
  workspace_id uuid not null references workspace,
  api_key_id uuid not null,
  name text not null,
  token_hash bytea not null unique,
  -- What is shown to tell keys apart: the first characters of the token
  prefix text not null,
  role text not null check (role in ('owner', 'admin', 'builder', 'agent')),
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, api_key_id)
);

-- The lane: unit of order and locking. One row per contact; lane_id = workspace_id is the workspace's own lane.
create table lane (
  -- no reference: every new contact would lock the workspace's row
  workspace_id uuid not null,
  lane_id uuid not null,
  primary key (workspace_id, lane_id)
);

create table contact (
  workspace_id uuid not null,
  contact_id uuid not null,
  name text,
  email text,
  email_verification text not null default 'none' check (email_verification in ('none', 'claimed', 'proven', 'signed')),
  phone text,
  external_id text,
  lifecycle_stage text not null default 'lead' check (lifecycle_stage in ('lead', 'user', 'paid')),
  owner_id uuid,
  tags text[] not null default '{}',
  custom jsonb not null default '{}',
  language text,
  timezone text,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  last_replied_at timestamptz,
  last_contacted_at timestamptz,
  primary key (workspace_id, contact_id)
) with (fillfactor = 50);
create unique index contact_external_id on contact (workspace_id, external_id) where external_id is not null;

create table visitor_token (
  workspace_id uuid not null,
  contact_id uuid not null,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  primary key (workspace_id, token_hash)
);
comment on table visitor_token is 'A browser''s bearer: which contact it speaks for';

create table visitor_session (
  workspace_id uuid not null,
  visitor_session_id uuid not null,
  contact_id uuid not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- Newest page: url, title, referrer
  page jsonb not null,
  page_count integer not null,
  device text not null,
  language text,
  primary key (workspace_id, visitor_session_id)
) with (fillfactor = 80);
create index visitor_session_contact on visitor_session (workspace_id, contact_id, started_at desc);

create table conversation (
  workspace_id uuid not null,
  conversation_id uuid not null,
  contact_id uuid not null,
  channel text not null check (channel in ('widget', 'email', 'api')),
  status text not null check (status in ('open', 'closed')),
  priority text not null check (priority in ('low', 'normal', 'high', 'urgent')),
  assignee_id uuid,
  team_id uuid,
  floor_holder text not null check (floor_holder in ('nobody', 'run', 'person')),
  -- The run or member that holds the floor
  floor_id uuid,
  is_greeting boolean not null,
  last_sequence integer not null,
  contact_read_sequence integer not null,
  member_read_sequence integer not null,
  last_contact_message_at timestamptz,
  waiting_since timestamptz,
  opened_at timestamptz not null,
  closed_at timestamptz,
  last_activity_at timestamptz not null,
  preview text not null,
  primary key (workspace_id, conversation_id)
) with (fillfactor = 50);
create index conversation_contact on conversation (workspace_id, contact_id, opened_at desc);

-- Inbox order and catch-up, narrow so that the wide row above stays without changing indexes.
create table conversation_list (
  workspace_id uuid not null,
  conversation_id uuid not null,
  status text not null,
  assignee_id uuid,
  team_id uuid,
  is_greeting boolean not null,
  last_activity_at timestamptz not null,
  -- Transaction that changed it last: a reader asks for those at or above its cursor and below the oldest running one.
  changed_xid xid8 not null,
  primary key (workspace_id, conversation_id)
) with (fillfactor = 80);
create index conversation_list_order on conversation_list (workspace_id, status, last_activity_at desc, conversation_id) where not is_greeting;
create index conversation_list_assignee on conversation_list (workspace_id, assignee_id, last_activity_at desc) where not is_greeting and status = 'open';
create index conversation_list_changed on conversation_list (workspace_id, changed_xid);

create table message (
  workspace_id uuid not null,
  conversation_id uuid not null,
  -- Without gaps in its conversation; given under the lane's lock
  sequence integer not null,
  message_id uuid not null,
  author_kind text not null check (author_kind in ('contact', 'member', 'workflow', 'system')),
  -- member id or run id
  author_id uuid,
  workflow_id uuid,
  step_id text,
  is_public boolean not null,
  is_note boolean not null,
  body text not null,
  quick_replies jsonb not null default '[]',
  quick_reply_id text,
  answer_input jsonb,
  delivery text not null check (delivery in ('queued', 'sent', 'delivered', 'read', 'failed')),
  sent_at timestamptz not null,
  primary key (workspace_id, conversation_id, sequence)
);
create unique index message_id on message (workspace_id, message_id);

create table workflow (
  workspace_id uuid not null references workspace,
  workflow_id uuid not null,
  name text not null,
  draft jsonb not null,
  draft_revision integer not null default 0,
  live_version_id uuid,
  -- 0 is tried first
  priority integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (workspace_id, workflow_id)
);

create table version (
  workspace_id uuid not null,
  version_id uuid not null,
  workflow_id uuid not null,
  number integer not null,
  -- Never changed after insert
  graph jsonb not null,
  -- sha-256 of the graph as sent: tells whether a draft differs
  content_hash text not null,
  note text not null default '',
  published_at timestamptz not null,
  published_by uuid,
  primary key (workspace_id, version_id),
  foreign key (workspace_id, workflow_id) references workflow
);
create unique index version_number on version (workspace_id, workflow_id, number);

-- Stored facts. A normal one is inserted as processed in the transaction that handled it.
create table event (
  workspace_id uuid not null,
  event_id uuid not null,
  lane_id uuid not null,
  -- Order in which doors stored it; a lane's events are handled in this order.
  position bigint generated always as identity,
  type text not null,
  body jsonb not null,
  -- Ids and dice of all that follows come from here.
  seed text not null,
  happened_at timestamptz not null,
  state text not null check (state in ('pending', 'processed', 'set_aside')),
  -- Why it could not be applied as meant, or why it was set aside
  problem jsonb,
  -- The conversation it belongs to or opened: a repeat gets the same answer
  conversation_id uuid,
  primary key (workspace_id, event_id)
);
create index event_pending on event (workspace_id, lane_id, position) where state = 'pending';
create index event_set_aside on event (workspace_id, position) where state = 'set_aside';

-- What makes a repeat harmless: one row per thing a door was told, by the sender's own key.
create table event_source (
  workspace_id uuid not null,
  door text not null,
  source_key text not null,
  event_id uuid not null,
  -- sha-256 of the body: the same key with another body is refused
  body_hash bytea not null,
  repeats integer not null default 0,
  created_at timestamptz not null,
  primary key (workspace_id, door, source_key)
);

create table run (
  workspace_id uuid not null,
  run_id uuid not null,
  workflow_id uuid not null,
  version_id uuid not null,
  contact_id uuid not null,
  conversation_id uuid,
  state text not null check (state in ('running', 'waiting', 'paused', 'completed', 'failed', 'cancelled', 'expired')),
  step_id text,
  visit_id uuid,
  -- All else of the run: wait, visit state, variables, inputs, counters. Carries a format number, upgraded on load.
  data jsonb not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id, run_id)
) with (fillfactor = 50);
create index run_workflow on run (workspace_id, workflow_id, started_at desc);
create index run_contact on run (workspace_id, contact_id, started_at desc);

-- The runs of a lane that are not in a final state; a row is deleted when its run ends, so that loading a lane never scans history.
create table active_run (
  workspace_id uuid not null,
  contact_id uuid not null,
  run_id uuid not null,
  primary key (workspace_id, contact_id, run_id)
);

create table visit (
  workspace_id uuid not null,
  run_id uuid not null,
  number integer not null,
  visit_id uuid not null,
  step_id text not null,
  entered_at timestamptz not null,
  left_at timestamptz,
  path text,
  evidence jsonb not null default '[]',
  problem jsonb,
  primary key (workspace_id, run_id, number)
) with (fillfactor = 80);

create table timer (
  workspace_id uuid not null,
  timer_id uuid not null,
  contact_id uuid not null,
  run_id uuid not null,
  visit_id uuid not null,
  name text not null,
  due_at timestamptz not null,
  primary key (workspace_id, timer_id)
);
create index timer_due on timer (due_at);
create index timer_contact on timer (workspace_id, contact_id);

-- Runs that wait for an assignee, oldest first per team; a row goes when its wait ends.
create table assignment_wait (
  workspace_id uuid not null,
  run_id uuid not null,
  visit_id uuid not null,
  contact_id uuid not null,
  conversation_id uuid not null,
  team_id uuid,
  member_id uuid,
  waiting_since timestamptz not null,
  -- An assignment_offered event is on its way to it, so the next free place goes to the next wait
  is_offered boolean not null default false,
  primary key (workspace_id, run_id)
);
create index assignment_wait_team on assignment_wait (workspace_id, team_id, waiting_since);
create index assignment_wait_member on assignment_wait (workspace_id, member_id, waiting_since);

-- Every assignment a workflow asked for, with the candidates and why each was passed over.
create table assignment (
  workspace_id uuid not null,
  conversation_id uuid not null,
  request_key text not null,
  run_id uuid not null,
  visit_id uuid not null,
  outcome text not null,
  member_id uuid,
  team_id uuid,
  -- Null when the target is gone
  explanation jsonb,
  settled_at timestamptz not null,
  primary key (workspace_id, conversation_id, request_key, settled_at)
);

create table trigger_decision (
  workspace_id uuid not null,
  event_id uuid not null,
  workflow_id uuid not null,
  version_id uuid,
  contact_id uuid not null,
  conversation_id uuid,
  result text not null check (result in ('started', 'not_started')),
  run_id uuid,
  reason text,
  evidence jsonb not null,
  decided_at timestamptz not null,
  primary key (workspace_id, event_id, workflow_id)
);
create index trigger_decision_workflow on trigger_decision (workspace_id, workflow_id, decided_at desc);

-- Every start of a workflow for a contact, for ever: what frequency counts.
create table workflow_contact_start (
  workspace_id uuid not null,
  workflow_id uuid not null,
  contact_id uuid not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  start_count integer not null,
  last_visitor_session_id uuid,
  primary key (workspace_id, workflow_id, contact_id)
) with (fillfactor = 80);
create index workflow_contact_start_contact on workflow_contact_start (workspace_id, contact_id);
