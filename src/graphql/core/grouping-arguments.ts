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
  throw new BadUserInputError(`${argument}: ${twice} is given twice: give each dimension once`);
}

/**
 * How many of something are asked for; null for all.
 *
 * - Throws `BadUserInputError` for a negative one.
 */
export function firstOf(given: number | null | undefined, what = 'groups'): number | null {
  if (given == null || given >= 0) return given ?? null;
  throw new BadUserInputError(
    `first: ${given} is not accepted: give a number of ${what}, 0 or more`,
  );
}

/** The error for a grouping that makes more groups than allowed. */
export function tooManyGroups(groupBy: readonly string[], most: number): BadUserInputError {
  return new BadUserInputError(
    `groupBy: [${groupBy.join(', ')}] makes more than ${most} groups: group by fewer dimensions, or restrict the filter`,
  );
}

/** What a field that lists groups costs: those that are asked for, each with what is asked of it. */
export function groupsComplexity({ first }: { readonly first?: number | null | undefined }) {
  // The list of groups multiplies by ten once more.
  return { field: 10, multiplier: Math.max(1, Math.ceil((first ?? EXPECTED_GROUPS) / 10)) };
}

/** Groups that are counted into the cost when the query does not say how many it wants. */
const EXPECTED_GROUPS = 200;
