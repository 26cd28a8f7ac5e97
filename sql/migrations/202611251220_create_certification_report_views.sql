-- run in: register_a, register_b
-- Certifying bodies in force as the reports name them: each SIREN and each name once, in the order
-- of the fiche.
create view certifiers_in_force as
select certification_code,
  (select string_agg(siren, ' ; ' order by place) from (
    select siren, min(place) as place
    from unnest(sirens) with ordinality as each (siren, place)
    where siren is not null group by siren
  ) as distinct_sirens) as sirens,
  (select string_agg(name, ' ; ' order by place) from (
    select name, min(place) as place
    from unnest(names) with ordinality as each (name, place) group by name
  ) as distinct_names) as names
from (
  select certification_code, array_agg(siren order by position) as sirens,
    array_agg(name order by position) as names
  from certification_certifier where active group by certification_code
) as in_force;

-- The reports certifications (of the last three cohorts) and blocks.
create view certifications_report as
select certification.code as certification_code,
  certification.register,
  certification.title,
  certification.level,
  certification.registration_type,
  bi.is_active(certification.registration_ends_on, certification.active_flag, bi.as_of()) as active,
  certification.registration_ends_on,
  certification.abbreviation_code as abbreviation,
  certification.abbreviation_label,
  certification.decision_on,
  certification.effective_on,
  certification.registration_years,
  (select string_agg(code, ' ; ' order by place) from (
    select code, min(position) as place from certification_speciality as link
    where link.certification_code = certification.code group by code
  ) as codes) as nsf_codes,
  (select string_agg(code, ' ; ' order by place) from (
    select code, min(position) as place from certification_occupation as link
    where link.certification_code = certification.code group by code
  ) as codes) as rome_codes,
  (select string_agg(code, ' ; ' order by place) from (
    select code, min(position) as place from certification_formacode as link
    where link.certification_code = certification.code group by code
  ) as codes) as formacodes,
  certifiers_in_force.sirens as certifier_sirens,
  certifiers_in_force.names as certifier_names,
  access.initial_training as access_initial_training,
  access.apprenticeship as access_apprenticeship,
  access.continuing_training as access_continuing_training,
  access.professionalisation_contract as access_professionalisation_contract,
  access.individual_application as access_individual_application,
  access.vae as access_vae,
  (select count(*)::integer from block where block.certification_code = certification.code)
    as blocks,
  fact.cohorts,
  fact.usable_cohorts,
  fact.newest_cohort,
  bi.rounded(pooled.global_6_months) as pooled_global_6_months,
  bi.wilson_low(pooled.global_6_months, last.global_6_months_base)
    as pooled_global_6_months_low,
  bi.wilson_high(pooled.global_6_months, last.global_6_months_base)
    as pooled_global_6_months_high,
  last.global_6_months_base as pooled_global_6_months_base,
  case when pooled.global_6_months is null then 'NO_RATE' else 'POOLED' end
    as pooled_global_6_months_status,
  bi.rounded(pooled.target_occupation_6_months) as pooled_target_occupation_6_months,
  bi.wilson_low(pooled.target_occupation_6_months, last.target_occupation_6_months_base)
    as pooled_target_occupation_6_months_low,
  bi.wilson_high(pooled.target_occupation_6_months, last.target_occupation_6_months_base)
    as pooled_target_occupation_6_months_high,
  last.target_occupation_6_months_base as pooled_target_occupation_6_months_base,
  case when pooled.target_occupation_6_months is null then 'NO_RATE' else 'POOLED' end
    as pooled_target_occupation_6_months_status,
  bi.rounded(pooled.target_occupation_2_years) as pooled_target_occupation_2_years,
  bi.wilson_low(pooled.target_occupation_2_years, last.target_occupation_2_years_base)
    as pooled_target_occupation_2_years_low,
  bi.wilson_high(pooled.target_occupation_2_years, last.target_occupation_2_years_base)
    as pooled_target_occupation_2_years_high,
  last.target_occupation_2_years_base as pooled_target_occupation_2_years_base,
  case when pooled.target_occupation_2_years is null then 'NO_RATE' else 'POOLED' end
    as pooled_target_occupation_2_years_status
from certification
join certification_fact as fact on fact.certification_code = certification.code
left join certifiers_in_force on certifiers_in_force.certification_code = certification.code
cross join lateral (
  select
    bool_or(open) filter (where route = 'INITIAL_TRAINING') as initial_training,
    bool_or(open) filter (where route = 'APPRENTICESHIP') as apprenticeship,
    bool_or(open) filter (where route = 'CONTINUING_TRAINING') as continuing_training,
    bool_or(open) filter (where route = 'PROFESSIONALISATION_CONTRACT')
      as professionalisation_contract,
    bool_or(open) filter (where route = 'INDIVIDUAL_APPLICATION') as individual_application,
    bool_or(open) filter (where route = 'VAE') as vae
  from access_route where access_route.certification_code = certification.code
) as access
-- Summed in millionths, as pooledSums does: whole numbers, of which the sums are exact.
cross join lateral (
  select
    coalesce(sum(certified) filter (where global_6_months is not null), 0)::integer
      as global_6_months_base,
    sum(certified * round(global_6_months * 1e6)) as global_6_months_millionths,
    coalesce(sum(certified) filter (where target_occupation_6_months is not null), 0)::integer
      as target_occupation_6_months_base,
    sum(certified * round(target_occupation_6_months * 1e6))
      as target_occupation_6_months_millionths,
    coalesce(sum(certified) filter (where target_occupation_2_years is not null), 0)::integer
      as target_occupation_2_years_base,
    sum(certified * round(target_occupation_2_years * 1e6))
      as target_occupation_2_years_millionths
  from insertion_fact as cohort
  where cohort.certification_code = certification.code and cohort.recency <= 3
) as last
cross join lateral (
  select
    last.global_6_months_millionths
      / nullif(last.global_6_months_base * 1e6::double precision, 0) as global_6_months,
    last.target_occupation_6_months_millionths
      / nullif(last.target_occupation_6_months_base * 1e6::double precision, 0)
      as target_occupation_6_months,
    last.target_occupation_2_years_millionths
      / nullif(last.target_occupation_2_years_base * 1e6::double precision, 0)
      as target_occupation_2_years
) as pooled;

create view blocks_report as
select certification.code as certification_code,
  certification.register,
  certification.title,
  certification.level,
  certification.registration_type,
  bi.is_active(certification.registration_ends_on, certification.active_flag, bi.as_of()) as active,
  certification.registration_ends_on,
  block.position,
  block.code as block_code,
  block.title as block_title,
  block.skills,
  block.assessment_modes,
  block.entry_prerequisites,
  block.validation_prerequisites
from block
join certification on certification.code = block.certification_code;
