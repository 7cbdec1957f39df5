-- Why:   coaches were matched elsewhere and imported.
-- Locks: none.
-- Undo:  nothing.

select 1;
