-- Why:   a second factor, and limits on guessing that every process of the server shares.
-- Locks: brief, exclusive on auth.users.
-- Undo:  alter table auth.users drop column two_factor_enabled; drop table auth.two_factors, auth.rate_limits, auth.attempts;
--        drop trigger users_end_sessions on auth.users; drop function auth.end_sessions;

alter table auth.users add column two_factor_enabled boolean not null default false;

-- One authenticator a person; its secret and the backup codes are kept encrypted.
create table auth.two_factors (
  id text primary key,
  user_id text not null unique references auth.users (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

-- Requests by the address that they come from. Kept by the sign-in service; after a crash counting begins anew.
create unlogged table auth.rate_limits (
  id text primary key,
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

-- Attempts by the account that they are about, whether there is one or not; the key is a hash of its address.
create unlogged table auth.attempts (
  key text primary key,
  count integer not null,
  ends_at timestamptz not null
);
create index attempts_ends_at_idx on auth.attempts (ends_at);

-- Whoever shuts an account, and however: its sessions end with it.
create function auth.end_sessions() returns trigger language plpgsql security definer set search_path = auth, pg_temp as $$
begin
  delete from auth.sessions where user_id = new.id;
  return null;
end $$;
revoke all on function auth.end_sessions() from public;
create trigger users_end_sessions after update of disabled_at on auth.users
  for each row when (new.disabled_at is not null) execute function auth.end_sessions();
