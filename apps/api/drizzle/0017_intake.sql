-- Why:   what leaders ask for came in by file only, and afterwards they had no say in it.
-- Locks: requests against writing while an index on it is built, 0.2 s at 100,000 rows; else none, the tables are new.
-- Undo:  drop table intake_visits, intake_submissions, request_details, leader_asks; drop index requests_leader_email_idx; drop the policies
--        intake_... and revoke the grants of network_intake on requests, systems, leaders, tag_events; drop function intake_token,
--        intake_token_age, viewer_link_request; delete from app_secrets where name = 'intake'.

-- The form -----------------------------------------------------------------------------------------------------------------

-- Each sending of the form, by the key that the page made for it: what is sent twice is one request.
create table intake_submissions (
  idempotency_key uuid primary key,
  request_id text not null references requests (id) on delete cascade deferrable initially deferred,
  -- SHA-256 of what was said, by which the same is told from another under the same key.
  said text not null check (said ~ '^[0-9a-f]{64}$'),
  at timestamptz not null
);
create index intake_submissions_request_id_idx on intake_submissions (request_id);

-- How far people come in the form. Nothing of what they write, and nothing of who they are.
create table intake_visits (
  id uuid primary key,
  opened_at timestamptz not null,
  -- For each field that was reached, in the order in which: {"field": "district", "seconds": 4.2}.
  fields jsonb not null default '[]',
  -- The field that was left last; null = none was reached.
  last_field text check (last_field in ('district', 'system', 'state', 'narrative', 'urgency', 'email')),
  seconds double precision not null check (seconds >= 0),
  submitted boolean not null
);
create index intake_visits_opened_at_idx on intake_visits (opened_at);

-- What a leader adds when the request is in.
create table request_details (
  request_id text primary key references requests (id) on delete cascade,
  -- IANA name; null where nothing was said of times.
  time_zone text,
  -- When calls suit, in that zone: [{"day": 1 to 7, "from": minutes after midnight, "to": ...}].
  windows jsonb not null default '[]',
  -- Beside English.
  languages text[] not null default '{}',
  at timestamptz not null
);

insert into app_secrets (name, value) values ('intake', replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')) on conflict do nothing;

-- Says when the form was opened, signed; made for whoever opens it.
create function intake_token(opened timestamptz) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select stamp || '.' || encode(sha256(convert_to(value || '.' || stamp, 'UTF8')), 'hex')
  from app_secrets, (select floor(extract(epoch from opened) * 1000)::bigint::text as stamp) s where name = 'intake'
$$;

-- For how many seconds the form has been open; null where the token is none of ours.
create function intake_token_age(token text, at timestamptz) returns double precision language sql stable security definer set search_path = public, pg_temp as $$
  -- No cast of what may be no number: a plan for one token works it out before it looks whether the token is ours.
  select extract(epoch from at)::double precision - substring(token from '^([0-9]{13})\.')::double precision / 1000
  from app_secrets where name = 'intake' and token ~ '^[0-9]{13}\.[0-9a-f]{64}$'
    and split_part(token, '.', 2) = encode(sha256(convert_to(value || '.' || split_part(token, '.', 1), 'UTF8')), 'hex')
$$;
revoke execute on function intake_token, intake_token_age from public;
grant execute on function intake_token to network_public, network_funder, network_coach, network_provider, network_staff, network_link;
grant execute on function intake_token_age to network_intake;

-- How much mail an address has been sent of late is read from what came in for it.
create index requests_leader_email_idx on requests (lower(leader_email), submitted_at) where leader_email is not null;

-- Who writes down what the public asks for ------------------------------------------------------------------------------------

create policy intake_reads on requests for select to network_intake using (true);
create policy intake_adds on requests for insert to network_intake with check (withdrawn_at is null);
create policy intake_completes on requests for update to network_intake using (true) with check (true);
grant select, insert (id, system_id, leader_id, submitted_at, narrative, urgency, seconds_to_submit, stated_leaid, stated_name, stated_kind, leader_email),
  update (leader_name, leader_role, stated_schools) on requests to network_intake;

create policy intake_reads on systems for select to network_intake using (true);
create policy intake_adds on systems for insert to network_intake with check (true);
create policy intake_settles on systems for update to network_intake using (true) with check (true);
create policy intake_removes on systems for delete to network_intake using (not exists (select from requests r where r.system_id = systems.id));
grant select, insert (id, leaid, name, state_code), update (name, state_code, kind, locale, schools, enrollment, low_income_share, child_poverty_pct), delete
  on systems to network_intake;

create policy intake_reads on leaders for select to network_intake using (true);
create policy intake_adds on leaders for insert to network_intake with check (true);
create policy intake_settles on leaders for update to network_intake using (true) with check (true);
create policy intake_removes on leaders for delete to network_intake using (not exists (select from requests r where r.leader_id = leaders.id));
grant select, insert (id, system_id, name, email, role), update (name, email, role), delete on leaders to network_intake;

create policy intake_reads on tag_events for select to network_intake using (true);
create policy intake_adds on tag_events for insert to network_intake with check (stage = 'asked');
grant select, insert (request_id, topic_code, action, stage, author, at) on tag_events to network_intake;

-- What leaders ask for afterwards ---------------------------------------------------------------------------------------------

-- By the private link of their request, until somebody has seen to it.
create table leader_asks (
  id uuid primary key default gen_random_uuid(),
  request_id text not null references requests (id) on delete cascade,
  kind text not null check (kind in ('more', 'another_call', 'colleague', 'correction', 'stop', 'message')),
  text text check (text <> '' and length(text) <= 5000),
  at timestamptz not null,
  settled_at timestamptz check (settled_at >= at),
  -- An account; null where it is gone since.
  settled_by text references auth.users (id) on delete set null,
  idempotency_key uuid not null unique
);
create index leader_asks_request_id_idx on leader_asks (request_id);
create index leader_asks_open_idx on leader_asks (at) where settled_at is null;

do $$
declare new_table text;
begin
  foreach new_table in array array['intake_submissions', 'intake_visits', 'request_details', 'leader_asks'] loop
    execute format('alter table %I enable row level security', new_table);
    execute format('alter table %I force row level security', new_table);
    execute format('create policy owner_everything on %I to current_user using (true) with check (true)', new_table);
  end loop;
end $$;

create policy intake_reads on intake_submissions for select to network_intake using (true);
create policy intake_adds on intake_submissions for insert to network_intake with check (true);
grant select, insert on intake_submissions to network_intake;

create policy intake_reads on intake_visits for select to network_intake using (true);
create policy intake_adds on intake_visits for insert to network_intake with check (true);
create policy intake_goes_on on intake_visits for update to network_intake using (not submitted) with check (true);
create policy staff_read on intake_visits for select to network_staff using (true);
grant select, insert, update (fields, last_field, seconds, submitted) on intake_visits to network_intake;
grant select on intake_visits to network_staff;

create policy intake_reads on request_details for select to network_intake using (true);
create policy intake_adds on request_details for insert to network_intake with check (true);
create policy intake_changes on request_details for update to network_intake using (true) with check (true);
create policy staff_read on request_details for select to network_staff using (true);
create policy engaged_read on request_details for select to network_coach, network_provider using (request_id in (select viewer_request_ids()));
create policy leader_reads on request_details for select to network_link using (request_id = viewer_link('request'));
grant select, insert, update (time_zone, windows, languages, at) on request_details to network_intake;
grant select on request_details to network_staff, network_coach, network_provider, network_link;

-- The request that the viewer's link is about: its own, or that of the session which is to be rated.
create function viewer_link_request() returns text language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(viewer_link('request'),
    (select e.request_id from sessions s join engagements e on e.id = s.engagement_id where s.id = viewer_link('rating')))
$$;
revoke execute on function viewer_link_request from public;
grant execute on function viewer_link_request to network_link;

create policy leader_reads on leader_asks for select to network_link using (request_id = viewer_link_request());
create policy leader_asks on leader_asks for insert to network_link with check (request_id = viewer_link_request() and settled_at is null);
create policy staff_read on leader_asks for select to network_staff using (true);
create policy staff_settle on leader_asks for update to network_staff using (true) with check (true);
create policy engaged_read on leader_asks for select to network_coach, network_provider using (request_id in (select viewer_request_ids()));
create policy engaged_settle on leader_asks for update to network_coach, network_provider
  using (request_id in (select viewer_request_ids())) with check (request_id in (select viewer_request_ids()));
grant select, insert (request_id, kind, text, at, idempotency_key) on leader_asks to network_link;
grant select, update (settled_at, settled_by) on leader_asks to network_staff, network_coach, network_provider;
