import { type Illustrated, illustrated } from '../charts/drawing.ts';
import { ratesByYearDrawing } from '../charts/rates-by-year-drawing.ts';
import { indicatorName, numbers, rateCell, reliabilityText, table } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { PageContext } from '../page.ts';
import type { ShownCertification } from './shown.ts';

/** Rates pooled over the last cohorts. */
export function pooledSection({ insertion }: ShownCertification, context: PageContext): Html {
  const { words, format } = context;
  const rows = insertion.map(
    (rate) =>
      html`<tr><th scope="row">${indicatorName(rate.indicator, context, `POOLED_${rate.indicator}`)}</th>${rateCell(rate, context)}<td>${rate.years.join(', ')}</td><td>${reliabilityText(rate.reliability, context)}</td><td class="number">${
        rate.coverage.ratio === null ? '' : format.percent(rate.coverage.ratio)
      }</td></tr>`,
  );
  return html`<section aria-labelledby="insertion"><h2 id="insertion">${words.certification.insertion}</h2>${table(
    {
      caption: words.certification.pooled,
      head: [
        ...[words.certification.indicator, numbers(words.certification.value)],
        ...[words.certification.cohorts, words.rate.reliability, numbers(words.rate.coverage)],
      ],
      rows,
    },
  )}</section>`;
}

/** The cohorts: a chart, and all of them in a table with the status of each empty cell. */
export function cohortsSection(shown: ShownCertification, context: PageContext): Html {
  const { certification: words } = context.words;
  const content =
    shown.cohorts.length === 0
      ? html`<p>${words.noCohorts}</p>`
      : illustrated(ratesOfCohorts(shown, context), context);
  return html`<section aria-labelledby="cohorts"><h2 id="cohorts">${words.cohorts}</h2>
${content}</section>`;
}

/** Rates of each cohort, beside the median of the peers. */
export function ratesOfCohorts(
  { cohorts, benchmark }: ShownCertification,
  context: PageContext,
): Illustrated {
  const { words, format } = context;
  const title = words.chart.ratesByYear;
  const years = cohorts.map(({ year, insertionRates }) => ({ year, figures: insertionRates }));
  const rows = cohorts.map(
    ({ year, certified, certifiedThroughVae, insertionRates }) =>
      html`<tr><th scope="row">${year}</th><td class="number">${certified === null ? words.certification.unknown : format.count(certified)}</td><td class="number">${
        certifiedThroughVae === null ? '' : format.count(certifiedThroughVae)
      }</td>${insertionRates.map((rate) => rateCell(rate, context))}<td class="day">${sourceOf(insertionRates, context)}</td></tr>`,
  );
  const indicators = cohorts[0]?.insertionRates ?? [];
  return {
    title,
    drawing: ratesByYearDrawing(years, { title, median: benchmark.peerMedian, context }),
    table: table({
      caption: words.certification.cohorts,
      isTitled: true,
      head: [
        ...[words.rate.year, numbers(words.rate.certified), numbers(words.rate.throughVae)],
        ...indicators.map(({ indicator }) => numbers(indicatorName(indicator, context))),
        words.certification.source,
      ],
      rows,
    }),
  };
}

type Rates = ShownCertification['cohorts'][number]['insertionRates'];

/** The day of the export that the published rates of a cohort come from, with its file one click away. */
function sourceOf(rates: Rates, { format }: PageContext): Html {
  const published = rates.find(({ value }) => value !== null);
  if (!published) return NOTHING;
  return html`<a class="quiet" href="#sources">${format.day(published.provenance.datedOn)}</a>`;
}
