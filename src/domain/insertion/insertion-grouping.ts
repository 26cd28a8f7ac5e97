import { BadUserInputError } from '../errors.ts';
import { orderKeyed } from '../keyed-groups.ts';
import { firstOfEach, type OrderDirection } from '../order.ts';
import { isWithin, type Range } from '../range.ts';
import type { InsertionIndicator } from '../rate/indicator.ts';
import { inRanges, type Work } from '../work.ts';
import type { Dimension } from './dimension.ts';
import { type GroupSums, SummaryFigure, vaeShare } from './insertion-summary.ts';

/** Which groups are kept; absent conditions keep all. The total is not concerned. */
export interface InsertionHaving {
  /** Heads. */
  readonly certified?: Range<number> | null | undefined;
  readonly certifications?: Range<number> | null | undefined;
  readonly cohorts?: Range<number> | null | undefined;
  /** Percent of the certified whose cohort publishes the rate. */
  readonly coverage?:
    | (Range<number> & { readonly indicator: InsertionIndicator })
    | null
    | undefined;
}

/** Whether a group meets the conditions. A coverage that cannot be computed is within no bounds. */
export function isKept(sums: GroupSums, having: InsertionHaving): boolean {
  const { certified, certifications, cohorts, coverage } = having;
  return (
    isWithin(sums.certified, certified) &&
    isWithin(sums.certifications, certifications) &&
    isWithin(sums.cohorts, cohorts) &&
    (!coverage || isWithin(new SummaryFigure(sums, coverage.indicator).coverage.ratio, coverage))
  );
}

/** The groups that meet the conditions, as they are ordered. */
export function* keptGroups<Group extends GroupSums>(
  groups: readonly Group[],
  having: InsertionHaving,
): Work<readonly Group[]> {
  const kept: Group[] = [];
  yield* inRanges(groups.length, (from, to) => {
    for (const group of groups.slice(from, to)) if (isKept(group, having)) kept.push(group);
  });
  return kept;
}

/** What groups are ordered by. Those of a rate need an indicator. */
export const GROUP_ORDER_FIELDS = [
  'KEY',
  'CERTIFICATIONS',
  'COHORTS',
  'CERTIFIED',
  'CERTIFIED_THROUGH_VAE',
  'VAE_SHARE',
  'VALUE',
  'UNWEIGHTED_MEAN',
  'MEDIAN',
  'LOWER_QUARTILE',
  'UPPER_QUARTILE',
  'BASE',
  'COVERAGE',
  'COHORTS_WITHOUT_RATE',
] as const;

export type GroupOrderField = (typeof GROUP_ORDER_FIELDS)[number];

/** One thing to order groups by. */
export interface GroupOrder {
  readonly by: GroupOrderField;
  readonly direction: OrderDirection;
  readonly indicator?: InsertionIndicator | null | undefined;
}

/**
 * The groups in the order asked for, ties and an empty order by key.
 *
 * - Throws `BadUserInputError` for the measure of a rate without an indicator.
 */
export function* orderGroups<Group extends GroupSums>(
  groups: readonly Group[],
  dimensions: readonly Dimension[],
  orders: readonly GroupOrder[],
): Work<readonly Group[]> {
  return yield* orderKeyed(
    groups,
    dimensions,
    firstOfEach(orders, ({ by, indicator }) => `${by} ${indicator}`).map((order) => ({
      measure: order.by === 'KEY' ? null : measureOf(order),
      direction: order.direction,
    })),
  );
}

const COUNTS = {
  CERTIFICATIONS: (sums: GroupSums) => sums.certifications,
  COHORTS: (sums: GroupSums) => sums.cohorts,
  CERTIFIED: (sums: GroupSums) => sums.certified,
  CERTIFIED_THROUGH_VAE: (sums: GroupSums) => sums.certifiedThroughVae,
  VAE_SHARE: vaeShare,
};

const RATES = {
  VALUE: (figure: SummaryFigure) => figure.value,
  UNWEIGHTED_MEAN: (figure: SummaryFigure) => figure.unweightedMean,
  MEDIAN: (figure: SummaryFigure) => figure.quartiles?.median ?? null,
  LOWER_QUARTILE: (figure: SummaryFigure) => figure.quartiles?.lower ?? null,
  UPPER_QUARTILE: (figure: SummaryFigure) => figure.quartiles?.upper ?? null,
  BASE: (figure: SummaryFigure) => figure.base,
  COVERAGE: (figure: SummaryFigure) => figure.coverage.ratio,
  COHORTS_WITHOUT_RATE: (figure: SummaryFigure) =>
    figure.coverage.cohorts - figure.coverage.cohortsWithRate,
};

function measureOf({ by, indicator }: GroupOrder): (sums: GroupSums) => number | null {
  if (by in COUNTS) return COUNTS[by as keyof typeof COUNTS];
  if (!indicator) {
    throw new BadUserInputError({
      en: `orderBy: ${by} is the measure of a rate: name the indicator, for example { by: ${by}, indicator: GLOBAL_6_MONTHS }`,
      fr: `orderBy : ${by} est la mesure d’un taux : nommez l’indicateur, par exemple { by: ${by}, indicator: GLOBAL_6_MONTHS }`,
    });
  }
  const read = RATES[by as keyof typeof RATES];
  return (sums) => read(new SummaryFigure(sums, indicator));
}

/**
 * Finds for each group the one of the year before that is alike in all else; null for a group
 * without a year, and where the year before is not among the groups.
 */
export function* yearBefore<Group extends GroupSums>(
  groups: readonly Group[],
  dimensions: readonly Dimension[],
): Work<(group: Group) => Group | null> {
  const at = dimensions.indexOf('YEAR');
  if (at === -1) return () => null;
  const byKeys = new Map<string, Group>();
  yield* inRanges(groups.length, (from, to) => {
    for (const group of groups.slice(from, to)) byKeys.set(nameOf(group.keys), group);
  });
  return ({ keys }) => {
    const year = keys[at] ?? null;
    if (year === null) return null;
    return byKeys.get(nameOf(keys.with(at, String(Number(year) - 1)))) ?? null;
  };
}

/** Names a group; no key holds U+0000. */
function nameOf(keys: readonly (string | null)[]): string {
  return keys.map((key) => key ?? '\0').join(' \0');
}
