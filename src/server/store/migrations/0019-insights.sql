-- Numbers that stay when visits are dropped, contacts that do not count, and what the list of workflows tells.

alter table contact
  -- Somebody who tries things out: their runs are shown and never counted.
  add column is_test boolean not null default false;

alter table workflow
  -- Who saved the draft last; null when nobody did since it was made, or the API did.
  add column edited_by uuid,
  -- Where the list shows it; empty for no folder.
  add column folder text not null default '';

-- What the runs of a version came to, by step and by the UTC day on which they started: never by the day something happened,
-- so that what a period's runs did adds up. Kept for ever; only sums are read.
create table insight_count (
  workspace_id uuid not null,
  version_id uuid not null,
  -- The day on which the counted runs started.
  day date not null,
  -- Empty for the run as a whole.
  step_id text not null,
  -- As InsightMeasure names them.
  measure text not null,
  -- A path, an outcome or an answer, as the measure says; else empty.
  path text not null,
  -- How long something took, as duration-buckets.ts counts; else 0.
  bucket smallint not null,
  -- One of a few, by database connection: processes that count the same at once need not wait for each other. Readers sum.
  slot smallint not null,
  counted bigint not null,
  primary key (workspace_id, version_id, day, step_id, measure, path, bucket, slot)
) with (fillfactor = 80);
