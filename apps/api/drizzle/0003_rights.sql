-- Why:   every operation runs as the role of its viewer, so that the database holds the trust rules whatever a resolver forgets.
-- Locks: brief, exclusive on each table as its row security is switched on.
-- Undo:  drop the policies, disable row level security, drop the five roles.

-- Roles belong to the whole server, so another database on it may have made them already.
do $$
declare viewer text;
begin
  foreach viewer in array array['network_public', 'network_funder', 'network_coach', 'network_provider', 'network_staff'] loop
    if not exists (select from pg_roles where rolname = viewer) then
      execute format('create role %I nologin nosuperuser nobypassrls', viewer);
    end if;
    execute format('grant %I to current_user', viewer);
    execute format('grant usage on schema public to %I', viewer);
  end loop;
end $$;

-- Who is looking, set for the transaction by the server.
create function viewer_coach_id() returns text language sql stable
  return nullif(current_setting('viewer.coach_id', true), '');
create function viewer_provider_id() returns text language sql stable
  return nullif(current_setting('viewer.provider_id', true), '');

-- The engagements a coach is on, or that any coach of a provider's is on. These read past row security on purpose:
-- policies that asked each other's tables would call each other without end.
create function viewer_engagement_ids() returns setof text language sql stable security definer set search_path = public as $$
  select engagement_id from engagement_coaches where coach_id = viewer_coach_id()
  union
  select sc.engagement_id from sessions sc join session_coaches g on g.session_id = sc.id where g.coach_id = viewer_coach_id()
  union
  select ec.engagement_id from engagement_coaches ec join coaches c on c.id = ec.coach_id where c.provider_id = viewer_provider_id()
$$;
create function viewer_request_ids() returns setof text language sql stable security definer set search_path = public as $$
  select request_id from engagements where id in (select viewer_engagement_ids())
$$;
create function viewer_system_ids() returns setof text language sql stable security definer set search_path = public as $$
  select system_id from requests where id in (select viewer_request_ids())
$$;
create function viewer_session_ids() returns setof text language sql stable security definer set search_path = public as $$
  select id from sessions where engagement_id in (select viewer_engagement_ids())
$$;

-- Open to all: the framework, places, the names of organisations, the hub's resources.
do $$
declare open_table text;
begin
  foreach open_table in array array['network_settings', 'topics', 'framework_versions', 'framework_version_topics',
    'framework_crosswalk', 'states', 'universe_counts', 'districts', 'providers', 'resources', 'resource_topics'] loop
    execute format('alter table %I enable row level security', open_table);
    execute format('create policy everyone_reads on %I for select using (true)', open_table);
    execute format('grant select on %I to network_public, network_funder, network_coach, network_provider, network_staff', open_table);
  end loop;
end $$;

-- Colleagues: who coaches, for whom, on what.
do $$
declare colleague_table text;
begin
  foreach colleague_table in array array['coaches', 'coach_topics', 'coach_states'] loop
    execute format('alter table %I enable row level security', colleague_table);
    execute format('create policy the_network_reads on %I for select to network_coach, network_provider, network_staff using (true)', colleague_table);
    execute format('grant select on %I to network_coach, network_provider, network_staff', colleague_table);
  end loop;
end $$;

-- The rows of the work itself: staff all of it; coaches and providers what their engagements touch.
do $$
declare owned record;
begin
  for owned in select * from (values
    ('systems', 'id', 'viewer_system_ids'),
    ('requests', 'id', 'viewer_request_ids'),
    ('leaders', 'system_id', 'viewer_system_ids'),
    ('tag_events', 'request_id', 'viewer_request_ids'),
    ('request_topics', 'request_id', 'viewer_request_ids'),
    ('engagements', 'id', 'viewer_engagement_ids'),
    ('engagement_coaches', 'engagement_id', 'viewer_engagement_ids'),
    ('sessions', 'id', 'viewer_session_ids'),
    ('session_coaches', 'session_id', 'viewer_session_ids'),
    ('session_topics', 'session_id', 'viewer_session_ids'),
    ('ratings', 'session_id', 'viewer_session_ids'),
    ('referrals', 'request_id', 'viewer_request_ids')
  ) as t (name, key, ids) loop
    execute format('alter table %I enable row level security', owned.name);
    execute format('create policy staff_read on %I for select to network_staff using (true)', owned.name);
    execute format('create policy engaged_read on %I for select to network_coach, network_provider using (%I in (select %I()))',
      owned.name, owned.key, owned.ids);
    execute format('grant select on %I to network_staff, network_coach, network_provider', owned.name);
  end loop;
end $$;

-- Leaders are reached by those who coach them: a leader of the same system who asked somebody else stays unseen.
drop policy engaged_read on leaders;
create policy engaged_read on leaders for select to network_coach, network_provider
  using (exists (select from requests r where r.leader_id = leaders.id));

-- Notes go no further than the engagement's coaches.
alter table session_notes enable row level security;
create policy engaged_coach_reads on session_notes for select to network_coach
  using (session_id in (select viewer_session_ids()));
grant select on session_notes to network_coach;

-- Nobody reads these through a viewer's role.
alter table app_secrets enable row level security;
alter table memberships enable row level security;
