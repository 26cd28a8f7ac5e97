import type { Bilingual } from '../../domain/bilingual.ts';
import { SummaryFigure, vaeShare } from '../../domain/insertion/insertion-summary.ts';
import { INSERTION_INDICATORS, type InsertionIndicator } from '../../domain/rate/indicator.ts';
import type { RateStatus } from '../../domain/rate/rate-status.ts';
import type { CohortGroup } from '../../snapshot/group/cohort-group.ts';
import { figure, measure, ofMeasure, remembered, weighed } from '../columns.ts';
import type { Column } from '../dataset.ts';
import { notesColumn } from '../notes/note-columns.ts';
import { pooledRateColumns } from '../rates/rate-columns.ts';
import { POOLED_RATE_NAMES, partName } from '../rates/rate-names.ts';
import { betweenColumns } from './between-columns.ts';

/** A column that counts the cohorts of a group by the status of one of its rates. */
interface StatusColumn {
  readonly suffix: string;
  readonly statuses: readonly RateStatus[];
  readonly label: Bilingual;
}

/** Each status is in one of them or in `UNREADABLE`: together they are all cohorts of the group. */
const STATUS_COLUMNS: readonly StatusColumn[] = [
  {
    suffix: 'published',
    statuses: ['PUBLISHED', 'PUBLISHED_EARLY'],
    label: { fr: 'taux publiés', en: 'published' },
  },
  {
    suffix: 'not_yet_observable',
    statuses: ['NOT_YET_OBSERVABLE'],
    label: { fr: 'non observables', en: 'not yet observable' },
  },
  {
    suffix: 'in_collection',
    statuses: ['IN_COLLECTION'],
    label: { fr: 'en collecte', en: 'in collection' },
  },
  {
    suffix: 'overdue',
    statuses: ['OVERDUE', 'OVERDUE_OPTIONAL'],
    label: { fr: 'en retard', en: 'overdue' },
  },
  {
    suffix: 'closed_before_due',
    statuses: ['CLOSED_BEFORE_DUE'],
    label: { fr: 'échues avant terme', en: 'closed before due' },
  },
  {
    suffix: 'not_in_source',
    statuses: ['NOT_IN_SOURCE'],
    label: { fr: 'hors source', en: 'not in source' },
  },
  {
    suffix: 'not_expected',
    statuses: ['NO_HOLDER', 'NOT_APPLICABLE'],
    label: { fr: 'sans objet', en: 'not expected' },
  },
];

/** Apart from the others: tables of bi have columns that were added later at their end. */
const UNREADABLE: StatusColumn = {
  suffix: 'unreadable',
  statuses: ['UNREADABLE'],
  label: { fr: 'taux illisibles', en: 'unreadable' },
};

/** Columns that add up over groups of which none has a cohort of another. */
export const COHORT_SUMS: readonly string[] = [
  ...['cohorts', 'cohorts_without_certified', 'certified', 'certified_through_vae'],
  'vae_share_base',
  ...INSERTION_INDICATORS.flatMap((indicator) =>
    ['base', ...[...STATUS_COLUMNS, UNREADABLE].map(({ suffix }) => suffix)].map(
      (suffix) => `${indicator.toLowerCase()}_${suffix}`,
    ),
  ),
];

/** Those that add up beside them, over groups of which none has a certification of another. */
export const CERTIFICATION_SUMS: readonly string[] = [
  'certifications',
  ...INSERTION_INDICATORS.map((indicator) => `${indicator.toLowerCase()}_certifications`),
];

/** What a row says of its group, in every report that has one group of cohorts a row. */
export function groupColumns(): Column<CohortGroup>[] {
  return [
    figure<CohortGroup>(
      'certifications',
      'INTEGER',
      'CERTIFICATIONS',
      { fr: 'Nombre de certifications', en: 'Certifications' },
      {
        fr: 'Certifications. Celles qui ont une promotion dans le groupe, chacune une fois.',
        en: 'Certifications. Those that have a cohort in the group, each once.',
      },
      (group) => group.certifications,
    ),
    figure<CohortGroup>(
      'cohorts',
      'INTEGER',
      'COHORTS',
      { fr: 'Nombre de promotions', en: 'Cohorts' },
      { fr: 'Promotions. Toutes celles du groupe.', en: 'Cohorts. All of the group.' },
      (group) => group.cohorts,
    ),
    figure<CohortGroup>(
      'cohorts_without_certified',
      'INTEGER',
      'COHORTS',
      {
        fr: 'Promotions sans nombre de certifiés',
        en: 'Cohorts without number of certified',
      },
      {
        fr: 'Promotions. Celles qui ne publient pas leur nombre de certifiés\u00a0: elles n’entrent dans aucune somme.',
        en: 'Cohorts. Those that do not publish their number of certified: they are in no sum.',
      },
      (group) => group.cohortsWithoutCertified,
    ),
    measure<CohortGroup>('certified', 'INTEGER', 'SUMMARY_CERTIFIED', (group) => group.certified),
    measure<CohortGroup>(
      'certified_through_vae',
      'INTEGER',
      'SUMMARY_CERTIFIED_THROUGH_VAE',
      (group) => group.certifiedThroughVae,
    ),
    weighed(
      { base: 'vae_share_base' },
      measure<CohortGroup>('vae_share', 'NUMBER', 'VAE_SHARE', vaeShare),
    ),
    measure<CohortGroup>(
      'vae_share_base',
      'INTEGER',
      'VAE_SHARE_BASE',
      (group) => group.certifiedWithVaeKnown,
    ),
    ...INSERTION_INDICATORS.flatMap(groupRateColumns),
    // What 0.1.0 did not have comes last: views of `bi` can only get more columns.
    ...INSERTION_INDICATORS.map((indicator) => statusColumn(indicator, UNREADABLE)),
    ...INSERTION_INDICATORS.flatMap(betweenColumns),
    notesColumn<CohortGroup>((group) => group.notes(null)),
  ];
}

function groupRateColumns(indicator: InsertionIndicator): Column<CohortGroup>[] {
  const name = indicator.toLowerCase();
  const label = POOLED_RATE_NAMES[indicator];
  const of = remembered((group: CohortGroup) => new SummaryFigure(group, indicator));
  const part = (
    suffix: string,
    type: 'INTEGER' | 'NUMBER',
    id: Parameters<typeof measure>[2],
    { fr, en }: Bilingual,
    cell: (figure: SummaryFigure) => number | null | undefined,
  ): Column<CohortGroup> =>
    measure<CohortGroup>(
      `${name}_${suffix}`,
      type,
      id,
      (group, view) => cell(of(group, view)),
      partName(label.part, fr, en),
    );
  return [
    ...pooledRateColumns<CohortGroup>(name, { ...label, measure: 'SUMMARY_VALUE' }, of),
    part(
      'certifications',
      'INTEGER',
      'CERTIFICATIONS_WITH_RATE',
      { fr: 'certifications', en: 'certifications' },
      ({ certificationsWithRate }) => certificationsWithRate,
    ),
    part(
      'mean',
      'NUMBER',
      'SUMMARY_MEAN',
      { fr: 'moyenne simple', en: 'unweighted mean' },
      ({ unweightedMean }) => unweightedMean,
    ),
    part(
      'median',
      'NUMBER',
      'SUMMARY_MEDIAN',
      { fr: 'médiane', en: 'median' },
      ({ quartiles }) => quartiles?.median,
    ),
    part(
      'lower_quartile',
      'NUMBER',
      'SUMMARY_LOWER_QUARTILE',
      { fr: 'premier quartile', en: 'lower quartile' },
      ({ quartiles }) => quartiles?.lower,
    ),
    part(
      'upper_quartile',
      'NUMBER',
      'SUMMARY_UPPER_QUARTILE',
      { fr: 'troisième quartile', en: 'upper quartile' },
      ({ quartiles }) => quartiles?.upper,
    ),
    part(
      'coverage',
      'NUMBER',
      'COVERAGE_RATIO',
      { fr: 'couverture', en: 'coverage' },
      ({ coverage }) => coverage.ratio,
    ),
    ...STATUS_COLUMNS.map((column) => statusColumn(indicator, column)),
  ];
}

function statusColumn(indicator: InsertionIndicator, column: StatusColumn): Column<CohortGroup> {
  const name = indicator.toLowerCase();
  return ofMeasure(
    'COHORTS_WITH_STATUS',
    figure<CohortGroup>(
      `${name}_${column.suffix}`,
      'INTEGER',
      'COHORTS',
      partName(POOLED_RATE_NAMES[indicator].part, column.label.fr, column.label.en),
      {
        fr: `Promotions. Celles du groupe dont ${name} a le statut ${column.statuses.join(' ou ')} à la date de référence. Jamais vide.`,
        en: `Cohorts. Those of the group of which ${name} has the status ${column.statuses.join(' or ')} on the day. Never absent.`,
      },
      (group) =>
        group
          .statuses(indicator)
          .filter(({ status }) => column.statuses.some((each) => each === status))
          .reduce((sum, { cohorts }) => sum + cohorts, 0),
    ),
  );
}
