-- Why:   coaches were matched elsewhere and imported: nothing knew who has room, who was asked and what they said, or how a team came to be.
-- Locks: none on rows; the tables are new. viewer_engagement_ids() is replaced, so that who has left a team no longer reads its rows.
-- Undo:  drop table match_choices, match_settings, consents, engagement_coach_events, offer_coaches, offers, match_exclusions, coach_profiles; drop the
--        functions made here; put back viewer_engagement_ids() of 0003; revoke execute on function viewer_coach_id() from network_coach, network_provider.

-- Who can be had -----------------------------------------------------------------------------------------------------------

-- What the import does not know of a coach. No row = nothing is known.
create table coach_profiles (
  coach_id text primary key references coaches (id) on delete cascade,
  -- Beside English, by their English names.
  languages text[] not null default '{}',
  time_zone text check (time_zone <> ''),
  -- When they have time, week after week, in their time zone: {day: 1 Monday to 7, from, to: minutes after midnight}.
  windows jsonb not null default '[]' check (jsonb_typeof(windows) = 'array'),
  -- Open relationships at once; null = no bound but the hours.
  max_relationships smallint check (max_relationships between 0 and 100),
  -- What they would rather work with; it decides nothing.
  locales text[] not null default '{}' check (locales <@ array['CITY', 'SUBURB', 'TOWN', 'RURAL']),
  enrollment_bands text[] not null default '{}' check (enrollment_bands <@ array['UNDER_1K', 'FROM_1K_TO_5K', 'FROM_5K_TO_25K', 'OVER_25K']),
  -- The first day on which they take on new work again.
  paused_until date,
  updated_by_name text not null check (updated_by_name <> ''),
  updated_at timestamptz not null,
  constraint coach_profiles_hours_have_a_zone check (windows = '[]' or time_zone is not null)
);

-- Who is not to be matched with a system: a coach, or all of an organisation.
create table match_exclusions (
  id uuid primary key,
  coach_id text references coaches (id) on delete cascade,
  provider_id text references providers (id) on delete cascade,
  system_id text not null references systems (id) on delete cascade,
  why text not null check (why in ('leader_said_no', 'conflict_of_interest')),
  note text check (note <> '' and length(note) <= 500),
  made_by_name text not null check (made_by_name <> ''),
  made_at timestamptz not null,
  ended_by_name text,
  ended_at timestamptz,
  constraint match_exclusions_one_of_two check ((coach_id is null) <> (provider_id is null)),
  constraint match_exclusions_ended_by_somebody check ((ended_at is null) = (ended_by_name is null))
);
create index match_exclusions_system_id_idx on match_exclusions (system_id) where ended_at is null;

-- Offers -------------------------------------------------------------------------------------------------------------------

-- A request that coaches were asked to take on (a team), or to help with (a specialist, for an engagement there is).
create table offers (
  -- Made by whoever asks, so that the same sent twice is one.
  id uuid primary key,
  kind text not null default 'team' check (kind in ('team', 'specialist')),
  request_id text not null references requests (id) on delete cascade,
  -- Of a specialist the engagement to join; of a team the one that came of it.
  engagement_id text references engagements (id) on delete cascade,
  made_by text references auth.users (id) on delete set null,
  made_by_name text not null check (made_by_name <> ''),
  made_at timestamptz not null,
  due_at timestamptz not null check (due_at > made_at),
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn', 'expired')),
  ended_at timestamptz,
  reminded_at timestamptz,
  -- What is asked of them, in the words of whoever asks.
  message text check (message <> '' and length(message) <= 1000),
  -- How the team stood when it was asked: its terms and score, and who came next.
  proposal jsonb,
  constraint offers_specialists_join_something check (kind = 'team' or engagement_id is not null),
  constraint offers_ended_or_open check ((state = 'open') = (ended_at is null))
);
create unique index offers_one_open_of_a_request on offers (request_id) where state = 'open' and kind = 'team';
create unique index offers_one_open_of_an_engagement on offers (engagement_id) where state = 'open' and kind = 'specialist';
create index offers_request_id_idx on offers (request_id, made_at);
create index offers_open_idx on offers (due_at) where state = 'open';

-- The coach at position 0 is to lead.
create table offer_coaches (
  offer_id uuid not null references offers (id) on delete cascade,
  coach_id text not null references coaches (id) on delete cascade,
  position smallint not null check (position between 0 and 2),
  answer text check (answer in ('accepted', 'declined')),
  answered_at timestamptz,
  -- Who answered, where it was not the coach: staff, for who said it on the telephone.
  answered_by_name text,
  why text check (why in ('no_time', 'not_my_topic', 'conflict_of_interest', 'other')),
  note text check (note <> '' and length(note) <= 500),
  primary key (offer_id, coach_id),
  unique (offer_id, position),
  constraint offer_coaches_answered check ((answer is null) = (answered_at is null)),
  constraint offer_coaches_declined_for_a_reason check ((answer is not distinct from 'declined') = (why is not null))
);
create index offer_coaches_coach_id_idx on offer_coaches (coach_id);

-- What staff chose between two teams, each as its terms: what weights are learned from.
create table match_choices (
  offer_id uuid primary key references offers (id) on delete cascade,
  chosen jsonb not null,
  -- The proposal that was not taken; where it was taken, the runner-up.
  other jsonb not null,
  overridden boolean not null,
  -- What decided, where the proposal was not taken: a term of the score, or something that no term knows of.
  reason text check (reason in ('topics', 'context', 'availability', 'continuity', 'load', 'fairShares', 'fewCoaches', 'NOT_RECORDED')),
  note text check (note <> '' and length(note) <= 500),
  made_by_name text not null,
  made_at timestamptz not null,
  constraint match_choices_overridden_for_a_reason check (not overridden or reason is not null)
);

create table match_settings (
  only_row boolean primary key default true check (only_row),
  -- Coaching hours a month that a relationship is expected to take.
  hours_a_month double precision not null default 2 check (hours_a_month > 0 and hours_a_month <= 40),
  -- How long coaches have to answer.
  offer_hours integer not null default 48 check (offer_hours between 1 and 336),
  -- Whether the next proposal is offered by itself when one was declined or ran out.
  reoffers boolean not null default false,
  -- Choices made before this moment are not learned from; null = all are.
  learn_since timestamptz
);
insert into match_settings default values;

-- Teams --------------------------------------------------------------------------------------------------------------------

-- How a team came to be what it is. Of imported engagements nothing is known before the first change here.
create table engagement_coach_events (
  id bigint generated always as identity primary key,
  engagement_id text not null references engagements (id) on delete cascade,
  coach_id text not null references coaches (id) on delete cascade,
  kind text not null check (kind in ('joined', 'left', 'lead')),
  at timestamptz not null,
  by_name text not null check (by_name <> ''),
  why text check (why <> '' and length(why) <= 500)
);
create index engagement_coach_events_engagement_id_idx on engagement_coach_events (engagement_id, id);

-- What a leader was asked to agree to: that a coach who was asked in may see what they wrote.
create table consents (
  id uuid primary key default gen_random_uuid(),
  request_id text not null references requests (id) on delete cascade,
  what text not null check (what in ('specialist', 'referral')),
  -- The offer that it lets come true; null for a referral.
  offer_id uuid unique references offers (id) on delete cascade,
  -- What would be shared, as the leader reads it.
  scope text not null check (scope <> ''),
  asked_at timestamptz not null,
  answered_at timestamptz,
  answer text check (answer in ('yes', 'no')),
  -- Who wrote the answer down, where it was not the leader by their own link.
  answered_by_name text,
  constraint consents_answered check ((answer is null) = (answered_at is null)),
  constraint consents_of_specialists_have_an_offer check (what <> 'specialist' or offer_id is not null)
);
create index consents_request_id_idx on consents (request_id);

-- Who has left a team reads its rows no more, though they are in its earlier sessions; a guest in a later one does.
create or replace function viewer_engagement_ids() returns setof text language sql stable security definer set search_path = public, pg_temp as $$
  select engagement_id from engagement_coaches where coach_id = viewer_coach_id()
  union
  select s.engagement_id from sessions s join session_coaches g on g.session_id = s.id where g.coach_id = viewer_coach_id()
    and not exists (select from engagement_coach_events v where v.engagement_id = s.engagement_id and v.coach_id = g.coach_id and v.kind = 'left' and v.at >= s.held_at)
  union
  select ec.engagement_id from engagement_coaches ec join coaches c on c.id = ec.coach_id where c.provider_id = viewer_provider_id()
$$;

-- Writes down who held the sessions so far: from here on the team is another.
create function keep_who_held_sessions(engagement text) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  insert into session_coaches (session_id, coach_id)
  select s.id, ec.coach_id from sessions s join engagement_coaches ec on ec.engagement_id = s.engagement_id
  where s.engagement_id = keep_who_held_sessions.engagement and not exists (select from session_coaches g where g.session_id = s.id)
$$;

create function join_team(engagement text, coach text, by_name text, why text, at timestamptz) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform keep_who_held_sessions(engagement);
  insert into engagement_coaches (engagement_id, coach_id, position)
  select engagement, coach, coalesce(max(position) + 1, 0) from engagement_coaches where engagement_id = engagement
  on conflict (engagement_id, coach_id) do nothing;
  if found then
    insert into engagement_coach_events (engagement_id, coach_id, kind, at, by_name, why) values (engagement, coach, 'joined', at, by_name, nullif(why, ''));
  end if;
end $$;

-- The name of whoever acts: by their account, or as the coach or leader whose link they hold.
create function acting_name(otherwise text) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select u.name from auth.users u where u.id = viewer_account_id()), nullif(otherwise, ''), 'The system')
$$;

-- What bars coaches from a request whatever the team. Nothing = nothing does.
create function match_bars(request text, coach_ids text[], at timestamptz) returns table (coach_id text, why text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, barred.why
  from coaches c join requests r on r.id = match_bars.request join systems s on s.id = r.system_id left join coach_profiles p on p.coach_id = c.id,
  lateral (
    select 'NOT_ACTIVE' as why where c.active_from > match_bars.at or c.active_to <= match_bars.at or p.paused_until > match_bars.at::date
    union all
    select distinct upper(x.why) from match_exclusions x
    where x.system_id = r.system_id and x.ended_at is null and (x.coach_id = c.id or x.provider_id = c.provider_id)
    union all
    select 'COACH_DECLINED' where exists (
      select from offer_coaches a join offers o on o.id = a.offer_id
      where o.request_id = r.id and o.kind = 'team' and a.coach_id = c.id and a.answer = 'declined')
    union all
    select 'OTHER_STATES' where exists (select from coach_states t where t.coach_id = c.id)
      and not exists (select from coach_states t where t.coach_id = c.id and t.state_code = s.state_code)
    union all
    select 'NO_ROOM' where p.max_relationships is not null and p.max_relationships <= (
      select count(*) from engagement_coaches ec join engagements e on e.id = ec.engagement_id where ec.coach_id = c.id and e.closed_at is null)
  ) barred
  where c.id = any (coach_ids)
$$;

-- Nobody who is barred is ever asked, whatever a resolver forgets.
create function offers_ask_nobody_barred() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare bar record;
begin
  select b.* into bar from rows_after a join offers o on o.id = a.offer_id,
    lateral match_bars(o.request_id, array[a.coach_id], o.made_at) b limit 1;
  if bar.coach_id is not null then
    raise exception 'coach % may not be asked: %', bar.coach_id, bar.why using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger offers_ask_nobody_barred after insert on offer_coaches referencing new table as rows_after
  for each statement execute function offers_ask_nobody_barred();

-- Whose answer an offer waits for, or that a team of one's own waits for.
create function viewer_offer_ids() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select offer_id from offer_coaches where coach_id = viewer_coach_id()
  union
  select a.offer_id from offer_coaches a join coaches c on c.id = a.coach_id where c.provider_id = viewer_provider_id()
  union
  select id from offers where engagement_id in (select engagement_id from engagement_coaches where coach_id = viewer_coach_id())
  union
  select offer_id from offer_coaches where offer_id || ' ' || coach_id = viewer_link('offer')
$$;

-- What is told of offers to those whom they concern, and what mails about them are made of.
create function offer_facts(ids uuid[]) returns table (offer_id uuid, facts jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, jsonb_build_object(
    'requestId', o.request_id, 'systemName', s.name, 'stateCode', s.state_code, 'locale', s.locale, 'enrollmentBand', s.enrollment_band,
    'governance', s.governance, 'urgency', r.urgency, 'submittedAt', r.submitted_at,
    'leaderName', l.name, 'leaderEmail', l.email, 'languages', to_jsonb(coalesce((select d.languages from request_details d where d.request_id = r.id), '{}')),
    'topics', coalesce((select jsonb_agg(t.topic_code order by p.position) from request_topics t join topics p on p.code = t.topic_code where t.request_id = r.id), '[]'),
    'topicLabels', coalesce((select jsonb_agg(p.label order by p.position) from request_topics t join topics p on p.code = t.topic_code where t.request_id = r.id), '[]'),
    'coaches', (select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'email', c.email, 'organisation', v.name, 'answer', a.answer) order by a.position)
      from offer_coaches a join coaches c on c.id = a.coach_id join providers v on v.id = c.provider_id where a.offer_id = o.id),
    'team', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'email', c.email, 'organisation', v.name) order by ec.position)
      from engagement_coaches ec join coaches c on c.id = ec.coach_id join providers v on v.id = c.provider_id where ec.engagement_id = o.engagement_id), '[]'),
    'owner', (select jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email) from request_care k join auth.users u on u.id = k.owner_id where k.request_id = o.request_id)
  )
  from offers o join requests r on r.id = o.request_id join systems s on s.id = r.system_id left join leaders l on l.id = r.leader_id
  where o.id = any (ids) and (current_setting('role') = 'network_staff' or o.id in (select viewer_offer_ids()) or o.request_id = viewer_link('request'))
$$;

-- A coach's answer, by themselves, by their link, or by staff who heard it. Says what came of it: unknown, answered (already), over, waiting,
-- declined, matched, consent_asked.
create function answer_offer(offer uuid, coach text, said text, why text, note text, at timestamptz) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare held offers; mine offer_coaches; coach_name text; staff boolean := current_setting('role') = 'network_staff'; engagement text;
begin
  if not (staff or coalesce(coach = viewer_coach_id(), false) or coalesce(viewer_link('offer') = offer || ' ' || coach, false)) then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  -- Whoever withdraws the request, or merges it with another, holds it: one comes after the other, and sees what was done.
  perform from requests r where r.id = (select o.request_id from offers o where o.id = offer) for no key update;
  select * into held from offers o where o.id = offer for update;
  select * into mine from offer_coaches a where a.offer_id = offer and a.coach_id = coach;
  if mine.offer_id is null then
    return jsonb_build_object('outcome', 'unknown');
  elsif mine.answer is not null then
    return jsonb_build_object('outcome', 'answered', 'answer', mine.answer, 'why', mine.why, 'at', mine.answered_at);
  elsif held.state <> 'open' then
    return jsonb_build_object('outcome', 'over', 'state', held.state, 'at', held.ended_at);
  elsif exists (select from requests r where r.id = held.request_id and r.withdrawn_at <= at)
      or exists (select from engagements e where e.id = held.engagement_id and e.closed_at <= at)
      or (held.kind = 'team' and exists (select from engagements e where e.request_id = held.request_id and e.closed_at is null)) then
    return jsonb_build_object('outcome', 'over', 'state', 'withdrawn', 'at', at);
  end if;
  select name into coach_name from coaches where id = coach;
  perform set_config('viewer.by', coach_name, true);
  update offer_coaches a set answer = said, answered_at = at, why = case when said = 'declined' then answer_offer.why end, note = nullif(answer_offer.note, ''),
    answered_by_name = case when staff then acting_name(null) end
  where a.offer_id = offer and a.coach_id = coach;
  if said = 'declined' then
    update offers set state = 'declined', ended_at = at where id = offer;
    if why = 'conflict_of_interest' then
      insert into match_exclusions (id, coach_id, system_id, why, note, made_by_name, made_at)
      select gen_random_uuid(), coach, r.system_id, 'conflict_of_interest', nullif(answer_offer.note, ''), coach_name, at from requests r where r.id = held.request_id;
    end if;
    return jsonb_build_object('outcome', 'declined');
  elsif exists (select from offer_coaches a where a.offer_id = offer and a.answer is null) then
    return jsonb_build_object('outcome', 'waiting');
  elsif held.kind = 'specialist' then
    update offers set state = 'accepted', ended_at = at where id = offer;
    insert into consents (request_id, what, offer_id, scope, asked_at)
    values (held.request_id, 'specialist', offer, 'what you wrote to us, and what you and your coaches have worked on so far', at);
    return jsonb_build_object('outcome', 'consent_asked');
  end if;
  engagement := gen_random_uuid()::text;
  insert into engagements (id, request_id, matched_at) values (engagement, held.request_id, at);
  insert into engagement_coaches (engagement_id, coach_id, position) select engagement, a.coach_id, a.position from offer_coaches a where a.offer_id = offer;
  insert into engagement_coach_events (engagement_id, coach_id, kind, at, by_name)
  select engagement, a.coach_id, 'joined', answer_offer.at, held.made_by_name from offer_coaches a where a.offer_id = offer order by a.position;
  update offers set state = 'accepted', ended_at = at, engagement_id = engagement where id = offer;
  return jsonb_build_object('outcome', 'matched', 'engagementId', engagement);
end $$;

-- A leader's answer, by their own link, or by staff who heard it: unknown, answered (already), over, yes, no.
create function answer_consent(consent uuid, said text, at timestamptz) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare held consents; asked offers; coach text; staff boolean := current_setting('role') = 'network_staff'; by_name text;
begin
  select * into held from consents c where c.id = consent for update;
  if held.id is null or held.what <> 'specialist' or not (staff or coalesce(held.request_id = viewer_link('request'), false)) then
    return jsonb_build_object('outcome', 'unknown');
  elsif held.answer is not null then
    return jsonb_build_object('outcome', 'answered', 'answer', held.answer, 'at', held.answered_at);
  end if;
  select * into asked from offers o where o.id = held.offer_id for update;
  if exists (select from engagements e where e.id = asked.engagement_id and e.closed_at is not null) then
    return jsonb_build_object('outcome', 'over');
  end if;
  by_name := acting_name((select l.name from requests r join leaders l on l.id = r.leader_id where r.id = held.request_id));
  perform set_config('viewer.by', by_name, true);
  update consents c set answer = said, answered_at = at, answered_by_name = case when staff then by_name end where c.id = consent;
  if said = 'yes' then
    select a.coach_id into coach from offer_coaches a where a.offer_id = asked.id order by a.position limit 1;
    perform join_team(asked.engagement_id, coach, by_name, 'The leader agreed.', at);
  end if;
  return jsonb_build_object('outcome', said, 'offerId', asked.id, 'engagementId', asked.engagement_id);
end $$;

-- Adds a coach, takes one off, or makes one the lead. Staff; a coach takes themselves off. Unknown, closed, same (already so), last, barred, done.
create function change_team(engagement text, coach text, change text, why text, at timestamptz) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare held engagements; mine engagement_coaches; bar text; by_name text; staff boolean := current_setting('role') = 'network_staff';
begin
  if not (staff or (change = 'remove' and coalesce(coach = viewer_coach_id(), false))) then return jsonb_build_object('outcome', 'unknown'); end if;
  select * into held from engagements e where e.id = engagement for update;
  if held.id is null or not exists (select from coaches c where c.id = coach) then return jsonb_build_object('outcome', 'unknown'); end if;
  select * into mine from engagement_coaches ec where ec.engagement_id = engagement and ec.coach_id = coach;
  if mine.coach_id is null and not staff then return jsonb_build_object('outcome', 'unknown'); end if;
  if held.closed_at is not null then return jsonb_build_object('outcome', 'closed', 'at', held.closed_at); end if;
  by_name := acting_name(null);
  if change = 'add' then
    if mine.coach_id is not null then return jsonb_build_object('outcome', 'same'); end if;
    select b.why into bar from match_bars(held.request_id, array[coach], at) b limit 1;
    if bar is not null then return jsonb_build_object('outcome', 'barred', 'why', bar); end if;
    perform join_team(engagement, coach, by_name, why, at);
  elsif mine.coach_id is null then
    return jsonb_build_object('outcome', 'same');
  elsif change = 'remove' then
    if (select count(*) from engagement_coaches ec where ec.engagement_id = engagement) = 1 then return jsonb_build_object('outcome', 'last'); end if;
    perform keep_who_held_sessions(engagement);
    delete from engagement_coaches ec where ec.engagement_id = engagement and ec.coach_id = coach;
    insert into engagement_coach_events (engagement_id, coach_id, kind, at, by_name, why) values (engagement, coach, 'left', at, by_name, nullif(change_team.why, ''));
    update engagement_coaches ec set position = n.place from (
      select coach_id, row_number() over (order by position) - 1 as place from engagement_coaches where engagement_id = engagement) n
    where ec.engagement_id = engagement and ec.coach_id = n.coach_id and ec.position <> n.place;
    if mine.position = 0 then
      insert into engagement_coach_events (engagement_id, coach_id, kind, at, by_name)
      select engagement, ec.coach_id, 'lead', change_team.at, by_name from engagement_coaches ec where ec.engagement_id = engagement and ec.position = 0;
    end if;
  else
    if mine.position = 0 then return jsonb_build_object('outcome', 'same'); end if;
    update engagement_coaches ec set position = n.place from (
      select coach_id, row_number() over (order by (coach_id <> coach), position) - 1 as place from engagement_coaches where engagement_id = engagement) n
    where ec.engagement_id = engagement and ec.coach_id = n.coach_id;
    insert into engagement_coach_events (engagement_id, coach_id, kind, at, by_name, why) values (engagement, coach, 'lead', at, by_name, nullif(change_team.why, ''));
  end if;
  return jsonb_build_object('outcome', 'done');
end $$;

-- Closes an engagement: staff, or a coach of it. Unknown, closed (already), done.
create function close_engagement(engagement text, reason text, at timestamptz) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare held engagements;
begin
  if not (current_setting('role') = 'network_staff' or exists (select from engagement_coaches ec where ec.engagement_id = engagement and ec.coach_id = viewer_coach_id())) then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  select * into held from engagements e where e.id = engagement for update;
  if held.id is null then return jsonb_build_object('outcome', 'unknown'); end if;
  if held.closed_at is not null then return jsonb_build_object('outcome', 'closed', 'at', held.closed_at, 'reason', held.close_reason); end if;
  update engagements e set closed_at = close_engagement.at, close_reason = close_engagement.reason where e.id = engagement;
  update offers o set state = 'withdrawn', ended_at = close_engagement.at where o.engagement_id = engagement and o.state = 'open';
  return jsonb_build_object('outcome', 'done', 'requestId', held.request_id);
end $$;

-- How an engagement's leader and team are reached, by whoever may act on it.
create function engagement_contacts(engagement text) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('requestId', r.id, 'leaderName', l.name, 'leaderEmail', l.email, 'systemName', s.name,
    'team', (select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'email', c.email, 'organisation', v.name) order by ec.position)
      from engagement_coaches ec join coaches c on c.id = ec.coach_id join providers v on v.id = c.provider_id where ec.engagement_id = e.id),
    'owner', (select jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email) from request_care k join auth.users u on u.id = k.owner_id where k.request_id = r.id))
  from engagements e join requests r on r.id = e.request_id join systems s on s.id = r.system_id left join leaders l on l.id = r.leader_id
  where e.id = engagement and (current_setting('role') = 'network_staff' or r.id = viewer_link('request')
    or exists (select from engagement_coaches ec where ec.engagement_id = e.id and ec.coach_id = viewer_coach_id()))
$$;

-- Who may what ---------------------------------------------------------------------------------------------------------------

do $$
declare new_table text;
begin
  foreach new_table in array array['coach_profiles', 'match_exclusions', 'offers', 'offer_coaches', 'match_choices', 'match_settings', 'engagement_coach_events', 'consents'] loop
    execute format('alter table %I enable row level security', new_table);
    execute format('alter table %I force row level security', new_table);
    execute format('create policy owner_everything on %I to current_user using (true) with check (true)', new_table);
    execute format('create policy staff_read on %I for select to network_staff using (true)', new_table);
    execute format('grant select on %I to network_staff', new_table);
  end loop;
  foreach new_table in array array['coach_profiles', 'match_exclusions', 'offers', 'offer_coaches', 'match_choices'] loop
    execute format('create policy staff_add on %I for insert to network_staff with check (true)', new_table);
    execute format('grant insert on %I to network_staff', new_table);
  end loop;
end $$;

create policy colleagues_read on coach_profiles for select to network_coach, network_provider
  using (coach_id = viewer_coach_id() or coach_id in (select id from coaches where provider_id = viewer_provider_id()));
create policy coach_adds on coach_profiles for insert to network_coach, network_provider with check (coach_id = viewer_coach_id());
create policy coach_changes on coach_profiles for update to network_coach, network_provider using (coach_id = viewer_coach_id()) with check (coach_id = viewer_coach_id());
create policy staff_change on coach_profiles for update to network_staff using (true) with check (true);
grant select, insert on coach_profiles to network_coach, network_provider;
grant update (languages, time_zone, windows, max_relationships, locales, enrollment_bands, paused_until, updated_by_name, updated_at)
  on coach_profiles to network_coach, network_provider, network_staff;

create policy staff_end on match_exclusions for update to network_staff using (true) with check (true);
grant update (ended_by_name, ended_at) on match_exclusions to network_staff;

-- Whom an offer is made to reads what it is, and not how the team was weighed.
create policy asked_read on offers for select to network_coach, network_provider, network_link using (id in (select viewer_offer_ids()));
create policy asked_read on offer_coaches for select to network_coach, network_provider, network_link using (offer_id in (select viewer_offer_ids()));
grant select (id, kind, request_id, engagement_id, made_by, made_by_name, made_at, due_at, state, ended_at, message) on offers to network_coach, network_provider, network_link;
grant select (offer_id, coach_id, position, answer, answered_at) on offer_coaches to network_coach, network_provider, network_link;
create policy staff_change on offers for update to network_staff using (true) with check (true);
grant update (state, ended_at, reminded_at) on offers to network_staff;
-- A coach asks a specialist into an engagement that they are on.
create policy coach_asks on offers for insert to network_coach, network_provider
  with check (kind = 'specialist' and made_by = viewer_account_id() and engagement_id in (select engagement_id from engagement_coaches where coach_id = viewer_coach_id()));
create policy coach_asks on offer_coaches for insert to network_coach, network_provider
  with check (offer_id in (select id from offers where kind = 'specialist' and made_by = viewer_account_id()));
grant insert (id, kind, request_id, engagement_id, made_by, made_by_name, made_at, due_at, message) on offers to network_coach, network_provider;
grant insert (offer_id, coach_id, position) on offer_coaches to network_coach, network_provider;

create policy admins_set on match_settings for update to network_staff using (viewer_is_admin()) with check (viewer_is_admin());
grant update (hours_a_month, offer_hours, reoffers, learn_since) on match_settings to network_staff;
create policy everyone_at_work_reads on match_settings for select to network_coach, network_provider using (true);
grant select on match_settings to network_coach, network_provider;

create policy engaged_read on engagement_coach_events for select to network_coach, network_provider using (engagement_id in (select viewer_engagement_ids()));
grant select on engagement_coach_events to network_coach, network_provider;

create policy engaged_read on consents for select to network_coach, network_provider using (offer_id in (select viewer_offer_ids()));
create policy holder_reads on consents for select to network_link using (request_id = viewer_link('request'));
grant select on consents to network_coach, network_provider, network_link;

revoke execute on function keep_who_held_sessions, join_team, acting_name, match_bars, offers_ask_nobody_barred, viewer_offer_ids, offer_facts, answer_offer,
  answer_consent, change_team, close_engagement, engagement_contacts from public;
grant execute on function viewer_coach_id() to network_coach, network_provider;
grant execute on function match_bars, viewer_offer_ids, offer_facts, answer_offer to network_link, network_coach, network_provider, network_staff;
grant execute on function answer_consent, engagement_contacts to network_link, network_coach, network_provider, network_staff;
grant execute on function change_team, close_engagement to network_coach, network_provider, network_staff;

-- What writes itself down -------------------------------------------------------------------------------------------------------

create trigger coach_profiles_audit_added after insert on coach_profiles referencing new table as rows_after
  for each statement execute function audit_rows('coach.profile_changed', 'coach', 'coach_id', 'languages, time_zone, max_relationships, paused_until', 'true', '{}');
create trigger coach_profiles_audit_changed after update on coach_profiles referencing old table as rows_before new table as rows_after
  for each statement execute function audit_rows('coach.profile_changed', 'coach', 'coach_id', 'languages, time_zone, max_relationships, paused_until', 'true', '{}');
create trigger match_exclusions_audit_made after insert on match_exclusions referencing new table as rows_after
  for each statement execute function audit_rows('exclusion.made', 'system', 'system_id', 'coach_id, provider_id, why', 'true', '{}');
create trigger match_exclusions_audit_ended after update on match_exclusions referencing old table as rows_before new table as rows_after
  for each statement execute function audit_rows('exclusion.ended', 'system', 'system_id', 'coach_id, provider_id, why', 'true', '{}');
create trigger offers_audit_made after insert on offers referencing new table as rows_after
  for each statement execute function audit_rows('offer.made', 'offer', 'id', 'kind, request_id, engagement_id, due_at', 'true', '{}');
create trigger offers_audit_changed after update on offers referencing old table as rows_before new table as rows_after
  for each statement execute function audit_rows('offer.changed', 'offer', 'id', 'kind, request_id, engagement_id, state', 'true', '{}');
create trigger offer_coaches_audit_answered after update on offer_coaches referencing old table as rows_before new table as rows_after
  for each statement execute function audit_rows('offer.answered', 'offer', 'offer_id', 'coach_id, answer, why, answered_by_name', 'true', '{}');
create trigger consents_audit_asked after insert on consents referencing new table as rows_after
  for each statement execute function audit_rows('consent.asked', 'request', 'request_id', 'id, what, offer_id', 'true', '{}');
create trigger consents_audit_answered after update on consents referencing old table as rows_before new table as rows_after
  for each statement execute function audit_rows('consent.answered', 'request', 'request_id', 'id, what, answer', 'true', '{}');
create trigger match_choices_audit_made after insert on match_choices referencing new table as rows_after
  for each statement execute function audit_rows('match.chosen', 'offer', 'offer_id', 'overridden, reason, note', 'true', '{}');
create trigger match_settings_audit_changed after update on match_settings referencing old table as rows_before new table as rows_after
  for each statement execute function audit_rows('matching.set', 'network', 'only_row', 'hours_a_month, offer_hours, reoffers, learn_since', 'true', '{}');
