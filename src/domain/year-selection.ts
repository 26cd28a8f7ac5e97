import type { Bilingual } from './bilingual.ts';
import { BadUserInputError } from './errors.ts';
import type { Range } from './range.ts';

/** Years of cohorts as an address names them: the newest so many, or from one year to another. */
export type YearSelection = { readonly latest: number } | Range<number>;

/** The most years that can be asked for as the newest. */
const MOST_LATEST_YEARS = 100;

/** The form of a selection; whether it means years is for `readYearSelection`. */
export const YEAR_SELECTION =
  /^\s*(?:(latest|from|to|range)\s*\(\s*(\d{1,4})\s*(?:,\s*(\d{1,4})\s*)?\)|(\d{4}))\s*$/i;

/**
 * Reads a selection of years: `latest(3)`, `from(2019)`, `to(2021)`, `range(2019,2021)` or one year,
 * `2021`, in any case, with or without blanks; null when the text is none. Both ends are included.
 */
export function readYearSelection(text: string): YearSelection | null {
  const [, name = '', first, second, only] = YEAR_SELECTION.exec(text) ?? [];
  if (only !== undefined) return { from: Number(only), to: Number(only) };
  const year = Number(first);
  switch (name.toLowerCase()) {
    case 'latest':
      return second === undefined && year >= 1 && year <= MOST_LATEST_YEARS
        ? { latest: year }
        : null;
    case 'from':
      return second === undefined && year >= 1 ? { from: year } : null;
    case 'to':
      return second === undefined && year >= 1 ? { to: year } : null;
    case 'range':
      return second !== undefined && year >= 1 && year <= Number(second)
        ? { from: year, to: Number(second) }
        : null;
    default:
      return null;
  }
}

/** What `readYearSelection` accepts, in words. */
export const ACCEPTED_YEARS: Bilingual = {
  en: `latest(N) with N from 1 to ${MOST_LATEST_YEARS}, from(2019), to(2021), range(2019,2021) or one year`,
  fr: `latest(N) avec N de 1 à ${MOST_LATEST_YEARS}, from(2019), to(2021), range(2019,2021) ou une année`,
};

/**
 * Reads the selection of an argument.
 *
 * - Throws `BadUserInputError` for any other text.
 */
export function parseYearSelection(argument: string, text: string): YearSelection {
  const selection = readYearSelection(text);
  if (selection) return selection;
  const given = JSON.stringify(text);
  throw new BadUserInputError({
    en: `${argument}: ${given} names no years: give ${ACCEPTED_YEARS.en}`,
    fr: `${argument} : ${given} ne nomme pas d’années : donnez ${ACCEPTED_YEARS.fr}`,
  });
}

/**
 * The years that a selection means, both included.
 *
 * - newestFirst: the years that there are cohorts of, each once. Without any, the newest are all.
 */
export function yearsSelected(
  selection: YearSelection,
  newestFirst: readonly number[],
): Range<number> {
  if (!('latest' in selection)) return selection;
  const from = newestFirst[Math.min(selection.latest, newestFirst.length) - 1];
  return from === undefined ? {} : { from };
}
