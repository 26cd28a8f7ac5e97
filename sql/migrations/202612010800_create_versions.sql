-- Instead of two register schemas that are filled in turn: every version of a fiche, once, with the
-- publications it is valid in (docs/decisions/0014).
create schema versions;

-- A version of a fiche: valid from publication `since` until publication `until`, that one excluded;
-- 2147483647 = still valid. One that is valid in none (`until` = `since`) is what supplements are
-- merged upon. Rows never change, but for `until`.
create table versions.certification (
  code text collate "C" not null,
  version integer not null,
  register text not null check (register in ('RNCP', 'RS')),
  number integer not null,
  sheet_id integer,
  source_id integer not null,
  title text not null,
  title_key text collate "C" not null,
  abbreviation_code text collate "C",
  abbreviation_label text,
  editorial_state text,
  level_code text collate "C",
  level_label text,
  level integer,
  active_flag boolean,
  registration_type text check (registration_type in ('BY_LAW', 'ON_REQUEST')),
  decision_on date,
  effective_on date,
  registration_ends_on date,
  published_on date,
  last_journal_on date,
  delivery_limit_on date,
  registration_years integer,
  validity_years integer,
  partners_may_exist boolean,
  new_caledonia boolean,
  french_polynesia boolean,
  description_link text,
  level_years integer[] not null,
  partial_validation boolean,
  distinct_block_prerequisites boolean,
  since integer not null,
  until integer not null,
  base_version integer,
  digest text,
  primary key (code, version)
);

create table versions.certification_text (
  certification_code text collate "C" not null,
  version integer not null,
  objectives text,
  activities text,
  attested_skills text,
  assessment_modes text,
  acquisition_by_blocks text,
  sectors text,
  job_types text,
  regulations text,
  entry_prerequisites text,
  validation_prerequisites text,
  mastery_levels text,
  renewal_terms text,
  partial_validation_scope text,
  components_validity text,
  preparing_bodies text,
  reference_framework text,
  primary key (certification_code, version)
);

create table versions.block (
  certification_code text collate "C" not null,
  version integer not null,
  position integer not null,
  code text collate "C" not null,
  title text not null,
  title_key text collate "C" not null,
  skills text,
  assessment_modes text,
  entry_prerequisites text,
  validation_prerequisites text,
  primary key (certification_code, version, position)
);

create table versions.cohort (
  certification_code text collate "C" not null,
  version integer not null,
  year integer not null,
  certified integer check (certified >= 0),
  certified_source_id integer,
  certified_through_vae integer check (certified_through_vae >= 0),
  certified_through_vae_source_id integer,
  global_6_months double precision check (global_6_months between 0 and 100),
  global_6_months_source_id integer,
  global_6_months_seen_on date,
  target_occupation_6_months double precision check (target_occupation_6_months between 0 and 100),
  target_occupation_6_months_source_id integer,
  target_occupation_6_months_seen_on date,
  target_occupation_2_years double precision check (target_occupation_2_years between 0 and 100),
  target_occupation_2_years_source_id integer,
  target_occupation_2_years_seen_on date,
  source_ids integer[] not null,
  target_occupation_6_months_in_source boolean not null,
  unreadable_rates text[] not null,
  primary key (certification_code, version, year)
);

create table versions.certification_certifier (
  certification_code text collate "C" not null,
  version integer not null,
  position integer not null,
  siret text collate "C",
  siren text collate "C",
  name text not null,
  name_key text collate "C" not null,
  state text,
  active boolean not null,
  state_changed_on date,
  trade_name text,
  website text,
  siret_unreadable boolean not null,
  primary key (certification_code, version, position)
);

create table versions.certification_partner (
  certification_code text collate "C" not null,
  version integer not null,
  position integer not null,
  name text not null,
  siret text collate "C",
  siren text collate "C",
  role text check (role in ('TRAIN', 'ASSESS', 'TRAIN_AND_ASSESS')),
  state text,
  active boolean not null,
  active_since date,
  state_changed_on date,
  primary key (certification_code, version, position)
);

create table versions.certification_occupation (
  certification_code text collate "C" not null,
  version integer not null,
  position integer not null,
  code text collate "C" not null,
  label text,
  primary key (certification_code, version, position)
);

create table versions.certification_speciality (
  certification_code text collate "C" not null,
  version integer not null,
  position integer not null,
  code text collate "C" not null,
  label text,
  primary key (certification_code, version, position)
);

create table versions.certification_formacode (
  certification_code text collate "C" not null,
  version integer not null,
  position integer not null,
  code text collate "C" not null,
  label text,
  primary key (certification_code, version, position)
);

create table versions.access_route (
  certification_code text collate "C" not null,
  version integer not null,
  route text not null check (route in ('INITIAL_TRAINING', 'APPRENTICESHIP', 'CONTINUING_TRAINING', 'PROFESSIONALISATION_CONTRACT', 'INDIVIDUAL_APPLICATION', 'VAE')),
  position integer not null,
  open boolean,
  jury text,
  changed_on date,
  primary key (certification_code, version, route)
);

create table versions.legal_reference (
  certification_code text collate "C" not null,
  version integer not null,
  position integer not null,
  kind text not null check (kind in ('GENERAL', 'CREATION', 'OTHER')),
  title text,
  published_on date,
  primary key (certification_code, version, position)
);

create table versions.collective_agreement (
  certification_code text collate "C" not null,
  version integer not null,
  position integer not null,
  kind text not null check (kind in ('CCN', 'IDCC')),
  number text,
  label text,
  primary key (certification_code, version, position)
);

create table versions.lineage_link (
  certification_code text collate "C" not null,
  version integer not null,
  direction text not null check (direction in ('REPLACES', 'REPLACED_BY')),
  position integer not null,
  other_code text collate "C" not null,
  other_title text,
  primary key (certification_code, version, direction, position)
);

create table versions.equivalence (
  certification_code text collate "C" not null,
  version integer not null,
  position integer not null,
  source_blocks text[] not null,
  target_code text collate "C" not null,
  target_blocks text[] not null,
  primary key (certification_code, version, position)
);

-- Stored as in the register schemas: headings in the row, which a rank reads, documents outside of it.
create table versions.certification_search (
  certification_code text collate "C" not null,
  version integer not null,
  place integer not null,
  title_words smallint not null,
  headings tsvector not null,
  document tsvector not null,
  since integer not null,
  until integer not null,
  primary key (certification_code, version)
);

create table versions.finding (
  key text collate "C" not null,
  rule text collate "C" not null,
  severity text not null check (severity in ('ERROR', 'WARNING', 'INFORMATION')),
  certification_code text collate "C",
  cohort_year integer,
  element text,
  given text,
  message text not null,
  source_id integer,
  first_seen_publication_id integer not null,
  since integer not null,
  until integer not null,
  primary key (key, since)
);

alter table versions.certification_search
  alter column headings set storage plain,
  alter column document set storage external,
  set (toast_tuple_target = 128);
alter table versions.certification_search alter column document set statistics 0;

-- One version of a fiche, one finding of a key, is valid at a time.
create unique index certification_valid_idx on versions.certification (code) where until = 2147483647;
create unique index finding_valid_idx on versions.finding (key) where until = 2147483647;

-- What is valid no longer: few, of which a publication needs fewer the newer it is.
create index certification_past_idx on versions.certification (until) where until < 2147483647;
create index certification_search_past_idx on versions.certification_search (until)
  where until < 2147483647;
create index finding_past_idx on versions.finding (until) where until < 2147483647;

-- What can be read of a publication: all (PUBLISHED), all with a token (HELD), why it is no longer
-- answered (WITHDRAWN), only that it was (PRUNED).
alter table publication add column state text not null default 'PUBLISHED'
  check (state in ('PUBLISHED', 'HELD', 'WITHDRAWN', 'PRUNED'));
alter table publication alter column state drop default;
update publication set state = 'PRUNED'
where not exists (select from current_publication where publication_id = publication.id);

do $$
declare
  served text;
  served_id integer;
  item record;
  extra text;
  certification_columns constant text := 'code, register, number, sheet_id, source_id, title,
    title_key, abbreviation_code, abbreviation_label, editorial_state, level_code, level_label, level, active_flag,
    registration_type, decision_on, effective_on, registration_ends_on, published_on,
    last_journal_on, delivery_limit_on, registration_years, validity_years, partners_may_exist,
    new_caledonia, french_polynesia, description_link, level_years, partial_validation,
    distinct_block_prerequisites';
begin
  select register_schema, publication.id into served, served_id
  from current_publication join publication on publication.id = publication_id;
  if served is null then
    return;
  end if;
  execute format(
    'insert into versions.certification (%s, version, since, until, base_version)
    select %s, place, %s, 2147483647,
      case (select kind from source where id = source_id) when ''FEED'' then place end
    from (select *, row_number() over (order by code) as place from %I.certification) as placed',
    certification_columns, certification_columns, served_id, served);
  for item in
    select table_name as name, string_agg(quote_ident(column_name), ', ') as columns,
      string_agg('old.' || quote_ident(column_name), ', ') as old_columns
    from information_schema.columns
    where table_schema = 'versions' and table_name not in ('certification', 'finding')
      and column_name not in ('version', 'since', 'until')
    group by table_name
  loop
    extra := case item.name when 'certification_search' then ', since, until' else '' end;
    execute format(
      'insert into versions.%1$I (%2$s, version%4$s) select %3$s, version%4$s
      from %5$I.%1$I as old
      join versions.certification as fiche on fiche.code = old.certification_code',
      item.name, item.columns, item.old_columns, extra, served);
  end loop;
  execute format(
    'insert into versions.finding
      (key, rule, severity, certification_code, cohort_year, element, given, message, source_id,
      first_seen_publication_id, since, until)
    select key, rule, severity, certification_code, cohort_year, element, given, message, source_id,
      first_seen_publication_id, %s, 2147483647
    from %I.finding', served_id, served);
end
$$;

-- The register as it stood at the publication that a transaction has named.
create schema register;

create view register.certification as
select code, version, register, number, sheet_id, source_id, title, title_key, abbreviation_code,
  abbreviation_label, editorial_state, level_code, level_label, level, active_flag,
  registration_type, decision_on, effective_on, registration_ends_on, published_on,
  last_journal_on, delivery_limit_on, registration_years, validity_years, partners_may_exist,
  new_caledonia, french_polynesia, description_link, level_years, partial_validation,
  distinct_block_prerequisites, since, until, base_version, digest
from versions.certification
where until = 2147483647 and since <= current_setting('debouches.publication')::integer
union all
select code, version, register, number, sheet_id, source_id, title, title_key, abbreviation_code,
  abbreviation_label, editorial_state, level_code, level_label, level, active_flag,
  registration_type, decision_on, effective_on, registration_ends_on, published_on,
  last_journal_on, delivery_limit_on, registration_years, validity_years, partners_may_exist,
  new_caledonia, french_polynesia, description_link, level_years, partial_validation,
  distinct_block_prerequisites, since, until, base_version, digest
from versions.certification
where until < 2147483647 and until > current_setting('debouches.publication')::integer
  and since <= current_setting('debouches.publication')::integer;

create view register.certification_text as
select fiche.code as certification_code, own.version, own.objectives, own.activities,
  own.attested_skills, own.assessment_modes, own.acquisition_by_blocks, own.sectors,
  own.job_types, own.regulations, own.entry_prerequisites, own.validation_prerequisites,
  own.mastery_levels, own.renewal_terms, own.partial_validation_scope, own.components_validity,
  own.preparing_bodies, own.reference_framework
from register.certification as fiche
join versions.certification_text as own
  on own.certification_code = fiche.code and own.version = fiche.version;

create view register.block as
select fiche.code as certification_code, own.version, own.position, own.code, own.title, own.title_key,
  own.skills, own.assessment_modes, own.entry_prerequisites, own.validation_prerequisites
from register.certification as fiche
join versions.block as own
  on own.certification_code = fiche.code and own.version = fiche.version;

create view register.cohort as
select fiche.code as certification_code, own.version, own.year, own.certified, own.certified_source_id,
  own.certified_through_vae, own.certified_through_vae_source_id, own.global_6_months,
  own.global_6_months_source_id, own.global_6_months_seen_on, own.target_occupation_6_months,
  own.target_occupation_6_months_source_id, own.target_occupation_6_months_seen_on,
  own.target_occupation_2_years, own.target_occupation_2_years_source_id,
  own.target_occupation_2_years_seen_on, own.source_ids, own.target_occupation_6_months_in_source,
  own.unreadable_rates
from register.certification as fiche
join versions.cohort as own
  on own.certification_code = fiche.code and own.version = fiche.version;

create view register.certification_certifier as
select fiche.code as certification_code, own.version, own.position, own.siret, own.siren, own.name,
  own.name_key, own.state, own.active, own.state_changed_on, own.trade_name, own.website,
  own.siret_unreadable
from register.certification as fiche
join versions.certification_certifier as own
  on own.certification_code = fiche.code and own.version = fiche.version;

create view register.certification_partner as
select fiche.code as certification_code, own.version, own.position, own.name, own.siret, own.siren,
  own.role, own.state, own.active, own.active_since, own.state_changed_on
from register.certification as fiche
join versions.certification_partner as own
  on own.certification_code = fiche.code and own.version = fiche.version;

create view register.certification_occupation as
select fiche.code as certification_code, own.version, own.position, own.code, own.label
from register.certification as fiche
join versions.certification_occupation as own
  on own.certification_code = fiche.code and own.version = fiche.version;

create view register.certification_speciality as
select fiche.code as certification_code, own.version, own.position, own.code, own.label
from register.certification as fiche
join versions.certification_speciality as own
  on own.certification_code = fiche.code and own.version = fiche.version;

create view register.certification_formacode as
select fiche.code as certification_code, own.version, own.position, own.code, own.label
from register.certification as fiche
join versions.certification_formacode as own
  on own.certification_code = fiche.code and own.version = fiche.version;

create view register.access_route as
select fiche.code as certification_code, own.version, own.route, own.position, own.open, own.jury,
  own.changed_on
from register.certification as fiche
join versions.access_route as own
  on own.certification_code = fiche.code and own.version = fiche.version;

create view register.legal_reference as
select fiche.code as certification_code, own.version, own.position, own.kind, own.title,
  own.published_on
from register.certification as fiche
join versions.legal_reference as own
  on own.certification_code = fiche.code and own.version = fiche.version;

create view register.collective_agreement as
select fiche.code as certification_code, own.version, own.position, own.kind, own.number, own.label
from register.certification as fiche
join versions.collective_agreement as own
  on own.certification_code = fiche.code and own.version = fiche.version;

create view register.lineage_link as
select fiche.code as certification_code, own.version, own.direction, own.position, own.other_code,
  own.other_title
from register.certification as fiche
join versions.lineage_link as own
  on own.certification_code = fiche.code and own.version = fiche.version;

create view register.equivalence as
select fiche.code as certification_code, own.version, own.position, own.source_blocks, own.target_code,
  own.target_blocks
from register.certification as fiche
join versions.equivalence as own
  on own.certification_code = fiche.code and own.version = fiche.version;

create view register.certification_search as
select certification_code, version, place, title_words, headings, document, since, until
from versions.certification_search
where until = 2147483647 and since <= current_setting('debouches.publication')::integer
union all
select certification_code, version, place, title_words, headings, document, since, until
from versions.certification_search
where until < 2147483647 and until > current_setting('debouches.publication')::integer
  and since <= current_setting('debouches.publication')::integer;

create view register.finding as
select key, rule, severity, certification_code, cohort_year, element, given, message, source_id,
  first_seen_publication_id, since, until
from versions.finding
where since <= current_setting('debouches.publication')::integer
  and until > current_setting('debouches.publication')::integer;

drop schema register_a cascade;
drop schema register_b cascade;
drop function index_register(text);
drop function empty_register(text);
alter table publication drop column register_schema;
