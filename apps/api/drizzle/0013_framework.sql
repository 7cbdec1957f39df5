-- Why:   (to come)
-- Locks: none.
-- Undo:  nothing.

select 1;
