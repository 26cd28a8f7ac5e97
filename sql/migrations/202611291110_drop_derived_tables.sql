-- run in: register_a, register_b
-- What is counted, compared and pooled is computed on a publication in memory: what was derived for
-- that goes, and the indexes that its statements needed.
drop table insertion_fact;
drop table certification_fact;
drop table cohort_change;
drop table insertion_group;
drop table insertion_group_outcome;
drop table register_count;
drop table partner_group;
drop table abbreviation;
drop table occupation;
drop table speciality;
drop table formacode;
drop table certifier;
drop index if exists
  certification_register_number_idx,
  certification_title_key_code_idx,
  certification_registration_ends_on_code_idx,
  block_code_idx,
  cohort_year_certification_code_idx,
  certification_certifier_siren_certification_code_idx,
  certification_partner_siren_certification_code_idx,
  certification_occupation_code_certification_code_idx,
  certification_speciality_code_certification_code_idx,
  certification_formacode_code_certification_code_idx,
  equivalence_target_code_idx,
  finding_certification_code_idx;
