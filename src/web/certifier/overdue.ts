import { indicatorLabel, numbers, table } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { dayCell } from '../lists.ts';
import type { PageContext } from '../page.ts';
import type { ShownCertifier } from './shown.ts';

/** The rates at 6 months that it owes, latest first. */
export function overdueSection(shown: ShownCertifier, context: PageContext): Html {
  const {
    words: { certifier: words },
    format,
  } = context;
  const head = html`<h2 id="overdue">${words.overdue}</h2>`;
  const { overdueGlobal, overdueTarget, overdueRates, daysLate } = shown;
  if (overdueRates === 0) {
    return html`<section aria-labelledby="overdue">${head}<p>${words.noOverdue}</p></section>`;
  }
  const owed = [...overdueGlobal.nodes, ...overdueTarget.nodes].toSorted(
    (one, other) => (other.insertionRate.daysLate ?? 0) - (one.insertionRate.daysLate ?? 0),
  );
  const days = format.count(daysLate ?? 0);
  const lead =
    overdueRates === 1
      ? words.overdueOne(days)
      : words.overdueLead(format.count(overdueRates), days);
  const more =
    owed.length < overdueRates
      ? html`<p class="muted">${words.overdueMore(format.count(owed.length), format.count(overdueRates))}</p>`
      : NOTHING;
  return html`<section class="wide" aria-labelledby="overdue">${head}
<p>${lead}</p>${more}${table({
    caption: words.overdue,
    isTitled: true,
    sortable: true,
    head: [
      ...[words.code, numbers(context.words.rate.year), numbers(context.words.rate.certified)],
      ...[words.owed, words.due, numbers(words.daysLate)],
    ],
    rows: owed.map((each) => owedRow(each, context)),
  })}</section>`;
}

type Owed = ShownCertifier['overdueGlobal']['nodes'][number];

function owedRow(
  { certification: { code, title }, year, certified, insertionRate }: Owed,
  context: PageContext,
): Html {
  const { format, href } = context;
  const { daysLate, dueOn, indicator } = insertionRate;
  return html`<tr><th scope="row"><a href="${href(`/certifications/${code}`)}">${code}</a> ${title}</th><td class="number">${year}</td><td class="number">${
    certified === null ? '' : format.count(certified)
  }</td><td>${indicatorLabel(indicator, context)}</td>${dayCell(dueOn, context)}<td class="number" data-value="${daysLate ?? ''}">${
    daysLate === null ? '' : format.count(daysLate)
  }</td></tr>`;
}
