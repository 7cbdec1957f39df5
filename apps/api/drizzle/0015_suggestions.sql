-- Why:   staff could not say what a request is about, nor was it kept who said what, and beside which suggestions.
-- Locks: brief, exclusive on tag_suggestions, which holds a few rows for each tagged request, and on tag_events for a policy; the other table is new.
-- Undo:  drop table request_taggings; drop policy staff_tag on tag_events; revoke insert on tag_events from network_staff;
--        alter table tag_suggestions drop column need_start, drop column need_end.

-- Where the words stand that speak for a suggestion, in UTF-16 units of the narrative; null where no single word does.
alter table tag_suggestions
  add column need_start integer check (need_start >= 0),
  add column need_end integer,
  add constraint tag_suggestions_need_is_a_stretch check (need_end > need_start or (need_start is null and need_end is null));

-- What a person said a request is about, each time one did; suggestions learn from the last.
create table request_taggings (
  -- Made by the client, so that the same one sent again changes nothing.
  id uuid primary key,
  request_id text not null references requests (id) on delete cascade,
  topics text[] not null check (cardinality(topics) > 0),
  author_id text not null check (author_id <> ''),
  at timestamptz not null
);
create index request_taggings_request_id_idx on request_taggings (request_id, at);

alter table request_taggings enable row level security;
alter table request_taggings force row level security;
create policy owner_everything on request_taggings to current_user using (true) with check (true);
create policy staff_read on request_taggings for select to network_staff using (true);
create policy staff_add_own on request_taggings for insert to network_staff with check (author_id = viewer_account_id());
grant select, insert on request_taggings to network_staff;

-- Staff tag in their own name.
create policy staff_tag on tag_events for insert to network_staff with check (stage = 'tagged' and author = viewer_account_id());
grant insert (request_id, topic_code, action, stage, author, at) on tag_events to network_staff;

create trigger request_taggings_audit_said after insert on request_taggings referencing new table as rows_after
  for each statement execute function audit_rows('request.tagged', 'request', 'request_id', 'topics', 'true', '{}');
