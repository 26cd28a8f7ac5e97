import { INSERTION_INDICATORS } from '../../domain/rate/indicator.ts';
import { figureText, indicatorLabel, isWeak, type ShownFigure } from '../figures.ts';
import type { RateStatus } from '../operations.ts';
import type { PageContext } from '../page.ts';
import type { Drawing } from './drawing.ts';
import { ratesByYearChart, type YearSeries } from './rates-by-year.ts';

/** A year of figures: a cohort, or all of a year. */
export interface YearOfFigures {
  readonly year: number;
  readonly figures: readonly (ShownFigure & { readonly status?: RateStatus })[];
}

/** Rates by year as a chart; null where nothing is published. */
export function ratesByYearDrawing(
  years: readonly YearOfFigures[],
  {
    title,
    median = null,
    context,
  }: {
    readonly title: string;
    readonly median?: number | null;
    readonly context: PageContext;
  },
): Drawing | null {
  const { words, format } = context;
  const series = INSERTION_INDICATORS.flatMap((indicator, at): YearSeries[] => {
    const own = {
      place: at,
      label: indicatorLabel(indicator, context),
      points: years.flatMap(({ year, figures }) =>
        figures
          .filter((figure) => figure.indicator === indicator)
          .map((figure) => ({
            ...{ year, value: figure.value, weak: isWeak(figure) },
            lower: figure.interval?.lower ?? null,
            upper: figure.interval?.upper ?? null,
            hint: `${year}, ${indicatorLabel(indicator, context)}${format.colon}${figureText(figure, context)}`,
          })),
      ),
    };
    // A rate that the sources never carry is in the table alone.
    return own.points.some(({ value }) => value !== null) ? [own] : [];
  });
  if (series.length === 0) return null;
  const sentences = series.flatMap(({ label, points }) => {
    const known = points.filter(({ value }) => value !== null);
    const newest = known.toSorted((a, b) => b.year - a.year)[0];
    if (!newest || newest.value === null) return [];
    return [`${label}, ${newest.year}${format.colon}${format.percent(newest.value)}`];
  });
  const medianReading = median === null ? '' : ` ${words.chart.medianReading}`;
  return {
    svg: ratesByYearChart(series, { median, words: { title, description: sentences.join(' ; ') } }),
    key: series.map(({ label, place }) => ({ label, place })),
    reading: `${words.chart.reading}${medianReading}`,
  };
}
