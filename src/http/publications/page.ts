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
import { numbers, table } from '../../web/figures.ts';
import type { PageContent } from '../../web/page.ts';

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
export function publicationPage(parts: PublicationPage): PageContent {
  const { language, publication, comparedWith, notes, counts } = parts;
  const { id, datedOn, state, demonstration, sources } = publication;
  const word = (key: keyof typeof WORDS) => WORDS[key][language];
  const day = (date: PlainDate) => (language === 'fr' ? frenchDate(date) : date);
  const number = new Intl.NumberFormat(language);
  const title = `${word('title')} ${id}, ${day(datedOn)}`;
  const body = html`<h1>${title}</h1>
<p>${state === 'HELD' ? word('HELD') : word('PUBLISHED')}</p>
${demonstration ? html`<p><strong>${demonstrationNotice[language]}</strong></p>` : ''}
<h2>${word('sources')}</h2>
${table({
  caption: word('sources'),
  isTitled: true,
  head: [
    ...[word('file'), word('day')],
    ...(['certifications', 'cohorts', 'refused'] as const).map((key) => numbers(word(key))),
  ],
  rows: sources.map(
    (source) =>
      html`<tr><th scope="row">${source.fileName}</th><td class="day">${day(source.datedOn)}</td>${[
        ...[source.certifications, source.cohorts],
        source.refusedFiches + source.refusedValues,
      ].map((count) => html`<td class="number">${number.format(count)}</td>`)}</tr>`,
  ),
})}
${notes.length === 0 ? '' : html`<h2>${word('notes')}</h2>\n<ul>${notes.map((note) => html`<li>${noteLine(note, language)}</li>`)}</ul>`}
<h2>${word('changes')}</h2>
${
  comparedWith === null
    ? html`<p>${word('unknown')}</p>`
    : html`<p>${word('since')} ${comparedWith.id}, ${day(comparedWith.datedOn)}.</p>
${counts.size === 0 ? html`<p>${word('none')}</p>` : changesOf(parts, word, number)}`
}`;
  return { title, body };
}

function changesOf(
  { language, counts, changes, links }: PublicationPage,
  word: (key: keyof typeof WORDS) => string,
  number: Intl.NumberFormat,
) {
  const kinds = CHANGE_KINDS.filter((kind) => counts.has(kind));
  const ofKinds = table({
    caption: word('changes'),
    isTitled: true,
    head: [word('kind'), numbers(word('number'))],
    rows: kinds.map(
      (kind) =>
        html`<tr><th scope="row">${CHANGE_KIND_LABELS[kind][language]}</th><td class="number">${number.format(counts.get(kind) ?? 0)}</td></tr>`,
    ),
  });
  return html`${ofKinds}
<p>${word('as')} ${links.files.map(({ name, href }) => html` <a href="${href}">${name}</a>`)}</p>
${table({
  caption: word('said'),
  head: [word('certification'), word('said')],
  rows: changes.entries.map((entry) => rowOf(entry, language)),
})}
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
