import { ratesByYearFigure } from '../charts/figure.ts';
import { indicatorLabel, numbers, rateCell, reliabilityText, table } from '../figures.ts';
import { type Html, html } from '../html.ts';
import type { PageContext } from '../page.ts';
import type { ShownCertification } from './shown.ts';

/** Rates pooled over the last cohorts. */
export function pooledSection({ insertion }: ShownCertification, context: PageContext): Html {
  const { words, format } = context;
  const rows = insertion.map(
    (rate) =>
      html`<tr><th scope="row">${indicatorLabel(rate.indicator, context)}</th>${rateCell(rate, context)}<td>${rate.years.join(', ')}</td><td>${reliabilityText(rate.reliability, context)}</td><td class="number">${
        rate.coverage.ratio === null ? '' : format.percent(rate.coverage.ratio, 0)
      }</td></tr>`,
  );
  return html`<section aria-labelledby="insertion"><h2 id="insertion">${words.certification.insertion}</h2>${table(
    {
      caption: words.certification.pooled,
      head: [
        ...[words.certification.indicator, words.certification.value, words.certification.cohorts],
        ...[words.rate.reliability, words.rate.coverage],
      ],
      rows,
    },
  )}</section>`;
}

/** The cohorts: a chart, and all of them in a table with the status of each empty cell. */
export function cohortsSection(shown: ShownCertification, context: PageContext): Html {
  const { words, format } = context;
  const { cohorts, benchmark } = shown;
  const title = words.chart.ratesByYear;
  if (cohorts.length === 0) {
    return html`<section aria-labelledby="cohorts"><h2 id="cohorts">${words.certification.cohorts}</h2><p>${words.certification.noCohorts}</p></section>`;
  }
  const years = cohorts.map(({ year, insertionRates }) => ({ year, figures: insertionRates }));
  const rows = cohorts.map(
    ({ year, certified, certifiedThroughVae, insertionRates }) =>
      html`<tr><th scope="row">${year}</th><td class="number">${certified === null ? words.certification.unknown : format.count(certified)}</td><td class="number">${
        certifiedThroughVae === null ? '' : format.count(certifiedThroughVae)
      }</td>${insertionRates.map((rate) => rateCell(rate, context))}</tr>`,
  );
  const [first] = cohorts;
  return html`<section aria-labelledby="cohorts"><h2 id="cohorts">${words.certification.cohorts}</h2>
${ratesByYearFigure(years, { title, median: benchmark.peerMedian, context })}
${table({
  caption: words.certification.cohorts,
  isTitled: true,
  head: [
    ...[words.rate.year, numbers(words.rate.certified), numbers(words.rate.throughVae)],
    ...(first?.insertionRates ?? []).map(({ indicator }) =>
      numbers(indicatorLabel(indicator, context)),
    ),
  ],
  rows,
})}</section>`;
}
