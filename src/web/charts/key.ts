import { type Html, html, raw } from '../html.ts';
import { ofSeries } from './svg.ts';

/** A series as the key of a chart names it. */
export interface KeyEntry {
  /** Its place among all series, whichever are shown: of its colour and symbol. */
  readonly place: number;
  readonly label: string;
}

/** Symbols of the series, which tell them apart without their colours. */
export const SYMBOLS = ['circle', 'square', 'triangle'] as const;

/** Symbols as the key shows them. */
const SHAPES = {
  circle: '<circle cx="12" cy="7" r="5" fill="currentColor"/>',
  square: '<path d="M7 2h10v10H7z" fill="currentColor"/>',
  triangle: '<path d="M12 1l6 11H6z" fill="currentColor"/>',
} as const;

/** Pixels of a symbol. */
export const SYMBOL = { width: 24, height: 14 } as const;

/** The key of a chart beneath it; the table has the same names. */
export function keyList(entries: readonly KeyEntry[]): Html {
  const { width, height } = SYMBOL;
  return html`<ul class="key" aria-hidden="true">${entries.map(
    ({ label, place }) =>
      html`<li><svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${symbol(place)}</svg> ${label}</li>\n`,
  )}</ul>`;
}

/** The symbol of a series, in its colour also where the theme does not reach. */
export function symbol(place: number): Html {
  return html`<g ${ofSeries(place)}>${raw(SHAPES[SYMBOLS[place] ?? 'circle'])}</g>`;
}
