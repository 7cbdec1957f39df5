-- Why:   what a leader chose is told beside what the network tagged and stands for nothing else; a second reader's opinion of a
--        request's topics is kept beside the tags that stand, so that agreement can be told.
-- Locks: none that waits; the table is new.
-- Undo:  drop table tag_opinions; put the function keep_request_topics of 0001 back.

-- Tags of the stage 'asked' are the leader's own choice: recorded, compared, and never among the tags that stand.
create or replace function keep_request_topics() returns trigger language plpgsql security definer set search_path = public as $$
begin
  delete from request_topics standing using (
    select distinct on (request_id, topic_code) request_id, topic_code, action
    from given where stage = 'tagged' order by request_id, topic_code, id desc
  ) latest
  where latest.action = 'removed' and standing.request_id = latest.request_id and standing.topic_code = latest.topic_code;

  insert into request_topics (request_id, topic_code)
  select request_id, topic_code from (
    select distinct on (request_id, topic_code) request_id, topic_code, action
    from given where stage = 'tagged' order by request_id, topic_code, id desc
  ) latest
  where latest.action = 'added'
  on conflict do nothing;
  return null;
end $$;

-- What somebody else would have tagged, having read the same request on their own.
create table tag_opinions (
  request_id text not null references requests (id),
  topic_code text not null references topics (code),
  author text not null check (author <> ''),
  at timestamptz not null,
  primary key (request_id, author, topic_code)
);

alter table tag_opinions enable row level security;
alter table tag_opinions force row level security;
create policy owner_everything on tag_opinions to current_user using (true) with check (true);
create policy staff_read on tag_opinions for select to network_staff using (true);
create policy staff_add_own on tag_opinions for insert to network_staff with check (author = viewer_account_id());
grant select, insert on tag_opinions to network_staff;
