-- Why:   the weekly learning call: what staff say differently of it, note and publish, and what organisations commit themselves to.
-- Locks: brief, exclusive on mails, as its kinds are checked anew; the other tables are new.
-- Undo:  drop table learning_mail_refusals, learning_editions, learning_commitments, learning_notes, learning_edits, learning_calls;
--        delete from mails where kind = 'learning_call'; put the check mails_kind_check of 0005 back.

-- Events that earlier migrations gave rise to are chained before the tables they wait in change.
set constraints all immediate;
set constraints all deferred;

-- A call is known by the Monday of its week.
create table learning_calls (
  week date primary key check (extract(isodow from week) = 1)
);

-- What staff made of a sentence of the pack: other words, or none.
create table learning_edits (
  week date not null references learning_calls (week) on delete cascade,
  sentence_id text not null check (length(sentence_id) between 1 and 255),
  -- Null = as it was made.
  text text check (length(text) between 1 and 1000),
  hidden boolean not null default false,
  -- How the sentence read when it was last touched.
  based_on text not null,
  edited_by text not null,
  edited_by_name text not null,
  edited_at timestamptz not null,
  primary key (week, sentence_id),
  constraint learning_edits_say_something check (hidden or text is not null)
);

create table learning_notes (
  id uuid primary key default gen_random_uuid(),
  week date not null references learning_calls (week) on delete cascade,
  text text not null check (length(text) between 1 and 2000),
  added_by text not null,
  added_by_name text not null,
  added_at timestamptz not null
);
create index learning_notes_week_idx on learning_notes (week, added_at);

create table learning_commitments (
  id uuid primary key default gen_random_uuid(),
  -- The call in which it was made.
  week date not null references learning_calls (week) on delete cascade,
  provider_id text not null references providers (id),
  -- Who of the organisation, by name; null = the organisation.
  who text check (length(who) between 1 and 200),
  what text not null check (length(what) between 1 and 500),
  due date not null,
  state text not null default 'open' check (state in ('open', 'kept', 'dropped')),
  settled_at timestamptz,
  settled_by_name text,
  added_by text not null,
  added_by_name text not null,
  added_at timestamptz not null,
  constraint learning_commitments_due_after_call check (due >= week),
  constraint learning_commitments_settled_when_settled check ((state = 'open') = (settled_at is null) and (settled_at is null) = (settled_by_name is null))
);
create index learning_commitments_week_idx on learning_commitments (week, added_at);
create index learning_commitments_open_idx on learning_commitments (due) where state = 'open';
create index learning_commitments_provider_idx on learning_commitments (provider_id);

-- What was sent, word for word. A later edition stands beside the earlier ones.
create table learning_editions (
  week date not null references learning_calls (week) on delete cascade,
  number integer not null check (number >= 1),
  -- The day as of which its protected figures are.
  as_of date not null,
  sentences jsonb not null check (jsonb_typeof(sentences) = 'array'),
  mailed integer not null default 0 check (mailed >= 0),
  published_by text not null,
  published_by_name text not null,
  published_at timestamptz not null,
  primary key (week, number)
);

-- Who would rather not be mailed the published calls.
create table learning_mail_refusals (
  user_id text primary key references auth.users (id) on delete cascade
);

-- Who may do what -------------------------------------------------------------------------------------------------------

do $$
declare own_table text;
begin
  foreach own_table in array array['learning_calls', 'learning_edits', 'learning_notes', 'learning_commitments', 'learning_editions', 'learning_mail_refusals'] loop
    execute format('alter table %I enable row level security', own_table);
    execute format('alter table %I force row level security', own_table);
    execute format('create policy owner_everything on %I to current_user using (true) with check (true)', own_table);
    if own_table <> 'learning_mail_refusals' then
      execute format('create policy staff_read on %I for select to network_staff using (true)', own_table);
      execute format('create policy staff_add on %I for insert to network_staff with check (true)', own_table);
      execute format('grant select, insert on %I to network_staff', own_table);
    end if;
  end loop;
end $$;

create policy colleagues_read on learning_calls for select to network_coach, network_provider using (true);
create policy leads_begin on learning_calls for insert to network_provider with check (viewer_provider_id() is not null);
grant select on learning_calls to network_coach, network_provider;
grant insert on learning_calls to network_provider;

create policy staff_change on learning_edits for update to network_staff using (true) with check (true);
create policy staff_remove on learning_edits for delete to network_staff using (true);
grant update (text, hidden, based_on, edited_by, edited_by_name, edited_at), delete on learning_edits to network_staff;

create policy staff_remove on learning_notes for delete to network_staff using (true);
grant delete on learning_notes to network_staff;

create policy staff_settle on learning_commitments for update to network_staff using (true) with check (true);
grant update (state, settled_at, settled_by_name) on learning_commitments to network_staff;
create policy colleagues_read on learning_commitments for select to network_coach, network_provider using (true);
grant select on learning_commitments to network_coach, network_provider;
-- A lead commits the own organisation, and no other.
create policy leads_commit on learning_commitments for insert to network_provider with check (provider_id = viewer_provider_id() and state = 'open');
grant insert on learning_commitments to network_provider;

create policy colleagues_read on learning_editions for select to network_coach, network_provider using (true);
grant select on learning_editions to network_coach, network_provider;

create policy own_read on learning_mail_refusals for select to network_coach, network_provider using (user_id = viewer_account_id());
create policy own_add on learning_mail_refusals for insert to network_coach, network_provider with check (user_id = viewer_account_id());
create policy own_remove on learning_mail_refusals for delete to network_coach, network_provider using (user_id = viewer_account_id());
create policy staff_read on learning_mail_refusals for select to network_staff using (true);
grant select, insert, delete on learning_mail_refusals to network_coach, network_provider;
grant select on learning_mail_refusals to network_staff;

alter table mails drop constraint mails_kind_check;
alter table mails add constraint mails_kind_check
  check (kind in ('invitation', 'password_reset', 'magic_link', 'password_changed', 'key_made', 'learning_call'));
