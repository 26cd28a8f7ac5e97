import * as Plot from '@observablehq/plot';
import { type FunnelCentre, funnelLimits } from '../../domain/rate/funnel.ts';
import type { Html } from '../html.ts';
import { type ChartWords, chartSvg } from './svg.ts';

/** A rate on so many heads. */
export interface FunnelPoint {
  readonly base: number;
  /** Percent. */
  readonly value: number;
}

/** Places at which the limits are worked out. */
const STEPS = 40;

/** The adjusted funnel around the peers' pooled rate, the peers, and the own point. */
export function funnelChart(
  {
    own,
    peers,
    centre,
  }: {
    readonly own: FunnelPoint | null;
    readonly peers: readonly FunnelPoint[];
    readonly centre: FunnelCentre;
  },
  words: ChartWords,
): Html {
  const most = Math.max(...[...peers, ...(own ? [own] : [])].map(({ base }) => base), 40) * 1.05;
  // Closer where the limits bend.
  const bases = Array.from({ length: STEPS }, (_, at) =>
    Math.max(1, most * ((at + 1) / STEPS) ** 2),
  );
  const limits = bases.flatMap((base) =>
    funnelLimits('ADJUSTED', centre, base).map((limit) => ({ base, ...limit })),
  );
  const lines = [0.95, 0.998].flatMap((level) =>
    (['lower', 'upper'] as const).map((side) =>
      Plot.line(
        limits.filter((limit) => limit.level === level),
        {
          ...{ x: 'base', y: side, stroke: 'currentColor', strokeWidth: 1.25 },
          ...(level === 0.95 ? { strokeDasharray: '4 3' } : {}),
        },
      ),
    ),
  );
  return chartSvg(
    {
      ...{ width: 720, height: 340, marginLeft: 40, marginBottom: 38 },
      x: { domain: [0, most], label: null },
      y: { domain: [0, 100], grid: true, label: '%', ticks: 5 },
      marks: [
        Plot.ruleY([centre.rate], { strokeDasharray: '1 3' }),
        ...lines,
        Plot.dot(peers, {
          ...{ x: 'base', y: 'value', r: 3, stroke: 'currentColor', className: 'series-1' },
          strokeOpacity: 0.8,
        }),
        Plot.dot(own ? [own] : [], {
          ...{ x: 'base', y: 'value', r: 7, fill: 'currentColor', className: 'series-2' },
          symbol: 'diamond',
        }),
      ],
    },
    words,
  );
}
