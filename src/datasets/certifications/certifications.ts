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
import { dimension, figure, joined, measure } from '../columns.ts';
import { dataset } from '../declared-dataset.ts';
import { emptyCertifications } from '../empty-rows.ts';
import {
  AS_OF,
  CERTIFICATION_PARAMETERS,
  LAST_COHORTS,
  lastCohorts,
} from '../filter-parameters.ts';
import { certificationsOf } from '../filtered-rows.ts';
import { notesColumn } from '../notes/note-columns.ts';
import { pooledRateColumns } from '../rates/rate-columns.ts';
import { POOLED_RATE_NAMES } from '../rates/rate-names.ts';

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
function codes(name: string, { fr, en }: Bilingual, of: (snapshot: Snapshot) => Nomenclature) {
  return dimension<number>(
    name,
    'TEXT',
    {
      label: fr,
      description: `${fr}, chacun une fois, dans l’ordre de la fiche, séparés par «\u00a0;\u00a0»\u00a0; vide quand elle n’en a pas`,
    },
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
  description: {
    fr: 'Les répertoires en une table large\u00a0: ce qu’est chaque certification, qui en est certificateur, par quelles voies elle s’obtient, et les taux de ses dernières promotions réunies.',
    en: 'The registers, wide: what each certification is, who certifies it, by which ways, and the rates of its last cohorts pooled.',
  },
  grain: { fr: 'une ligne par certification', en: 'one row for each certification' },
  key: ['certification_code'],
  additive: [
    ...['blocks', 'cohorts', 'usable_cohorts'],
    ...INSERTION_INDICATORS.map((indicator) => `pooled_${indicator.toLowerCase()}_base`),
  ],
  parameters: [...CERTIFICATION_PARAMETERS, LAST_COHORTS, AS_OF],
  items: certificationsOf,
  whyEmpty: emptyCertifications(),
  columns: (values) => [
    ...certificationColumns<number>((row) => row),
    dimension<number>(
      'abbreviation',
      'TEXT',
      {
        label: 'Abrégé',
        description:
          'Type de certification, tel que saisi\u00a0: TP, BTS, MASTER…\u00a0; vide quand la fiche n’en a pas',
      },
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
      {
        label: 'Libellé de l’abrégé',
        description: 'Ce que l’abrégé veut dire\u00a0; vide avec lui',
      },
      {
        label: 'Kind of certification (label)',
        description: 'What the abbreviation stands for; absent with it',
      },
      (row, { snapshot }) => snapshot.certifications.abbreviationLabel[row],
    ),
    dimension<number>(
      'decision_on',
      'DATE',
      {
        label: 'Date de décision',
        description: 'Jour de la décision\u00a0; vide quand il n’est pas publié',
      },
      {
        label: 'Day of the decision',
        description: 'Day of the decision; absent when not published',
      },
      (row, { snapshot }) => dayOf(snapshot.certifications.decisionOn[row]),
    ),
    dimension<number>(
      'effective_on',
      'DATE',
      {
        label: 'Date d’effet',
        description: 'Jour à partir duquel la décision vaut\u00a0; vide quand il n’est pas publié',
      },
      { label: 'Day of effect', description: 'Day from which it holds; absent when not published' },
      (row, { snapshot }) => dayOf(snapshot.certifications.effectiveOn[row]),
    ),
    figure<number>(
      'registration_years',
      'INTEGER',
      null,
      { fr: 'Durée d’enregistrement', en: 'Duration of the registration' },
      {
        fr: 'Années. Telles que décidées\u00a0; vide quand elles ne sont pas publiées.',
        en: 'Years. As decided; absent when not published.',
      },
      (row, { snapshot }) => intOf(snapshot.certifications.registrationYears[row]),
    ),
    codes(
      'nsf_codes',
      { fr: 'Codes NSF', en: 'NSF codes (spécialités)' },
      ({ specialities }) => specialities,
    ),
    codes(
      'rome_codes',
      { fr: 'Codes ROME', en: 'ROME codes (métiers)' },
      ({ occupations }) => occupations,
    ),
    codes('formacodes', { fr: 'Formacodes', en: 'Formacodes' }, ({ formacodes }) => formacodes),
    ...certifierColumns<number>((row) => row),
    ...ACCESS_ROUTES.map((route) =>
      dimension<number>(
        `access_${route.toLowerCase()}`,
        'BOOLEAN',
        {
          label: ROUTE_LABELS[route].fr,
          description: `${ROUTE_LABELS[route].fr}\u00a0; vide quand la source ne le dit pas`,
        },
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
      {
        fr: 'Blocs. Tous ceux que la fiche énumère\u00a0; 0 quand elle n’en énumère aucun.',
        en: 'Blocks. All that the fiche lists; 0 when it lists none.',
      },
      (row, { snapshot: { blocks } }) => (blocks.offset[row + 1] ?? 0) - (blocks.offset[row] ?? 0),
    ),
    figure<number>(
      'cohorts',
      'INTEGER',
      'COHORTS',
      { fr: 'Nombre de promotions', en: 'Cohorts' },
      {
        fr: 'Promotions. Toutes celles qui ont une ligne dans les statistiques\u00a0; 0 quand aucune n’en a.',
        en: 'Cohorts. All that have a line in the statistics; 0 when none has.',
      },
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
      {
        label: 'Dernière promotion',
        description: 'Année de la dernière promotion\u00a0; vide sans promotion',
      },
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
