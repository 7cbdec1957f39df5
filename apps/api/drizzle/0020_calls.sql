-- Why:   calls and ratings came by import only: a coach could not log one, nor a leader say how it was.
-- Locks: none on rows; policies are added to sessions and what hangs on them. The tables are new.
-- Undo:  drop table session_logs, session_steps, session_resources, planned_calls; drop the policies coach_... and holder_... made here and revoke
--        their grants; drop function viewer_coached_engagement_ids, coaches_of_session, call_people, calendar_calls, rated_call_people, peer_resources.

-- The engagements that a coach is on, guests and leads of their organisations apart: those whose calls they log.
create function viewer_coached_engagement_ids() returns setof text language sql stable security definer set search_path = public, pg_temp as $$
  select engagement_id from engagement_coaches where coach_id = viewer_coach_id()
$$;
revoke execute on function viewer_coached_engagement_ids from public;
grant execute on function viewer_coached_engagement_ids to network_coach, network_provider;

-- Who logged a session here, and when; an imported one has no row. Its coach may still change it for a day.
create table session_logs (
  session_id text primary key references sessions (id) on delete cascade,
  logged_by text references auth.users (id) on delete set null,
  logged_by_name text not null check (logged_by_name <> ''),
  logged_at timestamptz not null,
  -- What was said when it was logged, so that the same sent twice is known from another under the same id.
  said text not null
);

-- What was agreed: the next step of a call, by whom, until when.
create table session_steps (
  id uuid primary key default gen_random_uuid(),
  session_id text not null references sessions (id) on delete cascade,
  engagement_id text not null references engagements (id) on delete cascade,
  position smallint not null default 0,
  text text not null check (text <> '' and length(text) <= 300),
  who text not null default 'leader' check (who in ('leader', 'coach')),
  due date,
  done_at timestamptz,
  unique (session_id, position)
);
create index session_steps_engagement_id_idx on session_steps (engagement_id);

-- What a coach shared in or after a call.
create table session_resources (
  session_id text not null references sessions (id) on delete cascade,
  resource_id text not null references resources (id) on delete cascade,
  primary key (session_id, resource_id)
);
create index session_resources_resource_id_idx on session_resources (resource_id);

-- A call that is agreed on and not held yet.
create table planned_calls (
  -- Also the UID of its calendar entry.
  id uuid primary key,
  engagement_id text not null references engagements (id) on delete cascade,
  starts_at timestamptz not null,
  minutes smallint not null default 45 check (minutes between 5 and 600),
  mode text not null default 'video' check (mode in ('video', 'phone', 'in_person', 'email')),
  -- A link or a telephone number.
  place text check (place <> '' and length(place) <= 500),
  -- Time zone of the leader, in which mails tell its time.
  time_zone text not null default 'America/New_York',
  made_by text references auth.users (id) on delete set null,
  made_by_name text not null check (made_by_name <> ''),
  made_at timestamptz not null,
  -- Counts changes, as RFC 5545 has it.
  sequence integer not null default 0 check (sequence >= 0),
  cancelled_at timestamptz,
  reminded_at timestamptz,
  -- The session that it became.
  session_id text unique references sessions (id) on delete set null
);
create index planned_calls_engagement_id_idx on planned_calls (engagement_id, starts_at);
create index planned_calls_to_come_idx on planned_calls (starts_at) where cancelled_at is null and session_id is null;

do $$
declare owned record;
begin
  for owned in select * from (values
    ('session_logs', 'session_id', 'viewer_session_ids'),
    ('session_steps', 'engagement_id', 'viewer_engagement_ids'),
    ('session_resources', 'session_id', 'viewer_session_ids'),
    ('planned_calls', 'engagement_id', 'viewer_engagement_ids')
  ) as t (name, key, ids) loop
    execute format('alter table %I enable row level security', owned.name);
    execute format('alter table %I force row level security', owned.name);
    execute format('create policy owner_everything on %I to current_user using (true) with check (true)', owned.name);
    execute format('create policy staff_read on %I for select to network_staff using (true)', owned.name);
    execute format('create policy engaged_read on %I for select to network_coach, network_provider using (%I in (select %I()))', owned.name, owned.key, owned.ids);
  end loop;
end $$;
grant select on session_steps, session_resources, planned_calls to network_staff, network_coach, network_provider;
grant select (session_id, logged_by, logged_by_name, logged_at, said) on session_logs to network_staff, network_coach, network_provider;

-- A coach writes calls of the engagements that they are on, and for a day takes back what they logged themselves.
create policy coach_logs on sessions for insert to network_coach, network_provider with check (engagement_id in (select viewer_coached_engagement_ids()));
create policy coach_mends on sessions for update to network_coach, network_provider
  using (id in (select session_id from session_logs where logged_by = viewer_account_id())) with check (engagement_id in (select viewer_coached_engagement_ids()));
create policy coach_takes_back on sessions for delete to network_coach, network_provider
  using (id in (select session_id from session_logs where logged_by = viewer_account_id()));
grant insert, update (held_at, minutes, mode, challenge_level), delete on sessions to network_coach, network_provider;

do $$
declare of_session text;
begin
  foreach of_session in array array['session_coaches', 'session_topics', 'session_notes', 'session_resources', 'session_steps'] loop
    execute format('create policy coach_logs on %I for insert to network_coach, network_provider with check (session_id in (select viewer_coached_session_ids()))', of_session);
    -- Who logged a session changes what they said of it, and nobody else does.
    execute format('create policy coach_takes_back on %I for delete to network_coach, network_provider using (session_id in (select session_id from session_logs where logged_by = viewer_account_id()))', of_session);
    execute format('grant delete on %I to network_coach, network_provider', of_session);
  end loop;
end $$;
create policy coach_logs on session_logs for insert to network_coach, network_provider
  with check (logged_by = viewer_account_id() and session_id in (select viewer_coached_session_ids()));
grant insert on session_coaches, session_topics, session_notes, session_logs, session_resources to network_coach, network_provider;
grant insert (id, session_id, engagement_id, position, text, who, due) on session_steps to network_coach, network_provider;
create policy coach_mends on session_logs for update to network_coach, network_provider
  using (logged_by = viewer_account_id()) with check (logged_by = viewer_account_id());
grant update (said) on session_logs to network_coach, network_provider;
create policy coach_settles on session_steps for update to network_coach, network_provider
  using (engagement_id in (select viewer_coached_engagement_ids())) with check (engagement_id in (select viewer_coached_engagement_ids()));
grant update (done_at) on session_steps to network_coach, network_provider;
create policy coach_plans on planned_calls for insert to network_coach, network_provider with check (engagement_id in (select viewer_coached_engagement_ids()));
create policy coach_moves on planned_calls for update to network_coach, network_provider
  using (engagement_id in (select viewer_coached_engagement_ids())) with check (engagement_id in (select viewer_coached_engagement_ids()));
create policy staff_plan on planned_calls for insert to network_staff with check (true);
create policy staff_move on planned_calls for update to network_staff using (true) with check (true);
grant insert, update (starts_at, minutes, mode, place, time_zone, sequence, cancelled_at, reminded_at, session_id) on planned_calls to network_coach, network_provider, network_staff;

-- The leader, by the link of one session.
create policy holder_reads on sessions for select to network_link using (id = viewer_link('rating'));
grant select (id, engagement_id, held_at, minutes) on sessions to network_link;
create policy holder_reads on ratings for select to network_link using (session_id = viewer_link('rating'));
create policy holder_rates on ratings for insert to network_link with check (session_id = viewer_link('rating'));
create policy holder_adds on ratings for update to network_link using (session_id = viewer_link('rating')) with check (session_id = viewer_link('rating'));
grant select, insert, update (wants_more, comment) on ratings to network_link;

-- Who coached a session, by name, for the leader who is to rate it.
create function coaches_of_session(session text) returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(c.name order by c.name) from coaches c where viewer_link('rating') = session and (
    c.id in (select coach_id from session_coaches where session_id = session)
    or (not exists (select from session_coaches where session_id = session)
      and c.id in (select ec.coach_id from engagement_coaches ec join sessions s on s.engagement_id = ec.engagement_id where s.id = session)))
$$;
revoke execute on function coaches_of_session from public;
grant execute on function coaches_of_session to network_link;

-- Whom a leader's wish after a call reaches: the lead of the engagement, else who looks after the request. For the holder of the call's link.
create function rated_call_people() returns table (
  request_id text, engagement_id text, system_name text, leader_name text, leader_email text, reader_email text, is_coach boolean
) language sql stable security definer set search_path = public, pg_temp as $$
  select e.request_id, e.id, s.name, l.name, l.email, coalesce(lead.email, u.email), lead.email is not null
  from sessions x join engagements e on e.id = x.engagement_id join requests r on r.id = e.request_id join systems s on s.id = r.system_id
  left join leaders l on l.id = r.leader_id left join request_care k on k.request_id = r.id left join auth.users u on u.id = k.owner_id
  left join lateral (
    select c.email from engagement_coaches ec join coaches c on c.id = ec.coach_id
    where ec.engagement_id = e.id and e.closed_at is null and c.email is not null order by ec.position limit 1) lead on true
  where x.id = viewer_link('rating')
$$;
revoke execute on function rated_call_people from public;
grant execute on function rated_call_people to network_link;

-- Current resources on topics, or shared in sessions on them: in how many engagements of other organisations (rounded down, null = fewer than 3,
-- so that nobody learns of one), and when the viewer's own engagements last had them.
create function peer_resources(topics text[], now timestamptz, most integer) returns table (resource_id text, elsewhere integer, last_used_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  with wanted as (select h.heir as code from topic_heirs() h where topics is null or h.code = any(topics)),
  own as materialized (select id from viewer_engagement_ids() as of_viewer (id)),
  home as (select c.provider_id as id from coaches c where c.id = viewer_coach_id() union select viewer_provider_id()),
  abroad as materialized (select e.id from engagements e where e.id not in (select id from own)
    and not exists (select from engagement_coaches ec join coaches c on c.id = ec.coach_id where ec.engagement_id = e.id and c.provider_id in (select id from home))),
  shared as (
    select sr.resource_id, s.engagement_id, s.held_at, e.request_id, exists (select from session_topics st where st.session_id = s.id and st.topic_code in (select code from wanted)) as fits
    from session_resources sr join sessions s on s.id = sr.session_id join engagements e on e.id = s.engagement_id),
  others as (
    select x.resource_id, count(distinct x.engagement_id) as engagements, count(distinct r.system_id) as systems, bool_or(x.fits) as fits
    from shared x join requests r on r.id = x.request_id where x.engagement_id in (select id from abroad) group by x.resource_id),
  organisations as (
    select resource_id, count(*) as number, max(engagements) as most from (
      select x.resource_id, c.provider_id, count(distinct x.engagement_id) as engagements
      from shared x join engagement_coaches ec on ec.engagement_id = x.engagement_id join coaches c on c.id = ec.coach_id
      where x.engagement_id in (select id from abroad) group by x.resource_id, c.provider_id) by_organisation
    group by resource_id),
  -- What others do leaves their rows as any aggregate does: from 10 systems and 3 organisations on, none of which has over 70%.
  thick as (
    select o.resource_id, o.engagements, o.fits from others o join organisations g on g.resource_id = o.resource_id
    where o.systems >= 10 and g.number >= 3 and g.most <= 0.7 * o.engagements),
  mine as (
    select resource_id, max(held_at) as last, bool_or(fits) as fits from shared where engagement_id in (select id from own) group by resource_id),
  found as (
    select r.id, lower(r.title) as title, m.last as own_last, coalesce(m.fits, false) or coalesce(t.fits, false) as fits,
      (select max(step) from unnest(array[10, 20, 50, 100, 200, 500, 1000]) as step where step <= t.engagements) as elsewhere,
      (select count(*) from resource_topics rt where rt.resource_id = r.id and rt.topic_code in (select code from wanted)) as matching
    from resources r left join thick t on t.resource_id = r.id left join mine m on m.resource_id = r.id
    where coalesce(r.published_at <= peer_resources.now, true) and coalesce(r.retired_at > peer_resources.now, true))
  select id, elsewhere, own_last from found where matching > 0 or fits
  order by own_last desc nulls last, elsewhere desc nulls last, matching desc, title, id
  limit most
$$;
revoke execute on function peer_resources from public;
grant execute on function peer_resources to network_coach, network_provider, network_staff;

-- Everybody whom a call concerns: for the engagement's coaches, for staff, and for the job that reminds. Nothing for others.
create function call_people(engagement text) returns table (
  request_id text, system_name text, leader_name text, leader_email text, owner_name text, owner_email text, coaches json
) language sql stable security definer set search_path = public, pg_temp as $$
  select e.request_id, s.name, l.name, l.email, u.name, u.email,
    (select json_agg(json_build_object('id', c.id, 'name', c.name, 'email', c.email) order by ec.position)
      from engagement_coaches ec join coaches c on c.id = ec.coach_id where ec.engagement_id = e.id)
  from engagements e join requests r on r.id = e.request_id join systems s on s.id = r.system_id
  left join leaders l on l.id = r.leader_id left join request_care k on k.request_id = r.id left join auth.users u on u.id = k.owner_id
  where e.id = engagement and (current_setting('role') in ('network_staff', 'network_server')
    or e.id in (select engagement_id from engagement_coaches where coach_id = viewer_coach_id()))
$$;
revoke execute on function call_people from public;
grant execute on function call_people to network_coach, network_provider, network_staff, network_server;

-- The calls of the coach whose calendar's link this is, from `since` on, those that are off as well: a calendar has to learn of them.
create function calendar_calls(since timestamptz) returns table (
  id uuid, starts_at timestamptz, minutes smallint, mode text, place text, sequence integer, cancelled_at timestamptz, made_at timestamptz, system_name text
) language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.starts_at, p.minutes, p.mode, p.place, p.sequence, p.cancelled_at, p.made_at, s.name
  from planned_calls p join engagement_coaches ec on ec.engagement_id = p.engagement_id
  join engagements e on e.id = p.engagement_id join requests r on r.id = e.request_id join systems s on s.id = r.system_id
  where ec.coach_id = viewer_link('calendar') and p.starts_at >= since order by p.starts_at, p.id
$$;
revoke execute on function calendar_calls from public;
grant execute on function calendar_calls to network_link;

-- The job that reminds runs as the server.
create policy server_reads on planned_calls for select to network_server using (true);
create policy server_reminds on planned_calls for update to network_server using (true) with check (true);
grant select, update (reminded_at) on planned_calls to network_server;

create trigger sessions_audit_logged after insert on session_logs referencing new table as rows_after
  for each statement execute function audit_rows('session.logged', 'session', 'session_id', 'logged_by_name', 'true', '{}');
create trigger sessions_audit_mended after update on session_logs referencing old table as rows_before new table as rows_after
  for each statement execute function audit_rows('session.changed', 'session', 'session_id', 'logged_by_name', 'true', '{}');
create trigger planned_calls_audit_made after insert on planned_calls referencing new table as rows_after
  for each statement execute function audit_rows('call.planned', 'call', 'id', 'engagement_id, starts_at, minutes, mode', 'true', '{}');
create trigger planned_calls_audit_changed after update on planned_calls referencing old table as rows_before new table as rows_after
  for each statement execute function audit_rows('call.changed', 'call', 'id', 'engagement_id, starts_at, minutes, mode, cancelled_at', 'true', '{}');
create trigger session_steps_audit_settled after update on session_steps referencing old table as rows_before new table as rows_after
  for each statement execute function audit_rows('step.settled', 'engagement', 'engagement_id', 'id, done_at', 'true', '{}');
