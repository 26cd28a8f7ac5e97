import { INDICATOR_LABELS } from '../../domain/code-labels.ts';
import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import type { RegisterFinding } from '../../domain/survey/register-comparison.ts';
import { SURVEY_FINDING_LABELS } from '../../domain/survey/survey-finding.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { CertificationRow } from '../../snapshot/rows/certification-row.ts';
import { CohortRow } from '../../snapshot/rows/cohort-row.ts';
import { surveyedHorizons } from '../../snapshot/surveys/survey-classes.ts';
import { cohortsInFull, rosterCohorts } from '../../snapshot/surveys/survey-list.ts';
import { registerCohort, rosterOf, surveyQuality } from '../../snapshot/surveys/survey-quality.ts';
import type { SurveyReading } from '../../snapshot/surveys/survey-reading.ts';
import { CertificationRef } from '../certification/certification.ts';
import { CohortRef } from '../cohort/cohort.ts';
import { KNOWN_ON, PUBLICATION } from '../core/asked-publication.ts';
import { builder } from '../core/builder.ts';
import { connectionOf } from '../core/connection.ts';
import { AS_OF, viewOf } from '../core/context.ts';
import { labelField, textIn } from '../core/language.ts';
import { andThen } from '../core/maybe.ts';
import { ofRosterCohorts, pages, surveysRead } from '../cost/lists.ts';
import { Indicator } from '../insertion/insertion-indicator.ts';
import { SurveyRef } from './survey.ts';
import { surveyOf, surveyReading } from './survey-model.ts';

const DifferenceRef = builder.objectRef<RegisterFinding>('SurveyDifference').implement({
  description: 'Where the survey of a cohort differs from what the register publishes of it.',
  fields: (t) => ({
    rule: t.exposeString('rule', { description: 'Code of what was found.' }),
    label: labelField(t, 'What was found, and of which rate.', ({ rule, indicator }, language) => {
      const text = textIn(SURVEY_FINDING_LABELS[rule], language);
      if (indicator === null) return text;
      return `${text} (${textIn(INDICATOR_LABELS[indicator], language)})`;
    }),
    indicator: t.field({
      type: Indicator,
      nullable: true,
      description: 'The rate that differs. Absent when it is a number of holders.',
      resolve: ({ indicator }) => indicator,
    }),
  }),
});

/** A cohort with a roster that a reader reads in full. */
interface SurveyedCohort {
  readonly view: DayView;
  /** Row of the certification. */
  readonly certification: number;
  readonly year: number;
  readonly reading: SurveyReading;
}

const SurveyedCohortRef = builder.objectRef<SurveyedCohort>('SurveyedCohort').implement({
  description: 'A cohort whose holders are known one by one, to who reads its survey in full.',
  fields: (t) => ({
    certification: t.field({
      type: CertificationRef,
      description: 'What was obtained.',
      resolve: ({ view, certification }) => new CertificationRow(view, certification),
    }),
    year: t.exposeInt('year', { description: 'Année d’obtention de la certification.' }),
    cohort: t.field({
      type: CohortRef,
      nullable: true,
      description: 'What the register has of it. Absent when nothing.',
      resolve: ({ view, certification, year }) => {
        const row = registerCohort(view.snapshot, certification, year);
        return row === null ? null : new CohortRow(view, row);
      },
    }),
    holders: t.int({
      description: measureDescription('SURVEY_HOLDERS'),
      resolve: ({ view, certification, year, reading }) => {
        reading.takesInFull(certification);
        return rosterOf(view.snapshot, certification, year).holders;
      },
    }),
    surveys: t.field({
      type: [SurveyRef],
      ...surveysRead,
      description: 'At each horizon that was surveyed. None of a roster alone.',
      resolve: ({ view, certification, year, reading }) =>
        surveyedHorizons(view.snapshot, certification, year).map((horizon) =>
          surveyOf(reading, new CertificationRow(view, certification), [year], horizon),
        ),
    }),
    differences: t.field({
      type: [DifferenceRef],
      ...surveysRead,
      description: 'Where it differs from the register.',
      resolve: ({ view, certification, year, reading }) =>
        surveyQuality(view, reading, { certification, year })?.register ?? [],
    }),
  }),
});

const SurveyedCohortConnection = builder.connectionObject(
  {
    type: SurveyedCohortRef,
    name: 'SurveyedCohortConnection',
    description: 'A page of cohorts whose surveys you read in full.',
  },
  { name: 'SurveyedCohortEdge', description: 'A surveyed cohort in a list.' },
);

builder.queryField('surveyedCohorts', (t) =>
  t.connection(
    {
      type: SurveyedCohortRef,
      description:
        'Cohorts whose survey you read in full, by certification, newest first. None for who has no role, and when surveys are off. What everybody may see is `surveys` of a cohort.',
      ...pages(ofRosterCohorts),
      args: {
        asOf: t.arg({ type: 'Date', description: AS_OF }),
        publication: t.arg(PUBLICATION),
        knownOn: t.arg(KNOWN_ON),
      },
      resolve: (_root, args, context) => {
        const view = viewOf(context, args.asOf);
        const { snapshot } = view;
        const reading = surveyReading(context);
        const { certification, year } = rosterCohorts(snapshot);
        return andThen(context.run(cohortsInFull(snapshot, reading)), (list) =>
          connectionOf(list, args, (row) => ({
            ...{ view, reading },
            certification: certification[row] ?? 0,
            year: year[row] ?? 0,
          })),
        );
      },
    },
    SurveyedCohortConnection,
  ),
);
