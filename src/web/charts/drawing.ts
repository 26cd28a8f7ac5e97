import { type Html, html, NOTHING } from '../html.ts';
import type { PageContext } from '../page.ts';
import { type KeyEntry, keyList } from './key.ts';

/** A chart, and what stands under it. */
export interface Drawing {
  readonly svg: Html;
  /** What its marks stand for; absent of a chart of one series. */
  readonly key?: readonly KeyEntry[];
  /** How it is read. */
  readonly reading: string;
  /** Whether it is wide because it is long: it is shown in its own size and scrolled. */
  readonly isLong?: boolean;
}

/** A chart with its key and how it is read. A narrow screen scrolls it, for its text has to be read. */
function figureOf({ svg, key, reading, isLong = false }: Drawing, title: string): Html {
  return html`<figure class="chart">
<div class="scroll${isLong ? ' long' : ''}" tabindex="0" role="group" aria-label="${title}">${svg}</div>
${key ? keyList(key) : NOTHING}
<figcaption>${reading}</figcaption>
</figure>`;
}

/** Figures as a chart and as a table: neither is shown without the other. */
export interface Illustrated {
  readonly title: string;
  /** null = nothing is published that could be drawn. */
  readonly drawing: Drawing | null;
  /** Why there is no drawing, where it is not that no rate is published. */
  readonly why?: string;
  readonly table: Html;
}

/** A chart with its table beneath. */
export function illustrated(
  { title, drawing, why, table }: Illustrated,
  { words }: PageContext,
): Html {
  return html`${drawing === null ? html`<p>${why ?? words.chart.noPoints}</p>` : figureOf(drawing, title)}
${table}`;
}
