-- Why:   nobody could see whose turn it is: a request had no owner, and nothing had a clock. What came twice could not be put together.
-- Locks: brief, exclusive on mails, which gets a column without a default, on links, which get one each, and on requests for a policy; the tables are new.
-- Undo:  drop trigger requests_get_an_owner on requests; drop function requests_get_an_owner, care_for, request_owners, kept_requests, carry_topics,
--        take_topics_back, desk_people, had_digest; put back open_link of 0016 and enqueue_mail of 0005; drop policy staff_withdraw on requests;
--        revoke update (withdrawn_at) on requests from network_staff; alter table mails drop column request_id; put back make_link of 0016; alter table links drop column sent_to;
--        drop table request_merges, desk_events, desk_targets, request_care.

-- Who looks after a request, until it has ended. Null = nobody is there to.
create table request_care (
  request_id text primary key references requests (id) on delete cascade,
  owner_id text references auth.users (id) on delete set null,
  since timestamptz not null default now()
);
create index request_care_owner_id_idx on request_care (owner_id);

alter table request_care enable row level security;
alter table request_care force row level security;
create policy owner_everything on request_care to current_user using (true) with check (true);
create policy staff_read on request_care for select to network_staff using (true);
create policy staff_take_on on request_care for insert to network_staff with check (true);
create policy staff_hand_over on request_care for update to network_staff using (true) with check (true);
grant select, insert (request_id, owner_id), update (owner_id, since) on request_care to network_staff;

-- Gives an owner to each of the requests (null = of all that nobody has been matched with) that has none, or whose owner is no concierge
-- any more: to the concierge with the fewest open ones, in turn. Without a concierge they stay nobody's. Says how many were given one.
create function care_for(requests_without text[]) returns integer
language sql volatile security definer set search_path = public, pg_temp as $$
  with concierges as (
    select m.user_id, count(*) over () as all_of_them,
      row_number() over (order by (
        select count(*) from request_care c join requests r on r.id = c.request_id
        where c.owner_id = m.user_id and r.withdrawn_at is null and not exists (select from engagements e where e.request_id = r.id)
      ), m.user_id) - 1 as place
    from memberships m join auth.users u on u.id = m.user_id
    where m.role = 'staff' and 'concierge' = any (m.positions) and u.disabled_at is null
  ),
  without as (
    select r.id, row_number() over (order by r.submitted_at, r.id) - 1 as place
    from requests r left join request_care c on c.request_id = r.id
    where (r.id = any (requests_without) or (requests_without is null and r.withdrawn_at is null
        and not exists (select from engagements e where e.request_id = r.id and e.closed_at is not null)))
      and (c.owner_id is null or not exists (select from concierges where user_id = c.owner_id))
  ),
  given as (
    insert into request_care (request_id, owner_id)
    select w.id, c.user_id from without w left join concierges c on c.place = w.place % c.all_of_them
    on conflict (request_id) do update set owner_id = excluded.owner_id, since = now()
      where request_care.owner_id is distinct from excluded.owner_id
    returning owner_id
  )
  select count(owner_id)::integer from given
$$;
revoke execute on function care_for from public;
grant execute on function care_for to network_staff, network_server;

create function requests_get_an_owner() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform care_for(array(select id from rows_after));
  return null;
end $$;
revoke execute on function requests_get_an_owner from public;
create trigger requests_get_an_owner after insert on requests referencing new table as rows_after
  for each statement execute function requests_get_an_owner();

-- Whom an answer about a request reaches. The holder of a link learns it of their own request alone.
create function request_owners(ids text[]) returns table (request_id text, owner_id text, name text, email text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.request_id, u.id, u.name, u.email from request_care c join auth.users u on u.id = c.owner_id
  where c.request_id = any (ids) and (current_setting('role') <> 'network_link' or c.request_id = viewer_link('request'))
$$;
revoke execute on function request_owners from public;
grant execute on function request_owners to network_link, network_intake, network_coach, network_provider, network_staff, network_server;

-- The desk ----------------------------------------------------------------------------------------------------------------

-- How many days each step may take before it is overdue.
create table desk_targets (
  step text primary key check (step in
    ('untagged', 'to_match', 'offer_declined', 'first_call_due', 'call_to_log', 'stalled', 'to_close', 'leader_asks', 'low_rating')),
  days double precision not null check (days > 0 and days <= 365)
);
insert into desk_targets (step, days) values ('untagged', 1), ('to_match', 2), ('offer_declined', 1), ('first_call_due', 7), ('call_to_log', 2),
  ('stalled', 30), ('to_close', 90), ('leader_asks', 1), ('low_rating', 2);

-- What was done at the desk, each once: whoever does it makes the id, so that a repeat is known by it.
create table desk_events (
  id uuid primary key,
  request_id text not null references requests (id) on delete cascade,
  kind text not null check (kind in ('assigned', 'noted', 'withdrawn', 'reopened', 'merged', 'unmerged', 'answered', 'looked_into')),
  -- To whom it was given, which request it was merged with, which of the leader's questions or which session it is about.
  about text,
  -- Why, of those that take a reason.
  reason text,
  -- Staff's own words; nobody else reads them.
  text text check (text <> '' and length(text) <= 4000),
  by_id text not null,
  by_name text not null check (by_name <> ''),
  at timestamptz not null,
  constraint desk_events_ended_with_a_reason check ((kind = 'withdrawn') = (reason is not null)),
  constraint desk_events_noted_in_words check (kind <> 'noted' or text is not null)
);
create index desk_events_request_id_idx on desk_events (request_id, at);
create index desk_events_looked_into_idx on desk_events (about) where kind = 'looked_into';

-- A request that is another one told twice. It is withdrawn while it stands here.
create table request_merges (
  merged_id text primary key references requests (id) on delete cascade,
  kept_id text not null references requests (id) on delete cascade check (kept_id <> merged_id),
  -- The topics that the kept one was given by it.
  topics_added text[] not null default '{}',
  merged_by text not null,
  merged_at timestamptz not null
);
create index request_merges_kept_id_idx on request_merges (kept_id);

-- The request that is kept of each that was merged away, however often.
create function kept_requests() returns table (merged_id text, kept_id text)
language sql stable set search_path = public, pg_temp as $$
  with recursive onward (merged_id, kept_id) as (
    select m.merged_id, m.kept_id from request_merges m
    union
    select o.merged_id, m.kept_id from onward o join request_merges m on m.merged_id = o.kept_id
  )
  select o.merged_id, o.kept_id from onward o where not exists (select from request_merges m where m.merged_id = o.kept_id)
$$;
revoke execute on function kept_requests from public;
grant execute on function kept_requests to network_staff;

do $$
declare new_table text;
begin
  foreach new_table in array array['desk_targets', 'desk_events', 'request_merges'] loop
    execute format('alter table %I enable row level security', new_table);
    execute format('alter table %I force row level security', new_table);
    execute format('create policy owner_everything on %I to current_user using (true) with check (true)', new_table);
    execute format('create policy staff_read on %I for select to network_staff using (true)', new_table);
  end loop;
end $$;
create policy admins_set on desk_targets for update to network_staff using (viewer_is_admin()) with check (viewer_is_admin());
create policy staff_write on desk_events for insert to network_staff with check (by_id = viewer_account_id());
create policy staff_merge on request_merges for insert to network_staff with check (merged_by = viewer_account_id());
create policy staff_part on request_merges for delete to network_staff using (true);
create policy staff_withdraw on requests for update to network_staff using (true) with check (true);
grant select, update (days) on desk_targets to network_staff;
grant select, insert on desk_events to network_staff;
grant select, insert, delete on request_merges to network_staff;
grant update (withdrawn_at) on requests to network_staff;

-- Gives the kept request the topics that only the merged one has, in the name of whoever merges them. Returns their codes.
create function carry_topics(from_id text, to_id text, by_name text, at timestamptz) returns text[]
language sql volatile security definer set search_path = public, pg_temp as $$
  with carried as (
    insert into tag_events (request_id, topic_code, action, stage, author, at)
    select to_id, t.topic_code, 'added', 'tagged', carry_topics.by_name, carry_topics.at from request_topics t
    where t.request_id = from_id and not exists (select from request_topics k where k.request_id = to_id and k.topic_code = t.topic_code)
    returning topic_code
  )
  select coalesce(array_agg(topic_code order by topic_code), '{}') from carried
$$;

-- Takes them back, as far as they still stand.
create function take_topics_back(from_id text, codes text[], by_name text, at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  insert into tag_events (request_id, topic_code, action, stage, author, at)
  select from_id, t.topic_code, 'removed', 'tagged', take_topics_back.by_name, take_topics_back.at from request_topics t
  where t.request_id = from_id and t.topic_code = any (codes)
$$;
revoke execute on function carry_topics, take_topics_back from public;
grant execute on function carry_topics, take_topics_back to network_staff;

-- Who may look after requests: staff whose accounts are open.
create function desk_people() returns table (id text, name text, email text, is_concierge boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select u.id, u.name, u.email, 'concierge' = any (m.positions)
  from memberships m join auth.users u on u.id = m.user_id where m.role = 'staff' and u.disabled_at is null
$$;
revoke execute on function desk_people from public;
grant execute on function desk_people to network_staff, network_server;

-- To whom the mail with the link went, in small letters; null = it was given on a page, to whoever had filled in a form.
alter table links add column sent_to text;
drop function make_link;
create function make_link(kind text, subject_id text, token_hash text, days integer, sent_to text default null) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  insert into links (kind, subject_id, token_hash, expires_at, sent_to)
  values (make_link.kind, make_link.subject_id, make_link.token_hash, now() + make_interval(days => make_link.days), lower(make_link.sent_to))
$$;
revoke execute on function make_link from public;
grant execute on function make_link to network_intake, network_coach, network_provider, network_staff;

-- A leader who was sent a link to a request that was merged holds one to what was kept of it, where that is theirs too. Nobody else does: anyone can
-- ask in anybody's name, and add a colleague, and what is told twice is merged.
create or replace function open_link(hash text) returns table (kind text, subject_id text)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare held links; kept text;
begin
  select * into held from links l where l.token_hash = hash and l.ended_at is null and coalesce(l.expires_at > now(), true);
  if held.id is null then return; end if;
  if held.kind = 'request' then
    loop
      select m.kept_id into kept from request_merges m join requests r on r.id = m.kept_id
      where m.merged_id = held.subject_id and lower(r.leader_email) = held.sent_to;
      exit when kept is null;
      held.subject_id := kept;
    end loop;
  end if;
  perform set_config('viewer.link_kind', held.kind, true), set_config('viewer.link_subject', held.subject_id, true),
    -- Only a link that came by mail proves that its holder has the address.
    set_config('viewer.link_mailed', case when held.sent_to is null then '' else 'yes' end, true);
  return query select held.kind, held.subject_id;
end $$;

create trigger request_care_audit_changed after update on request_care referencing old table as rows_before new table as rows_after
  for each statement execute function audit_rows('request.assigned', 'request', 'request_id', 'owner_id', 'true', '{}');
create trigger desk_targets_audit_changed after update on desk_targets referencing old table as rows_before new table as rows_after
  for each statement execute function audit_rows('desk.target_set', 'desk', 'step', 'days', 'true', '{}');
create trigger desk_events_audit_noted after insert on desk_events referencing new table as rows_after
  for each statement execute function audit_rows('request.noted', 'request', 'request_id', 'id', 'kind = ''noted''', '{}');
create trigger desk_events_audit_withdrawn after insert on desk_events referencing new table as rows_after
  for each statement execute function audit_rows('request.withdrawn', 'request', 'request_id', 'reason', 'kind = ''withdrawn''', '{}');
create trigger desk_events_audit_reopened after insert on desk_events referencing new table as rows_after
  for each statement execute function audit_rows('request.reopened', 'request', 'request_id', 'id', 'kind = ''reopened''', '{}');
create trigger desk_events_audit_merged after insert on desk_events referencing new table as rows_after
  for each statement execute function audit_rows('request.merged', 'request', 'request_id', 'about', 'kind = ''merged''', '{}');
create trigger desk_events_audit_unmerged after insert on desk_events referencing new table as rows_after
  for each statement execute function audit_rows('request.unmerged', 'request', 'request_id', 'about', 'kind = ''unmerged''', '{}');
create trigger desk_events_audit_answered after insert on desk_events referencing new table as rows_after
  for each statement execute function audit_rows('request.answered', 'request', 'request_id', 'about', 'kind = ''answered''', '{}');
create trigger desk_events_audit_looked_into after insert on desk_events referencing new table as rows_after
  for each statement execute function audit_rows('request.looked_into', 'request', 'request_id', 'about', 'kind = ''looked_into''', '{}');

-- Mail says which request it is about, so that staff find it there.
alter table mails add column request_id text;
create index mails_request_id_idx on mails (request_id) where request_id is not null;
grant select (request_id) on mails to network_public, network_funder, network_coach, network_provider, network_staff;
create or replace function enqueue_mail(kind text, to_address text, payload jsonb) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare mail_id uuid := gen_random_uuid();
begin
  insert into mails (id, kind, to_address, payload, message_id, request_id)
  values (mail_id, enqueue_mail.kind, enqueue_mail.to_address, coalesce(enqueue_mail.payload, '{}'), format('<%s@mail.coaching-network>', mail_id),
    enqueue_mail.payload ->> 'requestId');
  perform add_mail_job(mail_id);
  return mail_id;
end $$;

-- Whether somebody was sent a digest since then. Who asks holds up whoever else asks for the same address, so that two servers send one.
create function had_digest(address text, since timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('desk_digest ' || address));
  return exists (select from mails m where m.kind = 'desk_digest' and m.to_address = address and m.created_at > since);
end $$;
revoke execute on function had_digest from public;
grant execute on function had_digest to network_server;
