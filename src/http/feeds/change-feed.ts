import type { ChangeEntries, ChangeEntry } from '../../datasets/history/change-entries.ts';
import type { Language } from '../../datasets/labels.ts';
import {
  isDemonstrationCode,
  numberOf,
  type RegisterCode,
  registerOf,
} from '../../domain/certification/register-code.ts';
import { CHANGE_KIND_LABELS, changeText } from '../../domain/changes/change-text.ts';
import { noteLine } from '../../domain/notes/note.ts';
import { historyOf } from '../../snapshot/history/history.ts';
import { attributionOf, currentOf } from '../../snapshot/provenance.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { type AtomEntry, type AtomFeed, urnOf } from './atom.ts';

/** A place in a feed: a publication, and a change of it. */
export type FeedPlace = readonly [publication: number, position: number];

/** How a page of the feed was asked for. */
export interface FeedPage {
  readonly language: Language;
  /** The query string but for the place and for a key. */
  readonly query: URLSearchParams;
  /** What it begins after; null = with the newest. */
  readonly after: FeedPlace | null;
}

/** A page of the feed of changes: an entry for each certification that changed in a publication. */
export function changeFeed(
  snapshot: Snapshot,
  { entries, next }: ChangeEntries,
  { language, query, after }: FeedPage,
): AtomFeed {
  const current = currentOf(snapshot);
  // Of the same certifications and kinds, whatever the page and the language.
  const asked = [...query].filter(([name]) => name !== 'lang').toSorted();
  const begun = historyOf(snapshot).publications.at(-1)?.publishedAt.getTime() ?? 0;
  return {
    id: urnOf('changes', begun, JSON.stringify(asked)),
    ...{ language, ...WORDS[language], author: 'Débouchés' },
    updated: entries[0]?.publication.publishedAt ?? current.publishedAt,
    rights: attributionOf(current),
    entries: entries.map((entry) => entryOf(entry, language)),
    links: [
      { rel: 'self', href: addressOf(query, after) },
      ...(next ? [{ rel: 'next', href: addressOf(query, next) } as const] : []),
      { rel: 'related', href: '/reports/changes/schema' },
      { rel: 'license', href: '/about.json' },
    ],
  };
}

const WORDS = {
  fr: {
    title: 'Changements des répertoires RNCP et RS',
    subtitle:
      'Ce qui change d’une publication à la suivante : fiches nouvelles, retirées, échues, modifiées ; chiffres ajoutés, modifiés, retirés.',
  },
  en: {
    title: 'Changes of the registers RNCP and RS',
    subtitle:
      'What changes from one publication to the next: fiches that are new, gone, ended or updated; figures added, altered or withdrawn.',
  },
} as const;

function addressOf(query: URLSearchParams, place: FeedPlace | null): string {
  const all = new URLSearchParams(query);
  if (place) all.set('after', place.join('-'));
  const text = all.toString();
  return text === '' ? '/changes.atom' : `/changes.atom?${text}`;
}

/** Lines of an entry: a fiche that was written anew has hundreds. */
const MOST_LINES = 100;

function entryOf(entry: ChangeEntry, language: Language): AtomEntry {
  const { publication, code, title, position, changes, notes } = entry;
  const kinds = [...entry.kinds].map(([kind, count]) => {
    const label = CHANGE_KIND_LABELS[kind][language];
    return { term: kind, label, text: count > 1 ? `${label} (${count})` : label };
  });
  const lines = changes.slice(0, MOST_LINES).map((change) => changeText(change, language));
  return {
    id: urnOf('change', publication.publishedAt.getTime(), publication.id, position, code),
    title: `${code} ${title} — ${kinds.map(({ text }) => text).join(', ')}`,
    updated: publication.publishedAt,
    links: isDemonstrationCode(code) ? [] : [{ rel: 'alternate', href: publicPage(code) }],
    categories: kinds.map(({ term, label }) => ({ term, label })),
    lines: [
      ...(changes.length > MOST_LINES ? [...lines, '…'] : lines),
      ...notes.map((note) => noteLine(note, language)),
    ],
  };
}

/** The public page of a fiche. */
function publicPage(code: RegisterCode): string {
  const register = registerOf(code).toLowerCase();
  return `https://www.francecompetences.fr/recherche/${register}/${numberOf(code)}/`;
}
