import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import { eligibleOf, neutralisedOf } from '../../domain/survey/counts.ts';
import type { SuppressionReason } from '../../domain/survey/disclosure/suppression.ts';
import { pairedChange } from '../../domain/survey/same-holders.ts';
import {
  neutralisedShare,
  responseRate,
  surveyCoverage,
} from '../../domain/survey/survey-rates.ts';
import { surveyQuality } from '../../snapshot/surveys/survey-quality.ts';
import { builder } from '../core/builder.ts';
import { viewOf } from '../core/context.ts';
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
import { countField, holdersField, rateOf, type SurveyModel, shown } from './survey-model.ts';
import { PairedChangeRef, PayRef, SurveyFindingRef } from './survey-parts.ts';
import { SurveyedRateRef } from './surveyed-rate.ts';

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
    findings: t.field({
      type: [SurveyFindingRef],
      description:
        'What is remarkable about the answers of the cohort. None for who does not read the survey in full, and of several cohorts.',
      resolve: ({ certification, years, horizon, dimension, reading }, _args, context) => {
        const [year] = years;
        if (years.length !== 1 || year === undefined || dimension !== 'ALL') return [];
        const quality = surveyQuality(viewOf(context), reading, { certification, year });
        return quality?.rows.filter((each) => each.horizon === horizon) ?? [];
      },
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
