import { SurveyErasedError } from '../../domain/errors.ts';
import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import { eligibleOf, neutralisedOf, type SurveyCounts } from '../../domain/survey/counts.ts';
import type { SuppressionReason } from '../../domain/survey/disclosure/suppression.ts';
import type { Horizon } from '../../domain/survey/layout.ts';
import type { PairedChange } from '../../domain/survey/same-holders.ts';
import { pairedChange } from '../../domain/survey/same-holders.ts';
import type { HolderDimension as OfHolder } from '../../domain/survey/survey-grouping.ts';
import {
  neutralisedShare,
  responseRate,
  type SurveyRate,
  surveyCoverage,
} from '../../domain/survey/survey-rates.ts';
import type { CertificationRow } from '../../snapshot/rows/certification-row.ts';
import {
  type SeenSurvey,
  type ShownSurvey,
  SurveyReading,
} from '../../snapshot/surveys/survey-reading.ts';
import { builder } from '../core/builder.ts';
import type { OperationContext } from '../core/context.ts';
import { labelField } from '../core/language.ts';
import { LEVEL_ARGUMENT } from '../insertion/interval.ts';
import { holderValueLabel } from './holder-values.ts';
import {
  HolderDimension,
  horizonName,
  horizonOf,
  SurveyHorizon,
  SurveyStatus,
  SurveySuppression,
} from './survey-codes.ts';
import { SurveyDetailsRef } from './survey-details.ts';
import { type SurveyedRateModel, SurveyedRateRef } from './surveyed-rate.ts';

/** A survey of some cohorts of one certification at a horizon, as a reader sees it. */
export interface SurveyModel {
  readonly certification: number;
  readonly years: readonly number[];
  readonly horizon: Horizon;
  readonly dimension: OfHolder | 'ALL';
  readonly seen: SeenSurvey;
  readonly reading: SurveyReading;
}

/** What this reader sees of the surveys of the publication. */
export function surveyReading(context: OperationContext): SurveyReading {
  const { snapshot, services, access } = context;
  return new SurveyReading(snapshot, services.surveys, access);
}

/** The survey of a cohort, or of the last two or three. Throws `SurveyErasedError` where it was erased since. */
export function surveyOf(
  reading: SurveyReading,
  { row, code }: Pick<CertificationRow, 'row' | 'code'>,
  years: readonly number[],
  horizon: Horizon,
): SurveyModel {
  const erased = years.find((year) => reading.isErased(row, year));
  if (erased !== undefined) throw new SurveyErasedError(code, erased);
  return {
    ...{ certification: row, years, horizon, dimension: 'ALL', reading },
    seen: reading.cohorts(row, years, horizon),
  };
}

/** The figures of a survey that are shown; null of one that is not. */
function shown({ seen }: SurveyModel): ShownSurvey | null {
  return seen.status === 'SHOWN' ? seen : null;
}

/** A rate of a survey; null of one that is not shown. */
export function rateOf(model: SurveyModel, rate: SurveyRate): SurveyedRateModel | null {
  const figures = shown(model);
  if (!figures) return null;
  const { counts, weighted, showsHolders } = figures;
  return { rate, counts, weighted, showsHolders };
}

const countField =
  (count: (counts: SurveyCounts) => number) =>
  (model: SurveyModel): number | null => {
    const figures = shown(model);
    return figures && count(figures.counts);
  };

/** Of a figure that N goes into. */
const holdersField =
  (figure: (counts: SurveyCounts) => number | null) =>
  (model: SurveyModel): number | null => {
    const figures = shown(model);
    return figures?.showsHolders ? figure(figures.counts) : null;
  };

const PayRef = builder
  .objectRef<{
    readonly lower: number;
    readonly median: number;
    readonly upper: number;
    readonly base: number | null;
  }>('SurveyPay')
  .implement({
    description: 'Quartiles of gross yearly pay of holders who work full time.',
    fields: (t) => ({
      lower: t.exposeFloat('lower', { description: measureDescription('SURVEY_PAY_LOWER') }),
      median: t.exposeFloat('median', { description: measureDescription('SURVEY_PAY_MEDIAN') }),
      upper: t.exposeFloat('upper', { description: measureDescription('SURVEY_PAY_UPPER') }),
      base: t.exposeInt('base', {
        nullable: true,
        description: measureDescription('SURVEY_PAY_BASE'),
      }),
    }),
  });

const PairedChangeRef = builder.objectRef<PairedChange>('SameHoldersChange').implement({
  description: 'How a rate went between two horizons on the same holders.',
  fields: (t) => ({
    base: t.exposeInt('base', { description: measureDescription('SURVEY_CHANGE_BASE') }),
    difference: t.expose('difference', {
      type: 'Percentage',
      description: measureDescription('SURVEY_CHANGE'),
    }),
    lower: t.expose('lower', {
      type: 'Percentage',
      description: measureDescription('SURVEY_CHANGE_BOUND'),
    }),
    upper: t.expose('upper', {
      type: 'Percentage',
      description: measureDescription('SURVEY_CHANGE_BOUND'),
    }),
  }),
});

export const SurveyRef = builder.objectRef<SurveyModel>('Survey');

SurveyRef.implement({
  description:
    'What holders answered some months after the award, counted: of one cohort, of the last two or three, or of a class of their holders.',
  fields: (t) => ({
    horizon: t.field({
      type: SurveyHorizon,
      description: 'When they were asked.',
      resolve: ({ horizon }) => horizonName(horizon),
    }),
    years: t.intList({
      description: 'Années d’obtention of the cohorts that are taken together, newest first.',
      resolve: ({ years }) => [...years],
    }),
    status: t.field({
      type: SurveyStatus,
      description: measureDescription('SURVEY_STATUS'),
      resolve: ({ seen }) => seen.status,
    }),
    reason: t.field({
      type: SurveySuppression,
      nullable: true,
      description: 'Why it is suppressed. Absent when it is not.',
      resolve: ({ seen }): SuppressionReason | null =>
        seen.status === 'SUPPRESSED' ? seen.reason : null,
    }),
    inFull: t.boolean({
      description: 'Whether you read it in full, and not only what everybody may.',
      resolve: (model) => shown(model)?.inFull ?? false,
    }),
    value: t.string({
      nullable: true,
      description: 'Code of the class of holders. Absent when not known, and of all holders.',
      resolve: ({ seen }) => seen.value,
    }),
    label: labelField(t, 'What the class is called.', ({ dimension, seen }, language) =>
      holderValueLabel(dimension, seen.value, language),
    ),
    holders: t.int({
      nullable: true,
      description: measureDescription('SURVEY_HOLDERS'),
      resolve: holdersField(({ holders }) => holders),
    }),
    respondents: t.int({
      nullable: true,
      description: measureDescription('SURVEY_RESPONDENTS'),
      resolve: countField(({ respondents }) => respondents),
    }),
    neutralised: t.int({
      nullable: true,
      description: measureDescription('SURVEY_NEUTRALISED'),
      resolve: countField(neutralisedOf),
    }),
    eligible: t.int({
      nullable: true,
      description: measureDescription('SURVEY_ELIGIBLE'),
      resolve: countField(eligibleOf),
    }),
    employed: t.int({
      nullable: true,
      description: measureDescription('SURVEY_EMPLOYED'),
      resolve: countField(({ employed }) => employed),
    }),
    inTarget: t.int({
      nullable: true,
      description: measureDescription('SURVEY_IN_TARGET'),
      resolve: countField(({ inTarget }) => inTarget),
    }),
    responseRate: t.field({
      type: 'Percentage',
      nullable: true,
      description: measureDescription('SURVEY_RESPONSE_RATE'),
      resolve: holdersField(responseRate),
    }),
    neutralisedShare: t.field({
      type: 'Percentage',
      nullable: true,
      description: measureDescription('SURVEY_NEUTRALISED_SHARE'),
      resolve: (model) => {
        const figures = shown(model);
        return figures && neutralisedShare(figures.counts);
      },
    }),
    coverage: t.field({
      type: 'Percentage',
      nullable: true,
      description: measureDescription('SURVEY_COVERAGE'),
      resolve: holdersField(surveyCoverage),
    }),
    globalRate: t.field({
      type: SurveyedRateRef,
      nullable: true,
      description: 'Taux d’insertion global, computed. Absent when the survey is not shown.',
      resolve: (model) => rateOf(model, 'GLOBAL'),
    }),
    targetRate: t.field({
      type: SurveyedRateRef,
      nullable: true,
      description:
        'Taux d’insertion dans le métier visé, computed. Absent when the survey is not shown.',
      resolve: (model) => rateOf(model, 'TARGET_OCCUPATION'),
    }),
    pay: t.field({
      type: PayRef,
      nullable: true,
      description:
        'Pay of those who work full time. Absent of several cohorts, when none is known, and for who does not read the survey in full when fewer than 20 are.',
      resolve: (model) => {
        const figures = shown(model);
        if (!figures?.pay) return null;
        const { base, ...quartiles } = figures.pay;
        const showsBase = figures.inFull || figures.dimension === 'ALL';
        return { ...quartiles, base: showsBase ? base : null };
      },
    }),
    details: t.field({
      type: SurveyDetailsRef,
      nullable: true,
      description: 'All that was counted. Absent for who does not read the survey in full.',
      resolve: (model) => {
        const figures = shown(model);
        return figures?.inFull ? figures.counts : null;
      },
    }),
    classes: t.field({
      type: [SurveyRef],
      description:
        'By class of holders, those of whom it is not known last. None of a class, and when the survey is not shown.',
      args: {
        by: t.arg({ type: HolderDimension, required: true, description: 'By what.' }),
      },
      resolve: ({ certification, years, horizon, dimension, reading }, { by }) =>
        dimension === 'ALL'
          ? reading
              .classes({ certification, years, horizon, dimension: by })
              .map((seen) => ({ certification, years, horizon, dimension: by, seen, reading }))
          : [],
    }),
    changeFrom: t.field({
      type: PairedChangeRef,
      nullable: true,
      description:
        'Change of the rate from an earlier horizon, on the holders who are eligible at both. Absent for who does not read the survey in full, of several cohorts, and when nobody is.',
      args: {
        horizon: t.arg({ type: SurveyHorizon, required: true, description: 'From when.' }),
        global: t.arg.boolean({
          required: true,
          defaultValue: false,
          description: 'Whether of the global rate; else of that in the target occupation.',
        }),
        level: t.arg.float(LEVEL_ARGUMENT),
      },
      resolve: (model, { horizon, global, level }) => {
        const [year] = model.years;
        if (model.years.length !== 1 || year === undefined || model.dimension !== 'ALL')
          return null;
        const paired = model.reading.paired(model.certification, year, {
          ...{
            rate: global ? 'GLOBAL' : 'TARGET_OCCUPATION',
            from: horizonOf(horizon),
            to: model.horizon,
          },
        });
        return paired && pairedChange(paired, level ?? undefined);
      },
    }),
  }),
});
