import { BadUserInputError } from '../domain/errors.ts';

/** A choice among some; null when none is given. Throws `BadUserInputError` for any other text. */
export function readChoice<Choice extends string>(
  name: string,
  text: string | null | undefined,
  choices: readonly Choice[],
): Choice | null {
  if (!text) return null;
  const found = choices.find((choice) => choice === text);
  if (found) return found;
  throw notAccepted(name, text, choices.join(', '));
}

/** The error for a value of a parameter, which names what was given and what is accepted. */
export function notAccepted(name: string, given: string, accepted: string): BadUserInputError {
  return new BadUserInputError({
    en: `${name}: ${JSON.stringify(given)} is not accepted; accepted: ${accepted}`,
    fr: `${name} : ${JSON.stringify(given)} n’est pas accepté ; sont acceptés : ${accepted}`,
  });
}

/** A year of cohorts; null when none is given. Throws `BadUserInputError` for any other text. */
export function readYear(name: string, text: string | null): number | null {
  if (!text) return null;
  if (/^(?:19|20|21)\d\d$/.test(text)) return Number(text);
  throw new BadUserInputError({
    en: `${name}: ${JSON.stringify(text)} is not a year of cohorts: 1900 to 2199 are accepted`,
    fr: `${name} : ${JSON.stringify(text)} n’est pas une année de promotion : 1900 à 2199 sont acceptées`,
  });
}
