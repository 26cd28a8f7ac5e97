import { type Html, html, NOTHING } from '../html.ts';
import type { PageContext } from '../page.ts';

/** A chart, and what stands under it. */
export interface Drawing {
  readonly svg: Html;
  /** What its marks stand for; absent of a chart of one series. */
  readonly key?: Html;
  /** How it is read. */
  readonly reading: string;
}

/** A chart with its key and how it is read. */
function figureOf({ svg, key = NOTHING, reading }: Drawing): Html {
  return html`<figure class="chart">
${svg}
${key}
<figcaption>${reading}</figcaption>
</figure>`;
}

/** Figures as a chart and as a table: neither is shown without the other. */
export interface Illustrated {
  readonly title: string;
  /** null = nothing is published that could be drawn. */
  readonly drawing: Drawing | null;
  readonly table: Html;
}

/** A chart with its table beneath. */
export function illustrated({ drawing, table }: Illustrated, { words }: PageContext): Html {
  return html`${drawing === null ? html`<p>${words.chart.noPoints}</p>` : figureOf(drawing)}
${table}`;
}
