import type { Bilingual } from '../../domain/bilingual.ts';
import type { Register } from '../../domain/certification/register-code.ts';
import { cutGiven, type EmptyAnswer, type ListNoun } from '../../domain/empty/empty-answer.ts';
import { type ErrorMembers, UnknownCodeError } from '../../domain/errors.ts';
import { exportAway, exportsAway } from '../empty/away.ts';
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
 * - Throws `UnknownCodeError` for those that it lacks, naming some that it has.
 */
export function checkKnown(
  snapshot: Snapshot,
  argument: string,
  noun: CodeNoun,
  codes: readonly string[] | null | undefined,
): void {
  const unknown = codes?.filter((code) => !isKnownCode(snapshot, noun, code)) ?? [];
  const [first] = unknown;
  if (first === undefined) return;
  const { message, members } = unknownCode(snapshot, argument, noun, first);
  throw new UnknownCodeError(message, members, unknown);
}

const LISTS: Readonly<Record<CodeNoun, ListNoun>> = {
  ...{ certification: 'CERTIFICATIONS', certifier: 'CERTIFIERS', abbreviation: 'CODES' },
  ...{ speciality: 'CODES', occupation: 'CODES', formacode: 'CODES' },
};

/** Why what a code names is not there; null when it is. */
export function explainUnknown(
  snapshot: Snapshot,
  argument: string,
  noun: CodeNoun,
  code: string,
): EmptyAnswer | null {
  if (isKnownCode(snapshot, noun, code)) return null;
  const { message, members } = unknownCode(snapshot, argument, noun, code);
  const { reason, given, nearest } = members;
  return {
    ...{ reason, message, of: LISTS[noun], rows: 0, leaveOut: [], figures: [] },
    conditions: [
      {
        ...{ condition: argument, given, nearest, alone: 0, remainingWithout: null, exists: null },
        state: reason === 'SOURCE_AWAY' ? 'SOURCE_AWAY' : 'UNKNOWN',
      },
    ],
  };
}

/** What to say of a code that the register lacks, with some that it has. */
function unknownCode(
  snapshot: Snapshot,
  argument: string,
  noun: CodeNoun,
  code: string,
): { readonly message: Bilingual; readonly members: ErrorMembers } {
  const nearest = nearestCodes(snapshot, noun, code);
  const list = nearest.join(', ');
  const some =
    nearest.length === 0
      ? { en: 'it has none', fr: 'il n’en a aucun' }
      : { en: `some that it has: ${list}`, fr: `il a par exemple : ${list}` };
  const away =
    noun === 'certification' ? exportAway(snapshot, registerOfText(code)) : exportsAway(snapshot);
  const why = away ? { en: `; ${away.en}`, fr: ` ; ${away.fr}` } : { en: '', fr: '' };
  return {
    message: {
      en: `${argument}: "${code}" is not ${NAMES[noun].en} that the register has; ${some.en}${why.en}`,
      fr: `${argument} : « ${code} » n’est pas ${NAMES[noun].fr} du répertoire ; ${some.fr}${why.fr}`,
    },
    members: {
      ...{ argument, nearest, given: String(cutGiven(code)) },
      reason: away ? 'SOURCE_AWAY' : 'UNKNOWN_CODE',
    },
  };
}

/** The register of the number of a fiche. */
function registerOfText(code: string): Register {
  return code.startsWith('RS') ? 'RS' : 'RNCP';
}
