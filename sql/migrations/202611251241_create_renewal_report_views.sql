-- run in: register_a, register_b
-- The reports expiring (within twelve months) and renewal-readiness (of active certifications).
create view expiring_report as
select certification.code as certification_code,
  certification.register,
  certification.title,
  certification.level,
  certification.registration_type,
  true as active,
  certification.registration_ends_on,
  certifiers_in_force.sirens as certifier_sirens,
  certifiers_in_force.names as certifier_names,
  bi.renewal_stage(certification.registration_ends_on, bi.as_of()) as renewal_stage,
  (certification.registration_ends_on - interval '8 months')::date as file_by,
  (certification.registration_ends_on - interval '7 months')::date as file_at_latest,
  (certification.registration_ends_on - interval '8 months')::date < bi.as_of() as filing_passed,
  fact.replaced
from certification
join certification_fact as fact on fact.certification_code = certification.code
left join certifiers_in_force on certifiers_in_force.certification_code = certification.code
where certification.registration_ends_on
  between bi.as_of() and (bi.as_of() + interval '12 months')::date;

create view renewal_readiness_report as
select certification.code as certification_code,
  certification.register,
  certification.title,
  certification.level,
  certification.registration_type,
  true as active,
  certification.registration_ends_on,
  certifiers_in_force.sirens as certifier_sirens,
  certifiers_in_force.names as certifier_names,
  bi.renewal_stage(certification.registration_ends_on, bi.as_of()) as renewal_stage,
  (certification.registration_ends_on - interval '8 months')::date as file_by,
  (certification.registration_ends_on - interval '7 months')::date as file_at_latest,
  (certification.registration_ends_on - interval '12 months')::date as watch_opens_on,
  fact.cohorts,
  fact.usable_cohorts,
  2 as usual_cohorts,
  of_status.published as cohorts_published,
  of_status.published_early as cohorts_published_early,
  of_status.no_holder as cohorts_no_holder,
  of_status.not_yet_observable as cohorts_not_yet_observable,
  of_status.in_collection as cohorts_in_collection,
  of_status.closed_before_due as cohorts_closed_before_due,
  of_status.overdue as cohorts_overdue
from certification
join certification_fact as fact on fact.certification_code = certification.code
left join certifiers_in_force on certifiers_in_force.certification_code = certification.code
cross join lateral (
  select
    count(*) filter (where status = 'PUBLISHED')::integer as published,
    count(*) filter (where status = 'PUBLISHED_EARLY')::integer as published_early,
    count(*) filter (where status = 'NO_HOLDER')::integer as no_holder,
    count(*) filter (where status = 'NOT_YET_OBSERVABLE')::integer as not_yet_observable,
    count(*) filter (where status = 'IN_COLLECTION')::integer as in_collection,
    count(*) filter (where status = 'CLOSED_BEFORE_DUE')::integer as closed_before_due,
    count(*) filter (where status = 'OVERDUE')::integer as overdue
  from (
    select bi.rate_status(cohort.global_6_months_outcome, cohort.year, 6, bi.as_of()) as status
    from insertion_fact as cohort where cohort.certification_code = certification.code
  ) as statuses
) as of_status
where certification.register = 'RNCP'
  and bi.is_active(certification.registration_ends_on, certification.active_flag, bi.as_of());
