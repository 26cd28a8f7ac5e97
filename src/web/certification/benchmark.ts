import {
  BENCHMARK_STATUS_LABELS,
  FUNNEL_LABELS,
  VERDICT_LABELS,
} from '../../domain/code-labels.ts';
import { dimensionLabel } from '../../domain/insertion/dimension.ts';
import { PEER_CRITERIA } from '../../domain/peers/peer-rule.ts';
import { INSERTION_INDICATORS } from '../../domain/rate/indicator.ts';
import { type Drawing, type Illustrated, illustrated } from '../charts/drawing.ts';
import { type FunnelPoint, funnelChart } from '../charts/funnel.ts';
import {
  figureText,
  indicatorLabel,
  isWeak,
  numbers,
  rateCell,
  reliabilityText,
  type ShownFigure,
  table,
} from '../figures.ts';
import { otherFields, select } from '../forms.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { PageContext } from '../page.ts';
import type { ShownCertification } from './shown.ts';

type Shown = ShownCertification['benchmark'];

/** The certification among its peers: figures, funnel, and the peers in a table. */
export function benchmarkSection(
  { benchmark, register }: ShownCertification,
  context: PageContext,
): Html {
  const { words, language } = context;
  const head = html`<h2 id="benchmark">${words.certification.benchmark}</h2>`;
  if (register === 'RS') {
    return html`<section aria-labelledby="benchmark">${head}<p>${BENCHMARK_STATUS_LABELS[benchmark.status][language]}.</p></section>`;
  }
  return html`<section aria-labelledby="benchmark">${head}
${choice(benchmark, context)}
${facts(benchmark, context)}
${illustrated(amongPeers(benchmark, context), context)}
</section>`;
}

/** The funnel, and the peers in a table. */
export function amongPeers(shown: Shown, context: PageContext): Illustrated {
  return {
    title: context.words.chart.funnel,
    drawing: funnel(shown, context),
    table: peersTable(shown, context),
  };
}

function choice({ own, rule }: Shown, context: PageContext): Html {
  const {
    words: { certification: words },
    self,
    language,
  } = context;
  return html`<form class="inline" action="${self}#benchmark">
${select(
  'taux',
  words.indicator,
  INSERTION_INDICATORS.map((each) => [each, indicatorLabel(each, context)] as const),
  own.indicator,
)}
${select(
  'par',
  words.peersBy,
  PEER_CRITERIA.map(
    (each) => [each, dimensionLabel(each, language === 'fr' ? 'FR' : 'EN')] as const,
  ),
  rule.peersBy,
)}
${otherFields(context, ['taux', 'par'])}<button>${words.show}</button>
</form>`;
}

function facts(shown: Shown, context: PageContext): Html {
  const { words, format, language } = context;
  const { certification: told } = words;
  const rows: [string, Html | null][] = [
    [
      told.verdict,
      shown.verdict === null
        ? html`${BENCHMARK_STATUS_LABELS[shown.status][language]}`
        : html`<strong>${VERDICT_LABELS[shown.verdict][language]}</strong>`,
    ],
    [
      told.value,
      shown.own.value === null
        ? null
        : html`${format.percent(shown.own.value)} ${shown.own.interval ? format.interval(shown.own.interval.lower, shown.own.interval.upper) : ''}, ${words.rate.base(format.count(shown.own.base))} (${reliabilityText(shown.own.reliability, context)})`,
    ],
    [
      told.median,
      shown.peerMedian === null
        ? null
        : html`${format.percent(shown.peerMedian)}${shown.peerMedianInterval ? html` ${format.interval(shown.peerMedianInterval.lower, shown.peerMedianInterval.upper)}` : NOTHING}`,
    ],
    [
      told.quartiles,
      shown.peerLowerQuartile === null || shown.peerUpperQuartile === null
        ? null
        : html`${format.percent(shown.peerLowerQuartile)} – ${format.percent(shown.peerUpperQuartile)}`,
    ],
    [
      told.difference,
      shown.difference === null ? null : html`${format.points(shown.difference)} ${told.points}`,
    ],
    [
      told.percentile,
      shown.percentile === null || !shown.ranked ? null : html`${format.number(shown.percentile)}`,
    ],
    [told.position, shown.funnel === null ? null : html`${FUNNEL_LABELS[shown.funnel][language]}`],
  ];
  return html`<p>${told.peersCount(format.count(shown.peerCount), shown.peerCount)}. ${shown.peersTooSmall === 0 ? '' : `${told.tooSmall(format.count(shown.peersTooSmall))}.`}</p>
<dl class="facts">${rows.map(([name, value]) => (value === null ? NOTHING : html`<dt>${name}</dt><dd>${value}</dd>`))}</dl>`;
}

function funnel(shown: Shown, context: PageContext): Drawing | null {
  const { words, format, language } = context;
  const { peerPooled, overdispersion, own } = shown;
  if (peerPooled === null || overdispersion === null || shown.funnel === null) return null;
  const peers = shown.drawn.nodes.flatMap(({ certification: { code }, rate }) =>
    pointOf(code, rate, context),
  );
  const description =
    own.value === null
      ? ''
      : `${format.percent(own.value)} ${words.rate.base(format.count(own.base))}${format.colon}${FUNNEL_LABELS[shown.funnel][language]}. ${words.chart.peersRate}${format.colon}${format.percent(peerPooled)}.`;
  const { totalCount } = shown.peers;
  const left =
    totalCount > shown.drawn.nodes.length
      ? ` ${words.chart.funnelLeft(format.count(shown.drawn.nodes.length), format.count(totalCount))}`
      : '';
  const points = {
    own: pointOf(words.chart.own, own, context)[0] ?? null,
    peers,
    centre: { rate: peerPooled, tauSquared: overdispersion.tauSquared },
    count: format.count,
  };
  return {
    svg: funnelChart(points, { title: words.chart.funnel, description }),
    reading: `${words.chart.funnelReading}${left}`,
  };
}

/** A point of the funnel; none without a rate. */
function pointOf(name: string, rate: ShownFigure, context: PageContext): FunnelPoint[] {
  const { base, value } = rate;
  if (value === null || base === null) return [];
  const hint = `${name}${context.format.colon}${figureText(rate, context)}`;
  return [{ base, value, weak: isWeak(rate), hint }];
}

function peersTable({ peers: { nodes, totalCount } }: Shown, context: PageContext): Html {
  const {
    words: { certification: told },
    format,
    href,
  } = context;
  if (nodes.length === 0) return NOTHING;
  const rows = nodes.map(
    ({ certification: { code, title }, sharedCodes, rate }) =>
      html`<tr><th scope="row"><a href="${href(`/certifications/${code}`)}">${code}</a> ${title}</th>${rateCell(rate, context)}<td>${sharedCodes.join(', ')}</td></tr>`,
  );
  const more =
    totalCount > nodes.length
      ? html`<p class="muted">${told.peersMore(format.count(nodes.length), format.count(totalCount))}</p>`
      : NOTHING;
  return html`<details><summary>${told.peersTable}</summary>${more}${table({
    caption: told.peersTable,
    head: [told.peersTable, numbers(told.value), told.shared],
    rows,
    sortable: true,
  })}</details>`;
}
