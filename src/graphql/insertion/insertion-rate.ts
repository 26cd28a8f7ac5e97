import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import { SOURCE_PRECEDENCE } from '../../domain/provenance.ts';
import { INSERTION_INDICATORS, type InsertionIndicator } from '../../domain/rate/indicator.ts';
import { intOf } from '../../snapshot/columns.ts';
import { CohortRate } from '../../snapshot/figures.ts';
import type { CohortRow } from '../../snapshot/rows/cohort-row.ts';
import type { Source } from '../../snapshot/snapshot.ts';
import { CohortRef } from '../cohort/cohort.ts';
import { builder } from '../core/builder.ts';
import { ProvenanceRef } from '../publication/provenance.ts';
import { Indicator } from './insertion-indicator.ts';
import { intervalField, RateBasis, Reliability } from './interval.ts';
import { RateStatus } from './rate-status.ts';

export const InsertionRateRef = builder.objectRef<CohortRate>('InsertionRate').implement({
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
    interval: intervalField(t, (rate) => rate),
    basis: t.expose('basis', {
      type: RateBasis,
      description: 'What the interval and the reliability are computed on.',
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
      resolve: provenanceOf,
    }),
  }),
});

/** The source of the value; without one the strongest that has a line for the cohort. */
function provenanceOf({ view: { snapshot }, cohort, indicator }: CohortRate): Source {
  const own = intOf(snapshot.cohorts.rates[indicator].sourceId[cohort]);
  const ids = own === null ? (snapshot.cohorts.sourceIds[cohort] ?? []) : [own];
  const sources = ids.flatMap((id) => snapshot.sources.get(id) ?? []);
  const strength = ({ kind }: Source) => SOURCE_PRECEDENCE.indexOf(kind);
  const [strongest] = sources.toSorted((a, b) => strength(a) - strength(b) || b.id - a.id);
  if (!strongest) throw new Error(`no source among ${ids.join(', ')}`);
  return strongest;
}

/** One rate of a cohort, as it is served on the day. */
export function rateOfCohort({ view, row }: CohortRow, indicator: InsertionIndicator): CohortRate {
  return new CohortRate(view, row, indicator);
}

builder.objectFields(CohortRef, (t) => ({
  insertionRates: t.field({
    type: [InsertionRateRef],
    description: 'All three rates, each with its status, whether published or not.',
    resolve: (cohort) => INSERTION_INDICATORS.map((indicator) => rateOfCohort(cohort, indicator)),
  }),
  insertionRate: t.field({
    type: InsertionRateRef,
    description: 'One of the three rates.',
    args: {
      indicator: t.arg({ type: Indicator, required: true, description: 'Which one.' }),
    },
    resolve: (cohort, { indicator }) => rateOfCohort(cohort, indicator),
  }),
}));
