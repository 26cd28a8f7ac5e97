-- run in: register_a, register_b
-- The report certifier-portfolio: rates over the last three cohorts, in millionths, as pooledSums
-- sums them.
create view certifier_portfolio_report as
with body as (
  select distinct certification_code, siren
  from certification_certifier
  where active and siren is not null
),
pooled as (
  select certification_code,
    coalesce(sum(certified) filter (where global_6_months is not null), 0)::integer
      as global_6_months_base,
    sum(certified * round(global_6_months * 1000000))
      / (nullif(sum(certified) filter (where global_6_months is not null), 0)::double precision
        * 1000000) as global_6_months,
    coalesce(sum(certified) filter (where target_occupation_6_months is not null), 0)::integer
      as target_occupation_6_months_base,
    sum(certified * round(target_occupation_6_months * 1000000))
      / (nullif(sum(certified) filter (where target_occupation_6_months is not null), 0)::double precision
        * 1000000) as target_occupation_6_months,
    coalesce(sum(certified) filter (where target_occupation_2_years is not null), 0)::integer
      as target_occupation_2_years_base,
    sum(certified * round(target_occupation_2_years * 1000000))
      / (nullif(sum(certified) filter (where target_occupation_2_years is not null), 0)::double precision
        * 1000000) as target_occupation_2_years
  from insertion_fact
  where recency <= 3
  group by certification_code
),
overdue as (
  select certification_code,
    sum(
      (bi.rate_status(global_6_months_outcome, year, 6, bi.as_of()) = 'OVERDUE')::integer
      + (bi.rate_status(target_occupation_6_months_outcome, year, 6, bi.as_of()) = 'OVERDUE')
        ::integer)::integer as rates
  from insertion_fact
  group by certification_code
)
select body.siren as certifier_siren,
  certifier.name as certifier_name,
  certification.code as certification_code,
  certification.register,
  certification.title,
  certification.level,
  certification.registration_type,
  bi.is_active(certification.registration_ends_on, certification.active_flag, bi.as_of()) as active,
  certification.registration_ends_on,
  fact.newest_cohort,
  fact.cohorts,
  coalesce(overdue.rates, 0) as overdue_rates,
  bi.rounded(pooled.global_6_months) as global_6_months,
  bi.wilson_low(pooled.global_6_months, pooled.global_6_months_base)
    as global_6_months_low,
  bi.wilson_high(pooled.global_6_months, pooled.global_6_months_base)
    as global_6_months_high,
  coalesce(pooled.global_6_months_base, 0) as global_6_months_base,
  case when pooled.global_6_months is null then 'NO_RATE' else 'POOLED' end
    as global_6_months_status,
  bi.rounded(pooled.target_occupation_6_months) as target_occupation_6_months,
  bi.wilson_low(pooled.target_occupation_6_months, pooled.target_occupation_6_months_base)
    as target_occupation_6_months_low,
  bi.wilson_high(pooled.target_occupation_6_months, pooled.target_occupation_6_months_base)
    as target_occupation_6_months_high,
  coalesce(pooled.target_occupation_6_months_base, 0) as target_occupation_6_months_base,
  case when pooled.target_occupation_6_months is null then 'NO_RATE' else 'POOLED' end
    as target_occupation_6_months_status,
  bi.rounded(pooled.target_occupation_2_years) as target_occupation_2_years,
  bi.wilson_low(pooled.target_occupation_2_years, pooled.target_occupation_2_years_base)
    as target_occupation_2_years_low,
  bi.wilson_high(pooled.target_occupation_2_years, pooled.target_occupation_2_years_base)
    as target_occupation_2_years_high,
  coalesce(pooled.target_occupation_2_years_base, 0) as target_occupation_2_years_base,
  case when pooled.target_occupation_2_years is null then 'NO_RATE' else 'POOLED' end
    as target_occupation_2_years_status
from certification
join certification_fact as fact on fact.certification_code = certification.code
left join body on body.certification_code = certification.code
left join certifier on certifier.siren = body.siren
left join pooled on pooled.certification_code = certification.code
left join overdue on overdue.certification_code = certification.code;
