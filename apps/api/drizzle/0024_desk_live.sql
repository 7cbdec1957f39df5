-- Why:   who works at the desk saw what others did only on loading it anew.
-- Locks: brief, exclusive on each table named below as its triggers are made.
-- Undo:  drop function desk_changed cascade;

-- Says on the channel "desk" which requests a statement touched: their ids, or '*' where there are many. It is heard when the transaction commits.
-- Argument: the id of a changed row's request, as an expression over "changed".
create function desk_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare ids text[];
begin
  execute format('select array_agg(distinct id) from (select %s as id from (select * from rows_changed limit 51) changed) touched where id is not null', tg_argv[0]) into ids;
  if cardinality(ids) > 10 then
    perform pg_notify('desk', '*');
  else
    perform pg_notify('desk', id) from unnest(ids) as id;
  end if;
  return null;
end $$;

do $$
declare watched record; done text;
begin
  for watched in select * from (values
    ('requests', 'changed.id'),
    ('request_care', 'changed.request_id'),
    ('request_merges', 'changed.kept_id'),
    ('desk_events', 'changed.request_id'),
    ('tag_events', 'changed.request_id'),
    ('leader_asks', 'changed.request_id'),
    ('offers', 'changed.request_id'),
    ('offer_coaches', '(select o.request_id from offers o where o.id = changed.offer_id)'),
    ('engagements', 'changed.request_id'),
    ('planned_calls', '(select e.request_id from engagements e where e.id = changed.engagement_id)'),
    ('sessions', '(select e.request_id from engagements e where e.id = changed.engagement_id)'),
    ('ratings', '(select e.request_id from sessions s join engagements e on e.id = s.engagement_id where s.id = changed.session_id)'),
    ('referrals', 'changed.request_id'),
    ('referral_cases', 'changed.request_id')
  ) as t (name, request) loop
    foreach done in array array['insert', 'update', 'delete'] loop
      execute format('create trigger %I after %s on %I referencing %s table as rows_changed for each statement execute function desk_changed(%L)',
        watched.name || '_desk_' || done, done, watched.name, case done when 'delete' then 'old' else 'new' end, watched.request);
    end loop;
  end loop;
end $$;
