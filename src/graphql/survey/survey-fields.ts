import { BadUserInputError, SurveyErasedError } from '../../domain/errors.ts';
import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import { HORIZONS } from '../../domain/survey/layout.ts';
import { INDICATOR_SURVEYS, isAsPublished } from '../../domain/survey/register-comparison.ts';
import { surveyRate } from '../../domain/survey/survey-rates.ts';
import { CohortRow } from '../../snapshot/rows/cohort-row.ts';
import { CertificationRef } from '../certification/certification.ts';
import { CohortRef } from '../cohort/cohort.ts';
import { builder } from '../core/builder.ts';
import { surveysRead } from '../cost/lists.ts';
import { InsertionRateRef } from '../insertion/insertion-rate.ts';
import { SurveyRef } from './survey.ts';
import { horizonOf, SurveyHorizon, SurveyStatus, SurveySuppression } from './survey-codes.ts';
import { rateOf, type SurveyModel, surveyOf, surveyReading } from './survey-model.ts';
import { type SurveyedRateModel, SurveyedRateRef } from './surveyed-rate.ts';

builder.objectField(CohortRef, 'surveys', (t) =>
  t.field({
    type: [SurveyRef],
    ...surveysRead,
    description:
      'What its holders answered, at each horizon, surveyed or not. In full for the certifying bodies in force, examiners to whom the certification is assigned, and the operator; for everybody else what keeps single answers secret.',
    resolve: (cohort, _args, context) => {
      const reading = surveyReading(context);
      return HORIZONS.map((horizon) =>
        surveyOf(reading, cohort.certification, [cohort.year], horizon),
      );
    },
  }),
);

/** The most cohorts that are taken together. */
const MOST_COHORTS = 3;

builder.objectField(CertificationRef, 'survey', (t) =>
  t.field({
    type: SurveyRef,
    description:
      'What holders of its last surveyed cohorts answered, taken together. NOT_SURVEYED when there are fewer.',
    args: {
      horizon: t.arg({ type: SurveyHorizon, required: true, description: 'When they were asked.' }),
      lastCohorts: t.arg.int({
        required: true,
        defaultValue: 1,
        description: 'Cohorts. So many of the last that were surveyed, 1 to 3.',
      }),
    },
    resolve: (certification, { horizon: asked, lastCohorts }, context) => {
      if (!Number.isInteger(lastCohorts) || lastCohorts < 1 || lastCohorts > MOST_COHORTS) {
        throw new BadUserInputError({
          en: `lastCohorts ${lastCohorts} is not accepted: 1 to ${MOST_COHORTS} are`,
          fr: `lastCohorts ${lastCohorts} n’est pas accepté\u00a0: 1 à ${MOST_COHORTS} le sont`,
        });
      }
      const horizon = horizonOf(asked);
      const reading = surveyReading(context);
      const erased = reading.erasedYear(certification.row);
      if (erased !== undefined) throw new SurveyErasedError(certification.code, erased);
      const years = reading.lastYears(certification.row, horizon, lastCohorts);
      // Fewer cohorts are another window.
      return surveyOf(reading, certification, years.length < lastCohorts ? [] : years, horizon);
    },
  }),
);

interface RateSurvey {
  readonly survey: SurveyModel;
  readonly rate: SurveyedRateModel | null;
  /** As published. */
  readonly published: number | null;
}

const RateSurveyRef = builder.objectRef<RateSurvey>('InsertionRateSurvey').implement({
  description: 'What a survey of the holders says of a rate, beside what is published.',
  fields: (t) => ({
    status: t.field({
      type: SurveyStatus,
      description: measureDescription('SURVEY_STATUS'),
      resolve: ({ survey }) => survey.seen.status,
    }),
    reason: t.field({
      type: SurveySuppression,
      nullable: true,
      description: 'Why it is suppressed. Absent when it is not.',
      resolve: ({ survey: { seen } }) => (seen.status === 'SUPPRESSED' ? seen.reason : null),
    }),
    rate: t.expose('rate', {
      type: SurveyedRateRef,
      nullable: true,
      description: 'The rate computed from the holders. Absent when it is not shown.',
    }),
    differs: t.boolean({
      nullable: true,
      description:
        'Whether the computed rate, rounded, differs by more than one point from the published one. Absent when one of them is.',
      resolve: ({ rate, published }) => {
        const computed = rate && surveyRate(rate.counts, rate.rate);
        return computed === null || published === null ? null : !isAsPublished(computed, published);
      },
    }),
    survey: t.expose('survey', { type: SurveyRef, description: 'All of the survey.' }),
  }),
});

builder.objectField(InsertionRateRef, 'survey', (t) =>
  t.field({
    type: RateSurveyRef,
    description:
      'The rate computed from a survey of the holders, with its true base. It stands beside the published one, never instead of it.',
    resolve: ({ view, cohort, indicator, value }, _args, context) => {
      const { horizon, rate } = INDICATOR_SURVEYS[indicator];
      const { certification, year } = new CohortRow(view, cohort);
      const survey = surveyOf(surveyReading(context), certification, [year], horizon);
      return { survey, rate: rateOf(survey, rate), published: value };
    },
  }),
);
