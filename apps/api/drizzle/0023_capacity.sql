-- Why:   coaching days were not counted.
-- Locks: none.
-- Undo:  nothing.

select 1;
