-- run in: register_a, register_b
-- What is derived at publication from the merged fiches, by the rules of src/domain.

-- One row for each cohort: what statistics sum, and what is settled about its rates.
create table insertion_fact (
  certification_code text collate "C" not null,
  year integer not null,
  -- 1 for the newest cohort of its certification
  recency integer not null,
  certified integer,
  certified_through_vae integer,
  -- none on the RS, whatever was published
  global_6_months double precision,
  target_occupation_6_months double precision,
  target_occupation_2_years double precision,
  -- RATE_OUTCOMES of src/domain/rate-status.ts
  global_6_months_outcome text not null,
  target_occupation_6_months_outcome text not null,
  target_occupation_2_years_outcome text not null,
  primary key (certification_code, year)
);

-- One row for each certification.
create table certification_fact (
  certification_code text collate "C" primary key,
  cohorts integer not null,
  -- cohorts whose global rate at 6 months is published
  usable_cohorts integer not null,
  newest_cohort integer,
  -- year of the oldest cohort that lacks a rate at 6 months which is expected; null = none does
  oldest_missing_cohort integer,
  -- bodies in force, each once
  certifiers integer not null,
  -- some fiche, this one or another, says what replaces it
  replaced boolean not null,
  has_equivalences boolean not null
);

-- From one year's cohort to the next, for rates that both publish on certified: whether the rate
-- rose or fell beyond chance, at 95 %.
create table cohort_change (
  certification_code text collate "C" not null,
  year integer not null,
  indicator text not null,
  verdict text not null check (verdict in ('RISE', 'FALL', 'NOT_SIGNIFICANT')),
  primary key (certification_code, year, indicator)
);

-- Each abbreviation once, whatever its case, as it is most often typed.
create table abbreviation (
  key text collate "C" primary key,
  code text not null,
  label text
);

-- Statistics over the whole register, for the groupings of src/db/stored-groups.ts.
create table insertion_group (
  grouping_name text not null,
  -- one for each dimension of the grouping, in its order; null = not known
  keys text[] collate "C" not null,
  certifications integer not null,
  cohorts integer not null,
  cohorts_without_certified integer not null,
  certified double precision not null,
  certified_through_vae double precision not null,
  certified_with_vae_known double precision not null,
  vae_with_certified_known double precision not null,
  global_6_months_cohorts integer not null,
  global_6_months_base double precision not null,
  global_6_months_weighted double precision not null,
  global_6_months_certifications integer not null,
  global_6_months_mean double precision,
  global_6_months_quartiles double precision[],
  target_occupation_6_months_cohorts integer not null,
  target_occupation_6_months_base double precision not null,
  target_occupation_6_months_weighted double precision not null,
  target_occupation_6_months_certifications integer not null,
  target_occupation_6_months_mean double precision,
  target_occupation_6_months_quartiles double precision[],
  target_occupation_2_years_cohorts integer not null,
  target_occupation_2_years_base double precision not null,
  target_occupation_2_years_weighted double precision not null,
  target_occupation_2_years_certifications integer not null,
  target_occupation_2_years_mean double precision,
  target_occupation_2_years_quartiles double precision[],
  primary key (grouping_name, keys)
);

-- How many cohorts of one year of such a group have one combination of outcomes.
create table insertion_group_outcome (
  grouping_name text not null,
  keys text[] collate "C" not null,
  year integer not null,
  global_6_months_outcome text not null,
  target_occupation_6_months_outcome text not null,
  target_occupation_2_years_outcome text not null,
  cohorts integer not null,
  primary key (grouping_name, keys, year, global_6_months_outcome,
    target_occupation_6_months_outcome, target_occupation_2_years_outcome)
);

-- What is served of each register, supplements included, and both registers always. Which
-- certifications are active depends on the day and is counted when it is asked.
create table register_count (
  register text primary key,
  certifications integer not null,
  blocks integer not null,
  cohorts integer not null,
  certifiers integer not null,
  partners integer not null
);

-- Partners of the whole register by role and state (src/db/partners.ts).
create table partner_group (
  role text,
  state text,
  active boolean not null,
  rows integer not null,
  establishments integer not null,
  legal_units integer not null
);
