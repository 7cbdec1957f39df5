-- Why:   who looks after a request heard nothing of what was answered about its referral, and mail about it named owners who had left; what a
--        leader was asked and staff then dropped was gone without a word, and what a leader stopped could still be passed on.
-- Locks: brief, exclusive on referral_cases and mails; mails' check of kinds is made anew, which reads the table once.
-- Undo:  put back leader_reads and referral_people of 0021 and mails_kind_check of 0023; drop function referral_was_asked, drop_unsent_referral;
--        revoke select (drafted_at) on referral_cases from network_link.

-- Whether a leader was ever asked about a referral: of what never left the desk they learn nothing.
create function referral_was_asked(referral uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from referral_events e join referral_cases k on k.id = e.case_id
    where e.case_id = referral and e.action = 'ask_consent' and k.request_id = viewer_link('request'))
$$;
drop policy leader_reads on referral_cases;
create policy leader_reads on referral_cases for select to network_link
  using (request_id = viewer_link('request') and state <> 'drafted' and (state <> 'cancelled' or referral_was_asked(id)));

-- In which order they were.
grant select (drafted_at) on referral_cases to network_link;

-- A leader who stops their request takes back what has not been passed on yet.
create function drop_unsent_referral(at timestamptz) returns void language sql volatile security definer set search_path = public, pg_temp as $$
  with dropped as (
    update referral_cases k set state = 'cancelled', due_at = null, reminded_at = null
    where k.request_id = viewer_link('request') and k.state in ('drafted', 'consent_asked', 'consented')
      and exists (select from requests r where r.id = k.request_id and r.withdrawn_at is not null)
    returning k.id
  )
  insert into referral_events (case_id, action, at, by_name) select id, 'cancel', drop_unsent_referral.at, 'the leader' from dropped
$$;

-- Whom mail about a referral goes to, and who answers it: nobody who has left. Whether its owner is who acts by the link, and needs no mail of it.
drop function referral_people;
create function referral_people(request text) returns table (
  system_name text, leader_name text, leader_email text, owner_id text, owner_name text, owner_email text, owner_acts boolean, stopped boolean
)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.name, l.name, l.email, u.id, u.name, u.email,
    current_setting('role') = 'network_link' and coalesce(lower(u.email) = lower(case when viewer_link('request') is not null then l.email
      else (select k.destination_email from referral_cases k where k.id::text = viewer_link('referral')) end), false),
    r.withdrawn_at is not null
  from requests r join systems s on s.id = r.system_id left join leaders l on l.id = r.leader_id left join request_care c on c.request_id = r.id
    left join auth.users u on u.id = c.owner_id and u.disabled_at is null and exists (select from memberships m where m.user_id = u.id and m.role = 'staff')
  where r.id = request and (current_setting('role') <> 'network_link' or r.id = viewer_link('request')
    or exists (select from referral_cases k where k.request_id = r.id and k.id::text = viewer_link('referral')))
$$;
revoke execute on function referral_people, referral_was_asked, drop_unsent_referral from public;
grant execute on function referral_people to network_link, network_staff, network_server;
grant execute on function referral_was_asked, drop_unsent_referral to network_link;

alter table mails drop constraint mails_kind_check;
alter table mails add constraint mails_kind_check check (kind in (
  'invitation', 'password_reset', 'magic_link', 'password_changed', 'key_made', 'learning_call', 'alert',
  -- To a leader.
  'request_received', 'colleague_added', 'request_matched', 'leader_answered', 'call_planned', 'call_reminder', 'call_cancelled', 'rate_call',
  'specialist_joins', 'referral_consent', 'referral_on_its_way', 'referral_outcome', 'request_closed',
  -- To a coach.
  'offer_made', 'offer_reminder', 'offer_withdrawn', 'engagement_begun', 'leader_asks_more',
  -- To whom a request is sent on.
  'referral_sent',
  -- To staff.
  'request_new', 'offer_answered', 'referral_answered', 'desk_digest'));
