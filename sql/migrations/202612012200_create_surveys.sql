-- Holders' surveys (docs/surveys.md). Rows of holders stay in the schema `survey` and are served to nobody;
-- what is counted of them is kept by publication, as the register is: valid from publication `since` until
-- publication `until`, that one excluded; 2147483647 = still valid.
create schema survey;

-- By what the keyed hashes were made: rows made with another secret would not match.
create table survey.secret (
  singleton boolean primary key default true check (singleton),
  fingerprint text not null
);

create table survey.import (
  id integer generated always as identity primary key,
  publication_id integer not null,
  imported_at timestamptz not null,
  -- SIREN of the body for which it was imported; null = by the operator.
  siren text collate "C",
  sha256 text[] not null,
  holders integer not null,
  answers integer not null
);

-- A certification whose employment abroad counts as employment, from the publication on that flagged it.
create table survey.international (
  certification_code text collate "C" not null,
  since integer not null,
  until integer not null
);

-- How the columns of the files of a body are read.
create table survey.mapping (
  siren text collate "C" primary key,
  mapping jsonb not null
);

-- A holder of a cohort: no identity, but a keyed hash of what the body calls them.
create table survey.holder (
  certification_code text collate "C" not null,
  year integer not null,
  holder uuid not null,
  -- Unsigned, 32 bits.
  record_key bigint not null,
  obtained_on date not null,
  access_route text collate "C",
  sex text collate "C",
  age_band text collate "C",
  region text collate "C",
  since integer not null,
  until integer not null
);
create index holder_cohort on survey.holder (certification_code, year);

create table survey.answer (
  certification_code text collate "C" not null,
  year integer not null,
  horizon integer not null,
  holder uuid not null,
  status text collate "C" not null,
  situation text collate "C",
  target_occupation text collate "C",
  contract text collate "C",
  contract_months integer,
  working_time text collate "C",
  category text collate "C",
  pay integer,
  job_region text collate "C",
  job_country text collate "C",
  job_title text,
  since integer not null,
  until integer not null
);
create index answer_cohort on survey.answer (certification_code, year);

-- Certifications that an examiner reads.
create table survey.assignment (
  examiner text collate "C" not null,
  certification_code text collate "C" not null,
  assigned_at timestamptz not null,
  primary key (examiner, certification_code)
);

-- Who read restricted figures.
create table survey.access (
  id bigint generated always as identity primary key,
  read_at timestamptz not null,
  request_id text not null,
  role text not null check (role in ('BODY', 'EXAMINER', 'OPERATOR')),
  reader text not null,
  siren text collate "C",
  operation text,
  certification_codes text[] not null
);
create index access_read_at on survey.access (read_at);

-- Counts of one class of holders of a cohort at a horizon, with pay in euros of those who work full time.
create table versions.survey_class (
  certification_code text collate "C" not null,
  year integer not null,
  horizon integer not null,
  dimension text collate "C" not null
    check (dimension in ('ALL', 'ROUTE', 'SEX', 'AGE_BAND', 'REGION')),
  value text collate "C",
  holders integer not null,
  respondents integer not null,
  unreachable integer not null,
  refused integer not null,
  not_asked integer not null,
  studying integer not null,
  work_study integer not null,
  unable integer not null,
  abroad integer not null,
  searching integer not null,
  inactive integer not null,
  interning integer not null,
  employed integer not null,
  in_target integer not null,
  target_unknown integer not null,
  permanent integer not null,
  fixed_term integer not null,
  temporary integer not null,
  civil_servant integer not null,
  public_contract integer not null,
  self_employed integer not null,
  other_contract integer not null,
  stable integer not null,
  stable_base integer not null,
  full_time integer not null,
  full_time_base integer not null,
  managers integer not null,
  managers_base integer not null,
  outside_region integer not null,
  outside_region_base integer not null,
  pay_base integer,
  pay_lower double precision,
  pay_median double precision,
  pay_upper double precision,
  since integer not null,
  until integer not null
);
create index survey_class_cohort on versions.survey_class (certification_code, year);

-- Holders of a cohort with the same attributes, and what is counted of them at each horizon.
create table versions.survey_cell (
  certification_code text collate "C" not null,
  year integer not null,
  access_route text collate "C",
  sex text collate "C",
  age_band text collate "C",
  region text collate "C",
  holders integer not null,
  record_keys bigint not null,
  respondents_6 integer,
  eligible_6 integer,
  employed_6 integer,
  in_target_6 integer,
  respondents_12 integer,
  eligible_12 integer,
  employed_12 integer,
  in_target_12 integer,
  respondents_24 integer,
  eligible_24 integer,
  employed_24 integer,
  in_target_24 integer,
  since integer not null,
  until integer not null
);
create index survey_cell_cohort on versions.survey_cell (certification_code, year);

-- Holders of a cohort who are eligible at two horizons, by whether a rate counts them at each.
create table versions.survey_paired (
  certification_code text collate "C" not null,
  year integer not null,
  rate text collate "C" not null check (rate in ('GLOBAL', 'TARGET_OCCUPATION')),
  from_horizon integer not null,
  to_horizon integer not null,
  "both" integer not null,
  first_only integer not null,
  second_only integer not null,
  neither integer not null,
  since integer not null,
  until integer not null
);
create index survey_paired_cohort on versions.survey_paired (certification_code, year);

-- What is remarkable about the rows of a cohort: how many of how many.
create table versions.survey_finding (
  certification_code text collate "C" not null,
  year integer not null,
  -- 0 = of the roster.
  horizon integer not null,
  rule text collate "C" not null,
  rows integer not null,
  of_rows integer not null,
  since integer not null,
  until integer not null
);
create index survey_finding_cohort on versions.survey_finding (certification_code, year);

-- What was erased: of publications from `since` until `until` nothing is answered of the surveys of a
-- cohort.
create table versions.survey_erasure (
  certification_code text collate "C" not null,
  year integer not null,
  erased_at timestamptz not null,
  since integer not null,
  until integer not null
);

create view register.survey_class with (security_invoker = true) as
select certification_code, year, horizon, dimension, value, holders, respondents, unreachable, refused,
  not_asked, studying, work_study, unable, abroad, searching, inactive, interning, employed,
  in_target, target_unknown, permanent, fixed_term, temporary, civil_servant, public_contract,
  self_employed, other_contract, stable, stable_base, full_time, full_time_base, managers,
  managers_base, outside_region, outside_region_base, pay_base, pay_lower, pay_median, pay_upper,
  since, until
from versions.survey_class
where since <= current_setting('debouches.publication')::integer
  and until > current_setting('debouches.publication')::integer;

create view register.survey_cell with (security_invoker = true) as
select certification_code, year, access_route, sex, age_band, region, holders, record_keys, respondents_6,
  eligible_6, employed_6, in_target_6, respondents_12, eligible_12, employed_12, in_target_12,
  respondents_24, eligible_24, employed_24, in_target_24, since, until
from versions.survey_cell
where since <= current_setting('debouches.publication')::integer
  and until > current_setting('debouches.publication')::integer;

create view register.survey_paired with (security_invoker = true) as
select certification_code, year, rate, from_horizon, to_horizon, "both", first_only, second_only, neither,
  since, until
from versions.survey_paired
where since <= current_setting('debouches.publication')::integer
  and until > current_setting('debouches.publication')::integer;

create view register.survey_finding with (security_invoker = true) as
select certification_code, year, horizon, rule, rows, of_rows, since, until
from versions.survey_finding
where since <= current_setting('debouches.publication')::integer
  and until > current_setting('debouches.publication')::integer;


create view register.survey_erasure with (security_invoker = true) as
select certification_code, year, erased_at, since, until
from versions.survey_erasure
where since <= current_setting('debouches.publication')::integer
  and until > current_setting('debouches.publication')::integer;
