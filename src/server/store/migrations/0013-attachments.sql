-- Files that came with messages, or wait to be sent with one.

create table attachment (
  workspace_id uuid not null references workspace,
  -- Made by the browser that uploads it, so that a repeat is no second file.
  attachment_id uuid not null,
  -- The contact who uploads it; null for the team.
  contact_id uuid,
  name text not null,
  -- Judged by the content; null until all of it is here.
  content_type text,
  -- As announced, and held to.
  byte_count integer not null,
  -- Which try of uploading it: chunks of earlier ones are dead.
  attempt integer not null default 1,
  -- The message it belongs to: taken before that is accepted, so that no second message can have it.
  message_id uuid,
  -- Its message is there: it stays as long as the conversation. Until then its age decides.
  is_kept boolean not null default false,
  begun_at timestamptz not null,
  primary key (workspace_id, attachment_id)
) with (fillfactor = 80);
comment on table attachment is 'A file uploaded to us; what is in it lies in its chunks';
create index attachment_of_contact on attachment (workspace_id, contact_id, begun_at) where contact_id is not null;
create index attachment_not_kept on attachment (begun_at) where not is_kept;

create table attachment_chunk (
  workspace_id uuid not null,
  attachment_id uuid not null,
  attempt integer not null,
  -- 0 for the first.
  number integer not null,
  content bytea not null,
  primary key (workspace_id, attachment_id, attempt, number)
);
comment on table attachment_chunk is 'A piece of a file, so that neither reading nor writing one holds all of it in memory';
-- Pictures and archives are compressed already.
alter table attachment_chunk alter column content set storage external;
