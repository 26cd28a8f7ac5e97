import { type Kysely, sql } from 'kysely';
import type { FicheTexts } from '../../domain/certification/fiche.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import type { DB } from '../tables.ts';

/** The long sections of the given certifications, one row each. */
export function textsByCertification(db: Kysely<DB>, codes: readonly string[]) {
  return db
    .selectFrom('certification_text')
    .where('certification_code', '=', sql<string>`any(${codes}::text[])`)
    .select([
      'certification_code as certificationCode',
      'objectives',
      'activities',
      'attested_skills as attestedSkills',
      'assessment_modes as assessmentModes',
      'acquisition_by_blocks as acquisitionByBlocks',
      'sectors',
      'job_types as jobTypes',
      'regulations',
      'entry_prerequisites as entryPrerequisites',
      'validation_prerequisites as validationPrerequisites',
      'mastery_levels as masteryLevels',
      'renewal_terms as renewalTerms',
      'partial_validation_scope as partialValidationScope',
      'components_validity as componentsValidity',
      'preparing_bodies as preparingBodies',
      'reference_framework as referenceFramework',
    ])
    .orderBy('certification_code')
    .$castTo<FicheTexts & { certificationCode: RegisterCode }>();
}

/** The long texts of a block; null = not published. */
export interface BlockTexts {
  readonly certificationCode: RegisterCode;
  /** 1 for the first block of the fiche. */
  readonly position: number;
  readonly skills: string | null;
  readonly assessmentModes: string | null;
  readonly entryPrerequisites: string | null;
  readonly validationPrerequisites: string | null;
}

/** The long texts of the blocks of the given certifications, in the order of the fiche. */
export function blockTextsByCertification(db: Kysely<DB>, codes: readonly string[]) {
  return db
    .selectFrom('block')
    .where('certification_code', '=', sql<string>`any(${codes}::text[])`)
    .select([
      'certification_code as certificationCode',
      'position',
      'skills',
      'assessment_modes as assessmentModes',
      'entry_prerequisites as entryPrerequisites',
      'validation_prerequisites as validationPrerequisites',
    ])
    .orderBy('certification_code')
    .orderBy('position')
    .$castTo<BlockTexts>();
}
