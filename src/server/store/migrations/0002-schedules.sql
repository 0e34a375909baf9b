create table schedule (
  workspace_id uuid not null references workspace,
  schedule_id uuid not null,
  name text not null,
  -- The workspace's own hours, which templates read: at most one, and one whenever there is any.
  is_default boolean not null,
  -- scheduleSchema of core/domain; a timezone of null is the workspace's
  data jsonb not null,
  created_at timestamptz not null,
  -- Steps go on naming it: a run that meets a deleted one fails.
  deleted_at timestamptz,
  primary key (workspace_id, schedule_id)
);
create unique index schedule_default on schedule (workspace_id) where is_default and deleted_at is null;
comment on table schedule is 'Hours that steps, triggers and teams name: a week, holidays and dates of its own';
