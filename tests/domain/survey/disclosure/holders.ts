import { holderKeys, keyedHash } from '../../../../src/db/surveys/keyed-hash.ts';
import type { HolderGroup } from '../../../../src/domain/survey/disclosure/group-noise.ts';

/** A holder of a drawn population. */
export interface Holder {
  readonly recordKey: number;
  /** A value of each closed attribute, as a number from 0 on. */
  readonly attributes: readonly number[];
  readonly employed: boolean;
}

/** Numbers from 0 up to 1, the same for the same seed. */
export function drawn(seed: string): () => number {
  const hash = keyedHash(seed);
  let count = 0;
  return () => {
    count += 1;
    return hash(String(count)) / 2 ** 32;
  };
}

/** Holders with so many values of each attribute, all equally likely, of whom so many are employed. */
export function population(
  seed: string,
  { size, values, employed }: { size: number; values: readonly number[]; employed: number },
): Holder[] {
  const next = drawn(seed);
  const keys = holderKeys(seed);
  return Array.from({ length: size }, (_, place) => ({
    recordKey: keys('RNCP1', String(place)).recordKey,
    attributes: values.map((many) => Math.floor(next() * many)),
    employed: next() < employed,
  }));
}

export function groupOf(holders: readonly Holder[]): HolderGroup {
  return {
    keySum: holders.reduce((sum, { recordKey }) => sum + recordKey, 0),
    certified: holders.length,
  };
}

export function employedIn(holders: readonly Holder[]): number {
  return holders.filter(({ employed }) => employed).length;
}
