import type { CohortRow } from '../db/cohorts.ts';
import type { PlainDate } from '../domain/calendar.ts';
import { isInSource } from '../domain/cohort-fact.ts';
import { INSERTION_INDICATORS, type InsertionIndicator } from '../domain/indicator.ts';
import { measureDescription } from '../domain/measure-catalogue.ts';
import { SOURCE_PRECEDENCE } from '../domain/provenance.ts';
import { type PublishedRate, publishedRate } from '../domain/published-rate.ts';
import { builder } from './builder.ts';
import { type CohortModel, CohortRef } from './cohort.ts';
import type { RequestContext } from './context.ts';
import { Indicator } from './insertion-indicator.ts';
import { intervalField, RateBasis, Reliability } from './interval.ts';
import { ProvenanceRef } from './provenance.ts';
import { RateStatus } from './rate-status.ts';

export interface InsertionRateModel extends PublishedRate {
  readonly asOf: PlainDate;
  readonly sourceId: number | null;
  readonly cohortSourceIds: readonly number[];
}

export const InsertionRateRef = builder.objectRef<InsertionRateModel>('InsertionRate').implement({
  description: 'One published insertion rate (taux d’insertion) of one cohort.',
  fields: (t) => ({
    indicator: t.expose('indicator', { type: Indicator, description: 'Which of the three.' }),
    value: t.expose('value', {
      type: 'Percentage',
      nullable: true,
      description:
        'Percent, 0 to 100, as published. Denominator: the eligible respondents, whom the register does not count. Absent when not published: `status` says why.',
    }),
    status: t.expose('status', { type: RateStatus, description: measureDescription('STATUS') }),
    dueOn: t.expose('dueOn', {
      type: 'Date',
      nullable: true,
      description: measureDescription('DUE_ON'),
    }),
    daysLate: t.exposeInt('daysLate', {
      nullable: true,
      description: measureDescription('DAYS_LATE'),
    }),
    interval: intervalField(t),
    basis: t.expose('basis', {
      type: RateBasis,
      description: 'What the interval and the reliability are reckoned on.',
    }),
    base: t.exposeInt('base', { nullable: true, description: measureDescription('BASE') }),
    reliability: t.expose('reliability', {
      type: Reliability,
      nullable: true,
      description: measureDescription('RELIABILITY'),
    }),
    provenance: t.field({
      type: ProvenanceRef,
      description:
        'Where the value comes from; without a value, the strongest source that has a line for the cohort.',
      resolve: loadProvenance,
    }),
  }),
});

async function loadProvenance(
  { sourceId, cohortSourceIds }: InsertionRateModel,
  _args: object,
  { loaders }: RequestContext,
) {
  const ids = sourceId === null ? cohortSourceIds : [sourceId];
  const sources = (await Promise.all(ids.map((id) => loaders.source.load(id)))).filter(
    (source) => source !== null,
  );
  const strength = (kind: (typeof sources)[number]['kind']) => SOURCE_PRECEDENCE.indexOf(kind);
  const [strongest] = sources.toSorted(
    (a, b) => strength(a.kind) - strength(b.kind) || b.id - a.id,
  );
  if (!strongest) throw new Error(`no source among ${ids.join(', ')}`);
  return strongest;
}

/** One rate of a cohort, as it is served on the day. */
export function rateOf(cohort: CohortModel, indicator: InsertionIndicator): InsertionRateModel {
  const { value, sourceId, seenOn } = cohort.rates[indicator];
  return {
    ...publishedRate(recordOf(cohort, indicator, value, seenOn), cohort.asOf),
    sourceId,
    asOf: cohort.asOf,
    cohortSourceIds: cohort.sourceIds,
  };
}

/** One rate of a cohort, as its sources give it. */
export function recordOf(
  cohort: CohortRow,
  indicator: InsertionIndicator,
  value: number | null,
  firstSeenOn: PlainDate | null,
) {
  const inSource = isInSource(cohort, indicator);
  const { register, year, certified, registrationEndsOn } = cohort;
  return { register, year, indicator, value, firstSeenOn, inSource, certified, registrationEndsOn };
}

builder.objectFields(CohortRef, (t) => ({
  insertionRates: t.field({
    type: [InsertionRateRef],
    description: 'All three rates, each with its status, whether published or not.',
    resolve: (cohort) => INSERTION_INDICATORS.map((indicator) => rateOf(cohort, indicator)),
  }),
  insertionRate: t.field({
    type: InsertionRateRef,
    description: 'One of the three rates.',
    args: {
      indicator: t.arg({ type: Indicator, required: true, description: 'Which one.' }),
    },
    resolve: (cohort, { indicator }) => rateOf(cohort, indicator),
  }),
}));
