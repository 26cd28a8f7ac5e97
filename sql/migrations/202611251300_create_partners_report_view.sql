-- run in: register_a, register_b
-- The report partners.
create view partners_report as
select certification.code as certification_code,
  certification.register,
  certification.title,
  certification.level,
  certification.registration_type,
  bi.is_active(certification.registration_ends_on, certification.active_flag, bi.as_of()) as active,
  certification.registration_ends_on,
  partner.role as partner_role,
  partner.state as partner_state,
  partner.active as partner_active,
  partner.rows,
  partner.establishments,
  partner.legal_units
from (
  select certification_code, role, state, active,
    count(*)::integer as rows,
    count(distinct coalesce(siret, name))::integer as establishments,
    count(distinct coalesce(siren, name))::integer as legal_units
  from certification_partner
  group by certification_code, role, state, active
) as partner
join certification on certification.code = partner.certification_code;
