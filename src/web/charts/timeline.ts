import { type Html, html, NOTHING } from '../html.ts';
import { type ChartWords, imageSvg } from './svg.ts';

/** A step of a time line. */
export interface TimelineStep {
  /** With its day. */
  readonly label: string;
  /** ISO text. */
  readonly day: string;
  readonly isPassed: boolean;
}

/** Pixels: of the drawing, of the line in it, between the labels beneath. */
const WIDTH = 720;
const MARGIN = 16;
const LINE_Y = 44;
const ROW = 24;
/** Pixels that a character of a label takes at most. */
const CHARACTER = 7;

/**
 * Steps on one line of time, with the day on which it is looked at above it. What has passed is a full
 * circle on a thick line, what is to come a hollow one on a dashed line.
 */
export function timeline(
  steps: readonly TimelineStep[],
  now: Pick<TimelineStep, 'label' | 'day'>,
  words: ChartWords,
): Html {
  const days = [...steps, now].map(({ day }) => Date.parse(day));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const place = (day: string) => {
    const share = last === first ? 0.5 : (Date.parse(day) - first) / (last - first);
    return Math.round(MARGIN + share * (WIDTH - 2 * MARGIN));
  };
  const here = place(now.day);
  const marks = steps.map((step, at) => mark(step, place(step.day), LINE_Y + ROW * (at + 1)));
  const line = html`<g stroke="currentColor"><path stroke-width="3" d="M${MARGIN} ${LINE_Y}H${here}"/><path stroke-width="1.5" stroke-dasharray="5 4" d="M${here} ${LINE_Y}H${WIDTH - MARGIN}"/></g>`;
  return imageSvg(
    { width: WIDTH, height: LINE_Y + ROW * (steps.length + 0.75) },
    html`${line}${marks.map(({ leader }) => leader)}${marks.map(({ own }) => own)}<path d="M${here} ${LINE_Y - 8}l-6 -11h12z"/>${text(now.label, here, LINE_Y - 26)}`,
    words,
  );
}

/** A circle on the line, and its label in a row of its own, to which a thin line leads. */
function mark({ label, isPassed }: TimelineStep, x: number, y: number) {
  const fill = isPassed ? NOTHING : html` class="chart-ground" fill="#fff"`;
  return {
    leader: html`<path fill="none" stroke="currentColor" stroke-width="0.75" d="M${x} ${LINE_Y}V${y}"/>`,
    own: html`<circle cx="${x}" cy="${LINE_Y}" r="6" stroke="currentColor" stroke-width="1.5"${fill}/>${text(label, x, y + 4)}`,
  };
}

/** A label at a place: to its right, or to its left where the drawing ends. It covers what it crosses. */
function text(label: string, x: number, y: number): Html {
  const isRight = x + 6 + label.length * CHARACTER < WIDTH;
  return html`<text class="chart-halo" x="${isRight ? x + 6 : x - 6}" y="${y}"${isRight ? NOTHING : html` text-anchor="end"`}>${label}</text>`;
}
