-- Why:   figures for those who may not see the rows are computed in a transaction of their own, under a role that reads just
--        the columns that figures are made of: no name of a system or leader, no e-mail, narrative, note or comment.
-- Locks: brief, exclusive on each table as a policy is added.
-- Undo:  drop the policies statistics_read; revoke all on all tables in schema public from network_statistics; drop the role.

do $$
begin
  if not exists (select from pg_roles where rolname = 'network_statistics') then
    create role network_statistics nologin nosuperuser nobypassrls;
  end if;
  execute 'grant network_statistics to current_user';
end $$;
grant usage on schema public to network_statistics;

do $$
declare counted record;
begin
  for counted in select * from (values
    ('network_settings', 'only_row, name, demo_loaded_at'),
    ('topics', 'code, kind, domain_code'),
    ('states', 'code, region'),
    ('providers', 'id, kind'),
    ('resources', 'id, provider_id, published_at, retired_at'),
    ('resource_topics', 'resource_id, topic_code'),
    ('coaches', 'id, provider_id, role, hours_per_month, active_from, active_to'),
    ('coach_topics', 'coach_id, topic_code'),
    ('coach_states', 'coach_id, state_code'),
    ('systems', 'id, state_code, locale, enrollment, schools, governance, title_i, poverty_band, enrollment_band'),
    ('requests', 'id, system_id, submitted_at, withdrawn_at'),
    ('request_topics', 'request_id, topic_code'),
    ('engagements', 'id, request_id, matched_at, closed_at, close_reason'),
    ('engagement_coaches', 'engagement_id, coach_id'),
    ('sessions', 'id, engagement_id, held_at, challenge_level'),
    ('session_coaches', 'session_id, coach_id'),
    ('session_topics', 'session_id, topic_code'),
    ('ratings', 'session_id, rated_at, rating, wants_more'),
    ('referrals', 'request_id, sent_at')
  ) as t (name, columns) loop
    execute format('create policy statistics_read on %I for select to network_statistics using (true)', counted.name);
    execute format('grant select (%s) on %I to network_statistics', counted.columns, counted.name);
  end loop;
end $$;
