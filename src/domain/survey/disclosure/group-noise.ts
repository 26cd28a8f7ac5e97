import { type NoiseTable, publishedCount } from './noise-table.ts';

/** A message under a secret: the first four bytes of its HMAC-SHA-256, 0 to 2³² − 1. */
export type KeyedHash = (message: string) => number;

/** The certified holders of a cell of roster attributes, whatever became of them. */
export interface HolderGroup {
  /** Sum of their record keys, not reduced: exact up to two million holders. */
  readonly keySum: number;
  /** N: how many they are. */
  readonly certified: number;
}

/** What a count of a group is of: the certified, or an outcome at a horizon, as `EMPLOYED:6`. */
export type CountName = 'N' | `${string}:${number}`;

/** The published count of a group for a true one. */
export type GroupNoise = (group: HolderGroup, name: CountName, count: number) => number;

/**
 * Adds the noise of the product to counts of groups. The noise of an outcome comes from the group
 * and the name of the outcome, not from the persons who have the outcome as in the standard cell
 * key method: there, "employed in G" and "employed in G and x" are equal whenever x is not
 * employed, so that any difference tells that x is, and more noise tells it better. Here x changes
 * the noise either way. This departs from the standard method and is ours.
 *
 * The same group gets the same answer whatever query names it, in whatever order its holders are
 * summed. Groups are cells of roster attributes: an outcome must never select holders.
 *
 * - 0 stays 0. Counts of the same group have independent noise: parts do not add up to their total,
 *   and a part can exceed it.
 * - Throws `RangeError` for a key sum that is not exact, and for a count that is not a whole number
 *   from 0 to the number of certified.
 * - Source: docs/surveys.md.
 */
export function groupNoise(noise: NoiseTable, hash: KeyedHash): GroupNoise {
  return ({ keySum, certified }, name, count) => {
    if (!(Number.isSafeInteger(keySum) && keySum >= 0)) {
      throw new RangeError(`${keySum} is not a sum of record keys: a whole number below 2^53 is`);
    }
    if (!(Number.isSafeInteger(count) && count >= 0 && count <= certified)) {
      throw new RangeError(
        `${count} is not a count of ${certified} holders: 0 to that is accepted`,
      );
    }
    if (count === 0) return 0;
    return publishedCount(noise, count, hash(`${keySum}|${certified}|${name}`));
  };
}
