import type { Bilingual } from '../../domain/bilingual.ts';
import { ACCESS_ROUTES, type AccessRouteKind } from '../../domain/certification/access-route.ts';
import { INSERTION_INDICATORS } from '../../domain/rate/indicator.ts';
import { dayOf, intOf } from '../../snapshot/columns.ts';
import { cohortCount, isOpen, latestPooledFigure } from '../../snapshot/figures.ts';
import { codesOfRow } from '../../snapshot/filter/codes.ts';
import { notesOfLatest } from '../../snapshot/notes/notes.ts';
import type { Nomenclature, Snapshot } from '../../snapshot/snapshot.ts';
import { certificationColumns } from '../certification-columns.ts';
import { certifierColumns } from '../certifier-columns.ts';
import { POOLED_RATE_NAMES } from '../column-names.ts';
import { dimension, figure, joined, measure, pooledRateColumns } from '../columns.ts';
import { dataset } from '../dataset.ts';
import { emptyCertifications } from '../empty-rows.ts';
import {
  AS_OF,
  CERTIFICATION_PARAMETERS,
  LAST_COHORTS,
  lastCohorts,
} from '../filter-parameters.ts';
import { certificationsOf } from '../filtered-rows.ts';
import { notesColumn } from '../notes/note-columns.ts';

const ROUTE_LABELS: Readonly<Record<AccessRouteKind, Bilingual>> = {
  INITIAL_TRAINING: { fr: 'Accès par formation initiale', en: 'Open to initial training' },
  APPRENTICESHIP: { fr: 'Accès par apprentissage', en: 'Open to apprenticeship' },
  CONTINUING_TRAINING: { fr: 'Accès par formation continue', en: 'Open to continuing training' },
  PROFESSIONALISATION_CONTRACT: {
    fr: 'Accès par contrat de professionnalisation',
    en: 'Open to professionalisation contracts',
  },
  INDIVIDUAL_APPLICATION: {
    fr: 'Accès par candidature individuelle',
    en: 'Open to individual application',
  },
  VAE: { fr: 'Accès par VAE', en: 'Open to validation of experience' },
};

/** A nomenclature that the fiche is classified by. */
function codes(name: string, fr: string, en: string, of: (snapshot: Snapshot) => Nomenclature) {
  return dimension<number>(
    name,
    'TEXT',
    fr,
    {
      label: en,
      description: `${en}, each once, in the order of the fiche, between « ; »; absent when it has none`,
    },
    (row, { snapshot }) => joined(codesOfRow(of(snapshot), row)),
  );
}

export const certifications = dataset<number>({
  name: 'certifications',
  title: { fr: 'Certifications', en: 'Certifications' },
  description:
    'The registers, wide: what each certification is, who certifies it, by which ways, and the rates of its last cohorts pooled.',
  grain: 'one row for each certification',
  key: ['certification_code'],
  parameters: [...CERTIFICATION_PARAMETERS, LAST_COHORTS, AS_OF],
  items: certificationsOf,
  whyEmpty: emptyCertifications(),
  columns: (values) => [
    ...certificationColumns<number>((row) => row),
    dimension<number>(
      'abbreviation',
      'TEXT',
      'Abrégé',
      {
        label: 'Kind of certification',
        description:
          'Kind of certification, as typed: TP, BTS, MASTER…; absent when the fiche has none',
      },
      (row, { snapshot }) => snapshot.certifications.abbreviation[row],
    ),
    dimension<number>(
      'abbreviation_label',
      'TEXT',
      'Libellé de l’abrégé',
      {
        label: 'Kind of certification (label)',
        description: 'What the abbreviation stands for; absent with it',
      },
      (row, { snapshot }) => snapshot.certifications.abbreviationLabel[row],
    ),
    dimension<number>(
      'decision_on',
      'DATE',
      'Date de décision',
      {
        label: 'Day of the decision',
        description: 'Day of the decision; absent when not published',
      },
      (row, { snapshot }) => dayOf(snapshot.certifications.decisionOn[row]),
    ),
    dimension<number>(
      'effective_on',
      'DATE',
      'Date d’effet',
      { label: 'Day of effect', description: 'Day from which it holds; absent when not published' },
      (row, { snapshot }) => dayOf(snapshot.certifications.effectiveOn[row]),
    ),
    figure<number>(
      'registration_years',
      'INTEGER',
      null,
      { fr: 'Durée d’enregistrement', en: 'Duration of the registration' },
      'Years. As decided; absent when not published.',
      (row, { snapshot }) => intOf(snapshot.certifications.registrationYears[row]),
    ),
    codes('nsf_codes', 'Codes NSF', 'NSF codes (spécialités)', ({ specialities }) => specialities),
    codes('rome_codes', 'Codes ROME', 'ROME codes (métiers)', ({ occupations }) => occupations),
    codes('formacodes', 'Formacodes', 'Formacodes', ({ formacodes }) => formacodes),
    ...certifierColumns<number>((row) => row),
    ...ACCESS_ROUTES.map((route) =>
      dimension<number>(
        `access_${route.toLowerCase()}`,
        'BOOLEAN',
        ROUTE_LABELS[route].fr,
        {
          label: ROUTE_LABELS[route].en,
          description: `${ROUTE_LABELS[route].en}; absent when the source does not say`,
        },
        (row, { snapshot }) => isOpen(snapshot, row, route),
      ),
    ),
    figure<number>(
      'blocks',
      'INTEGER',
      null,
      { fr: 'Nombre de blocs de compétences', en: 'Competency blocks' },
      'Blocks. All that the fiche lists; 0 when it lists none.',
      (row, { snapshot: { blocks } }) => (blocks.offset[row + 1] ?? 0) - (blocks.offset[row] ?? 0),
    ),
    figure<number>(
      'cohorts',
      'INTEGER',
      'COHORTS',
      { fr: 'Nombre de promotions', en: 'Cohorts' },
      'Cohorts. All that have a line in the statistics; 0 when none has.',
      (row, { snapshot }) => cohortCount(snapshot, row),
    ),
    measure<number>(
      'usable_cohorts',
      'INTEGER',
      'USABLE_COHORTS',
      (row, { snapshot }) => snapshot.certifications.usableCohorts[row],
    ),
    dimension<number>(
      'newest_cohort',
      'INTEGER',
      'Dernière promotion',
      { label: 'Newest cohort', description: 'Year of the newest cohort; absent without cohorts' },
      (row, { snapshot }) => intOf(snapshot.certifications.newestCohort[row]),
    ),
    ...INSERTION_INDICATORS.flatMap((indicator) =>
      pooledRateColumns<number>(
        `pooled_${indicator.toLowerCase()}`,
        POOLED_RATE_NAMES[indicator],
        (row, view) => latestPooledFigure(view.snapshot, row, indicator, lastCohorts(values)),
      ),
    ),
    notesColumn<number>((row, view) =>
      notesOfLatest(view, [row], { kind: null, lastCohorts: lastCohorts(values) }),
    ),
  ],
});
