import { indicatorLabel, numbers, rateCell, table } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { FindingsPageQuery } from '../operations.ts';
import type { PageContext } from '../page.ts';

/** Cohorts with the largest gaps between their two rates at 6 months, each rate with its interval. */
export function gapsSection({ gaps }: FindingsPageQuery, context: PageContext): Html {
  const { words, format, href } = context;
  const { findings: told } = words;
  if (!gaps) return NOTHING;
  const rows = gaps.nodes.map(
    ({ certification: { code, title }, year, gapAt6Months, global, target }) =>
      html`<tr><th scope="row"><a href="${href(`/certifications/${code}`)}">${code}</a> ${title}</th><td class="number">${year}</td><td class="number">${
        gapAt6Months === null ? '' : format.points(gapAt6Months)
      }</td>${rateCell(global, context)}${rateCell(target, context)}</tr>`,
  );
  return html`<section class="wide" aria-labelledby="gaps"><h2 id="gaps">${told.gaps}</h2>${
    rows.length === 0
      ? html`<p>${told.noGaps}</p>`
      : html`<p>${told.gapsLead}</p>${table({
          caption: told.gaps,
          isTitled: true,
          head: [
            ...[told.certification, numbers(words.rate.year), numbers(told.gap)],
            numbers(indicatorLabel('GLOBAL_6_MONTHS', context)),
            numbers(indicatorLabel('TARGET_OCCUPATION_6_MONTHS', context)),
          ],
          rows,
        })}`
  }</section>`;
}
