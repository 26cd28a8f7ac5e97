import type * as Plot from '@observablehq/plot';
import type { Html } from '../html.ts';
import { SYMBOLS } from './key.ts';
import { chartLibrary } from './library.ts';
import { type ChartWords, chartSvg } from './svg.ts';

/** A rate of a year, percent. */
export interface YearPoint {
  readonly year: number;
  /** null = not published. */
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Whether its base is small. */
  readonly weak: boolean;
  /** What is told of it where a pointer rests on it. */
  readonly hint: string;
}

/** A series of the chart, at most three. */
export interface YearSeries {
  /** Its place among all series, whichever are shown: of its colour and symbol. */
  readonly place: number;
  readonly label: string;
  readonly points: readonly YearPoint[];
}

/** Pixels between the series of a year. */
const APART = 9;

/** Rates by year with their intervals; small bases are hollow, and what is missing is a cross below. */
export function ratesByYearChart(
  series: readonly YearSeries[],
  { median, words }: { readonly median: number | null; readonly words: ChartWords },
): Html {
  const { Plot } = chartLibrary();
  const years = [...new Set(series.flatMap(({ points }) => points.map(({ year }) => year)))];
  const marks = series.flatMap((each, at) => marksOf(each, at - (series.length - 1) / 2));
  const medianRule = median === null ? [] : [Plot.ruleY([median], { strokeDasharray: '5 4' })];
  return chartSvg(
    {
      ...{ width: 720, height: 300, marginLeft: 40, marginBottom: 34 },
      x: { type: 'band', domain: years.toSorted((a, b) => a - b).map(String), label: null },
      y: { domain: [0, 100], grid: true, label: '%', ticks: 5 },
      marks: [...medianRule, ...marks],
    },
    words,
  );
}

function marksOf({ points, place }: YearSeries, shift: number) {
  const { Plot } = chartLibrary();
  const dx = shift * APART;
  const className = `series-${place + 1}`;
  const x = ({ year }: YearPoint) => String(year);
  const known = points.filter(({ value }) => value !== null);
  const bounded = known.filter(({ lower, upper }) => lower !== null && upper !== null);
  const missing = points.filter(({ value }) => value === null);
  const [weak, strong] = [true, false].map((each) => known.filter((point) => point.weak === each));
  const dot = { x, dx, symbol: SYMBOLS[place] ?? 'circle', className, title: 'hint' } as const;
  // A mark without points is left out: each costs as much as some points.
  return [
    ...marked(bounded, (each) =>
      Plot.ruleX(each, {
        ...{ x, y1: 'lower', y2: 'upper', dx, className, stroke: 'currentColor' },
        ...{ strokeWidth: 1.5, title: 'hint' },
      }),
    ),
    ...marked(strong, (each) =>
      Plot.dot(each, {
        ...{ ...dot, y: 'value', r: 4, stroke: 'currentColor', fill: 'currentColor' },
      }),
    ),
    ...marked(weak, (each) =>
      Plot.dot(each, {
        ...{ ...dot, y: 'value', r: 4, stroke: 'currentColor', strokeWidth: 1.5, fill: 'none' },
        pointerEvents: 'all',
      }),
    ),
    ...marked(missing, (each) =>
      Plot.dot(each, {
        ...{ ...dot, y: 0, dy: -5, symbol: 'times', r: 3, stroke: 'currentColor' },
      }),
    ),
  ];
}

function marked(
  points: readonly YearPoint[] | undefined,
  mark: (points: readonly YearPoint[]) => Plot.Markish,
): readonly Plot.Markish[] {
  return points && points.length > 0 ? [mark(points)] : [];
}
