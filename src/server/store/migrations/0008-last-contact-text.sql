-- What the contact wrote last, for conditions that ask what a message is about.

alter table conversation
  -- The beginning of it, at most 2,000 characters; empty until the contact writes.
  add column last_contact_text text not null default '';
