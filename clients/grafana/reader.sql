-- Makes the user of Grafana, which reads the schema bi and nothing else; may be run again.
--   psql "$DATABASE_URL" -v ON_ERROR_STOP=1 -v password=… -f clients/grafana/reader.sql
select 'create role debouches_reader nologin'
where not exists (select from pg_roles where rolname = 'debouches_reader') \gexec
select 'create role grafana login'
where not exists (select from pg_roles where rolname = 'grafana') \gexec
alter role grafana with password :'password';
grant debouches_reader to grafana;
grant usage on schema bi to debouches_reader;
grant select on all tables in schema bi to debouches_reader;
