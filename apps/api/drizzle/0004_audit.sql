-- Why:   what was done, by whom, and for what reason is written with what was done, and cannot be changed unseen afterwards.
-- Locks: brief, exclusive on memberships, providers, tag_events, engagements and engagement_coaches as their triggers are made.
-- Undo:  drop the triggers named ..._audit_...; drop table audit_events, audit_head, audit_pending; drop the functions made here;
--        alter default privileges grant execute on functions to public.

-- A function is called by whom it is given to. From here on nobody may call a new one unless a migration says so.
alter default privileges revoke execute on functions from public;

-- The trail -------------------------------------------------------------------------------------------------------------

create table audit_events (
  id bigint generated always as identity primary key,
  -- When it was done, by the real clock.
  at timestamptz not null,
  -- Null = nobody signed in; the name then says whether it was the command line, the system or the public.
  account_id text,
  -- As they were called at the time: an account may change its name, or go.
  actor_name text not null,
  actor_email text,
  key_id text,
  key_name text,
  action text not null check (action ~ '^[a-z_]+\.[a-z_]+$'),
  subject_type text not null check (subject_type <> ''),
  -- '*' = several; detail counts them and names the first of them.
  subject_id text not null,
  reason text,
  detail jsonb not null check (jsonb_typeof(detail) = 'object'),
  request_id text,
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32)
);
create index audit_events_subject_idx on audit_events (subject_type, subject_id);
create index audit_events_account_idx on audit_events (account_id);

-- How long the chain is and how it ends, so that a tail that was cut off is missed. The first event follows 32 zero bytes.
create table audit_head (
  only_row boolean primary key default true check (only_row),
  events bigint not null,
  last_id bigint not null,
  hash bytea not null
);
insert into audit_head (events, last_id, hash) values (0, 0, decode(repeat('00', 32), 'hex'));

-- What a transaction has done so far. It joins the chain as the transaction commits, so that who works long holds up nobody.
create table audit_pending (
  number bigint generated always as identity primary key,
  at timestamptz not null,
  account_id text,
  actor_name text not null,
  actor_email text,
  key_id text,
  key_name text,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  reason text,
  detail jsonb not null,
  request_id text
);

-- An event as one text: its fields in order, each with its length in bytes before it, '-' for null.
create function audit_text(event audit_events) returns text language sql stable set search_path = public, pg_temp as $$
  select string_agg(coalesce(octet_length(field) || ':' || field, '-'), ' ' order by place)
  from unnest(array[
    event.id::text, to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), event.account_id, event.actor_name, event.actor_email,
    event.key_id, event.key_name, event.action, event.subject_type, event.subject_id, event.reason, event.detail::text, event.request_id
  ]) with ordinality as fields (field, place)
$$;

create function audit_hash(event audit_events) returns bytea language sql stable set search_path = public, pg_temp as $$
  select sha256(event.previous_hash || convert_to(audit_text(event), 'UTF8'))
$$;

-- One transaction at a time adds to the chain. One that reads a snapshot from before another's event fails and has to be repeated.
create function audit_chain() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head audit_head;
  event audit_events;
begin
  perform pg_advisory_xact_lock(7305010);
  select * into strict head from audit_head for update;
  event := row(nextval(pg_get_serial_sequence('audit_events', 'id')), new.at, new.account_id, new.actor_name, new.actor_email, new.key_id,
    new.key_name, new.action, new.subject_type, new.subject_id, new.reason, new.detail, new.request_id, head.hash, null);
  event.hash := audit_hash(event);
  insert into audit_events overriding system value select (event).*;
  update audit_head set events = head.events + 1, last_id = event.id, hash = event.hash;
  delete from audit_pending where number = new.number;
  return null;
end $$;
create constraint trigger audit_pending_joins_the_chain after insert on audit_pending
  deferrable initially deferred for each row execute function audit_chain();

-- Writes an event into the caller's transaction: taken back with it, chained when it commits. Who did it is told by the
-- transaction's settings. Returns a number that tells the events of one transaction apart; ids follow the order of commits.
create function audit(action text, subject_type text, subject_id text, detail jsonb default '{}', reason text default null) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  pending audit_pending;
begin
  pending.account_id := nullif(current_setting('viewer.account_id', true), '');
  pending.key_id := nullif(current_setting('viewer.key_id', true), '');
  if pending.account_id is not null then
    select u.name, u.email into pending.actor_name, pending.actor_email from auth.users u where u.id = pending.account_id;
    pending.actor_name := coalesce(pending.actor_name, pending.account_id);
  else
    pending.actor_name := case when current_setting('role') in ('network_public', 'network_server') then 'The public'
      else coalesce(nullif(current_setting('viewer.by', true), ''), 'The system') end;
  end if;
  if pending.key_id is not null then
    select k.name into pending.key_name from api_keys k where k.id = pending.key_id;
  end if;
  insert into audit_pending (at, account_id, actor_name, actor_email, key_id, key_name, action, subject_type, subject_id, reason, detail, request_id)
  values (clock_timestamp(), pending.account_id, pending.actor_name, pending.actor_email, pending.key_id, pending.key_name, audit.action,
    audit.subject_type, audit.subject_id, nullif(audit.reason, ''), coalesce(audit.detail, '{}'), nullif(current_setting('viewer.request_id', true), ''))
  returning number into pending.number;
  return pending.number;
end $$;

-- The id of the first event that is not as it was written, or that follows or ends what it should not; null = none.
create function audit_first_broken() returns bigint language sql stable security definer set search_path = public, pg_temp as $$
  with chain as (
    select e.id, e.hash, e.hash is distinct from audit_hash(e)
      or e.previous_hash is distinct from coalesce(lag(e.hash) over (order by e.id), decode(repeat('00', 32), 'hex')) as broken
    from audit_events e
  ),
  tail as (select count(*) as events, coalesce(max(id), 0) as last_id, (select hash from chain order by id desc limit 1) as hash from chain)
  select coalesce(
    (select min(id) from chain where broken),
    (select case when tail.last_id > head.last_id then (select min(id) from chain where id > head.last_id) else least(tail.last_id + 1, head.last_id) end
     from tail, audit_head head
     where (tail.events, tail.last_id) is distinct from (head.events, head.last_id) or (tail.events > 0 and tail.hash is distinct from head.hash)))
$$;

create function audit_count() returns bigint language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from audit_events
$$;

create function audit_only_grows() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'The audit trail is only ever added to.' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_events_only_grow before update or delete or truncate on audit_events
  for each statement execute function audit_only_grows();

alter table audit_events enable row level security;
alter table audit_head enable row level security;
alter table audit_pending enable row level security;
create policy staff_read on audit_events for select to network_staff using (true);
grant select (id, at, account_id, actor_name, actor_email, key_id, key_name, action, subject_type, subject_id, reason, detail, request_id)
  on audit_events to network_staff;
grant execute on function audit(text, text, text, jsonb, text) to network_public, network_funder, network_coach, network_provider, network_staff;
grant execute on function audit_first_broken(), audit_count() to network_staff;

-- What writes itself down ----------------------------------------------------------------------------------------------

-- One event for each statement that changed anything. Arguments: the action, the subject's type, the column of its id, the
-- columns that are told of a single row, the rows meant, and what the detail says besides.
create function audit_rows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  changed text := format('(%s) changed where %s', case tg_op
    when 'INSERT' then 'select * from rows_after'
    when 'DELETE' then 'select * from rows_before'
    else 'select * from rows_after except select * from rows_before' end, tg_argv[4]);
  rows bigint;
  ids text[];
  detail jsonb;
begin
  execute format('select count(*), (array_agg(distinct %I::text))[1:50] from %s', tg_argv[2], changed) into rows, ids;
  if rows = 0 then
    return null;
  elsif rows = 1 then
    execute format('select to_jsonb(told) from (select %s from %s) told', tg_argv[3], changed) into detail;
  else
    detail := jsonb_build_object('count', rows, 'ids', to_jsonb(ids));
  end if;
  perform audit(tg_argv[0], tg_argv[1], case when cardinality(ids) = 1 then ids[1] else '*' end, detail || tg_argv[5]::jsonb);
  return null;
end $$;

create trigger memberships_audit_given after insert on memberships referencing new table as rows_after
  for each statement execute function audit_rows('role.given', 'person', 'user_id', 'role, positions, provider_id, coach_id', 'true', '{}');
create trigger memberships_audit_changed after update on memberships referencing old table as rows_before new table as rows_after
  for each statement execute function audit_rows('role.given', 'person', 'user_id', 'role, positions, provider_id, coach_id', 'true', '{"again": true}');
create trigger memberships_audit_taken after delete on memberships referencing old table as rows_before
  for each statement execute function audit_rows('role.taken', 'person', 'user_id', 'role, positions, provider_id, coach_id', 'true', '{}');

create trigger providers_audit_added after insert on providers referencing new table as rows_after
  for each statement execute function audit_rows('organisation.added', 'organisation', 'id', 'name, kind, website', 'true', '{}');
create trigger providers_audit_changed after update on providers referencing old table as rows_before new table as rows_after
  for each statement execute function audit_rows('organisation.changed', 'organisation', 'id', 'name, kind, website', 'true', '{}');
create trigger providers_audit_removed after delete on providers referencing old table as rows_before
  for each statement execute function audit_rows('organisation.removed', 'organisation', 'id', 'name, kind, website', 'true', '{}');

create trigger tag_events_audit_added after insert on tag_events referencing new table as rows_after
  for each statement execute function audit_rows('tag.added', 'request', 'request_id', 'topic_code, stage, author', 'action = ''added''', '{}');
create trigger tag_events_audit_removed after insert on tag_events referencing new table as rows_after
  for each statement execute function audit_rows('tag.removed', 'request', 'request_id', 'topic_code, stage, author', 'action = ''removed''', '{}');

create trigger engagements_audit_made after insert on engagements referencing new table as rows_after
  for each statement execute function audit_rows('match.made', 'engagement', 'id', 'request_id, matched_at', 'true', '{}');
create trigger engagements_audit_changed after update on engagements referencing old table as rows_before new table as rows_after
  for each statement execute function audit_rows('match.changed', 'engagement', 'id', 'request_id, matched_at, closed_at, close_reason', 'true', '{}');
create trigger engagements_audit_removed after delete on engagements referencing old table as rows_before
  for each statement execute function audit_rows('match.removed', 'engagement', 'id', 'request_id, matched_at', 'true', '{}');
create trigger engagement_coaches_audit_added after insert on engagement_coaches referencing new table as rows_after
  for each statement execute function audit_rows('match.changed', 'engagement', 'engagement_id', 'coach_id, position', 'true', '{"coaches": "added"}');
create trigger engagement_coaches_audit_changed after update on engagement_coaches referencing old table as rows_before new table as rows_after
  for each statement execute function audit_rows('match.changed', 'engagement', 'engagement_id', 'coach_id, position', 'true', '{"coaches": "changed"}');
create trigger engagement_coaches_audit_removed after delete on engagement_coaches referencing old table as rows_before
  for each statement execute function audit_rows('match.changed', 'engagement', 'engagement_id', 'coach_id, position', 'true', '{"coaches": "removed"}');
