-- Why:   capacity was told in hours of coaches alone; districts coach with teams of their own teachers, and days are what they count.
-- Locks: none; the tables are new.
-- Undo:  drop table capacity_uses, capacity_offers; revoke select (minutes) on sessions from network_statistics.

-- Coaching days that a system's own people offer. What organisations offer follows from their coaches' hours.
create table capacity_offers (
  id uuid primary key,
  system_id text not null references systems (id),
  model text not null check (model in ('plus_team', 'peer')),
  schools integer not null check (schools between 1 and 5000),
  -- Teachers who coach, and the teachers whom they coach.
  people integer not null check (people between 1 and 100000),
  teachers integer check (teachers > 0),
  days_per_month double precision not null check (days_per_month >= 0 and days_per_month <= people * 31),
  active_from date not null,
  active_to date,
  stated_by_name text not null check (stated_by_name <> ''),
  stated_at timestamptz not null,
  constraint capacity_offers_in_order check (active_to > active_from),
  constraint capacity_offers_eight_a_school check (model <> 'plus_team' or people <= 8 * schools)
);
create index capacity_offers_system_id_idx on capacity_offers (system_id);

-- How many of them were used, as the system reports it.
create table capacity_uses (
  offer_id uuid not null references capacity_offers (id) on delete cascade,
  month date not null check (extract(day from month) = 1),
  days double precision not null check (days >= 0 and days <= 1000000),
  reported_by_name text not null check (reported_by_name <> ''),
  reported_at timestamptz not null,
  primary key (offer_id, month)
);

do $$
declare new_table text;
begin
  foreach new_table in array array['capacity_offers', 'capacity_uses'] loop
    execute format('alter table %I enable row level security', new_table);
    execute format('alter table %I force row level security', new_table);
    execute format('create policy owner_everything on %I to current_user using (true) with check (true)', new_table);
    execute format('create policy staff_read on %I for select to network_staff using (true)', new_table);
    execute format('create policy staff_add on %I for insert to network_staff with check (true)', new_table);
    execute format('create policy staff_change on %I for update to network_staff using (true) with check (true)', new_table);
  end loop;
end $$;
grant select, insert, update (schools, people, teachers, days_per_month, active_from, active_to, stated_by_name, stated_at) on capacity_offers to network_staff;
grant select, insert, update (days, reported_by_name, reported_at) on capacity_uses to network_staff;

create trigger capacity_offers_audit_added after insert on capacity_offers referencing new table as rows_after
  for each statement execute function audit_rows('capacity.stated', 'capacity', 'id', 'system_id, model, schools, people, teachers, days_per_month, active_from, active_to', 'true', '{}');
create trigger capacity_offers_audit_changed after update on capacity_offers referencing old table as rows_before new table as rows_after
  for each statement execute function audit_rows('capacity.changed', 'capacity', 'id', 'schools, people, teachers, days_per_month, active_from, active_to', 'true', '{}');
create trigger capacity_uses_audit_reported after insert on capacity_uses referencing new table as rows_after
  for each statement execute function audit_rows('capacity.reported', 'capacity', 'offer_id', 'month, days', 'true', '{}');
create trigger capacity_uses_audit_changed after update on capacity_uses referencing old table as rows_before new table as rows_after
  for each statement execute function audit_rows('capacity.reported', 'capacity', 'offer_id', 'month, days', 'true', '{}');

-- An organisation's lead sees its coaching days as figures, which count guests' hours too.
grant select (minutes) on sessions to network_statistics;
