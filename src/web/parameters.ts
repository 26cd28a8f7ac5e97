import { BadUserInputError } from '../domain/errors.ts';
import { parseYearSelection } from '../domain/year-selection.ts';

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

/** Years of cohorts as an address has them: from one to another, or a selection, `latest(3)`. */
export interface AskedYears {
  /** Both included; null = without a bound. */
  readonly from: number | null;
  readonly to: number | null;
  /** null = without a selection. */
  readonly selection: string | null;
}

/** Reads years of cohorts; throws `BadUserInputError` for a text that is none, and when they are given in both ways. */
export function readYears(query: URLSearchParams): AskedYears {
  const from = readYear('de', query.get('de'));
  const to = readYear('a', query.get('a'));
  const selection = query.get('annees') || null;
  if (selection === null) return { from, to, selection };
  parseYearSelection('annees', selection);
  if (from === null && to === null) return { from, to, selection };
  const other = from === null ? 'a' : 'de';
  throw new BadUserInputError({
    en: `annees and ${other} are both given: give one of them`,
    fr: `annees et ${other} sont donnés tous deux : donnez l’un des deux`,
  });
}

/** The names that years have in the address of a page. */
export const YEAR_NAMES = ['de', 'a', 'annees'] as const;

/** The years, as the address of a report has them. */
export function yearsOfReport({ from, to, selection }: AskedYears) {
  return { year_from: from, year_to: to, years: selection };
}

/** The range of years, as operations take it; null where there is none. */
export function yearBounds({ from, to }: AskedYears) {
  if (from === null && to === null) return null;
  return { ...(from !== null && { from }), ...(to !== null && { to }) };
}

/** A year of cohorts; null when none is given. Throws `BadUserInputError` for any other text. */
function readYear(name: string, text: string | null): number | null {
  if (!text) return null;
  if (/^(?:19|20|21)\d\d$/.test(text)) return Number(text);
  throw new BadUserInputError({
    en: `${name}: ${JSON.stringify(text)} is not a year of cohorts: 1900 to 2199 are accepted`,
    fr: `${name} : ${JSON.stringify(text)} n’est pas une année de promotion : 1900 à 2199 sont acceptées`,
  });
}
