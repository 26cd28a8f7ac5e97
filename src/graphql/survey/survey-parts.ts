import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import type { PairedChange } from '../../domain/survey/same-holders.ts';
import { type RowsFinding, SURVEY_FINDING_LABELS } from '../../domain/survey/survey-finding.ts';
import { builder } from '../core/builder.ts';
import { labelField, textIn } from '../core/language.ts';

export const PayRef = builder
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

export const PairedChangeRef = builder.objectRef<PairedChange>('SameHoldersChange').implement({
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

export const SurveyFindingRef = builder.objectRef<RowsFinding>('SurveyFinding').implement({
  description: 'Something remarkable about the answers of a cohort, which did not refuse them.',
  fields: (t) => ({
    rule: t.exposeString('rule', { description: 'Code of what was found.' }),
    label: labelField(t, 'What was found.', ({ rule }, language) =>
      textIn(SURVEY_FINDING_LABELS[rule], language),
    ),
    rows: t.exposeInt('rows', { description: measureDescription('SURVEY_FINDING_ROWS') }),
    ofRows: t.exposeInt('ofRows', { description: measureDescription('SURVEY_FINDING_OF') }),
  }),
});
