-- Why:   calls and ratings were imported only.
-- Locks: none.
-- Undo:  nothing.

select 1;
