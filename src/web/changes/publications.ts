import { table } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { ChangesPageQuery } from '../operations.ts';
import type { PageContext } from '../page.ts';
import { publicationLink } from './list.ts';
import type { ChangesState } from './state.ts';

type Shown = ChangesPageQuery['publications']['nodes'][number];

/** The publications, newest first: what each is compared with, and what changed since it. */
export function publicationsSection(
  state: ChangesState,
  { publications: { nodes, totalCount }, dataStatus }: ChangesPageQuery,
  context: PageContext,
): Html {
  const {
    words: { changes: words },
    format,
  } = context;
  const more =
    totalCount > nodes.length
      ? html`<p class="muted">${words.publicationsMore(format.count(nodes.length), format.count(totalCount))}</p>`
      : NOTHING;
  return html`<section aria-labelledby="publications"><h2 id="publications">${words.publications}</h2>${more}${table(
    {
      caption: words.publications,
      isTitled: true,
      head: [words.publication, words.comparedWith, words.choose],
      // Nothing changed since the one that is shown.
      rows: nodes.map((each) =>
        row(each, each.number === dataStatus.publication.number ? null : state, context),
      ),
    },
  )}</section>`;
}

function row(each: Shown, state: ChangesState | null, context: PageContext): Html {
  const {
    words: { changes: words },
    format,
    self,
    href,
  } = context;
  const { number, comparedWith, withdrawnBecause } = each;
  const isOpen = each.state === 'PUBLISHED';
  const why = isOpen
    ? NOTHING
    : html` <span class="muted">(${words.states[each.state]}${withdrawnBecause === null ? '' : ` – ${withdrawnBecause}`})</span>`;
  const since = href(self, { ...state, depuis: number, jusque: null });
  return html`<tr><th scope="row">${publicationLink(each, context)}${why}</th><td>${
    comparedWith === null ? words.beginning : publicationLink(comparedWith, context)
  }</td><td>${
    isOpen && state !== null
      ? html`<a href="${since}" aria-label="${words.sinceIt} (${format.count(number)})">${words.sinceIt}</a>`
      : NOTHING
  }</td></tr>`;
}
