import type { Html } from '../html.ts';
import { chartLibrary } from './library.ts';
import { type ChartWords, chartSvg } from './svg.ts';

/** A rate of a group, percent. */
export interface GroupPoint {
  readonly label: string;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Whether its base is small. */
  readonly weak: boolean;
  /** What is told of it where a pointer rests on it. */
  readonly hint: string;
}

/** Characters of a label that are shown. */
const LONGEST = 34;

/**
 * Rates of groups with their intervals, in the order of their table, beside the rate of all: no league
 * table, for what differs by chance alone overlaps.
 */
export function groupsChart(
  points: readonly GroupPoint[],
  total: number | null,
  words: ChartWords,
): Html {
  const { Plot } = chartLibrary();
  const labels = points.map(({ label }) => label);
  const shown = (label: string) =>
    label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label;
  const dots = (weak: boolean) =>
    Plot.dot(
      points.filter((point) => point.weak === weak),
      {
        ...{ x: 'value', y: 'label', r: 4, stroke: 'currentColor', className: 'series-1' },
        ...{ title: 'hint', pointerEvents: 'all' as const },
        ...(weak ? { fill: 'none', strokeWidth: 1.5 } : { fill: 'currentColor' }),
      },
    );
  return chartSvg(
    {
      ...{ width: 720, height: 54 + 22 * points.length, marginLeft: 230, marginTop: 38 },
      // The unit above the numbers: beside them it would be written over the last.
      x: { domain: [0, 100], grid: true, label: '%', axis: 'top', ticks: 5, labelOffset: 34 },
      y: { type: 'band', domain: labels, label: null, tickFormat: shown, tickSize: 0 },
      marks: [
        ...(total === null ? [] : [Plot.ruleX([total], { strokeDasharray: '5 4' })]),
        Plot.ruleY(
          points.filter(({ lower }) => lower !== null),
          {
            ...{ x1: 'lower', x2: 'upper', y: 'label', stroke: 'currentColor' },
            ...{ strokeWidth: 1.5, className: 'series-1', title: 'hint' },
          },
        ),
        dots(false),
        dots(true),
      ],
    },
    words,
  );
}
