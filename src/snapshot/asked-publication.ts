import type { PlainDate } from '../domain/calendar.ts';
import { BadUserInputError, PublicationGoneError } from '../domain/errors.ts';
import type { Publication, Snapshot } from './snapshot.ts';

/** A publication that everybody may ask for: its number, or the day at whose end it was the newest. */
export type NamedPublication = { readonly publication: number } | { readonly knownOn: PlainDate };

/** The publication that is asked for: named, or opened by a token while it is held. */
export type AskedPublication = NamedPublication | { readonly token: string };

/**
 * The publication that is asked for, of those that a snapshot knows; null of one asks for none.
 *
 * - Throws `BadUserInputError` where there is none such, and `PublicationGoneError` where it is no
 *   longer kept.
 */
export function publicationAsked(snapshot: Known, asked: NamedPublication): Publication {
  const found = publicationNamed(snapshot, asked);
  if (found.state !== 'PUBLISHED') {
    throw new PublicationGoneError(found.id, snapshot.publication.id, found.withdrawnBecause);
  }
  return found;
}

/** What a snapshot knows of publications. */
type Known = Pick<Snapshot, 'publications' | 'publication' | 'withdrawn'>;

/**
 * The publication that is named, be it that it can be read no longer.
 *
 * - Throws `BadUserInputError` where there is none such.
 */
export function publicationNamed(snapshot: Known, asked: NamedPublication): Publication {
  const found =
    'publication' in asked
      ? everyPublication(snapshot).find(({ id }) => id === asked.publication)
      : newestOn(snapshot.publications, asked.knownOn);
  if (!found) throw unknownPublication(snapshot.publications, asked);
  return found;
}

/** Publications up to that of a snapshot, and those after it that were withdrawn; newest first. */
export function everyPublication({
  publications,
  withdrawn,
}: Pick<Snapshot, 'publications' | 'withdrawn'>): readonly Publication[] {
  return [...withdrawn, ...publications];
}

/** The newest publication at the end of a day, of some that are listed newest first. */
export function newestOn(
  publications: readonly Publication[],
  day: PlainDate,
): Publication | undefined {
  return publications.find(({ datedOn, state }) => state !== 'WITHDRAWN' && datedOn <= day);
}

function unknownPublication(
  publications: readonly Publication[],
  asked: NamedPublication,
): BadUserInputError {
  const [newest, oldest] = [publications[0], publications.at(-1)];
  const accepted = {
    en: `${oldest?.id} (of ${oldest?.datedOn}) to ${newest?.id} (of ${newest?.datedOn}) are there`,
    fr: `il y a les publications ${oldest?.id} (du ${oldest?.datedOn}) à ${newest?.id} (du ${newest?.datedOn})`,
  };
  return new BadUserInputError(
    'publication' in asked
      ? {
          en: `there is no publication ${asked.publication}: ${accepted.en}`,
          fr: `il n’y a pas de publication ${asked.publication} : ${accepted.fr}`,
        }
      : {
          en: `nothing was published by ${asked.knownOn}: ${accepted.en}`,
          fr: `rien n’était publié le ${asked.knownOn} : ${accepted.fr}`,
        },
  );
}
