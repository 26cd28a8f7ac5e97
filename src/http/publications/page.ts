import { html } from 'hono/html';
import type { ChangeEntries, ChangeEntry } from '../../datasets/history/change-entries.ts';
import type { Language } from '../../datasets/labels.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { frenchDate, type PlainDate } from '../../domain/calendar.ts';
import { CHANGE_KINDS, type ChangeKind } from '../../domain/changes/change.ts';
import { CHANGE_KIND_LABELS, changeText } from '../../domain/changes/change-text.ts';
import { type Note, noteLine } from '../../domain/notes/note.ts';
import { demonstrationNotice } from '../../domain/provenance.ts';
import type { Publication } from '../../snapshot/snapshot.ts';

/** What the page of a publication shows. */
export interface PublicationPage {
  readonly language: Language;
  readonly publication: Publication;
  /** What its changes are counted from; null = they are not known. */
  readonly comparedWith: Publication | null;
  /** The operator's notes that hold in it. */
  readonly notes: readonly Note[];
  readonly counts: ReadonlyMap<ChangeKind, number>;
  readonly changes: ChangeEntries;
  /** Addresses: of the next page, and of the same changes as files. */
  readonly links: {
    readonly next: string | null;
    readonly files: readonly { readonly name: string; readonly href: string }[];
  };
}

const WORDS = {
  title: { fr: 'Publication', en: 'Publication' },
  HELD: {
    fr: 'Retenue : elle se lit avec un jeton, et n’est pas encore publiée.',
    en: 'Held: it is read with a token, and is not published yet.',
  },
  PUBLISHED: { fr: 'Publiée.', en: 'Published.' },
  sources: { fr: 'Fichiers', en: 'Files' },
  file: { fr: 'Fichier', en: 'File' },
  day: { fr: 'Jour', en: 'Day' },
  certifications: { fr: 'Certifications', en: 'Certifications' },
  cohorts: { fr: 'Promotions', en: 'Cohorts' },
  refused: { fr: 'Fiches et valeurs refusées', en: 'Fiches and values refused' },
  notes: { fr: 'Notes de l’exploitant', en: 'Notes by the operator' },
  changes: { fr: 'Ce qui change', en: 'What changes' },
  unknown: {
    fr: 'Ce qui change n’est pas connu : l’historique commence avec cette publication.',
    en: 'What changes is not known: history begins with this publication.',
  },
  none: {
    fr: 'Les fiches et leurs chiffres restent les mêmes.',
    en: 'Fiches and their figures stay as they are.',
  },
  kind: { fr: 'Nature du changement', en: 'Kind of change' },
  number: { fr: 'Nombre', en: 'Number' },
  certification: { fr: 'Certification', en: 'Certification' },
  said: { fr: 'Changements', en: 'Changes' },
  since: { fr: 'Depuis la publication', en: 'Since publication' },
  as: { fr: 'Tous les changements :', en: 'All changes:' },
  next: { fr: 'Suite', en: 'Next page' },
} satisfies Record<string, Bilingual>;

/** Lines of one certification: a fiche that was written anew has hundreds. */
const MOST_LINES = 50;

/** The page of a publication: its state, its files, and what it changes. */
export function publicationPage(parts: PublicationPage): string {
  const { language, publication, comparedWith, notes, counts } = parts;
  const { id, datedOn, state, demonstration, sources } = publication;
  const word = (key: keyof typeof WORDS) => WORDS[key][language];
  const day = (date: PlainDate) => (language === 'fr' ? frenchDate(date) : date);
  const number = new Intl.NumberFormat(language);
  const title = `${word('title')} ${id}, ${day(datedOn)}`;
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Débouchés</title>
<link rel="stylesheet" href="/publications/style.css">
</head>
<body>
<main>
<h1>${title}</h1>
<p>${state === 'HELD' ? word('HELD') : word('PUBLISHED')}</p>
${demonstration ? html`<p><strong>${demonstrationNotice[language]}</strong></p>` : ''}
<h2>${word('sources')}</h2>
<table>
<thead><tr><th scope="col">${word('file')}</th><th scope="col">${word('day')}</th><th scope="col">${word('certifications')}</th><th scope="col">${word('cohorts')}</th><th scope="col">${word('refused')}</th></tr></thead>
<tbody>${sources.map(
    (source) =>
      html`<tr><th scope="row">${source.fileName}</th><td>${day(source.datedOn)}</td><td>${number.format(source.certifications)}</td><td>${number.format(source.cohorts)}</td><td>${number.format(source.refusedFiches + source.refusedValues)}</td></tr>\n`,
  )}</tbody>
</table>
${notes.length === 0 ? '' : html`<h2>${word('notes')}</h2>\n<ul>${notes.map((note) => html`<li>${noteLine(note, language)}</li>`)}</ul>`}
<h2>${word('changes')}</h2>
${
  comparedWith === null
    ? html`<p>${word('unknown')}</p>`
    : html`<p>${word('since')} ${comparedWith.id}, ${day(comparedWith.datedOn)}.</p>
${counts.size === 0 ? html`<p>${word('none')}</p>` : changesOf(parts, word, number)}`
}
</main>
</body>
</html>
`;
  return String(page);
}

function changesOf(
  { language, counts, changes, links }: PublicationPage,
  word: (key: keyof typeof WORDS) => string,
  number: Intl.NumberFormat,
) {
  const kinds = CHANGE_KINDS.filter((kind) => counts.has(kind));
  return html`<table>
<thead><tr><th scope="col">${word('kind')}</th><th scope="col">${word('number')}</th></tr></thead>
<tbody>${kinds.map(
    (kind) =>
      html`<tr><th scope="row">${CHANGE_KIND_LABELS[kind][language]}</th><td>${number.format(counts.get(kind) ?? 0)}</td></tr>\n`,
  )}</tbody>
</table>
<p>${word('as')} ${links.files.map(({ name, href }) => html` <a href="${href}">${name}</a>`)}</p>
<table>
<thead><tr><th scope="col">${word('certification')}</th><th scope="col">${word('said')}</th></tr></thead>
<tbody>${changes.entries.map((entry) => rowOf(entry, language))}</tbody>
</table>
${links.next === null ? '' : html`<p><a rel="next" href="${links.next}">${word('next')}</a></p>`}`;
}

function rowOf({ code, title, changes, notes }: ChangeEntry, language: Language) {
  const lines = changes.slice(0, MOST_LINES).map((change) => changeText(change, language));
  const shown = [
    ...(changes.length > MOST_LINES ? [...lines, '…'] : lines),
    ...notes.map((note) => noteLine(note, language)),
  ];
  return html`<tr><th scope="row">${code} ${title}</th><td><ul>${shown.map(
    (line) => html`<li>${line}</li>`,
  )}</ul></td></tr>\n`;
}

/** How the page looks, on paper too. */
export const STYLE = `:root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
main { max-width: 70rem; margin: 0 auto; padding: 1rem; }
table { border-collapse: collapse; margin-block: 1rem; }
th, td { border-bottom: 1px solid; padding: 0.25rem 0.75rem; text-align: start; vertical-align: top; }
td { font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
ul { margin: 0; padding-inline-start: 1.25rem; }
a:focus-visible { outline: 3px solid; outline-offset: 2px; }
`;
