import { type Html, html, NOTHING } from './html.ts';
import type { PageContext, QueryValue } from './page.ts';

/** Rows on one page of a list. */
export const ON_A_PAGE = 25;

/** The arguments of a connection, by the cursors of an address: `apres`, `avant`. */
export function pageVariables(query: URLSearchParams) {
  const before = query.get('avant') || null;
  return before === null
    ? { first: ON_A_PAGE, after: query.get('apres') || null, last: null, before }
    : { first: null, after: null, last: ON_A_PAGE, before };
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** Links to the pages beside the one of a list; all else of its address stays. */
export function paging(
  { hasNextPage, hasPreviousPage, startCursor, endCursor }: PageInfo,
  { words: { search }, query, self }: PageContext,
): Html {
  if (!hasNextPage && !hasPreviousPage) return NOTHING;
  const link = (rel: string, label: string, name: string, cursor: string | null) => {
    const own = new URLSearchParams(query);
    own.delete('apres');
    own.delete('avant');
    own.set(name, cursor ?? '');
    return html`<li><a rel="${rel}" href="${self}?${own}">${label}</a></li>`;
  };
  return html`<nav class="screen" aria-label="${search.pages}"><ul class="tags">${
    hasPreviousPage ? link('prev', search.previous, 'avant', startCursor) : NOTHING
  }${hasNextPage ? link('next', search.next, 'apres', endCursor) : NOTHING}</ul></nav>`;
}

/** Hidden fields that keep language and publication when a form is sent. */
export function keptFields({ query }: PageContext): Html {
  return html`${['lang', 'publication', 'known_on'].map((name) => {
    const value = query.get(name);
    return value ? html`<input type="hidden" name="${name}" value="${value}">` : NOTHING;
  })}`;
}

/** Formats that a report is served in, by the ending of its address. */
export const FILE_FORMATS = ['csv', 'xlsx', 'json', 'jsonl', 'parquet', 'arrow'] as const;

/** Links to a report file in its formats. */
export function reportLinks(
  name: string,
  asked: Readonly<Record<string, QueryValue>>,
  { file, language }: PageContext,
): Html {
  return html`${FILE_FORMATS.map(
    (form) =>
      html` <a href="${file(`/reports/${name}.${form}`, { ...asked, labels: language })}">${form.toUpperCase()}</a>`,
  )}`;
}

/** A day of a table; empty where it is not known. */
export function dayCell(day: string | null, { format }: PageContext): Html {
  return day === null
    ? html`<td class="day" data-value=""></td>`
    : html`<td class="day" data-value="${day}"><time datetime="${day}">${format.day(day)}</time></td>`;
}

/** Bodies that are named in a row of a list. */
const NAMED = 3;

/** Bodies in force, each with a link to its page where its SIREN is known. */
export function bodyLinks(
  bodies: readonly {
    readonly name: string;
    readonly siren: string | null;
    readonly active: boolean;
  }[],
  { words: { search }, format, href }: PageContext,
): Html {
  const current = bodies.filter(({ active }) => active);
  const named = current.slice(0, NAMED).map(({ name, siren }, at) => {
    const between = at === 0 ? '' : ', ';
    if (siren === null) return html`${between}${name}`;
    return html`${between}<a href="${href(`/certificateurs/${siren}`)}">${name}</a>`;
  });
  const others = current.length - named.length;
  return html`${named}${others > 0 ? html`, ${search.others(format.count(others))}` : NOTHING}`;
}
