import { dayOf, intOf } from '../../snapshot/columns.ts';
import { cohortCount } from '../../snapshot/figures.ts';
import { certificationColumns } from '../certification-columns.ts';
import { dimension, figure } from '../columns.ts';
import { dataset } from '../declared-dataset.ts';
import { AS_OF } from '../filter-parameters.ts';
import { certificationsOf } from '../filtered-rows.ts';

export const certification = dataset<number>({
  name: 'certification',
  title: { fr: 'Certifications (étoile)', en: 'Certifications (star)' },
  description: {
    fr: 'Ce par quoi promotions et taux sont groupés\u00a0: à joindre par certification_code.',
    en: 'What cohorts and rates are grouped by: join on certification_code.',
  },
  grain: { fr: 'une ligne par certification', en: 'one row for each certification' },
  key: ['certification_code'],
  additive: ['cohorts'],
  parameters: [AS_OF],
  items: certificationsOf,
  columns: () => [
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
  ],
});
