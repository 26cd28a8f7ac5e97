-- What the figures of bi are made by: they are written anew when something is chosen otherwise.
alter table bi_rows.status add column method text not null default '';

create or replace view bi.status as select publication, as_of, written_at, method from bi_rows.status;

comment on column bi.status.method is 'Version of the method, and what was chosen otherwise than it says.';
