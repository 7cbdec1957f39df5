-- Why:   staff make the framework's next version themselves: topics are added, renamed, divided, merged and retired in a draft, and
--        publishing it says history anew where that can be done without guessing, with a line for everything that was.
-- Locks: brief, exclusive on topics, framework_versions and framework_version_topics, which hold some 70 rows each. The others are new.
-- Undo:  drop function publish_framework, retag_subject, listed_topics, topic_heirs; drop table tag_suggestions, topic_reexpressions,
--        framework_changes; drop the columns that are added here. Versions after the first, and what they said anew, stay.

-- How a topic stands -----------------------------------------------------------------------------------------------------

alter table topics
  -- Divided and retired ones keep the history that is under them; merged ones have none, and their code means the topic they went into.
  add column standing text not null default 'current' check (standing in ('current', 'divided', 'retired', 'merged')),
  add column ended_in integer references framework_versions (id),
  add constraint topics_end_in_a_version check ((standing = 'current') = (ended_in is null)),
  drop constraint topics_position_key,
  -- Topics change places within one statement.
  add constraint topics_position_key unique (position) deferrable initially immediate;

-- Null = the one the repository ships.
alter table framework_versions add column published_by_name text check (published_by_name <> '');

-- A version as it was, whatever became of its topics.
alter table framework_version_topics add column label text, add column definition text, add column domain_code text, add column position integer;
update framework_version_topics v set label = t.label, definition = t.definition, domain_code = t.domain_code, position = t.position
  from topics t where t.code = v.topic_code;
alter table framework_version_topics alter column label set not null, alter column definition set not null, alter column position set not null;

-- What a code means today: itself, or for a merged one the topic that it went into in the end.
create function topic_heirs() returns table (code text, heir text) language sql stable set search_path = public, pg_temp as $$
  with recursive heirs as (
    select t.code, t.code as heir from topics t
    union all
    select h.code, w.to_topic_code from heirs h
      join topics t on t.code = h.heir and t.standing = 'merged'
      join framework_crosswalk w on w.from_topic_code = t.code and w.to_version_id = t.ended_in
  )
  select h.code, h.heir from heirs h join topics t on t.code = h.heir where t.standing <> 'merged'
$$;

-- The codes that lists show: all but merged ones, and but those divided or retired under which nothing is left. Whether anything is
-- left is told to staff alone, who see all rows; everybody else sees the code either way.
create function listed_topics() returns setof text language sql stable security definer set search_path = public, pg_temp as $$
  select t.code from topics t
  where t.standing = 'current' or t.standing <> 'merged' and (
    current_setting('role') <> 'network_staff'
    or exists (select from request_topics r where r.topic_code = t.code)
    or exists (select from session_topics s where s.topic_code = t.code)
    or exists (select from coach_topics c where c.topic_code = t.code)
    or exists (select from resource_topics r where r.topic_code = t.code))
$$;
grant execute on function topic_heirs(), listed_topics()
  to network_public, network_funder, network_coach, network_provider, network_staff, network_server;

-- The draft, and what was published of it -----------------------------------------------------------------------------------

create table framework_changes (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity,
  kind text not null check (kind in ('add', 'rename', 'split', 'merge', 'retire')),
  -- The topics of the version before that it is about.
  topics text[] not null default '{}',
  -- The topics that it makes: code, domain, label, definition.
  new_topics jsonb not null default '[]' check (jsonb_typeof(new_topics) = 'array'),
  -- What they are merged into, where that is there already.
  into_code text references topics (code),
  -- What it is called from now on; null = as it is.
  label text check (label <> ''),
  definition text check (definition <> ''),
  author_id text not null,
  author_name text not null check (author_name <> ''),
  at timestamptz not null,
  -- Null = in the draft.
  version_id integer references framework_versions (id),
  constraint framework_changes_make_what_they_should check (case kind
    when 'add' then cardinality(topics) = 0 and jsonb_array_length(new_topics) = 1
    when 'rename' then cardinality(topics) = 1 and jsonb_array_length(new_topics) = 0 and (label is not null or definition is not null)
    when 'split' then cardinality(topics) = 1 and jsonb_array_length(new_topics) >= 2
    when 'merge' then cardinality(topics) >= 1 and jsonb_array_length(new_topics) = case when into_code is null then 1 else 0 end
    else cardinality(topics) = 1 and jsonb_array_length(new_topics) = 0 end)
);
create index framework_changes_version_idx on framework_changes (version_id, number);

-- Every row that stands under another code than it did, with what it was.
create table topic_reexpressions (
  id bigint generated always as identity primary key,
  version_id integer not null references framework_versions (id),
  subject_kind text not null check (subject_kind in ('request', 'session', 'coach', 'resource', 'annotation')),
  subject_id text not null,
  from_topic_code text not null references topics (code),
  to_topic_code text not null references topics (code),
  -- Whether it stood under the second as well, and so under one topic less now.
  already boolean not null,
  -- By the crosswalk, or by somebody who said what a divided topic meant here.
  by text not null check (by in ('crosswalk', 'person')),
  by_name text not null,
  at timestamptz not null
);
create index topic_reexpressions_subject_idx on topic_reexpressions (subject_kind, subject_id);

-- What a method proposed for a request, before anybody tagged it.
create table tag_suggestions (
  request_id text not null references requests (id) on delete cascade,
  topic_code text not null references topics (code),
  -- 1 = the first that was shown.
  rank smallint not null check (rank >= 1),
  -- What the method took its own chance of being right for.
  confidence double precision check (confidence between 0 and 1),
  method text not null check (method <> ''),
  at timestamptz not null,
  primary key (request_id, method, topic_code),
  unique (request_id, method, rank)
);

do $$
declare own_table text;
begin
  foreach own_table in array array['framework_changes', 'topic_reexpressions', 'tag_suggestions'] loop
    execute format('alter table %I enable row level security', own_table);
    execute format('alter table %I force row level security', own_table);
    execute format('create policy owner_everything on %I to current_user using (true) with check (true)', own_table);
    execute format('create policy staff_read on %I for select to network_staff using (true)', own_table);
    execute format('grant select on %I to network_staff', own_table);
  end loop;
end $$;
create policy staff_draft on framework_changes for insert to network_staff with check (author_id = viewer_account_id() and version_id is null);
create policy staff_take_back on framework_changes for delete to network_staff using (version_id is null);
grant insert, delete on framework_changes to network_staff;
create policy staff_add on tag_suggestions for insert to network_staff with check (true);
grant insert on tag_suggestions to network_staff;

create trigger framework_changes_audit_drafted after insert on framework_changes referencing new table as rows_after
  for each statement execute function audit_rows('framework.drafted', 'framework_change', 'id', 'kind, topics, new_topics, into_code, label, definition', 'true', '{}');
create trigger framework_changes_audit_taken_back after delete on framework_changes referencing old table as rows_before
  for each statement execute function audit_rows('framework.taken_back', 'framework_change', 'id', 'kind, topics, new_topics, into_code, label, definition', 'true', '{}');

-- Publishing --------------------------------------------------------------------------------------------------------------

-- Makes the draft the next version, all of it or nothing. The caller has checked the draft; what tables forbid fails here.
-- Gives the version's number.
create function publish_framework(version_label text, published_at timestamptz) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  version integer;
  by_name text;
  change framework_changes;
  made jsonb;
  place bigint;
  counts jsonb;
begin
  if not viewer_is_admin() then
    raise exception 'Only an admin publishes the framework.' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(7305007);
  if not exists (select from framework_changes where version_id is null) then
    raise exception 'The draft is empty.' using errcode = 'check_violation';
  end if;
  select max(id) + 1 into version from framework_versions;
  select name into by_name from auth.users where id = viewer_account_id();
  insert into framework_versions (id, label, published_at, published_by_name)
    values (version, version_label, publish_framework.published_at, coalesce(by_name, 'An admin'));

  -- Room between any two.
  update topics set position = position * 1000;
  for change in select * from framework_changes where version_id is null order by number loop
    for made, place in select * from jsonb_array_elements(change.new_topics) with ordinality loop
      insert into topics (code, kind, label, definition, domain_code, position)
      select made ->> 'code', 'topic', made ->> 'label', made ->> 'definition', made ->> 'domain', case
        -- Parts come after the whole, whatever else is new at the end of the domain.
        when change.kind = 'split' and whole.domain_code = made ->> 'domain' then whole.position + place
        else (select greatest(max(position) + 1, max(position) / 1000 * 1000 + 500) from topics where made ->> 'domain' in (code, domain_code)) end
      from (select 1) one left join topics whole on whole.code = change.topics[1];
    end loop;
    if change.kind = 'rename' then
      update topics set label = coalesce(change.label, label), definition = coalesce(change.definition, definition) where code = change.topics[1];
    elsif change.kind <> 'add' then
      -- Labels of topics that only history has say so wherever they are read; the version before keeps the label alone.
      update topics set ended_in = version,
        standing = case change.kind when 'split' then 'divided' when 'merge' then 'merged' else 'retired' end,
        label = label || case change.kind when 'split' then ' (divided in version ' || version || ')' when 'retire' then ' (retired in version ' || version || ')' else '' end
      where code = any (change.topics) and standing = 'current' and kind = 'topic';
    end if;
    insert into framework_crosswalk (from_version_id, to_version_id, from_topic_code, to_topic_code)
    select version - 1, version, old.code, new.code
    from unnest(change.topics) as old (code), (
      select change.into_code as code where change.into_code is not null
      union select value ->> 'code' from jsonb_array_elements(change.new_topics)
      union select change.topics[1] where change.kind = 'rename'
    ) new;
  end loop;
  update topics t set position = ranked.position
    from (select code, row_number() over (order by topics.position) - 1 as position from topics) ranked where ranked.code = t.code;
  insert into framework_version_topics (version_id, topic_code, label, definition, domain_code, position)
    select version, code, label, definition, domain_code, position from topics where standing = 'current';

  -- History: what was merged is said anew. What was divided waits for somebody who knows; what was retired stays.
  insert into topic_reexpressions (version_id, subject_kind, subject_id, from_topic_code, to_topic_code, already, by, by_name, at)
  with moves as (
    select w.from_topic_code as old, w.to_topic_code as new from framework_crosswalk w join topics t on t.code = w.from_topic_code
    where w.to_version_id = version and t.standing = 'merged'
  ),
  standing (kind, id, code) as (
    select 'request', request_id, topic_code from request_topics union all
    select 'session', session_id, topic_code from session_topics union all
    select 'coach', coach_id, topic_code from coach_topics union all
    select 'resource', resource_id, topic_code from resource_topics union all
    select 'annotation', id::text, topic_code from annotations where topic_code is not null
  )
  select version, s.kind, s.id, m.old, m.new,
    exists (select from standing other where other.kind = s.kind and other.id = s.id and other.code = m.new),
    'crosswalk', 'framework version ' || version, publish_framework.published_at
  from moves m join standing s on s.code = m.old
  order by s.kind, s.id, m.old;

  insert into tag_events (request_id, topic_code, action, stage, author, at)
  select request_id, code, action, 'tagged', 'framework version ' || version, publish_framework.published_at from (
    select subject_id as request_id, from_topic_code as code, 'removed' as action from topic_reexpressions where version_id = version and subject_kind = 'request'
    union
    select subject_id, to_topic_code, 'added' from topic_reexpressions where version_id = version and subject_kind = 'request' and not already
  ) events order by request_id, action desc, code;
  insert into session_topics select distinct subject_id, to_topic_code from topic_reexpressions where version_id = version and subject_kind = 'session' on conflict do nothing;
  insert into coach_topics select distinct subject_id, to_topic_code from topic_reexpressions where version_id = version and subject_kind = 'coach' on conflict do nothing;
  insert into resource_topics select distinct subject_id, to_topic_code from topic_reexpressions where version_id = version and subject_kind = 'resource' on conflict do nothing;
  delete from session_topics using topics t where t.code = topic_code and t.ended_in = version and t.standing = 'merged';
  delete from coach_topics using topics t where t.code = topic_code and t.ended_in = version and t.standing = 'merged';
  delete from resource_topics using topics t where t.code = topic_code and t.ended_in = version and t.standing = 'merged';
  update annotations a set topic_code = r.to_topic_code from topic_reexpressions r
    where r.version_id = version and r.subject_kind = 'annotation' and r.subject_id = a.id::text and r.from_topic_code = a.topic_code;

  select coalesce(jsonb_object_agg(subject_kind, count), '{}') into counts from (
    select subject_kind, count(distinct subject_id) from topic_reexpressions where version_id = version group by 1) said;
  perform audit('framework.published', 'framework_version', version::text, jsonb_build_object('label', version_label,
    'changes', (select count(*) from framework_changes where version_id is null), 'said_anew', counts));
  update framework_changes set version_id = version where version_id is null;
  return version;
end $$;

-- Says which of the given topics a row means that stands under a divided one. The caller has checked which may be given.
create function retag_subject(kind text, id text, divided text, codes text[], said_at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  version integer;
  by_name text;
  held text[];
begin
  if current_setting('role') <> 'network_staff' or viewer_account_id() is null then
    raise exception 'Only staff say what a divided topic meant.' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(7305007);
  select ended_in into strict version from topics t where t.code = divided and t.standing = 'divided';
  if cardinality(codes) = 0 or exists (select from unnest(codes) given (code) left join topics t on t.code = given.code
      where t.standing is distinct from 'current' or t.kind = 'domain') then
    raise exception 'A row is given topics of the framework as it is.' using errcode = 'check_violation';
  end if;
  held := case retag_subject.kind
    when 'request' then array(select topic_code from request_topics where request_id = retag_subject.id)
    when 'session' then array(select topic_code from session_topics where session_id = retag_subject.id)
    when 'coach' then array(select topic_code from coach_topics where coach_id = retag_subject.id)
    when 'resource' then array(select topic_code from resource_topics where resource_id = retag_subject.id) end;
  if held is null or not divided = any (held) then
    raise exception 'It does not stand under this topic.' using errcode = 'no_data_found';
  end if;
  select name into by_name from auth.users u where u.id = viewer_account_id();
  insert into topic_reexpressions (version_id, subject_kind, subject_id, from_topic_code, to_topic_code, already, by, by_name, at)
    select version, retag_subject.kind, retag_subject.id, divided, code, code = any (held), 'person', coalesce(by_name, viewer_account_id()), said_at
    from unnest(codes) given (code);
  if retag_subject.kind = 'request' then
    insert into tag_events (request_id, topic_code, action, stage, author, at)
      select retag_subject.id, divided, 'removed', 'tagged', viewer_account_id(), said_at
      union all select retag_subject.id, code, 'added', 'tagged', viewer_account_id(), said_at from unnest(codes) given (code) where code <> all (held);
  elsif retag_subject.kind = 'session' then
    insert into session_topics select retag_subject.id, unnest(codes) on conflict do nothing;
    delete from session_topics where session_id = retag_subject.id and topic_code = divided;
  elsif retag_subject.kind = 'coach' then
    insert into coach_topics select retag_subject.id, unnest(codes) on conflict do nothing;
    delete from coach_topics where coach_id = retag_subject.id and topic_code = divided;
  else
    insert into resource_topics select retag_subject.id, unnest(codes) on conflict do nothing;
    delete from resource_topics where resource_id = retag_subject.id and topic_code = divided;
  end if;
  perform audit('framework.retagged', retag_subject.kind, retag_subject.id, jsonb_build_object('from', divided, 'to', to_jsonb(codes)));
end $$;
grant execute on function publish_framework(text, timestamptz), retag_subject(text, text, text, text[], timestamptz) to network_staff;
