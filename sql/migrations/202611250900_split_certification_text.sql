-- run in: register_a, register_b
-- The long sections of a fiche leave the table that every list and every statistic reads whole.
create table certification_text (
  certification_code text collate "C" primary key,
  objectives text,
  activities text,
  attested_skills text,
  assessment_modes text,
  acquisition_by_blocks text,
  sectors text,
  job_types text,
  regulations text,
  entry_prerequisites text,
  validation_prerequisites text,
  mastery_levels text,
  renewal_terms text,
  partial_validation_scope text,
  components_validity text,
  preparing_bodies text,
  reference_framework text
);
insert into certification_text
select code, objectives, activities, attested_skills, assessment_modes, acquisition_by_blocks,
  sectors, job_types, regulations, entry_prerequisites, validation_prerequisites, mastery_levels,
  renewal_terms, partial_validation_scope, components_validity, preparing_bodies,
  reference_framework
from certification;
alter table certification
  drop column objectives,
  drop column activities,
  drop column attested_skills,
  drop column assessment_modes,
  drop column acquisition_by_blocks,
  drop column sectors,
  drop column job_types,
  drop column regulations,
  drop column entry_prerequisites,
  drop column validation_prerequisites,
  drop column mastery_levels,
  drop column renewal_terms,
  drop column partial_validation_scope,
  drop column components_validity,
  drop column preparing_bodies,
  drop column reference_framework;
