-- Why:   what leaders ask for came in by file only.
-- Locks: none.
-- Undo:  nothing.

select 1;
