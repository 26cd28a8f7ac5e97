-- Indexes are dropped before a register is loaded and built after it: five times faster than
-- keeping them up to date row by row. These two functions are the one place that lists them.
create function index_register(register_schema text) returns void language plpgsql as $$
begin
  perform set_config('search_path', register_schema || ', public', true);
  create index on certification (register, number);
  create index on certification (title_key, code);
  create index on certification (registration_ends_on, code);
  create index on certification using gin (title_key gin_trgm_ops);
  create index on block (code);
  create index on cohort (year, certification_code);
  create index on certification_certifier (siren, certification_code);
  create index on certification_partner (siren, certification_code);
  create index on certification_occupation (code, certification_code);
  create index on certification_speciality (code, certification_code);
  create index on certification_formacode (code, certification_code);
  create index on lineage_link (other_code, direction);
  create index on equivalence (target_code);
  create index on finding (certification_code);
end
$$;

-- The rest: of the tables that are derived from the others.
create function index_derived(register_schema text) returns void language plpgsql as $$
begin
  perform set_config('search_path', register_schema || ', public', true);
  create index on certifier (name_key, siren);
  create index on certification_search using gin (document);
end
$$;

-- Empties a register schema and drops its indexes, primary keys excepted.
create function empty_register(target_schema text) returns void language plpgsql as $$
declare
  item record;
begin
  for item in
    select i.indexrelid::regclass as name
    from pg_index i
    join pg_class c on c.oid = i.indexrelid
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = target_schema and not i.indisprimary
  loop
    execute format('drop index %s', item.name);
  end loop;
  for item in
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = target_schema and c.relkind = 'r'
  loop
    execute format('truncate %s', item.name);
  end loop;
end
$$;
