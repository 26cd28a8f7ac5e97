-- The figures of bi are those of the program: it writes them to tables, on the day and at each
-- publication. What computed them in SQL goes. The views stay, empty until they are written, so that
-- what others built on them stays too.
do $$
declare
  item record;
begin
  for item in
    select c.relname as name,
      string_agg(
        format('null::%s%s as %I', format_type(a.atttypid, a.atttypmod),
          case when l.collname = 'C' then ' collate "C"' end, a.attname),
        ', ' order by a.attnum) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    left join pg_collation l on l.oid = a.attcollation
    where c.relnamespace = 'bi'::regnamespace and c.relkind = 'v'
    group by c.relname
  loop
    execute format('create or replace view bi.%I as select %s where false', item.name, item.columns);
  end loop;
  for item in
    select format('%I.%I', schemaname, viewname) as name from pg_views
    where schemaname in ('register_a', 'register_b')
  loop
    execute format('drop view if exists %s cascade', item.name);
  end loop;
  for item in
    select oid::regprocedure::text as signature from pg_proc
    where pronamespace = 'bi'::regnamespace
      or (pronamespace = 'public'::regnamespace and proname in ('create_bi_view', 'create_group_view'))
  loop
    execute format('drop function %s', item.signature);
  end loop;
end
$$;

comment on schema bi is
  'Débouchés: one table for each report of /reports, and a star of certifications, cohorts and rates. Figures are those of the publication and the day that bi.status says.';

-- Rows of two generations at most: the one that is read, and the one that is being written.
create schema bi_rows;

create table bi_rows.status (
  singleton boolean primary key default true check (singleton),
  generation integer not null,
  publication integer not null,
  as_of date not null,
  written_at timestamptz not null default now(),
  -- Columns or tables were added since, which have no values yet.
  incomplete boolean not null default false
);

create view bi.status as select publication, as_of, written_at from bi_rows.status;

comment on view bi.status is 'What the tables of bi are of.';

comment on column bi.status.publication is 'Number of the publication.';

comment on column bi.status.as_of is 'Day, in Paris, that statuses, activity and peers are of.';

comment on column bi.status.written_at is 'When the rows were written.';

create function bi.as_of() returns date language sql stable security definer
set search_path = pg_catalog as $$ select as_of from bi_rows.status $$;

-- The generation that is read. Rows are of one day: a session that wants another is told where to
-- ask. It runs as its owner, for readers see no table of bi_rows.
create function bi.generation() returns integer language plpgsql stable security definer
set search_path = pg_catalog as $$
declare
  served bi_rows.status;
  wanted text := nullif(current_setting('debouches.as_of', true), '');
begin
  select * into served from bi_rows.status;
  if wanted is not null and wanted::date is distinct from served.as_of then
    raise exception 'the tables of bi are of %, and debouches.as_of is %', served.as_of, wanted
      using hint = 'Ask GraphQL (asOf) or a file of /reports (as_of) for another day, or reset debouches.as_of.';
  end if;
  return served.generation;
end
$$;

do $$
begin
  if exists (select from pg_roles where rolname = 'debouches_reader') then
    grant usage on schema bi to debouches_reader;
    grant select on bi.status to debouches_reader;
  end if;
end
$$;
