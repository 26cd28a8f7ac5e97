import { CHANGE_KIND_LABELS } from '../../domain/changes/change-text.ts';
import { table } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { paging } from '../lists.ts';
import type { ChangesListQuery, PublicationState } from '../operations.ts';
import type { PageContext } from '../page.ts';
import type { ChangesState } from './state.ts';

/**
 * The changes one by one, newest publication first; null = the database did not answer. History may
 * begin with the publication that is shown.
 */
export function listSection(
  texts: ChangesListQuery | null,
  state: ChangesState,
  context: PageContext,
  isBeginning: boolean,
): Html {
  const {
    words: { changes: words },
    format,
  } = context;
  if (texts === null) {
    return html`<section aria-labelledby="list"><h2 id="list">${words.list}</h2><p>${words.away}</p></section>`;
  }
  const { totalCount, nodes, pageInfo, countsByKind } = texts.changes;
  const found = totalCount === 1 ? words.foundOne : words.found(format.count(totalCount));
  return html`<section class="wide" aria-labelledby="list"><h2 id="list">${words.list}</h2>${
    nodes.length === 0
      ? html`<p>${isBeginning ? words.unknown : words.none}</p>`
      : html`<p><strong>${found}</strong></p>
${kinds(countsByKind, state, context)}
${table({
  caption: words.list,
  isTitled: true,
  head: [words.certification, words.kind, words.said, words.publication],
  rows: nodes.map((each) => row(each, context)),
})}${paging(pageInfo, context)}`
  }</section>`;
}

/** How many of each kind there are; each is a link to those alone. */
function kinds(
  counts: ChangesListQuery['changes']['countsByKind'],
  state: ChangesState,
  { words: { changes: words }, language, format, self, href }: PageContext,
): Html {
  return html`<ul class="tags" aria-label="${words.byKind}">${counts.map(({ kind, count }) => {
    const isChosen = state.nature.length === 1 && state.nature[0] === kind;
    return html`<li><a href="${href(self, { ...state, nature: [kind] })}"${isChosen ? html` aria-current="true"` : NOTHING}>${CHANGE_KIND_LABELS[kind][language]} – ${format.count(count)}</a></li>`;
  })}</ul>`;
}

type Shown = ChangesListQuery['changes']['nodes'][number];

function row(each: Shown, context: PageContext): Html {
  const {
    words: { changes: words },
    language,
    href,
  } = context;
  const { kind, code, title, publication, notes, certification } = each;
  // A certification that the registers have no longer has no page.
  const fiche =
    certification === null
      ? html`${code}`
      : html`<a href="${href(`/certifications/${code}`)}">${code}</a>`;
  const noted = notes.length === 0 ? NOTHING : html` <span class="muted">(${words.noted})</span>`;
  return html`<tr><th scope="row">${fiche} ${title}</th><td>${CHANGE_KIND_LABELS[kind][language]}</td><td>${said(each, context)}${noted}</td><td>${publicationLink(publication, context)}</td></tr>`;
}

/** What changed, without its kind, which stands beside it. */
function said({ kind, message, messageFr }: Shown, { language }: PageContext): string {
  const [text, label] = [
    language === 'fr' ? messageFr : message,
    CHANGE_KIND_LABELS[kind][language],
  ];
  return text.startsWith(label) ? text.slice(label.length).replace(/^\s*:\s*/, '') : text;
}

/** A publication by its number and its day: a link to its page while it is kept. */
export function publicationLink(
  {
    number,
    datedOn,
    state,
  }: {
    readonly number: number;
    readonly datedOn: string;
    readonly state: PublicationState;
  },
  { format, query }: PageContext,
): Html {
  const lang = query.get('lang');
  const address = `/publications/${number}${lang ? `?${new URLSearchParams({ lang })}` : ''}`;
  const name = format.count(number);
  return html`${state === 'PUBLISHED' ? html`<a href="${address}">${name}</a>` : name}, <time datetime="${datedOn}">${format.day(datedOn)}</time>`;
}
