-- When each live workflow with a Schedule trigger fires next; the runner that moves a row on has fired it.

create table workflow_schedule (
  workspace_id uuid not null,
  workflow_id uuid not null,
  -- The version this was worked out from, and the workspace's timezone then.
  version_id uuid not null,
  timezone text not null,
  -- Expression and timezone in force: a new version with the same keeps the moment.
  rhythm text not null,
  -- Null when no moment comes.
  next_due_at timestamptz,
  primary key (workspace_id, workflow_id)
) with (fillfactor = 80);
create index workflow_schedule_due on workflow_schedule (next_due_at) where next_due_at is not null;
