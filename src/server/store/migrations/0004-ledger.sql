-- The non-start ledger: what was live lately, daily counts for ever, and quick look-ups by contact and by age.

alter table workflow
  -- When the last live version was taken down; null while one is live and before the first.
  add column unpublished_at timestamptz,
  -- The version that was taken down then.
  add column retired_version_id uuid;

-- Starts and non-starts per workflow and UTC day, for ever; the rows behind them live 30 days.
create table trigger_decision_count (
  workspace_id uuid not null,
  workflow_id uuid not null,
  day date not null,
  result text not null check (result in ('started', 'not_started')),
  -- Empty for a start.
  reason text not null,
  -- One of a few, by database connection: processes that count the same at once need not wait for each other. Readers sum.
  slot smallint not null,
  decision_count bigint not null,
  primary key (workspace_id, workflow_id, day, result, reason, slot)
) with (fillfactor = 80);

create index trigger_decision_contact on trigger_decision (workspace_id, contact_id, decided_at desc);
-- Rows arrive in the order of their age, so this costs next to nothing to keep.
create index trigger_decision_age on trigger_decision using brin (decided_at);
