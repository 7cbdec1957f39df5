-- Why:   what answers requests comes to the database as a login that owns nothing and passes no policy by; roles read no more
--        columns than the API shows them, and call no more functions than they need.
-- Locks: brief, exclusive on every table of public as its row security is forced.
-- Undo:  drop the policies owner_everything, server_... and drop owned by network_server; alter table ... no force row level
--        security; drop function server_login, viewer_coached_session_ids, open_session_note, audit_api_keys; drop the logins and network_server;
--        grant select on coaches and requests to network_coach and network_provider as before.

-- Events that earlier migrations gave rise to are chained before the tables they wait in change.
set constraints all immediate;
set constraints all deferred;

do $$
declare new_role text;
begin
  -- 0010 says what network_statistics reads; the login has to be its member.
  foreach new_role in array array['network_server', 'network_statistics'] loop
    if not exists (select from pg_roles where rolname = new_role) then
      execute format('create role %I nologin nosuperuser nobypassrls', new_role);
    end if;
    execute format('grant %I to current_user', new_role);
    execute format('grant usage on schema public to %I', new_role);
  end loop;
end $$;

-- The server between operations: it finds out who is looking, and looks after their way in ------------------------------

grant usage on schema auth, limits, drizzle to network_server;
grant select, insert, update, delete on all tables in schema auth to network_server;
grant select, insert, update, delete on all tables in schema limits to network_server;
grant select on all tables in schema drizzle to network_server;

create policy server_reads on memberships for select to network_server using (true);
grant select on memberships to network_server;
create policy server_reads on api_keys for select to network_server using (true);
create policy server_notes_use on api_keys for update to network_server using (true) with check (true);
grant select, update (last_used_at) on api_keys to network_server;
-- The secret that protects figures, and no other.
create policy server_keeps_one on app_secrets for select to network_server using (name = 'statistics');
create policy server_makes_one on app_secrets for insert to network_server with check (name = 'statistics');
grant select, insert on app_secrets to network_server;

-- Functions are for those who need them ---------------------------------------------------------------------------------

do $$
declare own record;
begin
  for own in
    select p.oid::regprocedure as name from pg_proc p
    where p.pronamespace in ('public'::regnamespace, 'auth'::regnamespace) and p.prokind = 'f'
      and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  loop
    execute format('revoke execute on function %s from public', own.name);
  end loop;
end $$;

grant execute on function viewer_account_id(), viewer_provider_id() to network_funder, network_coach, network_provider, network_staff;
grant execute on function viewer_engagement_ids(), viewer_request_ids(), viewer_system_ids(), viewer_session_ids() to network_coach, network_provider;
grant execute on function audit(text, text, text, jsonb, text), enqueue_mail(text, text, jsonb) to network_server;

-- Columns that the API shows nobody but staff, or nobody at all ---------------------------------------------------------

revoke select on coaches, requests from network_coach, network_provider;
grant select (id, provider_id, name, role, hours_per_month, active_from, active_to) on coaches to network_coach, network_provider;
-- What a request said of its system and leader is settled into theirs, whose own policies say who reads them.
grant select (id, system_id, leader_id, submitted_at, narrative, urgency, seconds_to_submit, withdrawn_at) on requests to network_coach, network_provider;

-- Notes: the engagement's coaches, guests and leads of their organisations apart; staff by exception --------------------

create function viewer_coached_session_ids() returns setof text language sql stable security definer set search_path = public, pg_temp as $$
  select s.id from sessions s join engagement_coaches ec on ec.engagement_id = s.engagement_id where ec.coach_id = viewer_coach_id()
$$;
grant execute on function viewer_coached_session_ids() to network_coach, network_provider;
drop policy engaged_coach_reads on session_notes;
-- A lead reads them too where they are one of the coaches themselves.
create policy engaged_coach_reads on session_notes for select to network_coach, network_provider
  using (session_id in (select viewer_coached_session_ids()));
grant select on session_notes to network_provider;

-- Staff have no other way to a note, and none without leaving a reason. Null = the session has no note; the asking is written down too.
create function open_session_note(session text, reason text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_note text;
begin
  if current_setting('role') <> 'network_staff' or coalesce(current_setting('viewer.account_id', true), '') = '' then
    raise insufficient_privilege using message = 'Only staff open notes.';
  elsif length(btrim(coalesce(reason, ''))) < 10 then
    raise check_violation using message = 'A reason has at least 10 characters.';
  elsif not exists (select from sessions where id = session) then
    raise no_data_found using message = 'There is no such session.';
  end if;
  select n.note into found_note from session_notes n where n.session_id = session;
  perform audit('note.opened', 'session', session, jsonb_build_object('note', found_note is not null), btrim(reason));
  return found_note;
end $$;
grant execute on function open_session_note(text, text) to network_staff;

-- Keys write themselves down: making, rotating and revoking, not their use ----------------------------------------------

create function audit_api_keys() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform audit('key.made', 'key', n.id, jsonb_build_object('name', n.name, 'owner', n.user_id, 'scopes', n.scopes, 'expiresAt', n.expires_at)) from rows_after n;
  elsif tg_op = 'DELETE' then
    perform audit('key.removed', 'key', o.id, jsonb_build_object('name', o.name, 'owner', o.user_id)) from rows_before o;
  else
    perform audit('key.revoked', 'key', n.id, jsonb_build_object('name', n.name, 'owner', n.user_id))
    from rows_after n join rows_before o using (id) where n.revoked_at is not null and o.revoked_at is null;
    perform audit('key.rotated', 'key', n.id, jsonb_build_object('name', n.name, 'owner', n.user_id, 'to', n.rotated_to, 'expiresAt', n.expires_at))
    from rows_after n join rows_before o using (id) where n.rotated_to is distinct from o.rotated_to;
  end if;
  return null;
end $$;
create trigger api_keys_audit_made after insert on api_keys referencing new table as rows_after
  for each statement execute function audit_api_keys();
create trigger api_keys_audit_changed after update on api_keys referencing old table as rows_before new table as rows_after
  for each statement execute function audit_api_keys();
create trigger api_keys_audit_removed after delete on api_keys referencing old table as rows_before
  for each statement execute function audit_api_keys();

-- The login -------------------------------------------------------------------------------------------------------------

-- Makes or mends the login of the processes that answer requests, and says how to come in. Its name goes by the database, since
-- logins belong to the whole server; its password is made once, so that all processes on a database agree.
create function server_login() returns table (name text, password text) language plpgsql set search_path = public, pg_temp as $$
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
    'network_statistics', 'network_server'] loop
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

-- Nobody passes by the policies, not even the owner of the tables, who has one -------------------------------------------

do $$
declare own_table text;
begin
  for own_table in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') loop
    execute format('alter table %I enable row level security', own_table);
    execute format('alter table %I force row level security', own_table);
    execute format('create policy owner_everything on %I to current_user using (true) with check (true)', own_table);
  end loop;
end $$;
