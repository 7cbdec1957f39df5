-- Why:   people hold more kinds of role than the first four, and staff do different things; admins invite people, change
--        what they are, and look after organisations.
-- Locks: brief, exclusive on memberships, coaches, providers, auth.users and auth.sessions.
-- Undo:  drop table invitations; drop the functions and triggers made here; drop the policies on memberships and the two
--        added to providers, and revoke their grants; drop the columns added to memberships and auth.users and the constraint
--        added to coaches; restore the check of role.

alter table memberships drop constraint memberships_role_check;
alter table memberships add constraint memberships_role_check check (role in ('staff', 'coach', 'provider', 'funder', 'steward'));
alter table memberships add column positions text[] not null default '{}'
  constraint memberships_positions_are_known check (positions <@ array['admin', 'analyst', 'concierge']);
update memberships set positions = array['admin', 'analyst', 'concierge'] where role = 'staff';
alter table memberships add constraint memberships_only_staff_hold_positions check ((role = 'staff') = (positions <> '{}'));

-- The coach whom an account names is of the account's organisation, and stays so when the coach changes theirs.
alter table coaches add constraint coaches_of_their_provider unique (id, provider_id);
alter table memberships drop constraint memberships_coach_id_fkey;
alter table memberships add constraint memberships_coach_is_of_the_provider
  foreign key (coach_id, provider_id) references coaches (id, provider_id) on update cascade;

alter table auth.users add column disabled_at timestamptz;
alter table auth.users add column last_sign_in_at timestamptz;

-- Sessions end and are gone; when somebody last began one is kept.
create function auth.keep_last_sign_in() returns trigger language plpgsql security definer set search_path = auth, pg_temp as $$
begin
  update auth.users u set last_sign_in_at = b.at from (select user_id, max(created_at) as at from begun group by user_id) b where u.id = b.user_id;
  return null;
end $$;
create trigger sessions_keep_last_sign_in after insert on auth.sessions
  referencing new table as begun for each statement execute function auth.keep_last_sign_in();

-- Who is looking --------------------------------------------------------------------------------------------------------

create or replace function viewer_account_id() returns text language sql stable
  return nullif(current_setting('viewer.account_id', true), '');
grant execute on function viewer_account_id() to network_staff;

-- Asked anew at each statement: who was an admin when the operation began may be none any more.
create function viewer_is_admin() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from memberships m join auth.users u on u.id = m.user_id
    where m.user_id = viewer_account_id() and m.role = 'staff' and 'admin' = any (m.positions) and u.disabled_at is null)
$$;
grant execute on function viewer_is_admin() to network_staff;

-- People: all staff read them, admins change what they are --------------------------------------------------------------

-- What staff may know of an account; passwords, tokens and sessions stay where they are. The second factor's column comes with
-- the next migration, so these two are in plpgsql, which looks for it when they are called.
create function people() returns table (
  id text, name text, email text, created_at timestamptz, disabled_at timestamptz, last_sign_in_at timestamptz, two_factor boolean
) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select u.id, u.name, u.email, u.created_at, u.disabled_at, u.last_sign_in_at, u.two_factor_enabled from auth.users u;
end $$;
grant execute on function people() to network_staff;

-- Whether who is looking signs in with a second factor.
create function viewer_two_factor() returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return coalesce((select u.two_factor_enabled from auth.users u where u.id = viewer_account_id()), false);
end $$;
grant execute on function viewer_two_factor() to network_public, network_funder, network_coach, network_provider, network_staff;

create policy staff_read on memberships for select to network_staff using (true);
create policy admins_give on memberships for insert to network_staff with check (viewer_is_admin());
create policy admins_change on memberships for update to network_staff using (viewer_is_admin()) with check (viewer_is_admin());
create policy admins_take on memberships for delete to network_staff using (viewer_is_admin());
grant select, insert, delete, update (positions, provider_id, coach_id) on memberships to network_staff;

-- No viewer leaves the network without somebody who can give roles. The command line and the server itself may.
create function keep_an_admin() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if viewer_account_id() is null then
    return null;
  end if;
  -- Two admins who remove each other at once come here one after the other, and the second sees what the first did.
  perform pg_advisory_xact_lock(7305004);
  if not exists (
    select from memberships m join auth.users u on u.id = m.user_id
    where m.role = 'staff' and 'admin' = any (m.positions) and u.disabled_at is null
  ) then
    raise exception 'A network has at least one admin.' using errcode = 'NW001';
  end if;
  return null;
end $$;
create trigger memberships_keep_an_admin after update or delete on memberships
  for each statement execute function keep_an_admin();
create trigger users_keep_an_admin after update of disabled_at on auth.users
  for each statement execute function keep_an_admin();

-- Shuts an account, whose sessions end with it, or opens it again. Says whether that changed anything.
create function disable_person(person text, disabled boolean) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not viewer_is_admin() then
    raise insufficient_privilege using message = 'Only admins disable people.';
  end if;
  update auth.users set disabled_at = case when disabled then now() end, updated_at = now()
    where id = person and (disabled_at is not null) <> disabled;
  if not found then
    return false;
  end if;
  perform audit(case when disabled then 'person.disabled' else 'person.enabled' end, 'person', person);
  return true;
end $$;
grant execute on function disable_person(text, boolean) to network_staff;

-- Invitations -----------------------------------------------------------------------------------------------------------

create table invitations (
  id text primary key default gen_random_uuid()::text,
  email text not null check (email = lower(email) and email <> ''),
  name text check (name <> ''),
  role text not null check (role in ('staff', 'coach', 'provider', 'funder', 'steward')),
  positions text[] not null default '{}' check (positions <@ array['admin', 'analyst', 'concierge']),
  provider_id text references providers (id),
  coach_id text,
  -- SHA-256 of the link's token, in hexadecimal digits.
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  invited_by text references auth.users (id) on delete set null,
  invited_by_name text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by text references auth.users (id) on delete set null,
  revoked_at timestamptz,
  constraint invitations_only_staff_hold_positions check ((role = 'staff') = (positions <> '{}')),
  constraint invitations_provider_roles_name_one check ((role in ('coach', 'provider')) = (provider_id is not null)),
  constraint invitations_only_coaches_name_a_coach check (role = 'coach' or coach_id is null),
  constraint invitations_coach_is_of_the_provider
    foreign key (coach_id, provider_id) references coaches (id, provider_id) on update cascade,
  constraint invitations_end_once check (accepted_at is null or revoked_at is null)
);
-- Inviting somebody again to the same role renews the invitation that is open.
create unique index invitations_one_open_idx on invitations (email, role) where accepted_at is null and revoked_at is null;

create function invitation_state(accepted_at timestamptz, revoked_at timestamptz, expires_at timestamptz) returns text language sql stable
  return case when accepted_at is not null then 'accepted' when revoked_at is not null then 'revoked'
    when expires_at <= now() then 'expired' else 'pending' end;
grant execute on function invitation_state(timestamptz, timestamptz, timestamptz) to network_staff;

alter table invitations enable row level security;
create policy staff_read on invitations for select to network_staff using (true);
create policy admins_invite on invitations for insert to network_staff
  with check (viewer_is_admin() and invited_by = viewer_account_id() and accepted_at is null and accepted_by is null);
create policy admins_change on invitations for update to network_staff using (viewer_is_admin()) with check (viewer_is_admin());
grant select (id, email, name, role, positions, provider_id, coach_id, invited_by, invited_by_name, created_at, expires_at, accepted_at,
  accepted_by, revoked_at) on invitations to network_staff;
grant insert on invitations to network_staff;
grant update (name, positions, provider_id, coach_id, token_hash, invited_by, invited_by_name, expires_at, revoked_at) on invitations
  to network_staff;

-- What the holder of a link may know, found by the token's hash, and the account that its address already has.
create function invitation_offer(hash text) returns table (
  email text, name text, role text, organisation text, state text, account_id text
) language sql stable security definer set search_path = public, pg_temp as $$
  select i.email, i.name, i.role, p.name, invitation_state(i.accepted_at, i.revoked_at, i.expires_at), u.id
  from invitations i left join providers p on p.id = i.provider_id left join auth.users u on u.email = i.email
  where i.token_hash = hash
$$;

-- The password of the account to which a pending invitation goes, as it is kept, so that the server can compare it.
create function invitation_password(hash text) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select a.password
  from invitations i join auth.users u on u.email = i.email join auth.accounts a on a.user_id = u.id and a.provider_id = 'credential'
  where i.token_hash = hash and invitation_state(i.accepted_at, i.revoked_at, i.expires_at) = 'pending' and u.disabled_at is null
$$;

-- Gives what a pending invitation offers: to a new account with this name and kept password, or to the account that its
-- address already has, when the server has seen that it is theirs (proven). Answers with the address; null is a refusal.
create function accept_invitation(hash text, person_name text, kept_password text, proven text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  taken invitations;
  person auth.users;
  looking text := current_setting('viewer.account_id', true);
begin
  select * into taken from invitations where token_hash = hash for update;
  if taken.id is null or invitation_state(taken.accepted_at, taken.revoked_at, taken.expires_at) <> 'pending' then
    return null;
  end if;
  if proven is null then
    insert into auth.users (id, name, email, email_verified) values (gen_random_uuid()::text, person_name, taken.email, true)
      on conflict (email) do nothing returning * into person;
    if person.id is null then
      return null;
    end if;
    insert into auth.accounts (id, user_id, account_id, provider_id, password)
      values (gen_random_uuid()::text, person.id, person.id, 'credential', kept_password);
  else
    -- The link came to the address, so the address is theirs.
    update auth.users set email_verified = true
      where id = proven and email = taken.email and disabled_at is null returning * into person;
    if person.id is null then
      return null;
    end if;
  end if;
  -- It is they who join, whoever asks: the audit trail names them.
  perform set_config('viewer.account_id', person.id, true);
  -- What was given since the invitation is newer than what it offers.
  insert into memberships (user_id, role, positions, provider_id, coach_id)
    values (person.id, taken.role, taken.positions, taken.provider_id, taken.coach_id) on conflict do nothing;
  update invitations set accepted_at = now(), accepted_by = person.id where id = taken.id;
  perform audit('person.joined', 'person', person.id,
    jsonb_build_object('invitation', taken.id, 'role', taken.role, 'invitedBy', taken.invited_by_name));
  perform set_config('viewer.account_id', coalesce(looking, ''), true);
  return taken.email;
end $$;

-- Staff never come near a password, not even in the form in which it is kept.
grant execute on function invitation_offer(text), accept_invitation(text, text, text, text)
  to network_public, network_funder, network_coach, network_provider, network_staff;
grant execute on function invitation_password(text) to network_public;

-- Organisations: open to all to read, admins add and change them --------------------------------------------------------

create policy admins_add on providers for insert to network_staff with check (viewer_is_admin());
create policy admins_change on providers for update to network_staff using (viewer_is_admin()) with check (viewer_is_admin());
grant insert, update (name, website) on providers to network_staff;
