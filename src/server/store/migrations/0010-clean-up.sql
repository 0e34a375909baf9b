-- What is deleted by its age is found by it.

-- Rows arrive in the order of their age, so these cost next to nothing to keep.
create index event_source_age on event_source using brin (created_at);
create index outbox_age on outbox using brin (created_at);
create index conversation_list_greeting on conversation_list (last_activity_at) where is_greeting;
