-- Why:   who may sign in, and as what. The first four tables are better-auth's, in a schema of their own.
-- Locks: none; every table is new.
-- Undo:  drop schema auth cascade; drop table memberships;

create schema auth;

create table auth.users (
  id text primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table auth.sessions (
  id text primary key,
  user_id text not null references auth.users (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sessions_user_id_idx on auth.sessions (user_id);

create table auth.accounts (
  id text primary key,
  user_id text not null references auth.users (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index accounts_user_id_idx on auth.accounts (user_id);

create table auth.verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_identifier_idx on auth.verifications (identifier);

-- What a person is in the network; one may hold several roles.
create table public.memberships (
  user_id text not null references auth.users (id) on delete cascade,
  role text not null check (role in ('staff', 'coach', 'provider', 'funder')),
  provider_id text references public.providers (id),
  coach_id text references public.coaches (id),
  primary key (user_id, role),
  constraint memberships_provider_roles_name_one check ((role in ('coach', 'provider')) = (provider_id is not null)),
  constraint memberships_only_coaches_name_a_coach check (role = 'coach' or coach_id is null)
);
