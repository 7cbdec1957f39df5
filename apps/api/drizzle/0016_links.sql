-- Why:   leaders, coaches away from their desk and those a request is sent on to act by a private link, without an account; and
--        the daily work writes more kinds of mail.
-- Locks: none; the table and the roles are new. mails' check of kinds is made anew, which reads the table once.
-- Undo:  drop table links; drop function open_link, make_link, end_links, viewer_link; put back server_login of 0009,
--        resend_mail of 0005 and mails_kind_check of 0012; drop role network_link, network_intake.

do $$
declare new_role text;
begin
  -- network_link holds a link; network_intake is who writes down what the public asks for.
  foreach new_role in array array['network_link', 'network_intake'] loop
    if not exists (select from pg_roles where rolname = new_role) then
      execute format('create role %I nologin nosuperuser nobypassrls', new_role);
    end if;
    execute format('grant %I to current_user', new_role);
    execute format('grant usage on schema public to %I', new_role);
  end loop;
end $$;

-- What lets its holder do a few things with one thing: `request` its leader, `rating` with one session, `offer` a coach,
-- `referral` whom a request is sent on to, `calendar` a coach's feed, `mail` whoever wants none of a kind of it.
create table links (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('request', 'rating', 'offer', 'referral', 'calendar', 'mail')),
  subject_id text not null check (subject_id <> ''),
  -- SHA-256 of its token, in hexadecimal digits.
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now(),
  -- Null = until it is ended.
  expires_at timestamptz,
  ended_at timestamptz
);
create index links_subject_idx on links (kind, subject_id);

-- Makes a link for whoever has its token.
create function make_link(kind text, subject_id text, token_hash text, days integer) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  insert into links (kind, subject_id, token_hash, expires_at)
  values (make_link.kind, make_link.subject_id, make_link.token_hash, now() + make_interval(days => make_link.days))
$$;

-- Ends every link to something.
create function end_links(kind text, subject_id text) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  update links set ended_at = now() where links.kind = end_links.kind and links.subject_id = end_links.subject_id and ended_at is null
$$;

-- The holder of a link, from here to the end of the transaction. Nothing where the link never was, has run out or was ended.
create function open_link(hash text) returns table (kind text, subject_id text)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare held links;
begin
  select * into held from links l where l.token_hash = hash and l.ended_at is null and coalesce(l.expires_at > now(), true);
  if held.id is null then return; end if;
  perform set_config('viewer.link_kind', held.kind, true), set_config('viewer.link_subject', held.subject_id, true);
  return query select held.kind, held.subject_id;
end $$;

-- What the viewer's link is to, if it is of this kind, as row policies ask.
create function viewer_link(kind text) returns text language sql stable
  return case when current_setting('viewer.link_kind', true) = kind then nullif(current_setting('viewer.link_subject', true), '') end;

alter table links enable row level security;
alter table links force row level security;
create policy owner_everything on links to current_user using (true) with check (true);

revoke execute on function make_link, end_links, open_link, viewer_link from public;
grant execute on function make_link to network_intake, network_coach, network_provider, network_staff;
grant execute on function end_links to network_link, network_coach, network_provider, network_staff;
grant execute on function open_link, viewer_link to network_link;

-- Whoever acts by a link, and whoever takes in a request, leaves the same traces as everybody.
grant execute on function audit(text, text, text, jsonb, text), enqueue_mail(text, text, jsonb) to network_link, network_intake;
grant execute on function topic_heirs(), listed_topics() to network_link, network_intake;

do $$
declare open_table text;
begin
  foreach open_table in array array['network_settings', 'topics', 'framework_versions', 'framework_version_topics',
    'framework_crosswalk', 'states', 'districts', 'providers', 'resources', 'resource_topics'] loop
    execute format('grant select on %I to network_link, network_intake', open_table);
  end loop;
end $$;

-- Jobs that remind people live by the network's clock.
grant select on network_settings to network_server;

alter table mails drop constraint mails_kind_check;
alter table mails add constraint mails_kind_check check (kind in (
  'invitation', 'password_reset', 'magic_link', 'password_changed', 'key_made', 'learning_call', 'alert',
  -- To a leader.
  'request_received', 'request_matched', 'leader_answered', 'call_planned', 'call_reminder', 'call_cancelled', 'rate_call', 'specialist_joins',
  'referral_consent', 'referral_on_its_way', 'referral_outcome', 'request_closed',
  -- To a coach.
  'offer_made', 'offer_reminder', 'offer_withdrawn', 'engagement_begun', 'leader_asks_more',
  -- To whom a request is sent on.
  'referral_sent',
  -- To staff.
  'request_new', 'offer_answered', 'desk_digest'));

-- Who wants no more mail of a kind that one can do without: by the link in it, without signing in.
create table mail_refusals (
  kind text not null,
  address text not null check (address = lower(address)),
  at timestamptz not null default now(),
  primary key (kind, address)
);
alter table mail_refusals enable row level security;
alter table mail_refusals force row level security;
create policy owner_everything on mail_refusals to current_user using (true) with check (true);
create policy staff_read on mail_refusals for select to network_staff using (true);
create policy holder_reads on mail_refusals for select to network_link using (kind || ' ' || address = viewer_link('mail'));
create policy holder_refuses on mail_refusals for insert to network_link with check (kind || ' ' || address = viewer_link('mail'));
create policy holder_takes_back on mail_refusals for delete to network_link using (kind || ' ' || address = viewer_link('mail'));
grant select on mail_refusals to network_staff, network_link;
grant insert (kind, address), delete on mail_refusals to network_link;

-- Links in mail are made when it is sent, so that it can be sent again; those of the first three kinds are part of what it holds.
create or replace function server_login() returns table (name text, password text) language plpgsql set search_path = public, pg_temp as $$
declare
  viewer text;
begin
  perform pg_advisory_xact_lock(7305011);
  insert into app_secrets (name, value)
  values ('database_login', replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')) on conflict do nothing;
  select s.value into strict password from app_secrets s where s.name = 'database_login';
  name := 'network_login_' || left(md5(current_database()), 16);
  if not exists (select from pg_roles where rolname = server_login.name) then
    execute format('create role %I nosuperuser nobypassrls noinherit', name);
  end if;
  foreach viewer in array array['network_public', 'network_funder', 'network_coach', 'network_provider', 'network_staff',
    'network_statistics', 'network_server', 'network_link', 'network_intake'] loop
    if not pg_has_role(name, viewer, 'member') then
      execute format('grant %I to %I', viewer, name);
    end if;
  end loop;
  if not has_database_privilege(name, current_database(), 'connect') then
    execute format('grant connect on database %I to %I', current_database(), name);
  end if;
  execute format('alter role %I noinherit login password %L', name, password);
  execute format('alter role %I set role = %L', name, 'network_server');
  return next;
end $$;
revoke execute on function server_login() from public;
