import type { Bilingual } from '../../domain/bilingual.ts';
import { POOLED_LABELS } from '../../domain/code-labels.ts';
import { SummaryFigure, vaeShare } from '../../domain/insertion/insertion-summary.ts';
import { INSERTION_INDICATORS, type InsertionIndicator } from '../../domain/rate/indicator.ts';
import type { RateStatus } from '../../domain/rate/rate-status.ts';
import type { CohortGroup } from '../../snapshot/group/cohort-group.ts';
import { figure, measure, pooledRateColumns, remembered } from '../columns.ts';
import type { Column } from '../dataset.ts';

/** A column that counts the cohorts of a group by the status of one of its rates. */
interface StatusColumn {
  readonly suffix: string;
  readonly statuses: readonly RateStatus[];
  readonly label: Bilingual;
}

/** Each status is in one of them: together they are all cohorts of the group. */
const STATUS_COLUMNS: readonly StatusColumn[] = [
  {
    suffix: 'published',
    statuses: ['PUBLISHED', 'PUBLISHED_EARLY'],
    label: { fr: 'promotions publiées', en: 'cohorts that publish it' },
  },
  {
    suffix: 'not_yet_observable',
    statuses: ['NOT_YET_OBSERVABLE'],
    label: { fr: 'promotions pas encore observables', en: 'cohorts not yet observable' },
  },
  {
    suffix: 'in_collection',
    statuses: ['IN_COLLECTION'],
    label: { fr: 'promotions en cours de collecte', en: 'cohorts in collection' },
  },
  {
    suffix: 'overdue',
    statuses: ['OVERDUE', 'OVERDUE_OPTIONAL'],
    label: { fr: 'promotions en retard', en: 'cohorts that are overdue' },
  },
  {
    suffix: 'closed_before_due',
    statuses: ['CLOSED_BEFORE_DUE'],
    label: {
      fr: 'promotions dont l’enregistrement est échu avant l’échéance',
      en: 'cohorts whose registration ended before the due date',
    },
  },
  {
    suffix: 'not_in_source',
    statuses: ['NOT_IN_SOURCE'],
    label: { fr: 'promotions dont la source ne le porte pas', en: 'cohorts not carried by source' },
  },
  {
    suffix: 'not_expected',
    statuses: ['NO_HOLDER', 'NOT_APPLICABLE'],
    label: { fr: 'promotions sans taux attendu', en: 'cohorts of which none is expected' },
  },
];

/** What a row says of its group, in every report that has one group of cohorts a row. */
export function groupColumns(): Column<CohortGroup>[] {
  return [
    figure<CohortGroup>(
      'certifications',
      'INTEGER',
      'CERTIFICATIONS',
      { fr: 'Nombre de certifications', en: 'Certifications' },
      'Certifications. Those that have a cohort in the group, each once.',
      (group) => group.certifications,
    ),
    figure<CohortGroup>(
      'cohorts',
      'INTEGER',
      'COHORTS',
      { fr: 'Nombre de promotions', en: 'Cohorts' },
      'Cohorts. All of the group.',
      (group) => group.cohorts,
    ),
    figure<CohortGroup>(
      'cohorts_without_certified',
      'INTEGER',
      'COHORTS',
      {
        fr: 'Promotions sans nombre de certifiés',
        en: 'Cohorts that do not publish their number of certified',
      },
      'Cohorts. Those that do not publish their number of certified: they are in no sum.',
      (group) => group.cohortsWithoutCertified,
    ),
    measure<CohortGroup>('certified', 'INTEGER', 'SUMMARY_CERTIFIED', (group) => group.certified),
    measure<CohortGroup>(
      'certified_through_vae',
      'INTEGER',
      'SUMMARY_CERTIFIED_THROUGH_VAE',
      (group) => group.certifiedThroughVae,
    ),
    measure<CohortGroup>('vae_share', 'NUMBER', 'VAE_SHARE', vaeShare),
    measure<CohortGroup>(
      'vae_share_base',
      'INTEGER',
      'VAE_SHARE_BASE',
      (group) => group.certifiedWithVaeKnown,
    ),
    ...INSERTION_INDICATORS.flatMap(groupRateColumns),
  ];
}

function groupRateColumns(indicator: InsertionIndicator): Column<CohortGroup>[] {
  const name = indicator.toLowerCase();
  const label = POOLED_LABELS[indicator];
  const of = remembered((group: CohortGroup) => new SummaryFigure(group, indicator));
  const statuses = remembered((group: CohortGroup) => group.statuses(indicator));
  const part = (
    suffix: string,
    type: 'INTEGER' | 'NUMBER',
    id: Parameters<typeof measure>[2],
    cell: (figure: SummaryFigure) => number | null | undefined,
  ): Column<CohortGroup> => {
    const column = measure<CohortGroup>(`${name}_${suffix}`, type, id, (group, view) =>
      cell(of(group, view)),
    );
    return { ...column, label: labelOfPart(label, column.label) };
  };
  return [
    ...pooledRateColumns<CohortGroup>(name, label, of),
    part(
      'certifications',
      'INTEGER',
      'CERTIFICATIONS_WITH_RATE',
      ({ certificationsWithRate }) => certificationsWithRate,
    ),
    part('mean', 'NUMBER', 'SUMMARY_MEAN', ({ unweightedMean }) => unweightedMean),
    part('median', 'NUMBER', 'SUMMARY_MEDIAN', ({ quartiles }) => quartiles?.median),
    part('lower_quartile', 'NUMBER', 'SUMMARY_LOWER_QUARTILE', ({ quartiles }) => quartiles?.lower),
    part('upper_quartile', 'NUMBER', 'SUMMARY_UPPER_QUARTILE', ({ quartiles }) => quartiles?.upper),
    part('coverage', 'NUMBER', 'COVERAGE_RATIO', ({ coverage }) => coverage.ratio),
    ...STATUS_COLUMNS.map((column) =>
      figure<CohortGroup>(
        `${name}_${column.suffix}`,
        'INTEGER',
        'COHORTS',
        labelOfPart(label, column.label),
        `Cohorts. Those of the group of which ${name} has the status ${column.statuses.join(' or ')} on the day. Never absent.`,
        (group, view) =>
          statuses(group, view)
            .filter(({ status }) => column.statuses.some((each) => each === status))
            .reduce((sum, { cohorts }) => sum + cohorts, 0),
      ),
    ),
  ];
}

function labelOfPart(rate: Bilingual, part: Bilingual): Bilingual {
  return { fr: `${rate.fr} : ${part.fr}`, en: `${rate.en}: ${part.en}` };
}
