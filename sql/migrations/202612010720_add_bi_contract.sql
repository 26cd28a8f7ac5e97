-- Which contract the tables of bi keep: they are written anew when it is another.
alter table bi_rows.status add column contract text not null default '';

create or replace view bi.status as
select publication, as_of, written_at, method, contract from bi_rows.status;

comment on column bi.status.contract is 'Number of the contract that tables, columns and types keep: major.minor.patch.';
