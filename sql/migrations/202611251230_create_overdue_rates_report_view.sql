-- run in: register_a, register_b
-- The report overdue-rates, of the global rate at 6 months.
create view overdue_rates_report as
select certification.code as certification_code,
  certification.register,
  certification.title,
  certification.level,
  certification.registration_type,
  bi.is_active(certification.registration_ends_on, certification.active_flag, bi.as_of()) as active,
  certification.registration_ends_on,
  fact.year,
  fact.certified,
  fact.certified_through_vae,
  certifiers_in_force.sirens as certifier_sirens,
  certifiers_in_force.names as certifier_names,
  'GLOBAL_6_MONTHS' as indicator,
  'OVERDUE' as rate_status,
  bi.after_cohort(fact.year, 12) as rate_due_on,
  bi.as_of() - bi.after_cohort(fact.year, 12) as days_late
from insertion_fact as fact
join certification on certification.code = fact.certification_code
left join certifiers_in_force on certifiers_in_force.certification_code = certification.code
where bi.rate_status(fact.global_6_months_outcome, fact.year, 6, bi.as_of()) = 'OVERDUE';
