import { numbers, table } from '../figures.ts';
import { otherFields, select } from '../forms.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { reportLinks } from '../lists.ts';
import { ReportProfilePageDocument, type ReportProfilePageQuery } from '../operations.ts';
import { type PageContext, page } from '../page.ts';

/** What an address of a page has beside the parameters of the report. */
const OF_PAGE: readonly string[] = ['lang', 'publication', 'known_on', 'publication_token', 'key'];

/** The day is an argument of its own. */
const DAY = 'as_of';

/** « Colonnes d’un rapport »: what there is in each, over the rows that parameters choose. */
export const profilePage = page({
  name: 'report profile page',
  path: '/rapports/:name',
  variables: ({ path, query, language }) => {
    const given = parametersOf(query);
    return {
      name: path['name'] ?? '',
      parameters: Object.entries(given)
        .filter(([name]) => name !== DAY)
        .map(([name, values]) => ({ name, values: [...values] })),
      asOf: given[DAY]?.[0] ?? null,
      language: language === 'fr' ? ('FR' as const) : ('EN' as const),
    };
  },
  operation: ReportProfilePageDocument,
  render: ({ reportProfile: shown }, context) => {
    const {
      words: { profile: words },
      format,
      href,
      query,
    } = context;
    const { report, rows } = shown;
    const given = parametersOf(query);
    return {
      title: `${report.title} – ${words.title}`,
      section: 'reports',
      body: html`<h1>${report.title}</h1>
<p class="lead">${report.description}</p>
<p><a href="${href('/rapports')}#${report.name}">${words.described}</a></p>
${form(shown, given, context)}
<p>${words.rows(format.count(rows), report.grain)} ${reportLinks(report.name, given, context)}</p>
${columns(shown, context)}`,
    };
  },
});

type Shown = ReportProfilePageQuery['reportProfile'];

type Given = Readonly<Record<string, readonly string[]>>;

/** Parameters of the report that the address gives; empty fields of a form are none. */
function parametersOf(query: URLSearchParams): Given {
  const names = new Set([...query.keys()].filter((name) => !OF_PAGE.includes(name)));
  const given = Array.from(names, (name) => [name, query.getAll(name).filter(Boolean)] as const);
  return Object.fromEntries(given.filter(([, values]) => values.length > 0));
}

function form({ report }: Shown, given: Given, context: PageContext): Html {
  const {
    words: { profile: words },
    self,
  } = context;
  const fields = report.parameters.map(({ name, choices, example }) => {
    const value = given[name]?.join(',') ?? '';
    if (choices) {
      return select(
        name,
        name,
        [['', words.any], ...choices.map((each) => [each, each] as const)],
        value,
      );
    }
    return html`<div class="field"><label for="${name}">${name}</label><input id="${name}" name="${name}" placeholder="${example}" value="${value}"></div>`;
  });
  const names = report.parameters.map(({ name }) => name);
  return html`<details${Object.keys(given).length > 0 ? html` open` : NOTHING}><summary>${words.choose}</summary>
<form class="find" action="${self}">${fields}${otherFields(context, names)}<button>${words.show}</button></form></details>`;
}

function columns({ columns, rows, report }: Shown, context: PageContext): Html {
  const { profile: words, reports } = context.words;
  return table({
    caption: words.columnsOf(report.title),
    isTitled: true,
    head: [
      ...[reports.column, reports.type],
      ...[numbers(words.absent), numbers(words.distinct), words.range, words.values],
    ],
    rows: columns.map((each) => columnRow(each, rows, context)),
  });
}

function columnRow(
  { column, absent, distinct, least, greatest, values, statuses }: Shown['columns'][number],
  rows: number,
  context: PageContext,
): Html {
  const {
    words: { profile: words, reports },
    format,
  } = context;
  const range =
    least === null || greatest === null
      ? NOTHING
      : html`${written(least, column.type, context)} – ${written(greatest, column.type, context)}`;
  const share = rows === 0 ? '' : ` (${format.percent((100 * absent) / rows)})`;
  // Values that are all different say nothing in a list.
  const told = distinct !== null && distinct === rows - absent && distinct > 6 ? [] : values;
  const counts = told.map(
    ({ value, label, rows: count }) =>
      html`<li>${label === value ? written(value, column.type, context) : label}${format.colon}${format.count(count)}</li>`,
  );
  const why =
    statuses === null
      ? NOTHING
      : html`<p>${words.statuses}</p><ul class="plain">${statuses.map(
          ({ label, rows: count }) => html`<li>${label}${format.colon}${format.count(count)}</li>`,
        )}</ul>`;
  return html`<tr><th scope="row">${column.label}<br><code>${column.name}</code></th><td>${reports.types[column.type]}</td><td class="number">${format.count(absent)}${share}</td><td class="number">${distinct === null ? words.many : format.count(distinct)}</td><td>${range}</td><td><ul class="plain">${counts}</ul>${why}</td></tr>`;
}

/** A value as people write it: years and codes as they are. */
function written(value: string, type: string, { format }: PageContext): string {
  if (type === 'DATE') return format.day(value);
  return type === 'NUMBER' ? format.number(Number(value)) : value;
}
