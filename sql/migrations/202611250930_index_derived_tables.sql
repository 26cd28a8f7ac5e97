-- The two lists of indexes, with those of tables that a fiche's facts are derived into. Those that
-- a loaded register needs before it is derived from are in index_register.
create or replace function index_derived(register_schema text) returns void language plpgsql as $$
begin
  perform set_config('search_path', register_schema || ', public', true);
  create index on certifier (name_key, siren);
  create index on certification_search using gin (document);
  create index on cohort_change (indicator, verdict);
end
$$;

create index on register_a.cohort_change (indicator, verdict);
create index on register_b.cohort_change (indicator, verdict);
