import { type AskedCode, type CodeNoun, nearestCodes } from '../db/known-codes.ts';
import { BadUserInputError } from '../domain/errors.ts';
import type { RequestContext } from './context.ts';

/** What each code is called in a refusal. */
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
export async function checkKnown(
  { db, loaders }: RequestContext,
  argument: string,
  noun: CodeNoun,
  codes: readonly string[] | null | undefined,
): Promise<void> {
  const asked = (codes ?? []).map((code): AskedCode => ({ noun, code }));
  const known = await Promise.all(asked.map((each) => loaders.known.load(each)));
  const unknown = asked.find((_, index) => !known[index]);
  if (!unknown) return;
  const nearest = await nearestCodes(db, unknown);
  const some = nearest.length === 0 ? 'it has none' : `some that it has: ${nearest.join(', ')}`;
  throw new BadUserInputError(
    `${argument}: "${unknown.code}" is not ${NAMES[noun]} that the register has; ${some}`,
  );
}
