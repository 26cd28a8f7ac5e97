import type { Bilingual } from '../../domain/bilingual.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import type { Snapshot } from '../snapshot.ts';
import { type CodeNoun, isKnownCode, nearestCodes } from './codes.ts';

/** What each code is called in an error. */
const NAMES: Readonly<Record<CodeNoun, Bilingual>> = {
  certification: { en: 'the number of a fiche', fr: 'le numéro d’une fiche' },
  speciality: { en: 'an NSF code', fr: 'un code NSF' },
  occupation: { en: 'a ROME code', fr: 'un code ROME' },
  formacode: { en: 'a Formacode', fr: 'un Formacode' },
  abbreviation: { en: 'an abbreviation', fr: 'un abrégé' },
  certifier: { en: 'the SIREN of a certifying body', fr: 'le SIREN d’un certificateur' },
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
  const list = nearest.join(', ');
  const some =
    nearest.length === 0
      ? { en: 'it has none', fr: 'il n’en a aucun' }
      : { en: `some that it has: ${list}`, fr: `il a par exemple : ${list}` };
  throw new BadUserInputError({
    en: `${argument}: "${unknown}" is not ${NAMES[noun].en} that the register has; ${some.en}`,
    fr: `${argument} : « ${unknown} » n’est pas ${NAMES[noun].fr} du répertoire ; ${some.fr}`,
  });
}
