import type { PlainDate } from '../calendar.ts';
import { BadUserInputError } from '../errors.ts';
import type { InsertionIndicator } from '../rate/indicator.ts';

/** What two certifications must share to be peers. */
export const PEER_CRITERIA = ['OCCUPATION', 'SPECIALITY', 'FORMACODE', 'LEVEL'] as const;
export type PeerCriterion = (typeof PEER_CRITERIA)[number];

/** The rule by which peers are chosen; it goes with every answer. */
export interface PeerRule {
  readonly indicator: InsertionIndicator;
  readonly peersBy: PeerCriterion;
  readonly sameLevel: boolean;
  readonly lastCohorts: number;
  /** Heads: a certification on fewer is no peer. */
  readonly minimumBase: number;
  readonly asOf: PlainDate;
}

const LARGEST_MINIMUM = 1_000_000;

/**
 * A smallest base of peers, in heads, as it was given.
 *
 * - Throws `BadUserInputError` when it is not a whole number from 0 to a million.
 */
export function checkedMinimumBase(heads: number): number {
  if (Number.isInteger(heads) && heads >= 0 && heads <= LARGEST_MINIMUM) return heads;
  throw new BadUserInputError({
    en: `minimumBase ${heads} is not accepted: give a whole number from 0 to ${LARGEST_MINIMUM}`,
    fr: `minimumBase ${heads} n’est pas accepté : donnez un nombre entier de 0 à ${LARGEST_MINIMUM}`,
  });
}
