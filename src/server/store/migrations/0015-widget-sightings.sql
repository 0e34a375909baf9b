-- Where the widget asked for its configuration: whether it is seen on a site, or turned away there.

create table widget_sighting (
  workspace_id uuid not null references workspace,
  -- Scheme, host and port of the page; no path
  origin text not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- The last time the page was none of the allowed ones
  was_refused boolean not null,
  primary key (workspace_id, origin)
);
