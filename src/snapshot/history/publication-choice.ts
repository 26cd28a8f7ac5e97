import { addDays, addMonths, frenchDate, type PlainDate } from '../../domain/calendar.ts';
import {
  PublicationRangeError,
  type RangeNames,
} from '../../domain/changes/publication-range-error.ts';
import { PublicationGoneError } from '../../domain/errors.ts';
import { newestOn } from '../asked-publication.ts';
import type { Publication, Snapshot } from '../snapshot.ts';
import { historyOf } from './history.ts';

/** A publication, named by its number, by the day it stands for, or as the newest one on a day. */
export type PublicationChoice =
  | { readonly number: number }
  | { readonly datedOn: PlainDate }
  | { readonly knownOn: PlainDate }
  /** As known so long before the other end of a range. */
  | { readonly monthsBefore: number }
  | { readonly daysBefore: number };

/** Between which publications: changes of those after `since`, up to `until`. */
export interface PublicationRange {
  readonly since: number;
  readonly until: number;
}

/**
 * The range that two arguments name. Without `since` it begins where history does, as with a day before;
 * without `until` it ends with the publication of the snapshot.
 *
 * - Throws `BadUserInputError` for a publication that there is not, and for a range that ends before
 *   it begins; `PublicationGoneError` for one that was rolled back.
 */
export function publicationRange(
  snapshot: Snapshot,
  {
    since,
    until,
  }: {
    readonly since?: PublicationChoice | null | undefined;
    readonly until?: PublicationChoice | null | undefined;
  },
): PublicationRange {
  const { publications, start } = historyOf(snapshot);
  const last = until ? chosen(snapshot, 'until', until) : (publications[0] ?? null);
  if (last === null && until) throw notYetKnown(snapshot, until);
  const end = last?.id ?? start;
  const first = since ? chosen(snapshot, 'since', since, last) : null;
  if (first && first.id > end) {
    throw new PublicationRangeError((names) => ({
      en: `${names.since} names publication ${first.id} and ${names.until} ${end}: give a ${names.since} that is not after ${names.until}`,
      fr: `${names.since} désigne la publication ${first.id} et ${names.until} la ${end} : donnez un ${names.since} qui n’est pas après ${names.until}`,
    }));
  }
  return { since: Math.max(first?.id ?? start, start), until: Math.max(end, start) };
}

/** The publication that is named; null when nothing was known on the day. */
function chosen(
  snapshot: Snapshot,
  end: keyof RangeNames,
  choice: PublicationChoice,
  last: Publication | null = null,
): Publication | null {
  const { publications } = historyOf(snapshot);
  if ('number' in choice) return numbered(snapshot, end, choice.number);
  if ('datedOn' in choice) {
    const { datedOn } = choice;
    const found = newestOn(publications, datedOn);
    return found?.datedOn === datedOn ? found : fail(noneOfDay(publications, end, datedOn));
  }
  const day = 'knownOn' in choice ? choice.knownOn : last && dayBefore(last.datedOn, choice);
  return (day && newestOn(publications, day)) ?? null;
}

function dayBefore(
  day: PlainDate,
  length: { readonly monthsBefore: number } | { readonly daysBefore: number },
): PlainDate {
  return 'daysBefore' in length
    ? addDays(day, -length.daysBefore)
    : addMonths(day, -length.monthsBefore);
}

function numbered(snapshot: Snapshot, end: keyof RangeNames, number: number): Publication {
  const { publications, publication, withdrawn } = snapshot;
  const found = publications.find(({ id }) => id === number);
  if (found) return found;
  const gone = withdrawn.find(({ id }) => id === number);
  if (gone) throw new PublicationGoneError(number, publication.id, gone.withdrawnBecause);
  const [last, first] = [publications[0]?.id ?? 0, publications.at(-1)?.id ?? 0];
  throw new PublicationRangeError((names) => ({
    en: `${names[end]}: there is no publication ${number}: the numbers go from ${first} to ${last}`,
    fr: `${names[end]} : il n’y a pas de publication ${number} : les numéros vont de ${first} à ${last}`,
  }));
}

function fail(error: Error): never {
  throw error;
}

/** Days that an error names in place of one that no publication is of. */
const NAMED = 3;

function noneOfDay(
  publications: readonly Publication[],
  end: keyof RangeNames,
  day: PlainDate,
): PublicationRangeError {
  const days = [...new Set(publications.map(({ datedOn }) => datedOn))];
  const distance = (each: PlainDate) => Math.abs(Date.parse(each) - Date.parse(day));
  const nearest = days
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, NAMED)
    .toSorted();
  return new PublicationRangeError((names) => ({
    en: `${names[end]}: no publication is of ${day}: the nearest days are ${nearest.join(', ')}; knownOn takes any day`,
    fr: `${names[end]} : aucune publication n’est du ${frenchDate(day)} : les jours les plus proches sont ${nearest.map(frenchDate).join(', ')} ; knownOn accepte n’importe quel jour`,
  }));
}

function notYetKnown(snapshot: Snapshot, choice: PublicationChoice): PublicationRangeError {
  const { publications } = historyOf(snapshot);
  const first = publications.map(({ datedOn }) => datedOn).toSorted()[0];
  const day = 'knownOn' in choice ? choice.knownOn : null;
  return new PublicationRangeError(({ until }) => ({
    en: `${until}: nothing was known on ${day}: the first publication is of ${first}`,
    fr: `${until} : rien n’était connu le ${day && frenchDate(day)} : la première publication est du ${first && frenchDate(first)}`,
  }));
}
