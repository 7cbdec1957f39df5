-- Why:   looking up systems, coaches and topics by part of their name read every row.
-- Locks: none.
-- Undo:  nothing.

select 1;
