import { INDICATOR_LABELS } from '../../domain/code-labels.ts';
import type { CohortReport, RateReport } from '../../domain/survey/cohort-report.ts';
import { SURVEY_FINDING_LABELS } from '../../domain/survey/survey-finding.ts';
import { numbers, table } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { PageContent, PageContext } from '../page.ts';
import { cohortsOf, type ShownCohort, type ShownRate } from './cohort-table.ts';
import type { AcceptedFiles, RefusedFiles, ShownRefusal } from './outcome.ts';

/** Reasons that are listed of one refusal. */
const MOST_REASONS = 200;

/** What became of files that were sent. */
export function uploadResult(
  outcome: AcceptedFiles | RefusedFiles,
  context: PageContext,
): PageContent {
  return outcome.status === 'ACCEPTED' ? accepted(outcome, context) : refused(outcome, context);
}

function accepted(outcome: AcceptedFiles, context: PageContext): PageContent {
  const {
    words: { surveys: words },
    format,
    href,
  } = context;
  const { publication, cohorts, holders, answers, notices, reports } = outcome;
  const title = publication === null ? words.checked : words.imported;
  const lead =
    publication === null ? words.checkedLead : words.importedLead(format.count(publication));
  const byCertification = Map.groupBy(reports, ({ certificationCode }) => certificationCode);
  const sections = [...byCertification].map(
    ([code, own]) =>
      html`<h3><a href="${href(`/certifications/${code}`)}">${code}</a></h3>${cohortsOf(
        code,
        own.map((each) => shownCohort(each, context)),
        context,
      )}`,
  );
  return {
    title,
    body: html`<h1>${title}</h1>
<p class="lead">${lead}</p>
<p>${words.counts(format.count(cohorts), format.count(holders), format.count(answers))}</p>
${
  notices.length === 0
    ? NOTHING
    : html`<h2>${words.notices}</h2><ul class="plain" lang="en">${notices.map((each) => html`<li>${each}</li>`)}</ul>`
}
<section class="wide" aria-labelledby="cohorts"><h2 id="cohorts">${words.cohorts(format.count(cohorts), cohorts)}</h2>
<p class="muted">${words.reading}</p>
${sections}${cohorts > reports.length ? html`<p>${words.moreCohorts(format.count(cohorts - reports.length))}</p>` : NOTHING}</section>
${back(context)}`,
  };
}

function shownCohort(
  { year, holders, horizons, findings, differences }: CohortReport,
  { words: { surveys: words }, format, language }: PageContext,
): ShownCohort {
  return {
    ...{ year, holders },
    surveys: horizons.map(({ rates, ...counts }) => ({
      ...counts,
      rates: {
        GLOBAL: shownRate(rates, 'GLOBAL'),
        TARGET_OCCUPATION: shownRate(rates, 'TARGET_OCCUPATION'),
      },
    })),
    remarks: [
      ...differences.map(({ rule, indicator }) => {
        const label = SURVEY_FINDING_LABELS[rule][language];
        const of = indicator === null ? '' : ` (${INDICATOR_LABELS[indicator][language]})`;
        return { horizon: null, text: `${label}${of}` };
      }),
      ...findings.map(({ rule, horizon, rows, ofRows }) => ({
        horizon,
        text: `${SURVEY_FINDING_LABELS[rule][language]}${format.colon}${words.of(format.count(rows), format.count(ofRows))}`,
      })),
    ],
  };
}

function shownRate(rates: readonly RateReport[], rate: RateReport['rate']): ShownRate | null {
  const own = rates.find((each) => each.rate === rate);
  if (!own) return null;
  const { value, interval, bounds, indicator, published, differs } = own;
  return { value, interval, bounds, isPublishable: indicator !== null, published, differs };
}

function refused({ reason, refusals }: RefusedFiles, context: PageContext): PageContent {
  const {
    words: { surveys: words },
    format,
    language,
  } = context;
  const title = words.refused;
  const told =
    reason === null
      ? NOTHING
      : typeof reason === 'string'
        ? html`<p class="refused" lang="en">${reason}</p>`
        : html`<p class="refused">${reason[language]}</p>`;
  const listed = refusals.slice(0, MOST_REASONS);
  const more = refusals.length - listed.length;
  return {
    ...{ title, status: 400 as const },
    body: html`<h1>${title}</h1>
<p class="lead">${words.refusedLead}</p>
${told}
${
  listed.length === 0
    ? NOTHING
    : html`<section class="wide" aria-labelledby="reasons"><h2 id="reasons">${words.reasons}</h2>${table(
        {
          caption: words.reasons,
          isTitled: true,
          head: [
            ...[words.file, words.sheet, numbers(words.line), words.column, words.reason],
            numbers(words.rows),
          ],
          rows: listed.map((each) => reasonRow(each, context)),
        },
      )}${more > 0 ? html`<p>${words.moreReasons(format.count(more))}</p>` : NOTHING}</section>`
}
${back(context)}`,
  };
}

function reasonRow(
  { file, sheet, line, column, text, rows }: ShownRefusal,
  { format, language }: PageContext,
): Html {
  return html`<tr><th scope="row">${file}</th><td>${sheet ?? ''}</td><td class="number">${line === null ? '' : format.count(line)}</td><td>${column ?? ''}</td><td class="text">${text[language]}</td><td class="number">${format.count(rows)}</td></tr>`;
}

function back({ words: { surveys: words }, href }: PageContext): Html {
  return html`<p class="screen"><a href="${href('/enquetes')}">${words.back}</a></p>`;
}
