-- run in: register_a, register_b
-- The reports cohorts and insertion-rates. Values are as published, on the RS too; what they count
-- for is said by their status.
create view cohorts_report as
select certification.code as certification_code,
  certification.register,
  certification.title,
  certification.level,
  certification.registration_type,
  bi.is_active(certification.registration_ends_on, certification.active_flag, bi.as_of()) as active,
  certification.registration_ends_on,
  cohort.year,
  cohort.certified,
  cohort.certified_through_vae,
  bi.rounded(cohort.global_6_months) as global_6_months,
  bi.wilson_low(cohort.global_6_months, cohort.certified) as global_6_months_low,
  bi.wilson_high(cohort.global_6_months, cohort.certified) as global_6_months_high,
  cohort.certified as global_6_months_base,
  bi.rate_status(fact.global_6_months_outcome, cohort.year, 6, bi.as_of())
    as global_6_months_status,
  case when certification.register = 'RNCP' then bi.after_cohort(cohort.year, 12) end
    as global_6_months_due_on,
  bi.rounded(cohort.target_occupation_6_months) as target_occupation_6_months,
  bi.wilson_low(cohort.target_occupation_6_months, cohort.certified)
    as target_occupation_6_months_low,
  bi.wilson_high(cohort.target_occupation_6_months, cohort.certified)
    as target_occupation_6_months_high,
  cohort.certified as target_occupation_6_months_base,
  bi.rate_status(fact.target_occupation_6_months_outcome, cohort.year, 6, bi.as_of())
    as target_occupation_6_months_status,
  case when certification.register = 'RNCP' then bi.after_cohort(cohort.year, 12) end
    as target_occupation_6_months_due_on,
  bi.rounded(cohort.target_occupation_2_years) as target_occupation_2_years,
  bi.wilson_low(cohort.target_occupation_2_years, cohort.certified)
    as target_occupation_2_years_low,
  bi.wilson_high(cohort.target_occupation_2_years, cohort.certified)
    as target_occupation_2_years_high,
  cohort.certified as target_occupation_2_years_base,
  bi.rate_status(fact.target_occupation_2_years_outcome, cohort.year, 24, bi.as_of())
    as target_occupation_2_years_status,
  case when certification.register = 'RNCP' then bi.after_cohort(cohort.year, 30) end
    as target_occupation_2_years_due_on,
  bi.rounded(fact.global_6_months - fact.target_occupation_6_months) as gap_6_months
from cohort
join insertion_fact as fact using (certification_code, year)
join certification on certification.code = cohort.certification_code;

create view insertion_rates_report as
select certification.code as certification_code,
  certification.register,
  certification.title,
  certification.level,
  certification.registration_type,
  bi.is_active(certification.registration_ends_on, certification.active_flag, bi.as_of()) as active,
  certification.registration_ends_on,
  cohort.year,
  cohort.certified,
  cohort.certified_through_vae,
  published.indicator,
  bi.rounded(published.rate) as rate,
  bi.wilson_low(published.rate, cohort.certified) as rate_low,
  bi.wilson_high(published.rate, cohort.certified) as rate_high,
  cohort.certified as rate_base,
  state.rate_status,
  case when certification.register = 'RNCP' then state.due_on end as rate_due_on,
  case when state.rate_status in ('OVERDUE', 'OVERDUE_OPTIONAL') then bi.as_of() - state.due_on end
    as days_late,
  'CERTIFIED_WEIGHTED' as rate_basis,
  case when published.rate is not null then bi.reliability(cohort.certified) end
    as rate_reliability
from cohort
join insertion_fact as fact using (certification_code, year)
join certification on certification.code = cohort.certification_code
cross join lateral (
  values
    ('GLOBAL_6_MONTHS', 6, cohort.global_6_months, fact.global_6_months_outcome),
    ('TARGET_OCCUPATION_6_MONTHS', 6, cohort.target_occupation_6_months,
      fact.target_occupation_6_months_outcome),
    ('TARGET_OCCUPATION_2_YEARS', 24, cohort.target_occupation_2_years,
      fact.target_occupation_2_years_outcome)
) as published (indicator, horizon, rate, outcome)
cross join lateral (
  select bi.rate_status(published.outcome, cohort.year, published.horizon, bi.as_of())
      as rate_status,
    bi.after_cohort(cohort.year, published.horizon + 6) as due_on
) as state;
