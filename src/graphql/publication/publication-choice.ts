import { BadUserInputError } from '../../domain/errors.ts';
import type { PublicationChoice as Choice } from '../../snapshot/history/publication-choice.ts';
import { builder } from '../core/builder.ts';

/** Names a publication in an argument. */
export const PublicationChoice = builder.inputType('PublicationChoice', {
  description:
    'A publication, named in one of three ways. Its day is that of the newest export it holds, else of its newest source.',
  fields: (t) => ({
    number: t.int({ description: 'Number of the publication.' }),
    datedOn: t.field({ type: 'Date', description: 'Day of its data; the last one of that day.' }),
    knownOn: t.field({
      type: 'Date',
      description: 'As known on a day: the last publication of that day, or of one before.',
    }),
  }),
});

const ACCEPTED = ['number', 'datedOn', 'knownOn'] as const;

/**
 * The publication that an argument names; null when it was not given.
 *
 * - Throws `BadUserInputError` unless exactly one name is given.
 */
export function choiceOf(
  argument: string,
  given: typeof PublicationChoice.$inferInput | null | undefined,
): Choice | null {
  if (!given) return null;
  const { number, datedOn, knownOn } = given;
  const names = ACCEPTED.filter((name) => given[name] != null);
  if (names.length === 1) {
    if (number != null) return { number };
    if (datedOn != null) return { datedOn };
    if (knownOn != null) return { knownOn };
  }
  const list = names.join(', ');
  throw new BadUserInputError({
    en: `${argument}: ${list === '' ? 'nothing' : list} is given: give one of ${ACCEPTED.join(', ')}`,
    fr: `${argument} : ${list === '' ? 'rien' : list} est donné : donnez un seul de ${ACCEPTED.join(', ')}`,
  });
}
