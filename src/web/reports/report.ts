import { table } from '../figures.ts';
import { type Html, html } from '../html.ts';
import { FILE_FORMATS } from '../lists.ts';
import type { ReportsPageQuery } from '../operations.ts';
import type { PageContext } from '../page.ts';

type Shown = ReportsPageQuery['reports'][number];

/** Formats whose cells stand beside labels of their codes when labels are asked for. */
const LABELLED: readonly string[] = ['csv', 'xlsx'];

/** One report: what it is about, its files, its columns and parameters. */
export function reportSection(report: Shown, context: PageContext): Html {
  const {
    words: { reports: words, profile },
    href,
  } = context;
  const { name, title, description, grain, key } = report;
  return html`<h3 id="${name}">${title} (<code>${name}</code>)</h3>
<p>${description}</p>
<dl class="facts">
<dt>${words.grain}</dt><dd>${grain}</dd>
<dt>${words.key}</dt><dd><code>${key.join(', ')}</code></dd>
<dt>${words.files}</dt><dd>${files(name, context)}</dd>
<dt>${words.described}</dt><dd><a href="/reports/${name}/schema">/reports/${name}/schema</a></dd>
</dl>
<p><a href="${href(`/rapports/${name}`)}">${profile.link}</a></p>
<details><summary>${words.columnsOf(title)}</summary>${columns(report, context)}</details>
<details><summary>${words.parametersOf(title)}</summary>${parameters(report, context)}</details>`;
}

/** Addresses of the formats, each shown as it is written into a tool. */
function files(name: string, { file, language, words: { reports: words } }: PageContext): Html {
  const links = FILE_FORMATS.map((format) => {
    const address = `/reports/${name}.${format}`;
    const asked = LABELLED.includes(format) ? { labels: language } : {};
    return html`<li><a href="${file(address, asked)}">${address}</a></li>`;
  });
  const excel = file(`/reports/${name}.csv`, { profile: 'fr-excel', labels: language });
  return html`<ul class="plain">${links}<li><a href="${excel}">${words.excelFile}</a></li><li><a href="/models/${name}.odc?lang=${language}">${words.excelConnection}</a></li></ul>`;
}

function columns({ title, columns }: Shown, { words: { reports: words } }: PageContext): Html {
  return table({
    caption: words.columnsOf(title),
    isTitled: true,
    head: [words.column, words.label, words.type, words.says],
    rows: columns.map(
      ({ name, label, type, description }) =>
        html`<tr><th scope="row"><code>${name}</code></th><td>${label}</td><td>${words.types[type]}</td><td>${description}</td></tr>`,
    ),
  });
}

function parameters(
  { title, parameters }: Shown,
  { words: { reports: words } }: PageContext,
): Html {
  if (parameters.length === 0) return html`<p>${words.noParameters}</p>`;
  return table({
    caption: words.parametersOf(title),
    isTitled: true,
    head: [words.parameter, words.does, words.accepts, words.usual],
    rows: parameters.map(
      ({ name, description, choices, example, many, defaultValue }) =>
        html`<tr><th scope="row"><code>${name}</code></th><td>${description}</td><td>${
          choices === null
            ? html`${words.example} <code>${example}</code>`
            : html`<code>${choices.join(', ')}</code>`
        }${many ? ` (${words.many})` : ''}</td><td>${defaultValue === null ? words.unrestricted : html`<code>${defaultValue}</code>`}</td></tr>`,
    ),
  });
}
