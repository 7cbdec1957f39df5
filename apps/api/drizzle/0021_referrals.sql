-- Why:   what became of a request sent on was not followed: nobody was asked whether they agree, nobody answered, nobody looked again.
-- Locks: none on rows; policies are added to referrals. The tables are new.
-- Undo:  drop table referral_events, referral_cases; drop function referral_people; drop the policies staff_send, staff_settle, holder_... on referrals and revoke their grants.

-- A referral from draft to outcome. When it is sent it gets its row among the referrals, under the same id.
create table referral_cases (
  id uuid primary key,
  request_id text not null references requests (id) on delete cascade,
  destination text not null check (destination <> '' and length(destination) <= 200),
  -- One address, as in mails.
  destination_email text not null check (destination_email ~ '^[^\s@<>,;:"()\\]+@[^\s@<>,;:"()\\]+$' and length(destination_email) <= 320),
  -- Why coaching does not go deep enough; for staff and for figures.
  reason text check (reason <> '' and length(reason) <= 2000),
  -- All that is passed on, word for word as the leader agrees to it.
  summary text not null check (summary <> '' and length(summary) <= 5000),
  state text not null default 'drafted' check (state in
    ('drafted', 'consent_asked', 'consented', 'refused', 'sent', 'acknowledged', 'turned_down', 'closed', 'cancelled')),
  -- When whoever's turn it is should have done it; null once it has ended.
  due_at timestamptz,
  reminded_at timestamptz,
  drafted_by_name text not null check (drafted_by_name <> ''),
  drafted_at timestamptz not null,
  constraint referral_cases_due_while_open check ((due_at is null) = (state in ('refused', 'turned_down', 'closed', 'cancelled')))
);
-- One at a time: a second is drafted when the first has ended.
create unique index referral_cases_one_open_idx on referral_cases (request_id) where state in ('drafted', 'consent_asked', 'consented', 'sent', 'acknowledged');
create index referral_cases_due_idx on referral_cases (due_at) where due_at is not null;

-- Every step of every case, never overwritten.
create table referral_events (
  id bigint generated always as identity primary key,
  case_id uuid not null references referral_cases (id) on delete cascade,
  action text not null,
  at timestamptz not null,
  -- Who: a person's name, "the leader", or the destination.
  by_name text not null check (by_name <> ''),
  word text check (word <> '' and length(word) <= 2000)
);
create index referral_events_case_id_idx on referral_events (case_id);

do $$
declare new_table text;
begin
  foreach new_table in array array['referral_cases', 'referral_events'] loop
    execute format('alter table %I enable row level security', new_table);
    execute format('alter table %I force row level security', new_table);
    execute format('create policy owner_everything on %I to current_user using (true) with check (true)', new_table);
    execute format('create policy staff_read on %I for select to network_staff using (true)', new_table);
    execute format('create policy staff_add on %I for insert to network_staff with check (true)', new_table);
  end loop;
end $$;

-- Staff see to all of it. The leader agrees or not, and says what came of it; the destination takes it on or not.
create policy staff_move on referral_cases for update to network_staff using (true) with check (true);
create policy leader_reads on referral_cases for select to network_link using (request_id = viewer_link('request') and state not in ('drafted', 'cancelled'));
create policy destination_reads on referral_cases for select to network_link using (id::text = viewer_link('referral'));
create policy leader_answers on referral_cases for update to network_link
  using (request_id = viewer_link('request') and state in ('consent_asked', 'sent', 'acknowledged'))
  with check (request_id = viewer_link('request') and state in ('consented', 'refused', 'closed'));
create policy destination_answers on referral_cases for update to network_link
  using (id::text = viewer_link('referral') and state in ('sent', 'acknowledged'))
  with check (id::text = viewer_link('referral') and state in ('acknowledged', 'turned_down'));
grant select, insert, update (destination, destination_email, reason, summary, state, due_at, reminded_at) on referral_cases to network_staff;
grant select (id, request_id, destination, summary, state, due_at), update (state, due_at, reminded_at) on referral_cases to network_link;

create policy holder_leaves_word on referral_events for insert to network_link
  with check (case_id in (select id from referral_cases));
grant select, insert (case_id, action, at, by_name, word) on referral_events to network_staff;
grant insert (case_id, action, at, by_name, word) on referral_events to network_link;

create policy staff_send on referrals for insert to network_staff with check (true);
create policy staff_settle on referrals for update to network_staff using (true) with check (true);
create policy holder_reads on referrals for select to network_link using (request_id = viewer_link('request'));
create policy holder_settles on referrals for update to network_link
  using (request_id = viewer_link('request') and outcome is null) with check (request_id = viewer_link('request'));
grant insert, update (outcome, outcome_at) on referrals to network_staff;
grant select (id, request_id, sent_at, destination, outcome, outcome_at), update (outcome, outcome_at) on referrals to network_link;

-- Whom mail about a referral goes to, and who answers it: for staff, for the job that reminds, and for the holder of a link to it.
create function referral_people(request text) returns table (leader_name text, leader_email text, owner_id text, owner_name text, owner_email text)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.name, l.email, u.id, u.name, u.email
  from requests r left join leaders l on l.id = r.leader_id left join request_care c on c.request_id = r.id left join auth.users u on u.id = c.owner_id
  where r.id = request and (current_setting('role') <> 'network_link' or r.id = viewer_link('request')
    or exists (select from referral_cases k where k.request_id = r.id and k.id::text = viewer_link('referral')))
$$;
revoke execute on function referral_people from public;
grant execute on function referral_people to network_link, network_staff, network_server;

-- The job that reminds runs as the server.
create policy server_reads on referral_cases for select to network_server using (true);
create policy server_reminds on referral_cases for update to network_server using (true) with check (true);
grant select, update (reminded_at) on referral_cases to network_server;

create trigger referral_events_audit after insert on referral_events referencing new table as rows_after
  for each statement execute function audit_rows('referral.moved', 'referral', 'case_id', 'action, by_name', 'true', '{}');
