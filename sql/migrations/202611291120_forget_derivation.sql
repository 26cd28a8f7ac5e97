alter table publication drop column derivation;

drop function index_derived(text);

-- The indexes of a register, built once it is loaded: what a search and what the links between
-- certifications are looked up by. A publication in memory needs no others.
create or replace function index_register(register_schema text) returns void language plpgsql as $$
begin
  perform set_config('search_path', register_schema || ', public', true);
  create index on certification using gin (title_key gin_trgm_ops);
  create index on certification_search using gin (document);
  create index on lineage_link (other_code, direction);
end
$$;
