import { BadUserInputError } from '../../domain/errors.ts';
import type { Snapshot } from '../snapshot.ts';
import { type CodeNoun, isKnownCode, nearestCodes } from './codes.ts';

/** What each code is called in an error. */
const NAMES: Readonly<Record<CodeNoun, string>> = {
  certification: 'the number of a fiche',
  speciality: 'an NSF code',
  occupation: 'a ROME code',
  formacode: 'a Formacode',
  abbreviation: 'an abbreviation',
  certifier: 'the SIREN of a certifying body',
};

/**
 * Checks that the register that is served has each code of an argument.
 *
 * - Throws `BadUserInputError` for the first that it lacks, naming some that it has.
 */
export function checkKnown(
  snapshot: Snapshot,
  argument: string,
  noun: CodeNoun,
  codes: readonly string[] | null | undefined,
): void {
  const unknown = codes?.find((code) => !isKnownCode(snapshot, noun, code));
  if (unknown === undefined) return;
  const nearest = nearestCodes(snapshot, noun, unknown);
  const some = nearest.length === 0 ? 'it has none' : `some that it has: ${nearest.join(', ')}`;
  throw new BadUserInputError(
    `${argument}: "${unknown}" is not ${NAMES[noun]} that the register has; ${some}`,
  );
}
