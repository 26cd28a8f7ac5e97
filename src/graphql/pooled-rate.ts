import type { CohortRow } from '../db/cohorts.ts';
import { byIndicator, INSERTION_INDICATORS, type InsertionIndicator } from '../domain/indicator.ts';
import { measureDescription } from '../domain/measure-catalogue.ts';
import {
  latestCohorts,
  type PooledFigure,
  type PoolingCoverage,
  poolCohorts,
} from '../domain/pooling.ts';
import { reliabilityOf } from '../domain/reliability.ts';
import { builder } from './builder.ts';
import { type CertificationModel, CertificationRef } from './certification.ts';
import type { RequestContext } from './context.ts';
import { Indicator } from './insertion-indicator.ts';
import { intervalField, RateBasis, Reliability } from './interval.ts';
import { cohortStatuses, StatusCountRef } from './rate-status.ts';

export const CoverageRef = builder.objectRef<PoolingCoverage>('Coverage').implement({
  description: 'How much of the selected cohorts a figure speaks of.',
  fields: (t) => ({
    certified: t.exposeInt('certified', {
      description: 'Heads. Certified of all the selected cohorts that publish their number.',
    }),
    certifiedWithRate: t.exposeInt('certifiedWithRate', {
      description: 'Heads. Certified of the cohorts whose rate is published.',
    }),
    cohorts: t.exposeInt('cohorts', { description: 'Cohorts. All that are selected.' }),
    cohortsWithRate: t.exposeInt('cohortsWithRate', {
      description: 'Cohorts. Those whose rate is published.',
    }),
    cohortsWithoutCertified: t.exposeInt('cohortsWithoutCertified', {
      description: 'Cohorts. Those without a number of certified: they weigh in neither sum.',
    }),
    ratio: t.expose('ratio', {
      type: 'Percentage',
      nullable: true,
      description: measureDescription('COVERAGE_RATIO'),
    }),
  }),
});

/** One indicator pooled over cohorts of a certification. */
export interface PooledRateModel extends PooledFigure {
  readonly certification: CertificationModel;
  readonly pooled: readonly CohortRow[];
}

export const PooledRateRef = builder.objectRef<PooledRateModel>('PooledRate').implement({
  description:
    'One indicator over several cohorts of one certification, weighted by the certified.',
  fields: (t) => ({
    indicator: t.expose('indicator', { type: Indicator, description: 'Which of the three.' }),
    value: t.expose('value', {
      type: 'Percentage',
      nullable: true,
      description:
        'Percent, 0 to 100. Σ N·r / Σ N over the selected cohorts whose rate r is published. Denominator: certified (N) of the same cohorts. Absent when none of them has both.',
    }),
    unweightedMean: t.expose('unweightedMean', {
      type: 'Percentage',
      nullable: true,
      description: measureDescription('UNWEIGHTED_MEAN'),
    }),
    interval: intervalField(t),
    basis: t.expose('basis', { type: RateBasis, description: 'What the cohorts are weighted by.' }),
    base: t.exposeInt('base', { description: measureDescription('BASE') }),
    reliability: t.field({
      type: Reliability,
      nullable: true,
      description: measureDescription('RELIABILITY'),
      resolve: ({ value, base }) => (value === null ? null : reliabilityOf(base)),
    }),
    coverage: t.expose('coverage', {
      type: CoverageRef,
      description: 'How much of the selected cohorts it speaks of.',
    }),
    statuses: t.field({
      type: [StatusCountRef],
      description:
        'How many of the selected cohorts have each status on the as-of day: why a rate is missing where it is.',
      resolve: ({ certification, pooled, indicator }) =>
        cohortStatuses(certification, pooled, indicator),
    }),
    years: t.exposeIntList('years', {
      description:
        'Years of the selected cohorts, newest first, whether or not their rate is published.',
    }),
  }),
});

/** Cohorts that are pooled unless the query says otherwise. */
const DEFAULT_LAST_COHORTS = 3;

async function loadLatest(
  { code }: CertificationModel,
  lastCohorts: number | null | undefined,
  { loaders }: RequestContext,
) {
  const cohorts = await loaders.cohorts.load(code);
  return latestCohorts(cohorts, lastCohorts ?? DEFAULT_LAST_COHORTS);
}

/** One indicator pooled over the most recent cohorts of a certification. */
export async function loadPooled(
  certification: CertificationModel,
  indicator: InsertionIndicator,
  lastCohorts: number | null | undefined,
  context: RequestContext,
): Promise<PooledRateModel> {
  const cohorts = await loadLatest(certification, lastCohorts, context);
  return pooledRate(certification, cohorts, indicator);
}

/** One indicator pooled over the given cohorts of a certification. */
export function pooledRate(
  certification: CertificationModel,
  pooled: readonly CohortRow[],
  indicator: InsertionIndicator,
): PooledRateModel {
  const figure = poolCohorts(pooled.map(poolable), indicator, certification.register);
  return { ...figure, certification, pooled };
}

/** A cohort as pooling sees it. */
function poolable({ year, certified, rates }: CohortRow) {
  return {
    year,
    certified,
    rates: byIndicator((indicator) => rates[indicator].value),
  };
}

const LAST_COHORTS =
  'Cohorts, 1 to 50. So many of the most recent of the certification, whether or not their rate is published.';

builder.objectFields(CertificationRef, (t) => ({
  insertion: t.field({
    type: [PooledRateRef],
    description: 'All three rates, pooled over the most recent cohorts.',
    args: {
      lastCohorts: t.arg.int({ defaultValue: DEFAULT_LAST_COHORTS, description: LAST_COHORTS }),
    },
    resolve: async (certification, { lastCohorts }, context) => {
      const cohorts = await loadLatest(certification, lastCohorts, context);
      return INSERTION_INDICATORS.map((each) => pooledRate(certification, cohorts, each));
    },
  }),
  insertionRate: t.field({
    type: PooledRateRef,
    description: 'One of the three rates, pooled over the most recent cohorts.',
    args: {
      indicator: t.arg({ type: Indicator, required: true, description: 'Which one.' }),
      lastCohorts: t.arg.int({ defaultValue: DEFAULT_LAST_COHORTS, description: LAST_COHORTS }),
    },
    resolve: (certification, { indicator, lastCohorts }, context) =>
      loadPooled(certification, indicator, lastCohorts, context),
  }),
}));
