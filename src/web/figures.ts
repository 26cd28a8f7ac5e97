import { INDICATOR_LABELS, RELIABILITY_LABELS, STATUS_LABELS } from '../domain/code-labels.ts';
import { type Html, html, NOTHING } from './html.ts';
import type { InsertionIndicator, RateStatus, Reliability } from './operations.ts';
import type { PageContext } from './page.ts';

/** What a rate is never shown without. */
export interface ShownFigure {
  readonly indicator: InsertionIndicator;
  /** Percent; null = none. */
  readonly value: number | null;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  /** Heads. */
  readonly base: number | null;
  readonly reliability: Reliability | null;
}

/** Whether a base is too small for a rate to be read alone. */
export function isWeak({ reliability }: Pick<ShownFigure, 'reliability'>): boolean {
  return reliability === 'VERY_LOW' || reliability === 'LOW';
}

export function indicatorLabel(indicator: InsertionIndicator, { language }: PageContext): string {
  return INDICATOR_LABELS[indicator][language];
}

/** The cell of a rate: value, interval and base; why there is none, in words. */
export function rateCell(
  figure: ShownFigure & {
    readonly status?: RateStatus;
    readonly dueOn?: string | null;
    readonly daysLate?: number | null;
  },
  context: PageContext,
): Html {
  const { words, format, language } = context;
  const { value, interval, base, status, dueOn, daysLate } = figure;
  if (value === null) {
    const why = status === undefined ? words.rate.none : STATUS_LABELS[status][language];
    const when =
      status === 'OVERDUE' && daysLate
        ? html` <span class="base">${words.rate.late(format.count(daysLate))}</span>`
        : dueOn && (status === 'NOT_YET_OBSERVABLE' || status === 'IN_COLLECTION')
          ? html` <span class="base">${words.rate.dueOn(format.day(dueOn))}</span>`
          : NOTHING;
    return html`<td class="number absent" data-value="">${why}${when}</td>`;
  }
  const weak = isWeak(figure);
  return html`<td class="number${weak ? ' weak' : ''}" data-value="${value}"><span class="value">${format.percent(value)}</span>${
    interval === null
      ? NOTHING
      : html` <span class="interval">${format.interval(interval.lower, interval.upper)}</span>`
  }${base === null ? NOTHING : html` <span class="base">${words.rate.base(format.count(base))}${weak ? `, ${words.rate.weak(reliabilityText(figure.reliability, context).toLowerCase())}` : ''}</span>`}</td>`;
}

/** Value, interval and base of a rate in one line, as a chart tells them of a point. */
export function figureText(
  figure: ShownFigure & { readonly status?: RateStatus },
  context: PageContext,
): string {
  const { words, format, language } = context;
  const { value, interval, base, status } = figure;
  if (value === null)
    return status === undefined ? words.rate.none : STATUS_LABELS[status][language];
  const parts = [
    interval === null
      ? format.percent(value)
      : `${format.percent(value)} ${format.interval(interval.lower, interval.upper)}`,
    ...(base === null ? [] : [words.rate.base(format.count(base))]),
    ...(isWeak(figure)
      ? [words.rate.weak(reliabilityText(figure.reliability, context).toLowerCase())]
      : []),
  ];
  return parts.join(', ');
}

/** Reliability in words. */
export function reliabilityText(
  reliability: Reliability | null,
  { language }: PageContext,
): string {
  return reliability === null ? '' : RELIABILITY_LABELS[reliability][language];
}

/** The head of a column: of numbers at the end of the cells. */
export type ColumnHead = string | { readonly number: string };

/** The head of a column of numbers. */
export function numbers(label: string): ColumnHead {
  return { number: label };
}

interface Table {
  readonly caption: string;
  readonly head: readonly ColumnHead[];
  readonly rows: readonly Html[];
  /** Whether a heading above says the same as the caption, which is then read alone. */
  readonly isTitled?: boolean;
  /** Whether a script may sort it: its rows are no sequence. */
  readonly sortable?: boolean;
}

/** A table that can be wider than the page, read by keyboard. */
export function table({ caption, head, rows, isTitled = false, sortable = false }: Table): Html {
  const heads = head.map((cell) =>
    typeof cell === 'string'
      ? html`<th scope="col">${cell}</th>`
      : html`<th scope="col" class="number">${cell.number}</th>`,
  );
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table${sortable ? html` data-sortable` : NOTHING}>
<caption${isTitled ? html` class="read"` : NOTHING}>${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>${rows}</tbody>
</table></div>`;
}
