import type { FicheTexts } from '../../domain/certification/fiche.ts';
import { builder } from '../core/builder.ts';
import { readFromDatabase } from '../cost/lists.ts';
import { CertificationRef } from './certification.ts';

/** The long sections of a fiche and their headings on the public page. */
const SECTIONS = {
  objectives: 'Objectifs et contexte de la certification',
  activities: 'Activités visées',
  attestedSkills: 'Compétences attestées (CAPACITES_ATTESTEES)',
  assessmentModes: 'Modalités d’évaluation; from the fiche page only',
  acquisitionByBlocks:
    'Modalités d’acquisition par capitalisation des blocs ou par correspondance; from the fiche page only',
  sectors: 'Secteurs d’activités',
  jobTypes: 'Types d’emplois accessibles',
  regulations: 'Références juridiques des réglementations d’activité',
  entryPrerequisites: 'Prérequis à l’entrée en formation',
  validationPrerequisites: 'Prérequis à la validation de la certification',
  masteryLevels: 'Niveaux de maîtrise des compétences, RS',
  renewalTerms: 'Modalités de renouvellement, RS',
  partialValidationScope: 'Périmètre de la validation partielle, RS',
  componentsValidity: 'Validité des composantes acquises; from the fiche page only',
  preparingBodies: 'Liste des organismes préparant à la certification; from the fiche page only',
  referenceFramework:
    'Référentiel d’activité, de compétences et d’évaluation; from the fiche page only',
} as const satisfies Record<keyof FicheTexts, string>;

for (const [section, heading] of Object.entries(SECTIONS)) {
  builder.objectField(CertificationRef, section, (t) =>
    t.string({
      nullable: true,
      description: `${heading}. Absent when the fiche has no such section.`,
      ...readFromDatabase,
      resolve: async ({ view, row }, _args, { loaders }) => {
        const code = view.snapshot.certifications.code[row] ?? '';
        return (await loaders.texts.load(code))[0]?.[section as keyof FicheTexts] ?? null;
      },
    }),
  );
}
