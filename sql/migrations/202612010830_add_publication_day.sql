-- The day that a publication stands for: that of its publishing, or that of its exports when these are
-- imported later, as history.
alter table publication add column dated_on date;
update publication set dated_on = (published_at at time zone 'Europe/Paris')::date;
alter table publication alter column dated_on set not null;
