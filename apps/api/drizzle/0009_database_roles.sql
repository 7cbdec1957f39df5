-- Why:   to be written.
select 1;
