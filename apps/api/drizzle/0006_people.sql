-- Why:   people hold more kinds of role than the first four, and staff do different things.
-- Locks: brief, on memberships.
-- Undo:  alter table memberships drop column positions; restore the check of role.

alter table memberships drop constraint memberships_role_check;
alter table memberships add constraint memberships_role_check check (role in ('staff', 'coach', 'provider', 'funder', 'steward'));
alter table memberships add column positions text[] not null default '{}'
  constraint memberships_positions_are_known check (positions <@ array['admin', 'analyst', 'concierge']);
update memberships set positions = array['admin', 'analyst', 'concierge'] where role = 'staff';
alter table memberships add constraint memberships_only_staff_hold_positions check ((role = 'staff') = (positions <> '{}'));
