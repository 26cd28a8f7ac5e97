import { type Html, html, NOTHING } from './html.ts';
import type { PageContext } from './page.ts';

/** Rows on one page of a list. */
export const ON_A_PAGE = 25;

/** The arguments of a connection, by the cursors of an address (`apres`, `avant`). */
export function pageOf(query: URLSearchParams) {
  const [after, before] = [query.get('apres') || null, query.get('avant') || null];
  return before === null ? { first: ON_A_PAGE, after } : { last: ON_A_PAGE, before };
}

/** Where a page of a connection stands. */
interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** Links to the pages before and after; nothing where all is on one. */
export function pageLinks(info: PageInfo, { words: { search }, query, self }: PageContext): Html {
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = info;
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
