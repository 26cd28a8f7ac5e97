import { type Html, html } from '../html.ts';
import { ReportsPageDocument, type ReportsPageQuery } from '../operations.ts';
import { type PageContext, page } from '../page.ts';
import { modelsSection } from './models.ts';
import { recipesSection } from './recipes.ts';
import { reportSection } from './report.ts';

/** « Rapports »: the flat tables that are served as files, and how tools read them. */
export const reportsPage = page({
  name: 'reports page',
  path: '/rapports',
  variables: ({ language }) => ({
    language: language === 'fr' ? ('FR' as const) : ('EN' as const),
  }),
  operation: ReportsPageDocument,
  render: (data, context) => {
    const {
      words: { reports: words },
      format,
    } = context;
    return {
      title: words.title,
      section: 'reports',
      body: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<ul>
<li>${words.rates}</li>
<li>${words.columnsStay(data.dataStatus.contracts.datasets)}</li>
<li>${words.pinned} <code>?publication=${data.dataStatus.publication.number}</code></li>
<li>${words.machines} <a href="/reports">/reports</a>, <a href="/reports/openapi.json">OpenAPI 3.1</a></li>
</ul>
${contents(data, context)}
${modelsSection(context)}
${recipesSection(context)}
<section aria-labelledby="reports"><h2 id="reports">${words.all(format.count(data.reports.length))}</h2>${data.reports.map((report) => reportSection(report, context))}</section>`,
    };
  },
});

function contents({ reports }: ReportsPageQuery, { words: { reports: words } }: PageContext): Html {
  return html`<nav class="screen" aria-label="${words.contents}"><ul class="tags">${reports.map(
    ({ name, title }) => html`<li><a href="#${name}">${title}</a></li>`,
  )}</ul></nav>`;
}
