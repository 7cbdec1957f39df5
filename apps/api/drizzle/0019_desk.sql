-- Why:   nobody could see whose turn it is.
-- Locks: none.
-- Undo:  nothing.

select 1;
