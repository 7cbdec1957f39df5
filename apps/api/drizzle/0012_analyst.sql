-- Why:   what people keep beside the figures: views they come back to, marks on the time axis, and thresholds that write to them.
-- Locks: none; the tables are new. mails' check of kinds is made anew, which reads the table once.
-- Undo:  drop table alerts, annotations, saved_views; put back mails_kind_check of 0011.

-- A page with everything in its address, under a name.
create table saved_views (
  id uuid primary key,
  user_id text not null references auth.users (id) on delete cascade,
  owner_name text not null check (owner_name <> ''),
  name text not null check (name <> '' and length(name) <= 80),
  -- Where it leads within the dashboard: nothing that could lead out of it.
  path text not null check (path ~ '^/[a-z][a-zA-Z0-9/-]*$' and length(path) <= 120),
  search text not null default '' check (search !~ '[[:cntrl:]#?]' and length(search) <= 2000),
  -- Roles in the network whose people see it as well; staff alone share.
  shared_with text[] not null default '{}' check (shared_with <@ array['staff', 'coach', 'provider', 'funder', 'steward']),
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  constraint saved_views_one_name unique (user_id, name)
);
create index saved_views_shared_with_idx on saved_views using gin (shared_with);

alter table saved_views enable row level security;
create policy owner_reads on saved_views for select to network_funder, network_coach, network_provider, network_staff
  using (user_id = viewer_account_id());
create policy staff_read_shared on saved_views for select to network_staff using ('staff' = any (shared_with));
create policy leads_read_shared on saved_views for select to network_provider using (shared_with && array['provider', 'coach']);
create policy coaches_read_shared on saved_views for select to network_coach using ('coach' = any (shared_with));
create policy funders_read_shared on saved_views for select to network_funder using (shared_with && array['funder', 'steward']);
create policy owner_keeps on saved_views for insert to network_funder, network_coach, network_provider
  with check (user_id = viewer_account_id() and shared_with = '{}');
create policy staff_keep on saved_views for insert to network_staff with check (user_id = viewer_account_id());
create policy owner_changes on saved_views for update to network_funder, network_coach, network_provider
  using (user_id = viewer_account_id()) with check (user_id = viewer_account_id() and shared_with = '{}');
create policy staff_change on saved_views for update to network_staff
  using (user_id = viewer_account_id()) with check (user_id = viewer_account_id());
create policy owner_removes on saved_views for delete to network_funder, network_coach, network_provider, network_staff
  using (user_id = viewer_account_id());
grant select, insert, update (name, path, search, shared_with, changed_at), delete on saved_views
  to network_funder, network_coach, network_provider, network_staff;

create trigger saved_views_audit_kept after insert on saved_views referencing new table as rows_after
  for each statement execute function audit_rows('view.saved', 'view', 'id', 'name, path, search, shared_with', 'true', '{}');
create trigger saved_views_audit_changed after update on saved_views referencing old table as rows_before new table as rows_after
  for each statement execute function audit_rows('view.changed', 'view', 'id', 'name, path, search, shared_with', 'true', '{}');
create trigger saved_views_audit_removed after delete on saved_views referencing old table as rows_before
  for each statement execute function audit_rows('view.removed', 'view', 'id', 'name, path, search, shared_with', 'true', '{}');

-- What happened in the world on a day, for whoever reads a curve.
create table annotations (
  id uuid primary key,
  on_day date not null,
  -- The last day, of what took longer.
  until_day date,
  text text not null check (text <> '' and length(text) <= 120),
  -- Of one topic or domain only; null = of everything.
  topic_code text references topics (code),
  author_name text not null check (author_name <> ''),
  created_at timestamptz not null default now(),
  constraint annotations_days_in_order check (until_day > on_day)
);
create index annotations_on_day_idx on annotations (on_day, id);

alter table annotations enable row level security;
create policy everyone_reads on annotations for select to network_funder, network_coach, network_provider, network_staff using (true);
create policy staff_add on annotations for insert to network_staff with check (true);
create policy staff_change on annotations for update to network_staff using (true) with check (true);
create policy staff_remove on annotations for delete to network_staff using (true);
grant select on annotations to network_funder, network_coach, network_provider, network_staff;
grant insert, update (on_day, until_day, text, topic_code), delete on annotations to network_staff;

create trigger annotations_audit_added after insert on annotations referencing new table as rows_after
  for each statement execute function audit_rows('annotation.added', 'annotation', 'id', 'on_day, until_day, text, topic_code', 'true', '{}');
create trigger annotations_audit_changed after update on annotations referencing old table as rows_before new table as rows_after
  for each statement execute function audit_rows('annotation.changed', 'annotation', 'id', 'on_day, until_day, text, topic_code', 'true', '{}');
create trigger annotations_audit_removed after delete on annotations referencing old table as rows_before
  for each statement execute function audit_rows('annotation.removed', 'annotation', 'id', 'on_day, until_day, text, topic_code', 'true', '{}');

-- A threshold that writes to who asked for it when a figure crosses it.
create table alerts (
  id uuid primary key,
  user_id text not null references auth.users (id) on delete cascade,
  kind text not null check (kind in ('oldest_unmatched', 'session_rating', 'response_rate', 'topic_growth', 'coverage')),
  -- Days, points, a share or a ratio, as the kind has it.
  threshold double precision not null check (threshold > 0 and threshold < 1000),
  -- The part of the network it watches, as pages have it in their addresses.
  scope jsonb not null default '{}' check (jsonb_typeof(scope) = 'object'),
  created_at timestamptz not null default now(),
  -- What the last look found. Mail goes out when it begins to hold, not as long as it does.
  looked_at timestamptz,
  holds boolean not null default false,
  held_since timestamptz,
  -- The figure as a sentence.
  found text,
  constraint alerts_since_when_it_holds check (holds = (held_since is not null))
);
create index alerts_user_id_idx on alerts (user_id);

alter table alerts enable row level security;
create policy owner_reads on alerts for select to network_staff using (user_id = viewer_account_id());
create policy owner_asks on alerts for insert to network_staff
  with check (user_id = viewer_account_id() and looked_at is null and not holds and found is null);
create policy owner_removes on alerts for delete to network_staff using (user_id = viewer_account_id());
create policy server_reads on alerts for select to network_server using (true);
create policy server_looks on alerts for update to network_server using (true) with check (true);
grant select, insert, delete on alerts to network_staff;
grant select, update (looked_at, holds, held_since, found) on alerts to network_server;

create trigger alerts_audit_asked after insert on alerts referencing new table as rows_after
  for each statement execute function audit_rows('alert.asked', 'alert', 'id', 'kind, threshold, scope', 'true', '{}');
create trigger alerts_audit_removed after delete on alerts referencing old table as rows_before
  for each statement execute function audit_rows('alert.removed', 'alert', 'id', 'kind, threshold, scope', 'true', '{}');

-- The owner, as whom the command line works, is held by policies like everybody else, and has one that lets it do everything.
do $$
declare own_table text;
begin
  foreach own_table in array array['saved_views', 'annotations', 'alerts'] loop
    execute format('alter table %I force row level security', own_table);
    execute format('create policy owner_everything on %I to current_user using (true) with check (true)', own_table);
  end loop;
end $$;

alter table mails drop constraint mails_kind_check;
alter table mails add constraint mails_kind_check
  check (kind in ('invitation', 'password_reset', 'magic_link', 'password_changed', 'key_made', 'learning_call', 'alert'));
