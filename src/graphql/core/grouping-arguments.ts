import type { Bilingual } from '../../domain/bilingual.ts';
import { BadUserInputError } from '../../domain/errors.ts';

/**
 * The dimensions of an argument; none when it was not given.
 *
 * - Throws `BadUserInputError` for one that is given twice.
 */
export function groupByOf<Dimension extends string>(
  given: readonly Dimension[] | null | undefined,
  argument = 'groupBy',
): readonly Dimension[] {
  const twice = given?.find((dimension, index) => given.indexOf(dimension) !== index);
  if (twice === undefined) return given ?? [];
  throw new BadUserInputError({
    en: `${argument}: ${twice} is given twice: give each dimension once`,
    fr: `${argument} : ${twice} est donné deux fois : donnez chaque dimension une fois`,
  });
}

/**
 * How many of something are asked for; null for all.
 *
 * - Throws `BadUserInputError` for a negative one.
 */
export function firstOf(
  given: number | null | undefined,
  what: Bilingual = { en: 'groups', fr: 'groupes' },
): number | null {
  if (given == null || given >= 0) return given ?? null;
  throw new BadUserInputError({
    en: `first: ${given} is not accepted: give a number of ${what.en}, 0 or more`,
    fr: `first : ${given} n’est pas accepté : donnez un nombre de ${what.fr}, 0 ou plus`,
  });
}

/** The error for a grouping that makes more groups than allowed. */
export function tooManyGroups(groupBy: readonly string[], most: number): BadUserInputError {
  return new BadUserInputError({
    en: `groupBy: [${groupBy.join(', ')}] makes more than ${most} groups: group by fewer dimensions, or restrict the filter`,
    fr: `groupBy : [${groupBy.join(', ')}] fait plus de ${most} groupes : groupez par moins de dimensions, ou restreignez le filtre`,
  });
}
