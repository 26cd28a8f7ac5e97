import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import type { PerturbedRate } from '../../domain/survey/disclosure/perturbed-rate.ts';
import { builder } from '../core/builder.ts';
import { SurveyRateStatus, SurveySuppression } from './survey-codes.ts';

export const PerturbedRateRef = builder.objectRef<PerturbedRate>('PerturbedRate').implement({
  description: 'A rate of a group of holders, of counts with noise, in whole percent.',
  fields: (t) => ({
    status: t.field({
      type: SurveyRateStatus,
      description: 'Whether it is given.',
      resolve: ({ status }) => status,
    }),
    reason: t.field({
      type: SurveySuppression,
      nullable: true,
      description: 'Why it is not. Absent when it is.',
      resolve: (rate) => (rate.status === 'SUPPRESSED' ? rate.reason : null),
    }),
    percent: t.int({
      nullable: true,
      description: measureDescription('SURVEY_PERTURBED_RATE'),
      resolve: (rate) => (rate.status === 'SHOWN' ? rate.percent : null),
    }),
    lower: t.int({
      nullable: true,
      description: measureDescription('SURVEY_PERTURBED_LOWER'),
      resolve: (rate) => (rate.status === 'SHOWN' ? rate.interval.lower : null),
    }),
    upper: t.int({
      nullable: true,
      description: measureDescription('SURVEY_PERTURBED_UPPER'),
      resolve: (rate) => (rate.status === 'SHOWN' ? rate.interval.upper : null),
    }),
  }),
});
