import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import type { SurveyCounts } from '../../domain/survey/counts.ts';
import { eligibleOf } from '../../domain/survey/counts.ts';
import {
  type NonResponseBounds,
  nonResponseBounds,
  numeratorOf,
  type SurveyRate,
  surveyInterval,
  surveyRate,
} from '../../domain/survey/survey-rates.ts';
import {
  type WeightedRate,
  type WeightedSums,
  weightedRate,
} from '../../domain/survey/weighting.ts';
import { builder } from '../core/builder.ts';
import { IntervalRef, LEVEL_ARGUMENT, RateBasis } from '../insertion/interval.ts';

/** A rate computed from holders, of those whose figures a reader may see. */
export interface SurveyedRateModel {
  readonly rate: SurveyRate;
  readonly counts: SurveyCounts;
  /** Null = none can be given. */
  readonly weighted: WeightedSums | null;
  /** Whether N, and what is made of it, may be seen. */
  readonly showsHolders: boolean;
}

const BoundsRef = builder.objectRef<NonResponseBounds>('NonResponseBounds').implement({
  description:
    'What the rate of this very cohort lies between, whatever became of those who did not answer. No interval of chance.',
  fields: (t) => ({
    lower: t.expose('lower', {
      type: 'Percentage',
      description: measureDescription('SURVEY_BOUND_LOWER'),
    }),
    upper: t.expose('upper', {
      type: 'Percentage',
      description: measureDescription('SURVEY_BOUND_UPPER'),
    }),
  }),
});

const WeightedRateRef = builder.objectRef<WeightedRate>('WeightedRate').implement({
  description: 'A rate weighted by access route: a second figure beside the rate.',
  fields: (t) => ({
    value: t.expose('value', {
      type: 'Percentage',
      description: measureDescription('SURVEY_WEIGHTED_RATE'),
    }),
    effectiveBase: t.exposeFloat('effectiveBase', {
      description: measureDescription('SURVEY_EFFECTIVE_BASE'),
    }),
    interval: t.expose('interval', {
      type: IntervalRef,
      nullable: true,
      description: 'Wilson interval on the effective base. Absent when that is not above 0.',
    }),
  }),
});

export const SurveyedRateRef = builder.objectRef<SurveyedRateModel>('SurveyedRate').implement({
  description:
    'An insertion rate computed from the answers of holders, with its true base. Beside the published one, never instead of it.',
  fields: (t) => ({
    value: t.field({
      type: 'Percentage',
      nullable: true,
      description: measureDescription('SURVEY_RATE'),
      resolve: ({ counts, rate }) => surveyRate(counts, rate),
    }),
    numerator: t.int({
      description: `${measureDescription('SURVEY_EMPLOYED')} Of the rate in the target occupation: ${measureDescription('SURVEY_IN_TARGET')}`,
      resolve: ({ counts, rate }) => numeratorOf(counts, rate),
    }),
    base: t.int({
      description: measureDescription('SURVEY_ELIGIBLE'),
      resolve: ({ counts }) => eligibleOf(counts),
    }),
    basis: t.field({
      type: RateBasis,
      description: 'What the interval is computed on: the respondents, whose number is known.',
      resolve: () => 'RESPONDENTS' as const,
    }),
    interval: t.field({
      type: IntervalRef,
      nullable: true,
      description:
        'Wilson interval on the eligible respondents: what another cohort like this one could show. Absent when nobody is eligible.',
      args: { level: t.arg.float(LEVEL_ARGUMENT) },
      resolve: ({ counts, rate }, { level }) => surveyInterval(counts, rate, level ?? undefined),
    }),
    boundsNonResponse: t.field({
      type: BoundsRef,
      nullable: true,
      description:
        'Bounds without any assumption on those who did not answer. Absent when the number of holders is suppressed.',
      resolve: ({ counts, rate, showsHolders }) =>
        showsHolders ? nonResponseBounds(counts, rate) : null,
    }),
    weighted: t.field({
      type: WeightedRateRef,
      nullable: true,
      description:
        'Weighted by access route. Absent when nobody of a route answered, when a route is suppressed, and of a class of holders.',
      args: { level: t.arg.float(LEVEL_ARGUMENT) },
      resolve: ({ weighted, rate }, { level }) =>
        weighted && weightedRate(weighted, rate, level ?? undefined),
    }),
  }),
});
