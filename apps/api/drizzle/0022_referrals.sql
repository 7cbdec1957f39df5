-- Why:   what became of a request sent on was not followed.
-- Locks: none.
-- Undo:  nothing.

select 1;
