-- How integrations are let in: one credential for each integration of a workspace.

create table credential (
  workspace_id uuid not null references workspace,
  credential_id uuid not null,
  -- First part of its actions' names
  integration text not null,
  -- Everything that was filled in, sealed with the server's key for this very row and integration. What a call goes to is read from
  -- here alone: a changed row sends no secret elsewhere
  sealed bytea not null,
  -- What of it may be shown, by field: the shop's domain, never a secret
  shown jsonb not null,
  -- What the other system calls who is connected
  label text not null,
  -- refused: the other system does not accept the credential any more
  state text not null check (state in ('connected', 'refused')),
  -- Why it was refused, or why the last test failed
  problem jsonb,
  created_at timestamptz not null,
  -- When the other system last let it in
  accepted_at timestamptz not null,
  primary key (workspace_id, credential_id)
);
create unique index credential_integration on credential (workspace_id, integration);
comment on table credential is 'How a workspace''s integrations are let in; disconnecting deletes the row';
