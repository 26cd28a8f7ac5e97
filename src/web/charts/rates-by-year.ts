import { type Html, html, NOTHING } from '../html.ts';
import { SYMBOLS } from './key.ts';
import { type ChartWords, chartSvg, ofSeries, type Places } from './svg.ts';

/** A rate of a year, percent. */
export interface YearPoint {
  readonly year: number;
  /** null = not published. */
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Whether its base is small. */
  readonly weak: boolean;
  /** Shown where a pointer rests on it. */
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
  const years = [...new Set(series.flatMap(({ points }) => points.map(({ year }) => year)))];
  const domain = years.toSorted((a, b) => a - b).map(String);
  return chartSvg(
    {
      ...{ width: 720, height: 300, marginLeft: 40, marginBottom: 34 },
      x: { type: 'band', domain, label: null },
      y: { domain: [0, 100], grid: true, label: '%', ticks: 5 },
    },
    `years ${domain.join(' ')}`,
    words,
    (places) =>
      html`${median === null ? NOTHING : medianLine(median, places)}${series.map((each, at) =>
        seriesMarks(each, (at - (series.length - 1) / 2) * APART, places),
      )}`,
  );
}

/** The median of the peers, over the width of the chart. */
function medianLine(median: number, { y }: Places): Html {
  return html`<path stroke="currentColor" stroke-dasharray="5 4" d="M40 ${y(median)}H700"/>`;
}

/** The points of a series, so many pixels beside the middle of their years. */
function seriesMarks({ points, place }: YearSeries, shift: number, { x, y }: Places): Html {
  const marks = points.map(({ year, value, lower, upper, weak, hint }) => {
    const at = x(String(year)) + shift;
    const title = html`<title>${hint}</title>`;
    if (value === null) return html`<path d="M${at - 3} ${y(0) - 8}l6 6m0 -6l-6 6">${title}</path>`;
    const interval =
      lower === null || upper === null ? NOTHING : html`<path d="M${at} ${y(lower)}V${y(upper)}"/>`;
    const fill = weak ? html` fill="none"` : html` fill="currentColor"`;
    return html`<g>${interval}<path${fill} pointer-events="all" d="M${at} ${y(value)}${OUTLINES[SYMBOLS[place] ?? 'circle']}"/>${title}</g>`;
  });
  return html`<g ${ofSeries(place)} stroke="currentColor" stroke-width="1.5" fill="none">${marks}</g>`;
}

/** Outlines of symbols, from their middle. */
const OUTLINES = {
  circle: 'm-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z',
  square: 'm-3.5 -3.5h7v7h-7z',
  triangle: 'm0 -4.8l4.6 8h-9.2z',
} as const;
