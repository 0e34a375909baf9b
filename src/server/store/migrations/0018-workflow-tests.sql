-- Expected conversations of workflows, played on each publish.

create table workflow_test (
  workspace_id uuid not null,
  workflow_id uuid not null,
  test_id uuid not null,
  name text not null,
  -- Start and acts, as the simulator plays them.
  simulation jsonb not null,
  -- What follows from the beginning, then from each act in turn.
  expected jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, workflow_id, test_id),
  foreign key (workspace_id, workflow_id) references workflow
);
comment on table workflow_test is 'A conversation that a workflow is expected to have';

-- A draft whose tests fail is not published.
alter table workflow add column tests_block boolean not null default false;
