import { INDICATOR_LABELS, RELIABILITY_LABELS, STATUS_LABELS } from '../domain/code-labels.ts';
import { MEASURES, type MeasureId } from '../domain/measures/measure-catalogue.ts';
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

/** What is shown of a rate, or of one that is missing. */
type RateShown = Omit<ShownFigure, 'indicator'> & {
  /** Whether it has no interval since its certifications are too few. */
  readonly isWithheld?: boolean;
  readonly status?: RateStatus;
  readonly dueOn?: string | null;
  readonly daysLate?: number | null;
  /** Of a rate over several cohorts: how many have each status. */
  readonly statuses?: readonly StatusCount[];
};

interface StatusCount {
  readonly status: RateStatus;
  readonly cohorts: number;
}

/** The cell of a rate: value, interval and base; why there is none, in words. */
export function rateCell(figure: RateShown, context: PageContext): Html {
  return html`<td class="${rateClasses(figure)}" data-value="${figure.value ?? ''}">${rateText(figure, context)}</td>`;
}

/** How the cell of a rate is told from others. */
export function rateClasses(figure: RateShown): string {
  if (figure.value === null) return 'number absent';
  return isWeak(figure) ? 'number weak' : 'number';
}

/** A rate with its interval and base; why there is none, in words. */
export function rateText(figure: RateShown, context: PageContext): Html {
  const { words, format, language } = context;
  const { value, interval, base, status, statuses, dueOn, daysLate } = figure;
  const { isWithheld = false } = figure;
  if (value === null) {
    if (statuses !== undefined) return html`${whyNone(statuses, context)}`;
    const why = status === undefined ? words.rate.none : STATUS_LABELS[status][language];
    const when =
      status === 'OVERDUE' && daysLate
        ? html` <span class="base">${words.rate.late(format.count(daysLate))}</span>`
        : dueOn && (status === 'NOT_YET_OBSERVABLE' || status === 'IN_COLLECTION')
          ? html` <span class="base">${words.rate.dueOn(format.day(dueOn))}</span>`
          : NOTHING;
    return html`${why}${when}`;
  }
  const weak = isWeak(figure)
    ? `, ${words.rate.weak(reliabilityText(figure.reliability, context).toLowerCase())}`
    : '';
  return html`<span class="value">${format.percent(value)}</span>${
    interval === null
      ? html`${isWithheld ? html` <span class="interval">${words.rate.withheld}</span>` : NOTHING}`
      : html` <span class="interval">${format.interval(interval.lower, interval.upper)}</span>`
  }${base === null ? NOTHING : html` <span class="base">${words.rate.base(format.count(base))}${weak}</span>`}`;
}

/** Why there is no rate over several cohorts: their statuses, most frequent first. */
function whyNone(
  statuses: readonly StatusCount[],
  { words: { rate: words }, language, format }: PageContext,
): string {
  if (statuses.length === 0) return words.noCohort;
  const sorted = statuses.toSorted((a, b) => b.cohorts - a.cohorts);
  const counts = sorted.map(({ status, cohorts }) => {
    // A rate that is published weighs nothing where the number of certified is not.
    const isPublished = status === 'PUBLISHED' || status === 'PUBLISHED_EARLY';
    const label = isPublished ? words.publishedWithoutBase : STATUS_LABELS[status][language];
    return `${label.charAt(0).toLowerCase()}${label.slice(1)}\u00a0${format.count(cohorts)}`;
  });
  return `${words.none}${format.colon}${counts.join(', ')}`;
}

/** A rate over several certifications, with both of its intervals. */
interface GroupFigure extends Pick<ShownFigure, 'value' | 'interval'> {
  readonly certificationsWithRate: number;
  readonly betweenCertifications: { readonly interval: ShownFigure['interval'] };
}

/**
 * A rate of a group as it is shown: with the interval between its certifications, or none where they
 * are too few. The rate of one certification keeps its own.
 */
export function ofGroup<Figure extends GroupFigure>(figure: Figure) {
  const { certificationsWithRate, betweenCertifications, value } = figure;
  if (certificationsWithRate === 1) return figure;
  const { interval } = betweenCertifications;
  return { ...figure, interval, isWithheld: value !== null && interval === null };
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

/** The name of a rate, with what the method says of it one click away. */
export function indicatorName(
  indicator: InsertionIndicator,
  context: PageContext,
  /** How the catalogue of measures calls it, where not as a rate of one cohort. */
  measure: string = indicator,
): Html {
  return html`<a class="quiet" href="${context.href('/methode')}#${measure}">${indicatorLabel(indicator, context)}</a>`;
}

/** A measure as the catalogue names it, with what it says of it one click away. */
export function measureName(id: MeasureId, { language, href }: PageContext): Html {
  const known = MEASURES.find((each) => each.id === id);
  const label = language === 'fr' ? known?.labelFr : known?.labelEn;
  return html`<a class="quiet" href="${href('/methode')}#${id}">${label ?? id}</a>`;
}

/** The head of a column: of numbers at the end of the cells. */
export type ColumnHead = string | Html | { readonly number: string | Html };

/** The head of a column of numbers. */
export function numbers(label: string | Html): ColumnHead {
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

/** Columns past which a table is set small on paper. */
const MANY = 7;

/** A table that can be wider than the page, read by keyboard. */
export function table({ caption, head, rows, isTitled = false, sortable = false }: Table): Html {
  const heads = head.map((cell) =>
    typeof cell === 'object' && 'number' in cell
      ? html`<th scope="col" class="number">${cell.number}</th>`
      : html`<th scope="col">${cell}</th>`,
  );
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table${sortable ? html` data-sortable` : NOTHING}${heads.length > MANY ? html` class="many"` : NOTHING}>
<caption${isTitled ? html` class="read"` : NOTHING}>${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>${rows}</tbody>
</table></div>`;
}
