import type { PlainDate } from '../domain/calendar.ts';
import { BadUserInputError, PublicationGoneError } from '../domain/errors.ts';
import type { Publication, Snapshot } from './snapshot.ts';

/** The publication that is asked for: its number, or the day at whose end it was the newest. */
export type AskedPublication = { readonly publication: number } | { readonly knownOn: PlainDate };

/**
 * The publication that is asked for, of those that a snapshot knows; null of one asks for none.
 *
 * - Throws `BadUserInputError` where there is none such, and `PublicationGoneError` where it is no
 *   longer kept.
 */
export function publicationAsked(
  snapshot: Pick<Snapshot, 'publications' | 'publication' | 'rolledBack'>,
  asked: AskedPublication,
): Publication {
  const { publications, publication: current } = snapshot;
  const found =
    'publication' in asked
      ? publications.find(({ id }) => id === asked.publication)
      : newestOn(publications, asked.knownOn);
  if (!found) {
    if ('publication' in asked) refuseRolledBack(snapshot, asked.publication);
    throw unknownPublication(publications, asked);
  }
  if (found.state !== 'PUBLISHED') {
    throw new PublicationGoneError(found.id, current.id, found.withdrawnBecause);
  }
  return found;
}

/** Guards against a publication in whose place that of a snapshot is served again. */
export function refuseRolledBack(
  { publication, rolledBack }: Pick<Snapshot, 'publication' | 'rolledBack'>,
  asked: number,
): void {
  const gone = rolledBack.find(({ id }) => id === asked);
  if (gone) throw new PublicationGoneError(gone.id, publication.id, gone.withdrawnBecause);
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
  asked: AskedPublication,
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
