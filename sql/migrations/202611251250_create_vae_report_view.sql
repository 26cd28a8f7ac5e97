-- run in: register_a, register_b
-- The report vae.
create view vae_report as
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
  bi.rounded(100 * cohort.certified_through_vae / nullif(cohort.certified, 0)::double precision)
    as vae_share,
  access_route.open as access_vae
from cohort
join certification on certification.code = cohort.certification_code
left join access_route
  on access_route.certification_code = cohort.certification_code and access_route.route = 'VAE';
