-- Why:   a leader could not see what becomes of their request, correct it, add a colleague, ask for more or stop.
-- Locks: none on rows; policies are added. mails' check of kinds is made anew, which reads the table once.
-- Undo:  drop the policies leader_... made here and revoke their grants; drop function link_engagement_ids, link_session_ids, link_lead_coach;
--        put back mails_kind_check of 0016.

-- The engagements and sessions of the request that the viewer's link is to.
create function link_engagement_ids() returns setof text language sql stable security definer set search_path = public, pg_temp as $$
  select id from engagements where request_id = viewer_link('request')
$$;
create function link_session_ids() returns setof text language sql stable security definer set search_path = public, pg_temp as $$
  select s.id from sessions s join engagements e on e.id = s.engagement_id where e.request_id = viewer_link('request')
$$;
-- Whom mail about what the leader asks for reaches: the lead of the open engagement, whose address the leader is not told.
create function link_lead_coach() returns table (engagement_id text, name text, email text) language sql stable security definer set search_path = public, pg_temp as $$
  select e.id, c.name, c.email from engagements e join engagement_coaches ec on ec.engagement_id = e.id join coaches c on c.id = ec.coach_id
  where e.request_id = viewer_link_request() and e.closed_at is null and c.email is not null
  order by e.matched_at desc, ec.position, c.id limit 1
$$;
revoke execute on function link_engagement_ids, link_session_ids, link_lead_coach from public;
grant execute on function link_engagement_ids, link_session_ids, link_lead_coach to network_link;

do $$
declare owned record;
begin
  for owned in select * from (values
    ('requests', 'id = viewer_link(''request'')'),
    ('tag_events', 'request_id = viewer_link(''request'')'),
    ('request_topics', 'request_id = viewer_link(''request'')'),
    ('engagements', 'request_id = viewer_link(''request'')'),
    ('engagement_coaches', 'engagement_id in (select link_engagement_ids())'),
    ('sessions', 'engagement_id in (select link_engagement_ids())'),
    ('session_topics', 'session_id in (select link_session_ids())'),
    ('session_steps', 'engagement_id in (select link_engagement_ids())'),
    ('session_resources', 'session_id in (select link_session_ids())'),
    ('planned_calls', 'engagement_id in (select link_engagement_ids())'),
    ('systems', 'id in (select system_id from requests)'),
    ('coaches', 'id in (select coach_id from engagement_coaches)')
  ) as t (name, rows) loop
    execute format('create policy leader_reads on %I for select to network_link using (%s)', owned.name, owned.rows);
  end loop;
end $$;
grant select (id, system_id, submitted_at, narrative, urgency, withdrawn_at, leader_name, leader_role, leader_email, stated_schools) on requests to network_link;
grant select on tag_events, request_topics, engagements, engagement_coaches, session_topics, session_resources to network_link;
grant select (id, engagement_id, held_at, minutes) on sessions to network_link;
grant select (id, session_id, engagement_id, position, text, who, due, done_at) on session_steps to network_link;
grant select (id, engagement_id, starts_at, minutes, mode, place, time_zone, sequence, cancelled_at, session_id) on planned_calls to network_link;
grant select (id, name, state_code) on systems to network_link;
grant select (id, provider_id, name, role) on coaches to network_link;

-- The leader's own choice of topics, which changes no tag that stands; and an end to what nobody has begun.
create policy leader_corrects on tag_events for insert to network_link with check (request_id = viewer_link('request') and stage = 'asked' and author = 'leader');
grant insert (request_id, topic_code, action, stage, author, at) on tag_events to network_link;
create policy leader_withdraws on requests for update to network_link using (id = viewer_link('request')) with check (id = viewer_link('request'));
grant update (withdrawn_at) on requests to network_link;

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
  'request_new', 'offer_answered', 'desk_digest'));
