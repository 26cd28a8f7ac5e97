-- run in: register_a, register_b
-- The reports with one group of cohorts a row, over the whole register.
select create_group_view('insertion_by_year', 'YEAR', 'key::integer as year');

select create_group_view('insertion_by_level', 'LEVEL', $$
  key::integer as level,
  coalesce('Niveau ' || key, 'Niveau non renseigné') as level_label
$$);

select create_group_view('insertion_by_speciality', 'SPECIALITY', $$
  left(key, 1) as speciality_domain,
  bi.official_speciality_label(left(key, 1)) as speciality_domain_label,
  case when length(key) > 1 then left(key, 2) end as speciality_subdomain,
  case when length(key) > 1 then bi.official_speciality_label(left(key, 2)) end
    as speciality_subdomain_label,
  key as speciality,
  coalesce(
    bi.coded(key, coalesce(
      (select label from speciality where code = key), bi.official_speciality_label(key))),
    'Sans code NSF') as speciality_label
$$);

select create_group_view('insertion_by_occupation', 'OCCUPATION', $$
  left(key, 3) as occupation_domain,
  bi.official_occupation_label(left(key, 3)) as occupation_domain_label,
  key as occupation,
  coalesce(
    bi.coded(key, coalesce(
      (select label from occupation where code = key), bi.official_occupation_label(key))),
    'Sans code ROME') as occupation_label
$$);

select create_group_view('insertion_by_certifier', 'CERTIFIER', $$
  key as certifier_siren,
  coalesce(
    (select name from certifier where siren = key), key, 'Sans certificateur connu par SIREN')
    as certifier_name
$$);
