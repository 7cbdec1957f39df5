-- Why:   what was suggested for a narrative was not kept.
-- Locks: none.
-- Undo:  nothing.

select 1;
