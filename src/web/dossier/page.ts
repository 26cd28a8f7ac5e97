import { CHECK } from '../addresses.ts';
import { illustrated } from '../charts/drawing.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { reportLinks } from '../lists.ts';
import { DossierPageDocument, type DossierPageQuery } from '../operations.ts';
import { type PageContext, page, type RowsHeld } from '../page.ts';
import { sheet } from '../pinned.ts';
import { dossierForm } from './form.ts';
import { gatherSections, ROWS_SHOWN, type SectionAnswer } from './gather.ts';
import { readyForms } from './ready.ts';
import { rowsTable } from './rows.ts';
import { type AskedReport, type Dossier, readDossier, reportOf, type Section } from './state.ts';

type Method = DossierPageQuery['dataStatus']['method'];

/** « Dossier »: reports and texts in one page to print, or in one workbook; all of it is in the address. */
export const dossierPage = page({
  name: 'dossier page',
  path: '/dossier',
  variables: () => ({}),
  operation: DossierPageDocument,
  gather: gatherSections,
  render: ({ dataStatus }, context, answers) => {
    const dossier = readDossier(context.query);
    const { dossier: words } = context.words;
    const told = answers ?? [];
    const isEmpty = dossier.sections.length === 0;
    return {
      title: dossier.title || words.title,
      section: 'dossier',
      ...(told.some(({ kind }) => kind === 'REFUSED') && { status: 400 as const }),
      body: html`<h1>${dossier.title || words.title}</h1>
${isEmpty ? html`<p class="lead">${words.lead}</p>${readyForms(context)}` : NOTHING}
${paragraphs(dossier.text)}
${dossierForm(dossier, context)}
${verdict(told, context)}
${told.map((answer, at) => section(dossier, at, answer, dataStatus.method, context))}
${isEmpty ? NOTHING : html`<p class="screen"><a href="${workbookAddress(context)}">${words.workbook}</a></p>\n${sheet(dataStatus, context, checkOf(dossier))}`}`,
    };
  },
});

/** The address that checks a dossier: without its texts, which change no figure. */
function checkOf({ shared, sections }: Dossier) {
  const section = sections.map(({ given }) => given).filter(Boolean);
  return { path: '/dossier', query: { ...shared, section } };
}

function workbookAddress({ query }: PageContext): string {
  const own = new URLSearchParams(query);
  own.delete(CHECK);
  return `/dossier.xlsx?${own}`;
}

function paragraphs(text: string): Html {
  return html`${text
    .split(/\n\s*\n/)
    .filter(Boolean)
    .map((each) => html`<p class="text">${each}</p>\n`)}`;
}

/** Whether the figures of all sections still hold; nothing where that was not asked. */
function verdict(answers: readonly SectionAnswer[], { words }: PageContext): Html {
  const held = answers.flatMap((each) => (each.kind === 'ROWS' && each.held ? [each.held] : []));
  if (held.length === 0) return NOTHING;
  const { dossier } = words;
  const others = held.filter(({ isHeld }) => !isHeld).length;
  return html`<p class="verdict" role="status"><strong>${others === 0 ? dossier.allHold : dossier.someChanged(String(others), String(held.length))}</strong></p>`;
}

function section(
  { sections }: Dossier,
  at: number,
  answer: SectionAnswer,
  method: Method,
  context: PageContext,
): Html {
  const own = sections[at];
  if (!own) return NOTHING;
  const { words, language } = context;
  const title =
    reportOf(own)?.report.title[language] ?? (own.given || words.dossier.section(String(at + 1)));
  const id = `part-${at + 1}`;
  const head = answer.kind === 'TEXT' ? NOTHING : html`<h2 id="${id}">${title}</h2>`;
  const label =
    answer.kind === 'TEXT' ? html`aria-label="${title}"` : html`aria-labelledby="${id}"`;
  return html`<section class="part" ${label}>${head}
${arrangement(sections, at, title, context)}
${paragraphs(own.text)}
${content(answer, method, context)}
</section>`;
}

function content(answer: SectionAnswer, method: Method, context: PageContext): Html {
  const {
    words: { dossier: words },
    language,
    format,
  } = context;
  switch (answer.kind) {
    case 'TEXT':
      return NOTHING;
    case 'REFUSED':
      return html`<p class="refused" role="alert">${answer.message[language]}</p>`;
    case 'AWAY':
      return html`<p class="absent">${words.away}</p>`;
    case 'ROWS': {
      const { asked, rows, more, held } = answer;
      return html`${parameters(asked, context)}
${held === null ? NOTHING : heldText(held, context)}
${chart(answer, context)}
${rows.length === 0 ? html`<p>${words.noRows}</p>` : rowsTable(asked.report, rows, method, context)}
${more ? html`<p class="muted">${words.moreRows(format.count(ROWS_SHOWN))}</p>` : NOTHING}
<p class="screen">${words.files}${reportLinks(asked.report.name, fileQuery(asked), context)}</p>`;
    }
  }
}

/** Whether the rows still hold, as a sentence, with how many do not. */
function heldText({ isHeld, message, counts }: RowsHeld, context: PageContext): Html {
  const { words, language, format } = context;
  const text = message[language];
  const [changed, added, removed] = (['changed', 'added', 'removed'] as const).map((name) =>
    format.count(counts?.[name] ?? 0),
  );
  const differing = isHeld
    ? ''
    : `${format.colon}${words.dossier.changed(changed ?? '', added ?? '', removed ?? '')}`;
  return html`<p>${text.charAt(0).toUpperCase()}${text.slice(1)}${differing}.</p>`;
}

/** The chart, whose figures are those of the rows beneath. */
function chart({ chart: shown }: Extract<SectionAnswer, { kind: 'ROWS' }>, context: PageContext) {
  if (shown === null) return NOTHING;
  const { chart: declared, request, data } = shown;
  const figures = declared.draw(data, { ...context, query: request.query, path: request.path });
  return figures?.drawing ? illustrated({ ...figures, table: NOTHING }, context) : NOTHING;
}

function fileQuery({ query, limit }: AskedReport) {
  const names = [...new Set(query.keys())];
  return { ...Object.fromEntries(names.map((name) => [name, query.getAll(name)])), limit };
}

/** What the rows are asked with, and what of the shared parameters they are not. */
function parameters({ query, limit, ignored }: AskedReport, context: PageContext): Html {
  const { words, format } = context;
  const { dossier } = words;
  const asked = [...query, ...(limit === null ? [] : [['limit', limit] as const])];
  const given = asked.map(([name, value]) => html` <code>${name}=${value}</code>`);
  const names = ignored.map((name) => dossier.sharedNames[name]).join(', ');
  return html`<p class="muted">${dossier.parameters}${format.colon}${given.length === 0 ? dossier.noParameters : given}${
    ignored.length === 0 ? NOTHING : html`. ${dossier.ignored(names)}`
  }</p>`;
}

/** Links that move a section, or take it away. */
function arrangement(
  sections: readonly Section[],
  at: number,
  title: string,
  context: PageContext,
): Html {
  const { dossier: words } = context.words;
  const without = sections.filter((_, place) => place !== at);
  const moved = (to: number) => without.toSpliced(to, 0, ...sections.slice(at, at + 1));
  const link = (label: string, order: readonly Section[]) =>
    html`<li><a href="${arranged(order, context)}" aria-label="${label}${context.format.colon}${title}">${label}</a></li>`;
  return html`<ul class="tags screen">${at === 0 ? NOTHING : link(words.up, moved(at - 1))}${
    at === sections.length - 1 ? NOTHING : link(words.down, moved(at + 1))
  }${link(words.remove, without)}</ul>`;
}

function arranged(sections: readonly Section[], { query, self }: PageContext): string {
  const own = new URLSearchParams(query);
  own.delete('section');
  own.delete('note');
  for (const { given, text } of sections) {
    own.append('section', given);
    own.append('note', text);
  }
  return own.size === 0 ? self : `${self}?${own}`;
}
