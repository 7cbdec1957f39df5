-- Why:   mail is asked for in the transaction that causes it, sent by a job outside of it, and seen by staff until it has arrived.
-- Locks: none; the table and the functions are new. The job queue's own schema, graphile_worker, is made before the migrations run.
-- Undo:  drop function enqueue_mail, resend_mail, release_lost_jobs; drop table mails; delete from graphile_worker._private_jobs;

create table mails (
  id uuid primary key,
  kind text not null check (kind in ('invitation', 'password_reset', 'magic_link', 'password_changed', 'key_made')),
  -- One address: nothing that could make it two, or the beginning of another header.
  to_address text not null check (to_address ~ '^[^\s@<>,;:"()\\]+@[^\s@<>,;:"()\\]+$' and length(to_address) <= 320),
  -- What its template needs. A link that lets its holder in is taken out once the mail is sent, save in a demo network.
  payload jsonb not null default '{}' check (jsonb_typeof(payload) = 'object'),
  -- As it was last sent; kept in a demo network only, whose outbox is open to all.
  text text,
  html text,
  -- Fixed at creation, so that a repeat is known to be one.
  message_id text not null unique,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0 check (attempts >= 0),
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  constraint mails_sent_when_sent check ((state = 'sent') = (sent_at is not null))
);
create index mails_created_at_idx on mails (created_at, id);
create index mails_not_sent_idx on mails (state) where state <> 'sent';

-- Staff see that mail was sent and to whom; what it said is in no column that they read. In a demo network all see it.
alter table mails enable row level security;
create policy staff_read on mails for select to network_staff using (true);
create policy everyone_reads_a_demo on mails for select using (exists (select from network_settings where demo_loaded_at is not null));
grant select (id, kind, to_address, text, html, state, attempts, last_error, created_at, sent_at)
  on mails to network_public, network_funder, network_coach, network_provider, network_staff;

-- Known from the start: two transactions that both meet it for the first time would have to wait for each other.
insert into graphile_worker._private_tasks (identifier) values ('send_mail') on conflict do nothing;

-- The job of a mail, at most one: the mail's id is its key. Twelve attempts, further and further apart, take some 16 hours.
create function add_mail_job(mail_id uuid) returns void language sql volatile set search_path = public, pg_temp as $$
  select from graphile_worker.add_job('send_mail', json_build_object('mailId', mail_id), job_key => mail_id::text, max_attempts => 12)
$$;
revoke execute on function add_mail_job from public;

-- Asks for a mail in the caller's transaction: taken back with it, and lost by no crash after it. Returns the mail's id.
create function enqueue_mail(kind text, to_address text, payload jsonb) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare mail_id uuid := gen_random_uuid();
begin
  insert into mails (id, kind, to_address, payload, message_id)
  values (mail_id, enqueue_mail.kind, enqueue_mail.to_address, coalesce(enqueue_mail.payload, '{}'), format('<%s@mail.coaching-network>', mail_id));
  perform add_mail_job(mail_id);
  return mail_id;
end $$;
revoke execute on function enqueue_mail from public;
grant execute on function enqueue_mail to network_public, network_funder, network_coach, network_provider, network_staff;

-- Sends a mail again, with the same Message-ID. Returns 'queued', 'unknown' where there is none, or 'forgotten' where its link is no longer kept.
create function resend_mail(mail_id uuid) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare mail mails;
begin
  select * into mail from mails where id = mail_id for update;
  if mail.id is null then return 'unknown'; end if;
  if mail.kind in ('invitation', 'password_reset', 'magic_link') and not mail.payload ? 'link' then return 'forgotten'; end if;
  update mails set state = 'waiting', sent_at = null, attempts = 0, last_error = null where id = mail_id;
  perform add_mail_job(mail_id);
  return 'queued';
end $$;
revoke execute on function resend_mail from public;
grant execute on function resend_mail to network_staff;

-- Gives back the jobs of workers that are gone (each worker's connection bears its id), and finds mail that is waiting without a job.
create function release_lost_jobs() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform graphile_worker.force_unlock_workers(array(
    select distinct job.locked_by from graphile_worker.jobs job
    where job.locked_by is not null
      and not exists (select from pg_stat_activity a where a.application_name like '%jobs ' || job.locked_by)));
  -- A worker that was killed on the last attempt could not say that the mail failed.
  perform add_mail_job(mail.id) from mails mail
  where mail.state = 'waiting'
    and not exists (
      select from graphile_worker.jobs job
      where job.key = mail.id::text and (job.attempts < job.max_attempts or job.locked_at is not null));
end $$;
revoke execute on function release_lost_jobs from public;
