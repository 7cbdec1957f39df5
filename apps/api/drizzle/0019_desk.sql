-- Why:   nobody could see whose turn it is: a request had no owner, and nothing had a clock.
-- Locks: none; the tables are new.
-- Undo:  drop trigger requests_get_an_owner on requests; drop function requests_get_an_owner, care_for, request_owners; drop table request_care.

-- Who looks after a request, until it has ended. Null = nobody is there to.
create table request_care (
  request_id text primary key references requests (id) on delete cascade,
  owner_id text references auth.users (id) on delete set null,
  since timestamptz not null default now()
);
create index request_care_owner_id_idx on request_care (owner_id);

alter table request_care enable row level security;
alter table request_care force row level security;
create policy owner_everything on request_care to current_user using (true) with check (true);
create policy staff_read on request_care for select to network_staff using (true);
create policy staff_take_on on request_care for insert to network_staff with check (true);
create policy staff_hand_over on request_care for update to network_staff using (true) with check (true);
grant select, insert (request_id, owner_id), update (owner_id, since) on request_care to network_staff;

-- Gives an owner to each of the requests (null = of all that nobody has been matched with) that has none, or whose owner is no concierge
-- any more: to the concierge with the fewest open ones, in turn. Without a concierge they stay nobody's. Says how many were given one.
create function care_for(requests_without text[]) returns integer
language sql volatile security definer set search_path = public, pg_temp as $$
  with concierges as (
    select m.user_id, count(*) over () as all_of_them,
      row_number() over (order by (
        select count(*) from request_care c join requests r on r.id = c.request_id
        where c.owner_id = m.user_id and r.withdrawn_at is null and not exists (select from engagements e where e.request_id = r.id)
      ), m.user_id) - 1 as place
    from memberships m join auth.users u on u.id = m.user_id
    where m.role = 'staff' and 'concierge' = any (m.positions) and u.disabled_at is null
  ),
  without as (
    select r.id, row_number() over (order by r.submitted_at, r.id) - 1 as place
    from requests r left join request_care c on c.request_id = r.id
    where (r.id = any (requests_without) or (requests_without is null and r.withdrawn_at is null
        and not exists (select from engagements e where e.request_id = r.id and e.closed_at is not null)))
      and (c.owner_id is null or not exists (select from concierges where user_id = c.owner_id))
  ),
  given as (
    insert into request_care (request_id, owner_id)
    select w.id, c.user_id from without w left join concierges c on c.place = w.place % c.all_of_them
    on conflict (request_id) do update set owner_id = excluded.owner_id, since = now()
      where request_care.owner_id is distinct from excluded.owner_id
    returning owner_id
  )
  select count(owner_id)::integer from given
$$;
revoke execute on function care_for from public;
grant execute on function care_for to network_staff, network_server;

create function requests_get_an_owner() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform care_for(array(select id from rows_after));
  return null;
end $$;
revoke execute on function requests_get_an_owner from public;
create trigger requests_get_an_owner after insert on requests referencing new table as rows_after
  for each statement execute function requests_get_an_owner();

-- Whom an answer about a request reaches. The holder of a link learns it of their own request alone.
create function request_owners(ids text[]) returns table (request_id text, owner_id text, name text, email text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.request_id, u.id, u.name, u.email from request_care c join auth.users u on u.id = c.owner_id
  where c.request_id = any (ids) and (current_setting('role') <> 'network_link' or c.request_id = viewer_link('request'))
$$;
revoke execute on function request_owners from public;
grant execute on function request_owners to network_link, network_intake, network_coach, network_provider, network_staff, network_server;
