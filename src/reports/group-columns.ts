import { INSERTION_INDICATORS } from '../domain/indicator.ts';
import type { RateStatus } from '../domain/rate-status.ts';
import { POOLED_LABELS } from './code-labels.ts';
import { figure, measure, type PooledRateCells, pooledRateColumns } from './columns.ts';
import type { Bilingual, Column } from './report.ts';

/** One indicator of a group, as the documents ask for it, in the order of `INSERTION_INDICATORS`. */
interface GroupRateCells extends PooledRateCells {
  readonly certificationsWithRate: number;
  readonly unweightedMean: number | null;
  readonly median: number | null;
  readonly lowerQuartile: number | null;
  readonly upperQuartile: number | null;
  readonly coverage: { readonly ratio: number | null };
  readonly statuses: readonly { readonly status: string; readonly cohorts: number }[];
}

/** What became of the certified of a group, as the documents ask for it. */
interface GroupCells {
  readonly certifications: number;
  readonly cohorts: number;
  readonly cohortsWithoutCertified: number;
  readonly certified: number;
  readonly certifiedThroughVae: number;
  readonly vaeShare: number | null;
  readonly vaeShareBase: number;
  readonly rates: readonly GroupRateCells[];
}

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
export function groupColumns<Item>(of: (item: Item) => GroupCells): Column<Item>[] {
  return [
    figure<Item>(
      'certifications',
      'INTEGER',
      'CERTIFICATIONS',
      { fr: 'Nombre de certifications', en: 'Certifications' },
      'Certifications. Those that have a cohort in the group, each once.',
      (item) => of(item).certifications,
    ),
    figure<Item>(
      'cohorts',
      'INTEGER',
      'COHORTS',
      { fr: 'Nombre de promotions', en: 'Cohorts' },
      'Cohorts. All of the group.',
      (item) => of(item).cohorts,
    ),
    figure<Item>(
      'cohorts_without_certified',
      'INTEGER',
      'COHORTS',
      {
        fr: 'Promotions sans nombre de certifiés',
        en: 'Cohorts that do not publish their number of certified',
      },
      'Cohorts. Those that do not publish their number of certified: they are in no sum.',
      (item) => of(item).cohortsWithoutCertified,
    ),
    measure<Item>('certified', 'INTEGER', 'SUMMARY_CERTIFIED', (item) => of(item).certified),
    measure<Item>(
      'certified_through_vae',
      'INTEGER',
      'SUMMARY_CERTIFIED_THROUGH_VAE',
      (item) => of(item).certifiedThroughVae,
    ),
    measure<Item>('vae_share', 'NUMBER', 'VAE_SHARE', (item) => of(item).vaeShare),
    measure<Item>('vae_share_base', 'INTEGER', 'VAE_SHARE_BASE', (item) => of(item).vaeShareBase),
    ...INSERTION_INDICATORS.flatMap((indicator, index) =>
      groupRateColumns<Item>(
        indicator.toLowerCase(),
        POOLED_LABELS[indicator],
        (item) => of(item).rates[index],
      ),
    ),
  ];
}

function groupRateColumns<Item>(
  name: string,
  label: Bilingual,
  of: (item: Item) => GroupRateCells | undefined,
): Column<Item>[] {
  const part = (
    suffix: string,
    type: 'INTEGER' | 'NUMBER',
    id: Parameters<typeof measure>[2],
    cell: (rate: GroupRateCells) => number | null,
  ): Column<Item> => {
    const column = measure<Item>(`${name}_${suffix}`, type, id, (item) => {
      const rate = of(item);
      return rate && cell(rate);
    });
    return { ...column, label: labelOfPart(label, column.label) };
  };
  return [
    ...pooledRateColumns<Item>(name, label, of),
    part('certifications', 'INTEGER', 'CERTIFICATIONS_WITH_RATE', (r) => r.certificationsWithRate),
    part('mean', 'NUMBER', 'SUMMARY_MEAN', ({ unweightedMean }) => unweightedMean),
    part('median', 'NUMBER', 'SUMMARY_MEDIAN', ({ median }) => median),
    part('lower_quartile', 'NUMBER', 'SUMMARY_LOWER_QUARTILE', (rate) => rate.lowerQuartile),
    part('upper_quartile', 'NUMBER', 'SUMMARY_UPPER_QUARTILE', (rate) => rate.upperQuartile),
    part('coverage', 'NUMBER', 'COVERAGE_RATIO', ({ coverage }) => coverage.ratio),
    ...STATUS_COLUMNS.map((column) =>
      figure<Item>(
        `${name}_${column.suffix}`,
        'INTEGER',
        'COHORTS',
        labelOfPart(label, column.label),
        `Cohorts. Those of the group of which ${name} has the status ${column.statuses.join(' or ')} on the day. Never absent.`,
        (item) => {
          const statuses = of(item)?.statuses ?? [];
          return statuses
            .filter(({ status }) => column.statuses.some((each) => each === status))
            .reduce((sum, { cohorts }) => sum + cohorts, 0);
        },
      ),
    ),
  ];
}

function labelOfPart(rate: Bilingual, part: Bilingual): Bilingual {
  return { fr: `${rate.fr} : ${part.fr}`, en: `${rate.en}: ${part.en}` };
}
