-- Calls of other machines: committed with the state that wants them, made afterwards by dispatch.

create table outbox (
  workspace_id uuid not null,
  call_id uuid not null,
  -- Order in which calls were wished for: the messages of a conversation are carried in this order.
  position bigint generated always as identity,
  -- run + visit + number; the provider gets it where it takes keys.
  key text not null,
  contact_id uuid not null,
  conversation_id uuid,
  -- Who hears of the outcome: the newest run that asked under this key.
  run_id uuid,
  visit_id uuid,
  kind text not null check (kind in ('action', 'model', 'message', 'mail')),
  -- Whose machine it is: concurrency and circuit are counted by it.
  integration text not null,
  request jsonb not null,
  -- sha-256 of what is sent: the same key never sends anything else.
  request_hash text not null,
  is_repeatable boolean not null,
  -- A person said yes to making it again although nobody knows whether it was done.
  is_resent boolean not null default false,
  timeout_seconds integer not null,
  state text not null check (state in ('pending', 'started', 'done', 'failed', 'unknown')),
  -- Counts every attempt and never goes back: an answer of an older attempt is refused.
  attempt integer not null default 0,
  -- Attempts after the first since it was last wished for.
  retry_count integer not null default 0,
  next_attempt_at timestamptz not null,
  started_at timestamptz,
  -- A started call is given up by whoever made it after this moment.
  leased_until timestamptz,
  -- The process that made the newest attempt.
  claimed_by text,
  -- The day its amount was counted on; null when it has none.
  amount_counted_on date,
  -- Why the newest attempt did not succeed.
  problem jsonb,
  -- What it came to, picked by the action's schema.
  outcome jsonb,
  created_at timestamptz not null,
  primary key (workspace_id, call_id)
) with (fillfactor = 80);
comment on table outbox is 'Call effects: committed with the state, made at least once under a stable key';
create unique index outbox_key on outbox (workspace_id, key);
create index outbox_due on outbox (next_attempt_at) where state = 'pending';
create index outbox_pending on outbox (workspace_id, integration, next_attempt_at, position) where state = 'pending';
create index outbox_started on outbox (workspace_id, integration, leased_until) where state = 'started';
create index outbox_leased on outbox (leased_until) where state = 'started';
create index outbox_messages on outbox (workspace_id, conversation_id, position)
  where kind = 'message' and state in ('pending', 'started');

-- One row per integration of a workspace: who claims its calls holds this row, and it remembers how the integration fares.
create table integration_circuit (
  workspace_id uuid not null,
  integration text not null,
  -- Failures one after the other.
  failure_count integer not null default 0,
  -- Since when it fails; null while it is well.
  opened_at timestamptz,
  -- No call before this moment, then one to see whether it is well again.
  open_until timestamptz,
  primary key (workspace_id, integration)
) with (fillfactor = 80);

-- Money that calls of one action moved or may have moved, by day of the workspace's timezone, for limits.
create table action_amount (
  workspace_id uuid not null,
  action text not null,
  -- A contact, or the workspace itself for its daily sum.
  scope_id uuid not null,
  -- Empty for amounts without one.
  currency text not null,
  day date not null,
  amount_sum numeric not null,
  primary key (workspace_id, action, scope_id, currency, day)
) with (fillfactor = 80);
