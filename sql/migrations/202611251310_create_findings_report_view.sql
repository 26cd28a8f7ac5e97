-- run in: register_a, register_b
-- The report findings. Identifiers are those that GraphQL gives the same findings.
create view findings_report as
select encode(convert_to('Finding:' || finding.key, 'UTF8'), 'base64') as finding_id,
  finding.rule,
  finding.severity,
  finding.certification_code,
  certification.register,
  certification.title,
  case when certification.code is not null then
    bi.is_active(certification.registration_ends_on, certification.active_flag, bi.as_of())
  end as active,
  certifiers_in_force.sirens as certifier_sirens,
  certifiers_in_force.names as certifier_names,
  finding.cohort_year as year,
  finding.element,
  finding.given as given_value,
  finding.message,
  finding.first_seen_publication_id as first_seen_publication,
  publication.published_at as first_seen_at
from finding
join public.publication on publication.id = finding.first_seen_publication_id
left join certification on certification.code = finding.certification_code
left join certifiers_in_force
  on certifiers_in_force.certification_code = finding.certification_code;
