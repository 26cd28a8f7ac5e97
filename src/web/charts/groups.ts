import { type Html, html, NOTHING } from '../html.ts';
import { type ChartWords, chartSvg, ofSeries, type Places } from './svg.ts';

/** A rate of a group, percent. */
export interface GroupPoint {
  readonly label: string;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Whether its base is small. */
  readonly weak: boolean;
  /** Shown where a pointer rests on it. */
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
  const labels = points.map(({ label }) => label);
  const shown = (label: string) =>
    label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label;
  const height = 54 + 22 * points.length;
  return chartSvg(
    {
      ...{ width: 720, height, marginLeft: 230, marginTop: 38 },
      // The unit above the numbers: beside them it would be written over the last.
      x: { domain: [0, 100], grid: true, label: '%', axis: 'top', ticks: 5, labelOffset: 34 },
      y: { type: 'band', domain: labels, label: null, tickFormat: shown, tickSize: 0 },
    },
    // Two groups have no label alike, and those of others are others.
    null,
    words,
    (places) =>
      html`${total === null ? NOTHING : html`<path stroke="currentColor" stroke-dasharray="5 4" d="M${places.x(total)} 38V${height - 30}"/>`}<g ${ofSeries(0)} stroke="currentColor" stroke-width="1.5" fill="none">${points.map((point) => mark(point, places))}</g>`,
  );
}

function mark({ label, value, lower, upper, weak, hint }: GroupPoint, { x, y }: Places): Html {
  const at = y(label);
  const interval =
    lower === null || upper === null ? NOTHING : html`<path d="M${x(lower)} ${at}H${x(upper)}"/>`;
  const fill = weak ? NOTHING : html` fill="currentColor"`;
  return html`<g>${interval}<circle cx="${x(value)}" cy="${at}" r="4"${fill} pointer-events="all"/><title>${hint}</title></g>`;
}
