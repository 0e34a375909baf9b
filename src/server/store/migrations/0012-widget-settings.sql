-- What a workspace sets about its widget, and how a browser's identity is known.

create table widget_settings (
  workspace_id uuid not null references workspace,
  -- As WidgetSettings reads them; what is left out has the default
  data jsonb not null,
  updated_at timestamptz not null,
  primary key (workspace_id)
);

create table widget_logo (
  workspace_id uuid not null references workspace,
  -- New with every upload, so that its address may be cached for ever
  widget_logo_id uuid not null,
  media_type text not null check (media_type in ('image/png', 'image/jpeg')),
  content bytea not null,
  primary key (workspace_id)
);

create table identity_secret (
  workspace_id uuid not null references workspace,
  identity_secret_id uuid not null,
  -- The secret, sealed with the server's key for this very row
  sealed bytea not null,
  -- Its last four characters
  ending text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (workspace_id, identity_secret_id)
);
comment on table identity_secret is 'Secrets with which a site''s server signs who its visitors are: at most two';

-- Who an external id belongs to: asked before the contact's lane is, so that two browsers that bring it at once meet here.
create table contact_identity (
  workspace_id uuid not null,
  external_id text not null,
  contact_id uuid not null,
  created_at timestamptz not null,
  primary key (workspace_id, external_id)
);
create index contact_identity_contact on contact_identity (workspace_id, contact_id);

-- Contacts that were merged into another: what was on its way to them goes there.
create table contact_alias (
  workspace_id uuid not null,
  -- The contact that is gone
  contact_id uuid not null,
  into_contact_id uuid not null,
  merged_at timestamptz not null,
  primary key (workspace_id, contact_id)
);
create index contact_alias_into on contact_alias (workspace_id, into_contact_id);

alter table visitor_token
  -- How this browser said who it is; refused: it claimed what only a signature may say; replaced: it has another token since
  -- it was signed in, and this one only asks for that again
  add column identity text not null default 'anonymous' check (identity in ('anonymous', 'claimed', 'signed', 'refused', 'replaced')),
  -- Contact fields that the newest signature covers
  add column signed_fields text[] not null default '{}';
create index visitor_token_contact on visitor_token (workspace_id, contact_id);
