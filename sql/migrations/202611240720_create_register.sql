-- run in: register_a, register_b
-- The content of one publication. No foreign keys: links of the real register dangle, and a
-- publication is written once, checked, then only read.
-- Codes collate "C", so that prefixes use indexes and both engines sort alike.

create table certification (
  code text collate "C" primary key,
  register text not null check (register in ('RNCP', 'RS')),
  number integer not null,
  sheet_id integer,
  source_id integer not null,
  title text not null,
  -- the title without accents, case or doubled spaces: what is sorted and matched
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
  activities text,
  attested_skills text,
  sectors text,
  job_types text,
  regulations text,
  objectives text,
  entry_prerequisites text,
  validation_prerequisites text,
  mastery_levels text,
  renewal_terms text,
  partial_validation_scope text,
  assessment_modes text,
  acquisition_by_blocks text,
  distinct_block_prerequisites boolean,
  components_validity text,
  preparing_bodies text,
  reference_framework text
);

create table block (
  certification_code text collate "C" not null,
  position integer not null,
  code text collate "C" not null,
  title text not null,
  title_key text collate "C" not null,
  skills text,
  assessment_modes text,
  entry_prerequisites text,
  validation_prerequisites text,
  primary key (certification_code, position)
);

create table cohort (
  certification_code text collate "C" not null,
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
  -- every source that has a line for this cohort, even where it leaves cells empty
  source_ids integer[] not null,
  -- one of these sources can carry the target rate at 6 months (the XML feed never does)
  target_occupation_6_months_in_source boolean not null,
  primary key (certification_code, year)
);

create table certification_certifier (
  certification_code text collate "C" not null,
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
  primary key (certification_code, position)
);

create table certification_partner (
  certification_code text collate "C" not null,
  position integer not null,
  name text not null,
  siret text collate "C",
  siren text collate "C",
  role text check (role in ('TRAIN', 'ASSESS', 'TRAIN_AND_ASSESS')),
  state text,
  active boolean not null,
  active_since date,
  state_changed_on date,
  primary key (certification_code, position)
);

create table certification_occupation (
  certification_code text collate "C" not null,
  position integer not null,
  code text collate "C" not null,
  label text,
  primary key (certification_code, position)
);

create table certification_speciality (
  certification_code text collate "C" not null,
  position integer not null,
  code text collate "C" not null,
  label text,
  primary key (certification_code, position)
);

create table certification_formacode (
  certification_code text collate "C" not null,
  position integer not null,
  code text collate "C" not null,
  label text,
  primary key (certification_code, position)
);

create table access_route (
  certification_code text collate "C" not null,
  route text not null check (route in (
    'INITIAL_TRAINING', 'APPRENTICESHIP', 'CONTINUING_TRAINING',
    'PROFESSIONALISATION_CONTRACT', 'INDIVIDUAL_APPLICATION', 'VAE')),
  position integer not null,
  open boolean,
  jury text,
  changed_on date,
  primary key (certification_code, route)
);

create table legal_reference (
  certification_code text collate "C" not null,
  position integer not null,
  kind text not null check (kind in ('GENERAL', 'CREATION', 'OTHER')),
  title text,
  published_on date,
  primary key (certification_code, position)
);

create table collective_agreement (
  certification_code text collate "C" not null,
  position integer not null,
  kind text not null check (kind in ('CCN', 'IDCC')),
  number text,
  label text,
  primary key (certification_code, position)
);

create table lineage_link (
  certification_code text collate "C" not null,
  direction text not null check (direction in ('REPLACES', 'REPLACED_BY')),
  position integer not null,
  other_code text collate "C" not null,
  other_title text,
  primary key (certification_code, direction, position)
);

create table equivalence (
  certification_code text collate "C" not null,
  position integer not null,
  -- empty: the whole certification
  source_blocks text[] not null,
  target_code text collate "C" not null,
  target_blocks text[] not null,
  primary key (certification_code, position)
);

create table finding (
  key text collate "C" primary key,
  rule text collate "C" not null,
  severity text not null check (severity in ('ERROR', 'WARNING', 'INFORMATION')),
  certification_code text collate "C",
  cohort_year integer,
  element text,
  given text,
  message text not null,
  source_id integer,
  first_seen_publication_id integer not null
);

-- Derived after loading: each code once, with its most frequent label.
create table occupation (code text collate "C" primary key, label text);
create table speciality (code text collate "C" primary key, label text);
create table formacode (code text collate "C" primary key, label text);
create table certifier (
  siren text collate "C" primary key,
  name text not null,
  name_key text collate "C" not null
);
create table certification_search (
  certification_code text collate "C" primary key,
  document tsvector not null
);
