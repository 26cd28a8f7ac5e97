import { type FunnelCentre, funnelLimits } from '../../domain/rate/funnel.ts';
import { type Html, html, NOTHING, raw } from '../html.ts';
import { type ChartWords, chartSvg, ofSeries, type Places } from './svg.ts';

/** A rate on so many heads. */
export interface FunnelPoint {
  readonly base: number;
  /** Percent. */
  readonly value: number;
  /** Whether its base is small. */
  readonly weak: boolean;
  /** Whose it is, with its figures. */
  readonly hint: string;
}

/** A weak point is dotted: what is known of it least is drawn least. */
const WEAK = raw(' stroke-dasharray="1.5 1.5"');

/** Places at which the limits are worked out. */
const STEPS = 40;

/** The adjusted funnel around the peers' pooled rate, the peers, and the own point. */
export function funnelChart(
  {
    own,
    peers,
    centre,
    count,
  }: {
    readonly own: FunnelPoint | null;
    readonly peers: readonly FunnelPoint[];
    readonly centre: FunnelCentre;
    /** A number of heads as the page writes it. */
    readonly count: (heads: number) => string;
  },
  words: ChartWords,
): Html {
  const most = roundedUp(
    Math.max(...[...peers, ...(own ? [own] : [])].map(({ base }) => base), 40) * 1.05,
  );
  return chartSvg(
    {
      ...{ width: 720, height: 340, marginLeft: 40, marginBottom: 38 },
      x: { domain: [0, most], label: null, tickFormat: count },
      y: { domain: [0, 100], grid: true, label: '%', ticks: 5 },
    },
    `heads ${most} ${count(1_000_000)}`,
    words,
    (places) =>
      html`<path stroke="currentColor" stroke-dasharray="1 3" d="M40 ${places.y(centre.rate)}H700"/>${limits(centre, most, places)}${points({ own, peers }, places)}`,
  );
}

/** A number of two digits and zeros, for axes of about as many heads to be alike. */
function roundedUp(heads: number): number {
  const step = 10 ** Math.floor(Math.log10(heads)) / 2;
  return Math.ceil(heads / step) * step;
}

/** The lines of both limits, closer points where they bend; those of 95 % are dashed. */
function limits(centre: FunnelCentre, most: number, { x, y }: Places): Html {
  const known = Array.from({ length: STEPS }, (_, at) => {
    const base = Math.max(1, most * ((at + 1) / STEPS) ** 2);
    return { base, own: funnelLimits('ADJUSTED', centre, base) };
  });
  const line = (level: number, side: 'lower' | 'upper') => {
    const places = known.flatMap(({ base, own }) =>
      own.filter((limit) => limit.level === level).map((limit) => `${x(base)} ${y(limit[side])}`),
    );
    return places.length === 0 ? NOTHING : html`<path d="M${places.join('L')}"/>`;
  };
  const lines = (level: number) => html`${line(level, 'lower')}${line(level, 'upper')}`;
  return html`<g fill="none" stroke="currentColor" stroke-width="1.25">${lines(0.998)}<g stroke-dasharray="4 3">${lines(0.95)}</g></g>`;
}

/** The peers as circles, and above them the own point as a diamond. */
function points(
  { own, peers }: { readonly own: FunnelPoint | null; readonly peers: readonly FunnelPoint[] },
  { x, y }: Places,
): Html {
  const circles = peers.map(
    ({ base, value, weak, hint }) =>
      html`<circle cx="${x(base)}" cy="${y(value)}" r="3"${weak ? WEAK : NOTHING}><title>${hint}</title></circle>`,
  );
  const diamond = own
    ? html`<path ${ofSeries(1)} stroke="currentColor" stroke-width="2" fill="${own.weak ? 'none' : 'currentColor'}" pointer-events="all" d="M${x(own.base)} ${y(own.value) - 10}l7 10 -7 10 -7 -10z"><title>${own.hint}</title></path>`
    : NOTHING;
  return html`<g ${ofSeries(0)} stroke="currentColor" fill="none" pointer-events="all">${circles}</g>${diamond}`;
}
