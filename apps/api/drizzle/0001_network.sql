-- Why:   the network's own records: framework, directory, systems, requests, coaches, engagements, sessions, what came of them.
-- Locks: none; every table is new.
-- Undo:  drop schema public cascade; create schema public;

create extension if not exists pg_trgm;

create table network_settings (
  only_row boolean primary key default true check (only_row),
  name text not null default 'Coaching network',
  -- When the invented demo network was loaded; null in a real network. Its clock counts from here.
  demo_loaded_at timestamptz
);
insert into network_settings default values;

create table app_secrets (
  name text primary key,
  value text not null
);

-- The framework -----------------------------------------------------------------------------------------------------

create table topics (
  code text primary key check (code ~ '^[A-Z][A-Z0-9-]{1,31}$'),
  kind text not null check (kind in ('domain', 'topic', 'outside')),
  label text not null,
  definition text not null,
  domain_code text references topics (code),
  position integer not null unique,
  constraint topics_only_topics_have_a_domain check ((kind = 'topic') = (domain_code is not null))
);
create index topics_domain_code_idx on topics (domain_code);

create table framework_versions (
  id integer primary key,
  label text not null,
  published_at timestamptz not null
);

create table framework_version_topics (
  version_id integer not null references framework_versions (id),
  topic_code text not null references topics (code),
  primary key (version_id, topic_code)
);

-- Where a topic of one version went in the next: renamed, split or merged topics have one row for each pair.
create table framework_crosswalk (
  from_version_id integer not null references framework_versions (id),
  to_version_id integer not null references framework_versions (id),
  from_topic_code text not null references topics (code),
  to_topic_code text not null references topics (code),
  primary key (from_version_id, to_version_id, from_topic_code, to_topic_code),
  constraint framework_crosswalk_goes_forward check (to_version_id > from_version_id)
);

-- Places ------------------------------------------------------------------------------------------------------------

create table states (
  code text primary key check (code ~ '^[A-Z]{2}$'),
  fips text not null unique check (fips ~ '^[0-9]{2}$'),
  name text not null unique,
  region text not null check (region in ('NORTHEAST', 'MIDWEST', 'SOUTH', 'WEST', 'OTHER'))
);

-- Regular districts of the United States and their students, the universe that reach is compared with.
create table universe_counts (
  state_code text not null references states (code),
  locale text check (locale in ('CITY', 'SUBURB', 'TOWN', 'RURAL')),
  poverty_band text not null check (poverty_band in ('UNDER_10', 'FROM_10_TO_20', 'FROM_20_TO_30', 'OVER_30', 'UNKNOWN')),
  enrollment_band text not null check (enrollment_band in ('UNDER_1K', 'FROM_1K_TO_5K', 'FROM_5K_TO_25K', 'OVER_25K', 'UNKNOWN')),
  districts integer not null check (districts > 0),
  students integer not null check (students >= 0),
  unique nulls not distinct (state_code, locale, poverty_band, enrollment_band)
);

create table districts (
  leaid text primary key check (leaid ~ '^[0-9]{7}$'),
  name text not null check (name <> ''),
  state_code text not null references states (code),
  city text,
  zip text,
  locale_code text check (locale_code ~ '^[1-4][1-3]$'),
  enrollment integer check (enrollment >= 0),
  schools integer check (schools >= 0),
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  agency_type smallint check (agency_type between 1 and 9),
  is_charter boolean,
  is_regular boolean,
  child_poverty_pct double precision check (child_poverty_pct between 0 and 100),
  -- Set when a later edition of the directory no longer lists it.
  gone_at timestamptz,
  locale text generated always as (
    case left(locale_code, 1) when '1' then 'CITY' when '2' then 'SUBURB' when '3' then 'TOWN' when '4' then 'RURAL' end
  ) stored,
  -- Name, city and state as people type them: lower case, without accents. Written with the row.
  search_text text not null
);
create index districts_search_idx on districts using gin (search_text gin_trgm_ops);
create index districts_state_code_idx on districts (state_code);

-- Systems and the leaders who ask -----------------------------------------------------------------------------------

-- A district, charter network or single school that asks as one. The id is its leaid, else state and name
-- (letters and digits only). What it is, is what its requests say: the latest that says anything, else the directory.
create table systems (
  id text primary key,
  leaid text unique check (leaid ~ '^[0-9]{7}$'),
  name text not null check (name <> ''),
  state_code text not null references states (code),
  kind text check (kind in ('district', 'charter', 'school', 'other')),
  locale text check (locale in ('CITY', 'SUBURB', 'TOWN', 'RURAL')),
  low_income_share double precision check (low_income_share between 0 and 1),
  enrollment integer check (enrollment >= 0),
  schools integer check (schools >= 0),
  child_poverty_pct double precision check (child_poverty_pct between 0 and 100),
  governance text generated always as (
    case kind when 'district' then 'DISTRICT' when 'charter' then 'CHARTER' when 'school' then 'OTHER' when 'other' then 'OTHER' end
  ) stored,
  title_i boolean generated always as (low_income_share >= 0.4) stored,
  poverty_band text not null generated always as (
    case when child_poverty_pct is null then 'UNKNOWN' when child_poverty_pct < 10 then 'UNDER_10'
      when child_poverty_pct < 20 then 'FROM_10_TO_20' when child_poverty_pct < 30 then 'FROM_20_TO_30' else 'OVER_30' end
  ) stored,
  enrollment_band text not null generated always as (
    case when enrollment is null then 'UNKNOWN' when enrollment < 1000 then 'UNDER_1K'
      when enrollment < 5000 then 'FROM_1K_TO_5K' when enrollment < 25000 then 'FROM_5K_TO_25K' else 'OVER_25K' end
  ) stored
);
create index systems_state_code_idx on systems (state_code);

create table leaders (
  id text primary key,
  system_id text not null references systems (id),
  name text,
  email text,
  role text,
  constraint leaders_can_be_told_apart check (name is not null or email is not null)
);
create index leaders_system_id_idx on leaders (system_id);

-- Requests ----------------------------------------------------------------------------------------------------------

create table requests (
  id text primary key check (id <> ''),
  system_id text not null references systems (id),
  leader_id text references leaders (id),
  submitted_at timestamptz not null,
  narrative text,
  urgency text check (urgency in ('low', 'normal', 'high')),
  seconds_to_submit integer check (seconds_to_submit >= 0),
  withdrawn_at timestamptz check (withdrawn_at >= submitted_at),
  -- What this request said about its system and leader, as it was said.
  stated_leaid text check (stated_leaid ~ '^[0-9]{7}$'),
  stated_name text,
  stated_kind text check (stated_kind in ('district', 'charter', 'school', 'other')),
  stated_schools integer check (stated_schools >= 0),
  stated_enrollment integer check (stated_enrollment >= 0),
  stated_locale text check (stated_locale in ('CITY', 'SUBURB', 'TOWN', 'RURAL')),
  stated_low_income_share double precision check (stated_low_income_share between 0 and 1),
  leader_name text,
  leader_email text,
  leader_role text,
  constraint requests_name_their_system check (stated_leaid is not null or stated_name is not null)
);
create index requests_system_id_idx on requests (system_id);
create index requests_submitted_at_idx on requests (submitted_at);
create index requests_leader_id_idx on requests (leader_id);

-- Every tag given to or taken from a request, never overwritten.
create table tag_events (
  id bigint generated always as identity primary key,
  request_id text not null references requests (id),
  topic_code text not null references topics (code),
  action text not null check (action in ('added', 'removed')),
  stage text not null check (stage in ('asked', 'tagged')),
  author text not null check (author <> ''),
  at timestamptz not null
);
create index tag_events_request_id_idx on tag_events (request_id);

-- The tags that stand, kept by the trigger below and by nothing else.
create table request_topics (
  request_id text not null references requests (id),
  topic_code text not null references topics (code),
  primary key (request_id, topic_code)
);
create index request_topics_topic_code_idx on request_topics (topic_code);

create function keep_request_topics() returns trigger language plpgsql security definer set search_path = public as $$
begin
  delete from request_topics standing using (
    select distinct on (request_id, topic_code) request_id, topic_code, action
    from given order by request_id, topic_code, id desc
  ) latest
  where latest.action = 'removed' and standing.request_id = latest.request_id and standing.topic_code = latest.topic_code;

  insert into request_topics (request_id, topic_code)
  select request_id, topic_code from (
    select distinct on (request_id, topic_code) request_id, topic_code, action
    from given order by request_id, topic_code, id desc
  ) latest
  where latest.action = 'added'
  on conflict do nothing;
  return null;
end $$;

create trigger tag_events_keep_request_topics after insert on tag_events
  referencing new table as given for each statement execute function keep_request_topics();

-- Providers and their coaches ---------------------------------------------------------------------------------------

create table providers (
  id text primary key check (id <> ''),
  name text not null check (name <> ''),
  kind text not null default 'provider' check (kind in ('hub', 'provider', 'intermediary')),
  website text check (website ~* '^https?://')
);

create table coaches (
  id text primary key check (id <> ''),
  provider_id text not null references providers (id),
  name text not null check (name <> ''),
  email text,
  role text not null default 'generalist' check (role in ('generalist', 'specialist')),
  -- Null = not known, counted in no capacity.
  hours_per_month double precision check (hours_per_month >= 0),
  active_from timestamptz,
  active_to timestamptz,
  constraint coaches_active_in_order check (active_to >= active_from)
);
create index coaches_provider_id_idx on coaches (provider_id);

create table coach_topics (
  coach_id text not null references coaches (id) on delete cascade,
  topic_code text not null references topics (code),
  primary key (coach_id, topic_code)
);
create index coach_topics_topic_code_idx on coach_topics (topic_code);

-- No row = any state.
create table coach_states (
  coach_id text not null references coaches (id) on delete cascade,
  state_code text not null references states (code),
  primary key (coach_id, state_code)
);

-- Engagements, sessions, ratings ------------------------------------------------------------------------------------

create table engagements (
  id text primary key check (id <> ''),
  request_id text not null references requests (id),
  matched_at timestamptz not null,
  closed_at timestamptz,
  close_reason text check (close_reason in
    ('goals_met', 'no_response', 'leader_left', 'paused', 'no_longer_needed', 'referred_out', 'merged', 'other')),
  constraint engagements_close_after_match check (closed_at >= matched_at)
);
create index engagements_request_id_idx on engagements (request_id);

-- The coach at position 0 leads.
create table engagement_coaches (
  engagement_id text not null references engagements (id) on delete cascade,
  coach_id text not null references coaches (id),
  position smallint not null check (position >= 0),
  primary key (engagement_id, coach_id),
  unique (engagement_id, position) deferrable initially deferred
);
create index engagement_coaches_coach_id_idx on engagement_coaches (coach_id);

create table sessions (
  id text primary key check (id <> ''),
  engagement_id text not null references engagements (id),
  held_at timestamptz not null,
  minutes smallint check (minutes between 1 and 600),
  mode text check (mode in ('video', 'phone', 'in_person', 'email')),
  challenge_level smallint check (challenge_level between 1 and 4)
);
create index sessions_engagement_id_idx on sessions (engagement_id, held_at);
create index sessions_held_at_idx on sessions (held_at);

-- No row = the engagement's coaches. A coach here who is not on the engagement is a guest.
create table session_coaches (
  session_id text not null references sessions (id) on delete cascade,
  coach_id text not null references coaches (id),
  primary key (session_id, coach_id)
);
create index session_coaches_coach_id_idx on session_coaches (coach_id);

-- No row = the topics of the request.
create table session_topics (
  session_id text not null references sessions (id) on delete cascade,
  topic_code text not null references topics (code),
  primary key (session_id, topic_code)
);
create index session_topics_topic_code_idx on session_topics (topic_code);

-- Apart from the session, so that the right to read one does not give the other.
create table session_notes (
  session_id text primary key references sessions (id) on delete cascade,
  note text not null check (note <> '')
);

create table ratings (
  session_id text primary key references sessions (id) on delete cascade,
  rated_at timestamptz not null,
  rating smallint not null check (rating between 1 and 5),
  wants_more boolean,
  comment text
);

create table referrals (
  id text primary key check (id <> ''),
  request_id text not null references requests (id),
  sent_at timestamptz not null,
  destination text not null check (destination <> ''),
  reason text,
  -- Null = not known yet.
  outcome text check (outcome in ('started', 'not_started', 'declined')),
  outcome_at timestamptz,
  constraint referrals_outcome_after_sending check (outcome_at >= sent_at)
);
create index referrals_request_id_idx on referrals (request_id);

-- Resources ---------------------------------------------------------------------------------------------------------

create table resources (
  id text primary key check (id <> ''),
  title text not null check (title <> ''),
  url text not null check (url ~* '^https?://'),
  kind text check (kind in ('guide', 'tool', 'template', 'article', 'video', 'case_study', 'other')),
  provider_id text references providers (id),
  published_at timestamptz,
  retired_at timestamptz,
  constraint resources_retire_after_publishing check (retired_at >= published_at)
);
create index resources_provider_id_idx on resources (provider_id);

create table resource_topics (
  resource_id text not null references resources (id) on delete cascade,
  topic_code text not null references topics (code),
  primary key (resource_id, topic_code)
);
create index resource_topics_topic_code_idx on resource_topics (topic_code);
