-- When an event was handled: what the engine took for "now". Replay needs it; null for events handled before this was kept, and for pending ones.
alter table event add column handled_at timestamptz;
