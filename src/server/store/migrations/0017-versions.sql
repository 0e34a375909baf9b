-- A name for a version, and a right to publish that can be taken from a member who may edit.

alter table version add column name text not null default '';
alter table member add column may_publish boolean not null default true;
