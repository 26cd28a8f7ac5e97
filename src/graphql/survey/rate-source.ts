import { BadUserInputError } from '../../domain/errors.ts';
import type { RateSource as Source } from '../../domain/rate/rate-source.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { viewBySource } from '../../snapshot/surveys/sourced-rates.ts';
import { builder } from '../core/builder.ts';
import type { OperationContext } from '../core/context.ts';
import type { Maybe } from '../core/maybe.ts';
import { surveyReading } from './survey-model.ts';

export const RateSource = builder.enumType('RateSource', {
  description: 'Which rates of cohorts a figure over several of them is made of.',
  values: {
    REGISTER: { description: 'Those that the register publishes.' },
    SURVEY: {
      description:
        'Those of holders’ surveys that everybody may see, weighted by respondents, for any reader.',
    },
    BEST: {
      description: 'Of each cohort that of its survey where there is one, else the published one.',
    },
  } satisfies Record<Source, { description: string }>,
});

const DESCRIPTION =
  'Which rates of the cohorts are taken; `basis` and `coverage` say which were. Conditions and orders of lists, and what a status is of, stay those of the register.';

/** The argument by which a source of rates is asked for. */
export const SOURCE = {
  type: RateSource,
  required: true,
  defaultValue: 'REGISTER',
  description: DESCRIPTION,
} as const;

/**
 * The view in which the rates of a source count.
 *
 * - Throws `BadUserInputError` for surveys alone where none are served.
 */
export function sourcedView(
  context: OperationContext,
  view: DayView,
  source: Source,
): Maybe<DayView> {
  if (source === 'REGISTER') return view;
  const reading = surveyReading(context);
  if (source === 'SURVEY' && !reading.isOn) {
    throw new BadUserInputError({
      en: 'source SURVEY is not accepted here, for this server serves no surveys: give REGISTER or BEST',
      fr: 'source SURVEY n’est pas accepté ici, car ce serveur ne donne aucune enquête : donnez REGISTER ou BEST',
    });
  }
  return context.run(viewBySource(view, source, reading));
}
