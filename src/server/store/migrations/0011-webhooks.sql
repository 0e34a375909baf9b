-- Incoming webhooks find their contact by e-mail.
create index contact_email on contact (workspace_id, lower(email)) where email is not null;
