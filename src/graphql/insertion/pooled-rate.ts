import type { GraphQLResolveInfo } from 'graphql';
import {
  checkedLastCohorts,
  type PooledFigure,
  type PoolingCoverage,
} from '../../domain/insertion/pooling.ts';
import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import { INSERTION_INDICATORS, type InsertionIndicator } from '../../domain/rate/indicator.ts';
import type { RateSource as RateSourceName } from '../../domain/rate/rate-source.ts';
import { reliabilityOf } from '../../domain/rate/reliability.ts';
import { done } from '../../domain/work.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { explainNoCohorts, explainNoRates } from '../../snapshot/empty/certification-figures.ts';
import { latestCohortRows, pooledFigure, statusCounts } from '../../snapshot/figures.ts';
import type { CertificationRow } from '../../snapshot/rows/certification-row.ts';
import { CertificationRef } from '../certification/certification.ts';
import { builder } from '../core/builder.ts';
import type { OperationContext } from '../core/context.ts';
import { andThen, type Maybe } from '../core/maybe.ts';
import { isOfOne, noteEmpty } from '../empty/empty-answers.ts';
import { SOURCE, sourcedView } from '../survey/rate-source.ts';
import { Indicator } from './insertion-indicator.ts';
import { intervalField, RateBasis, Reliability } from './interval.ts';
import { StatusCountRef } from './rate-status.ts';

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
    cohortsFromSurvey: t.exposeInt('cohortsFromSurvey', {
      description:
        'Cohorts. Those whose rate is that of a holders’ survey: none unless `source` asks for it.',
    }),
    baseFromSurvey: t.exposeInt('baseFromSurvey', {
      description: measureDescription('BASE_FROM_SURVEY'),
    }),
  }),
});

/** One indicator pooled over cohorts of a certification. */
export interface PooledRateModel extends PooledFigure {
  readonly view: DayView;
  /** Rows of the cohorts. */
  readonly cohorts: readonly number[];
}

export const PooledRateRef = builder.objectRef<PooledRateModel>('PooledRate').implement({
  description:
    'One indicator over several cohorts of one certification, weighted by the certified, or by the respondents of surveys where `source` asks for them.',
  fields: (t) => ({
    indicator: t.expose('indicator', { type: Indicator, description: 'Which of the three.' }),
    value: t.expose('value', {
      type: 'Percentage',
      nullable: true,
      description:
        'Percent, 0 to 100. Σ N·r / Σ N over the selected cohorts whose rate r is published. Denominator: certified (N) of the same cohorts; E and n in place of N·r and N where the rate is of a survey. Absent when none of them has both.',
    }),
    unweightedMean: t.expose('unweightedMean', {
      type: 'Percentage',
      nullable: true,
      description: measureDescription('UNWEIGHTED_MEAN'),
    }),
    interval: intervalField(t, (rate) => rate),
    basis: t.expose('basis', { type: RateBasis, description: 'What the cohorts are weighted by.' }),
    base: t.exposeInt('base', { description: measureDescription('BASE') }),
    reliability: t.field({
      type: Reliability,
      nullable: true,
      description: measureDescription('RELIABILITY'),
      resolve: ({ value, base, coverage, view }) =>
        value === null
          ? null
          : reliabilityOf({ base, coverage: coverage.ratio }, view.snapshot.method),
    }),
    coverage: t.expose('coverage', {
      type: CoverageRef,
      description: 'How much of the selected cohorts it speaks of.',
    }),
    statuses: t.field({
      type: [StatusCountRef],
      description:
        'How many of the selected cohorts have each status on the as-of day: why a rate is missing where it is.',
      resolve: ({ view, cohorts, indicator }) => statusCounts(view, cohorts, indicator),
    }),
    years: t.exposeIntList('years', {
      description:
        'Years of the selected cohorts, newest first, whether or not their rate is published.',
    }),
    yearsWithRate: t.exposeIntList('yearsWithRate', {
      description: 'Years of the selected cohorts that have the rate, newest first.',
    }),
  }),
});

/** Cohorts that are pooled unless the query says otherwise. */
const DEFAULT_LAST_COHORTS = 3;

/** One indicator pooled over the most recent cohorts of a certification. */
export function latestPooledRate(
  { view, row }: Pick<CertificationRow, 'view' | 'row'>,
  indicator: InsertionIndicator,
  lastCohorts: number,
): PooledRateModel {
  return pooledRateOf(view, latestCohortRows(view.snapshot, row, lastCohorts), indicator);
}

/** One indicator pooled over cohorts of a certification. */
export function pooledRateOf(
  view: DayView,
  cohorts: readonly number[],
  indicator: InsertionIndicator,
): PooledRateModel {
  const figure = pooledFigure(view.snapshot, cohorts, indicator);
  return Object.assign(figure, { view, cohorts });
}

const LAST_COHORTS =
  'Cohorts, 1 to 50. So many of the most recent of the certification, whether or not their rate is published.';

/** What is asked of the rates of a certification. */
interface RatesAsked {
  readonly indicators: readonly InsertionIndicator[];
  readonly source: RateSourceName;
  readonly lastCohorts?: number | null | undefined;
}

/** Indicators pooled over the most recent cohorts of a certification, with the rates of a source. */
function sourcedRates(
  certification: CertificationRow,
  { indicators, source, lastCohorts }: RatesAsked,
  context: OperationContext,
  info: GraphQLResolveInfo,
): Maybe<readonly PooledRateModel[]> {
  const { view, row } = certification;
  const count = checkedLastCohorts(lastCohorts ?? DEFAULT_LAST_COHORTS);
  const cohorts = latestCohortRows(view.snapshot, row, count);
  return andThen(sourcedView(context, view, source), (sourced) => {
    const rates = indicators.map((indicator) => pooledRateOf(sourced, cohorts, indicator));
    if (isOfOne(info) && rates.every(({ value }) => value === null)) {
      noteEmpty(context, info, () =>
        cohorts.length === 0
          ? explainNoCohorts(certification)
          : done(explainNoRates({ view: sourced, cohorts }, indicators, source)),
      );
    }
    return rates;
  });
}

builder.objectFields(CertificationRef, (t) => ({
  insertion: t.field({
    type: [PooledRateRef],
    description: 'All three rates, pooled over the most recent cohorts.',
    args: {
      lastCohorts: t.arg.int({ defaultValue: DEFAULT_LAST_COHORTS, description: LAST_COHORTS }),
      source: t.arg(SOURCE),
    },
    resolve: (certification, args, context, info) =>
      sourcedRates(certification, { ...args, indicators: INSERTION_INDICATORS }, context, info),
  }),
  insertionRate: t.field({
    type: PooledRateRef,
    description: 'One of the three rates, pooled over the most recent cohorts.',
    args: {
      indicator: t.arg({ type: Indicator, required: true, description: 'Which one.' }),
      lastCohorts: t.arg.int({ defaultValue: DEFAULT_LAST_COHORTS, description: LAST_COHORTS }),
      source: t.arg(SOURCE),
    },
    resolve: (certification, { indicator, ...args }, context, info) =>
      andThen(
        sourcedRates(certification, { ...args, indicators: [indicator] }, context, info),
        ([rate]) => rate as PooledRateModel,
      ),
  }),
}));
