-- Why:   programs read in the name of a person by keys of their own; what each caller has used of its allowance is counted
--        where every process of the server sees it.
-- Locks: none; everything here is new.
-- Undo:  drop table api_keys; drop function api_keys_only_end; drop schema limits cascade;

-- Keys ------------------------------------------------------------------------------------------------------------------

create table api_keys (
  id text primary key default gen_random_uuid()::text,
  user_id text not null references auth.users (id) on delete cascade,
  name text not null check (name <> '' and length(name) <= 100),
  -- Its first characters, by which its owner knows it again.
  prefix text not null check (length(prefix) <= 16),
  -- SHA-256 of the key, in hexadecimal digits; the key itself is not kept.
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  -- Protected figures come first: whoever reads an organisation's rows reads them too.
  scopes text[] not null check (scopes <@ array['shared:read', 'own:read'] and 'shared:read' = any (scopes)),
  -- The organisation whose lead made it.
  provider_id text references providers (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  rotated_to text references api_keys (id),
  constraint api_keys_own_rows_are_of_an_organisation check (not 'own:read' = any (scopes) or provider_id is not null),
  constraint api_keys_live_a_year_at_most check (expires_at <= created_at + interval '366 days')
);
create index api_keys_user_id_idx on api_keys (user_id);

-- Whoever holds a key's row may end it and nothing else: not wake it up, and not let it live longer.
create function api_keys_only_end() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at then
    raise exception 'A key that was revoked stays revoked.' using errcode = 'NW002';
  elsif new.expires_at > old.expires_at then
    raise exception 'A key is never given more time.' using errcode = 'NW002';
  elsif old.rotated_to is not null and new.rotated_to is distinct from old.rotated_to then
    raise exception 'A key is rotated once.' using errcode = 'NW002';
  end if;
  return new;
end $$;
create trigger api_keys_only_end before update of revoked_at, expires_at, rotated_to on api_keys
  for each row execute function api_keys_only_end();

grant execute on function viewer_account_id() to network_funder, network_coach, network_provider, network_staff;

-- The hash is in no list of columns: no viewer's role reads it.
alter table api_keys enable row level security;
create policy owner_reads on api_keys for select to network_funder, network_coach, network_provider, network_staff
  using (user_id = viewer_account_id());
create policy staff_read on api_keys for select to network_staff using (true);
create policy owner_makes on api_keys for insert to network_funder, network_coach, network_provider, network_staff
  with check (user_id = viewer_account_id() and revoked_at is null and rotated_to is null and last_used_at is null
    and (not 'own:read' = any (scopes) or provider_id = viewer_provider_id()));
create policy owner_ends on api_keys for update to network_funder, network_coach, network_provider, network_staff
  using (user_id = viewer_account_id()) with check (user_id = viewer_account_id());
create policy admins_end on api_keys for update to network_staff using (viewer_is_admin()) with check (viewer_is_admin());
grant select (id, user_id, name, prefix, scopes, provider_id, created_at, expires_at, last_used_at, revoked_at, rotated_to)
  on api_keys to network_funder, network_coach, network_provider, network_staff;
grant insert, update (expires_at, revoked_at, rotated_to) on api_keys to network_funder, network_coach, network_provider, network_staff;

-- Allowances ------------------------------------------------------------------------------------------------------------

-- In a schema apart: no viewer comes near it. What is written here need not survive a crash, so nobody waits for the disk.
create schema limits;
create unlogged table limits.used (
  -- Which allowance, and whose.
  key varchar(255) primary key,
  points integer not null,
  -- When the allowance is whole again, in milliseconds since 1970.
  expire bigint
) with (fillfactor = 50);
