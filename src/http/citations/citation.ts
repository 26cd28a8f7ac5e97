import type { Bilingual } from '../../domain/bilingual.ts';
import { frenchDate, type PlainDate } from '../../domain/calendar.ts';
import { type NamedPublication, publicationNamed } from '../../snapshot/asked-publication.ts';
import type { Publication, Snapshot } from '../../snapshot/snapshot.ts';

/**
 * Whether what was cited still holds: it is of the newest publication; a newer one says the same; it
 * says otherwise; it was withdrawn; it is kept no longer, so that nothing can be compared.
 */
export type Verdict = 'NEWEST' | 'SAME' | 'DIFFERENT' | 'WITHDRAWN' | 'NOT_KEPT';

/** What is cited, and what is newest. */
export interface Citation {
  readonly cited: Publication;
  readonly newest: Publication;
}

/** What was found when an answer was compared. */
export interface Comparison {
  /** The first of them, as many as an answer lists. */
  readonly differences: readonly unknown[];
  /** Whether there are others. */
  readonly more: boolean;
  /** Numbers of what was compared and differs, by name. */
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * The publications that a check is about.
 *
 * - Throws `BadUserInputError` for a publication that there is not.
 */
export function citationOf(snapshot: Snapshot, asked: NamedPublication): Citation {
  const { publication } = snapshot;
  const newest = snapshot.publications.find(({ id }) => id === publication.id);
  if (!newest) throw new Error(`publication ${publication.id} is not among its own`);
  return { cited: publicationNamed(snapshot, asked), newest };
}

/** The verdict on a citation that needs no comparison; null on one that does. */
export function verdictWithout({ cited, newest }: Citation): Verdict | null {
  if (cited.withdrawnBecause !== null) return 'WITHDRAWN';
  if (cited.state === 'PRUNED') return 'NOT_KEPT';
  return cited.id === newest.id ? 'NEWEST' : null;
}

/** Days and addresses that a check names. */
interface CheckedAnswer {
  /** The day that both answers are of. */
  readonly asOf: string;
  /** Address of the same question about the newest publication; null where it has none. */
  readonly latest: string | null;
}

/** The body of the answer to a check. */
export function checkBody(
  citation: Citation,
  { asOf, latest }: CheckedAnswer,
  comparison: Comparison | null,
  language: keyof Bilingual,
): string {
  const { cited, newest } = citation;
  const verdict = verdictOf(citation, comparison);
  return JSON.stringify({
    verdict,
    message: messageOf(verdict, citation)[language],
    ...{ publication: cited.id, dated_on: cited.datedOn, as_of: asOf },
    newest: { publication: newest.id, dated_on: newest.datedOn },
    withdrawn_because: cited.withdrawnBecause,
    ...comparison?.counts,
    differences: comparison?.differences ?? [],
    more_differences: comparison?.more ?? false,
    latest,
  });
}

/** The verdict on a citation, and what there was to compare. */
export function verdictOf(citation: Citation, comparison: Comparison | null): Verdict {
  const isOther = comparison && (comparison.differences.length > 0 || comparison.more);
  return verdictWithout(citation) ?? (isOther ? 'DIFFERENT' : 'SAME');
}

/** A verdict in words. */
export function messageOf(verdict: Verdict, { cited, newest }: Citation): Bilingual {
  const [old, now] = [named(cited), named(newest)];
  switch (verdict) {
    case 'NEWEST':
      return { en: `${old.en} is the newest`, fr: `${old.fr} est la plus récente` };
    case 'SAME':
      return {
        en: `${now.en} is newer and says the same as ${old.en}`,
        fr: `${now.fr} est plus récente et dit la même chose que ${old.fr}`,
      };
    case 'DIFFERENT':
      return {
        en: `${now.en} is newer and says otherwise than ${old.en}`,
        fr: `${now.fr} est plus récente et dit autre chose que ${old.fr}`,
      };
    case 'WITHDRAWN':
      return {
        en: `${old.en} was withdrawn (${cited.withdrawnBecause}): ${now.en} is the newest`,
        fr: `${old.fr} a été retirée (${cited.withdrawnBecause}) : ${now.fr} est la plus récente`,
      };
    case 'NOT_KEPT':
      return {
        en: `${old.en} is kept no longer and cannot be compared: ${now.en} is the newest`,
        fr: `${old.fr} n’est plus conservée et ne peut être comparée : ${now.fr} est la plus récente`,
      };
  }
}

function named({ id, datedOn }: { id: number; datedOn: PlainDate }): Bilingual {
  return {
    en: `publication ${id} of ${datedOn}`,
    fr: `la publication ${id} du ${frenchDate(datedOn)}`,
  };
}

/** Characters that end a URL in a header `Link`. */
const UNSAFE = /[<>\s]/g;

/** The header `Link` of an answer that is of one publication: where that of the newest one is. */
export function latestLink(address: string): string {
  return `<${address.replace(UNSAFE, encodeURIComponent)}>; rel="latest-version"`;
}
