import {
  BENCHMARK_STATUS_LABELS,
  FUNNEL_LABELS,
  STAGE_LABELS,
  VERDICT_LABELS,
} from '../../domain/code-labels.ts';
import { indicatorLabel, numbers, rateCell, table } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { dayCell, paging } from '../lists.ts';
import type { PageContext } from '../page.ts';
import { readChoice } from '../parameters.ts';
import type { ShownCertifier } from './shown.ts';

type Shown = ShownCertifier['certifications']['nodes'][number];

/** Which certifications are shown: the active ones unless all are asked for. */
export function shownOf(query: URLSearchParams): 'actives' | 'toutes' {
  return readChoice('afficher', query.get('afficher'), ['actives', 'toutes'] as const) ?? 'actives';
}

/** Its certifications by end of registration, each beside its peers. */
export function portfolioSection(shown: ShownCertifier, context: PageContext): Html {
  const {
    words: { certifier: words },
    language,
    href,
  } = context;
  const { certifications } = shown;
  const rows = certifications.nodes.map(
    (each) =>
      html`<tr><th scope="row"><a href="${href(`/certifications/${each.code}`)}">${each.code}</a> ${each.title}${
        each.active ? NOTHING : html` <span class="muted">(${words.inactive})</span>`
      }</th><td class="number">${each.level ?? ''}</td>${dayCell(each.registrationEndsOn, context)}<td>${STAGE_LABELS[each.renewal.stage][language]}</td>${rateCell(each.insertionRate, context)}<td>${beside(each, context)}</td></tr>`,
  );
  return html`<section class="wide" aria-labelledby="portfolio"><h2 id="portfolio">${words.portfolio}</h2>${choice(shown, context)}${
    rows.length === 0
      ? html`<p>${shown.certificationCount === 0 ? words.former : words.noneActive}</p>`
      : html`${table({
          caption: words.portfolio,
          isTitled: true,
          head: [
            ...[words.code, numbers(words.level), words.end, words.stage],
            ...[numbers(indicatorLabel('GLOBAL_6_MONTHS', context)), words.peers],
          ],
          rows,
        })}${paging(certifications.pageInfo, context)}`
  }</section>`;
}

/** Active ones, or all: each with its count. */
function choice(
  { certificationCount, certificationSummary }: ShownCertifier,
  { words: { certifier: words }, format, href, self, query }: PageContext,
): Html {
  const current = shownOf(query);
  const link = (afficher: typeof current, label: string) =>
    html`<li><a href="${href(self, { afficher })}#portfolio"${afficher === current ? html` aria-current="true"` : NOTHING}>${label}</a></li>`;
  return html`<nav aria-label="${words.portfolio}"><ul class="tags">${link(
    'actives',
    words.activeOnes(format.count(certificationSummary.active)),
  )}${link('toutes', words.allOfThem(format.count(certificationCount)))}</ul></nav>`;
}

/** What may be said of it beside its peers: the verdict, or why there is none. */
function beside({ benchmark, register }: Shown, context: PageContext): Html {
  const {
    words: { certifier: words },
    format,
    language,
  } = context;
  const { status, verdict, funnel, peerMedian, peerCount } = benchmark;
  if (verdict === null || register === 'RS') {
    return html`<span class="absent">${BENCHMARK_STATUS_LABELS[status][language]}</span>`;
  }
  const median =
    peerMedian === null
      ? NOTHING
      : html`<span class="base">${words.peerMedian(format.percent(peerMedian), format.count(peerCount))}</span>`;
  const position =
    funnel === null ? NOTHING : html`<span class="base">${FUNNEL_LABELS[funnel][language]}</span>`;
  return html`${VERDICT_LABELS[verdict][language]}${position}${median}`;
}

/** Certifications that are named in a month. */
const NAMED = 5;

/** When its registrations end, month by month. */
export function endsSection({ ending, siren }: ShownCertifier, context: PageContext): Html {
  const {
    words: { certifier: words, search },
    format,
    href,
  } = context;
  const months = Map.groupBy(
    ending.nodes,
    ({ registrationEndsOn }) => registrationEndsOn?.slice(0, 7) ?? '',
  );
  const items = Array.from(months, ([month, ends]) => {
    const links = ends
      .slice(0, NAMED)
      .map(
        ({ code, title }, at) =>
          html`${at === 0 ? '' : ', '}<a href="${href(`/certifications/${code}`)}" title="${title}">${code}</a>`,
      );
    const others = ends.length - links.length;
    const count = ends.length === 1 ? words.endsOne : words.endsCount(format.count(ends.length));
    return html`<li><time datetime="${month}">${format.month(`${month}-01`)}</time> (${count}) ${links}${
      others > 0 ? html`, ${search.others(format.count(others))}` : NOTHING
    }</li>`;
  });
  const more =
    ending.totalCount > ending.nodes.length
      ? html`<p class="muted">${words.endsMore(format.count(ending.nodes.length), format.count(ending.totalCount))}</p>`
      : NOTHING;
  return html`<section aria-labelledby="ends"><h2 id="ends">${words.ends}</h2>${
    items.length === 0
      ? html`<p>${words.noEnds}</p>`
      : html`<ol class="timeline">${items}</ol>${more}
<p><a href="${href('/echeances', { siren, mois: 36 })}">${words.seeEnds}</a></p>`
  }</section>`;
}
