import { SURVEY_RATE_LABELS, type SurveyRate } from '../../domain/survey/survey-rates.ts';
import { measureName, numbers, table } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { PageContext } from '../page.ts';

interface Range {
  readonly lower: number;
  readonly upper: number;
}

/** A rate of a survey beside the published one. Percent. */
export interface ShownRate {
  readonly value: number | null;
  readonly interval: Range | null;
  readonly bounds: Range | null;
  /** Whether the register has such a rate. */
  readonly isPublishable: boolean;
  /** null = it is not published. */
  readonly published: number | null;
  /** null = one of them is missing. */
  readonly differs: boolean | null;
}

/** What is shown of a cohort at a horizon. Heads, and percent; null = there is none. */
export interface ShownSurvey {
  readonly horizon: number;
  readonly holders: number | null;
  readonly respondents: number | null;
  readonly neutralised: number | null;
  readonly eligible: number | null;
  readonly responseRate: number | null;
  readonly coverage: number | null;
  readonly rates: Readonly<Record<SurveyRate, ShownRate | null>>;
}

/** What is shown of a cohort: its surveys by horizon, and what is remarkable about them. */
export interface ShownCohort {
  readonly year: number;
  /** Of the roster. */
  readonly holders: number;
  readonly surveys: readonly ShownSurvey[];
  readonly remarks: readonly Remark[];
}

/** Something remarkable. */
export interface Remark {
  /** null = it is about the cohort; 0 = about its roster. */
  readonly horizon: number | null;
  readonly text: string;
}

/** Cohorts of one certification, each by horizon, and their remarks. */
export function cohortsOf(
  caption: string,
  cohorts: readonly ShownCohort[],
  context: PageContext,
): Html {
  const {
    words: { surveys: words },
    language,
  } = context;
  const rates = [SURVEY_RATE_LABELS.GLOBAL, SURVEY_RATE_LABELS.TARGET_OCCUPATION];
  return html`${table({
    caption,
    isTitled: true,
    head: [
      words.year,
      numbers(measureName('SURVEY_HOLDERS', context)),
      numbers(measureName('SURVEY_RESPONDENTS', context)),
      numbers(measureName('SURVEY_NEUTRALISED', context)),
      numbers(measureName('SURVEY_ELIGIBLE', context)),
      numbers(measureName('SURVEY_RESPONSE_RATE', context)),
      numbers(measureName('SURVEY_COVERAGE', context)),
      ...rates.map((label) => numbers(label[language])),
    ],
    rows: cohorts.flatMap((cohort) => rowsOf(cohort, context)),
  })}${remarksOf(cohorts, context)}`;
}

function rowsOf(
  { year, holders, surveys }: ShownCohort,
  { words: { surveys: words }, format }: PageContext,
): Html[] {
  if (surveys.length === 0) {
    const told = words.rosterOnly(format.count(holders));
    return [html`<tr><th scope="row">${year}</th><td colspan="8">${told}</td></tr>`];
  }
  const heads = (value: number | null) =>
    html`<td class="number">${value === null ? '' : format.count(value)}</td>`;
  const percent = (value: number | null) =>
    html`<td class="number">${value === null ? '' : format.percent(value)}</td>`;
  return surveys.map(
    (each) =>
      html`<tr><th scope="row">${year} <span class="base">${words.months(each.horizon)}</span></th>${heads(each.holders)}${heads(each.respondents)}${heads(each.neutralised)}${heads(each.eligible)}${percent(each.responseRate)}${percent(each.coverage)}${rateCell(each.rates.GLOBAL, { words, format })}${rateCell(each.rates.TARGET_OCCUPATION, { words, format })}</tr>`,
  );
}

/** A rate with its interval, its bounds, and whether it is the published one. */
function rateCell(
  rate: ShownRate | null,
  {
    words,
    format,
  }: { readonly words: PageContext['words']['surveys'] } & Pick<PageContext, 'format'>,
): Html {
  if (rate === null || rate.value === null) return html`<td class="number absent"></td>`;
  const { value, interval, bounds, published, differs, isPublishable } = rate;
  const range = ({ lower, upper }: Range) => format.interval(lower, upper);
  return html`<td class="number"><span class="value">${format.percent(value)}</span>${
    interval === null ? NOTHING : html` <span class="interval">${range(interval)}</span>`
  }${bounds === null ? NOTHING : html` <span class="base">${words.bounds(range(bounds))}</span>`}${
    isPublishable ? html` <span class="base">${publishedText(published, differs)}</span>` : NOTHING
  }</td>`;

  function publishedText(given: number | null, isOther: boolean | null): string {
    if (given === null) return words.unpublished;
    const verdict = isOther === null ? '' : `, ${isOther ? words.differs : words.agrees}`;
    return `${words.published(format.percent(given))}${verdict}`;
  }
}

function remarksOf(
  cohorts: readonly ShownCohort[],
  { words: { surveys: words }, format }: PageContext,
): Html {
  const lines = cohorts.flatMap(({ year, remarks }) =>
    remarks.map(({ horizon, text }) => {
      const at = horizon === null || horizon === 0 ? null : words.months(horizon);
      return html`<li>${words.remark(String(year), at)}${format.colon}${text}</li>`;
    }),
  );
  return lines.length === 0
    ? NOTHING
    : html`<p>${words.remarks}</p><ul class="plain">${lines}</ul>`;
}
