import { CHANGE_KIND_LABELS } from '../../domain/changes/change-text.ts';
import { REGISTER_LABELS } from '../../domain/code-labels.ts';
import { FINDING_RULE_LABELS } from '../../domain/findings/finding-labels.ts';
import { type Illustrated, illustrated } from '../charts/drawing.ts';
import { chartLink } from '../charts/oembed.ts';
import { ratesByYearDrawing } from '../charts/rates-by-year-drawing.ts';
import {
  type ColumnHead,
  indicatorLabel,
  indicatorName,
  numbers,
  ofGroup,
  rateCell,
  table,
} from '../figures.ts';
import { searchField } from '../forms.ts';
import { type Html, html } from '../html.ts';
import { keptFields } from '../lists.ts';
import {
  HomeChangesDocument,
  type HomeChangesQuery,
  HomePageDocument,
  type HomePageQuery,
  type InsertionIndicator,
} from '../operations.ts';
import { type PageContext, page } from '../page.ts';

/** « Accueil »: the state of the registers. */
export const homePage = page({
  name: 'home page',
  path: '/',
  variables: () => ({}),
  operation: HomePageDocument,
  texts: HomeChangesDocument,
  render: (data, context, changes) => ({
    title: context.words.home.title,
    links: [chartLink('national', context, { title: context.words.home.byYear })],
    body: html`<h1>${context.words.home.title}</h1>
<p class="lead">${context.words.home.lead}</p>
${findForm(context)}
${keyFigures(data, context)}
${registers(data, context)}
${byYear(data, context)}
${byLevel(data, context)}
${ends(data, context)}
${overdue(data, context)}
${findings(data, context)}
${changed(changes, context)}`,
  }),
});

function findForm(context: PageContext): Html {
  const {
    words: { home },
    href,
  } = context;
  return html`<form class="find" action="${href('/recherche').split('?')[0]}" role="search">
${searchField('', context)}
${keptFields(context)}<button>${home.findButton}</button>
</form>`;
}

/** Three figures first: what is active in each register, and the national global rate. */
function keyFigures({ dataStatus, byYear: { total } }: HomePageQuery, context: PageContext): Html {
  const { words, format } = context;
  const items = dataStatus.registers.map(
    ({ register, active, certifications }) =>
      html`<li><span class="big">${format.count(active)}</span> ${words.home.active(register, active)} <span class="base">${words.home.of(format.count(certifications))}</span></li>`,
  );
  const [first] = total.rates;
  const rate = first && ofGroup(first);
  if (rate?.value != null) {
    items.push(
      html`<li><span class="big">${format.percent(rate.value)}</span> ${indicatorLabel(rate.indicator, context)} <span class="base">${
        rate.interval ? format.interval(rate.interval.lower, rate.interval.upper) : ''
      } ${words.rate.base(format.count(rate.base))}</span></li>`,
    );
  }
  return html`<h2>${words.home.keyFigures}</h2><ul class="figures">${items}</ul>`;
}

function registers({ dataStatus }: HomePageQuery, { words, format, language }: PageContext): Html {
  const rows = dataStatus.registers.map(
    (
      each,
    ) => html`<tr><th scope="row">${REGISTER_LABELS[each.register][language]} (${each.register})</th>
<td class="number">${format.count(each.active)}</td><td class="number">${format.count(each.certifications)}</td><td class="number">${format.count(each.blocks)}</td><td class="number">${format.count(each.cohorts)}</td><td>${each.exportedOn === null ? '' : format.day(each.exportedOn)}</td></tr>`,
  );
  const { home, rate } = words;
  return html`<h2>${home.registers}</h2>${table({
    caption: home.registers,
    head: [
      home.register,
      ...[home.activeColumn, home.fiches, home.blocks, rate.cohorts].map(numbers),
      home.exported,
    ],
    isTitled: true,
    rows,
  })}`;
}

type Summary = HomePageQuery['byYear']['groups'][number]['summary'];

function ratesHead(
  data: HomePageQuery,
  context: PageContext,
  nameOf: (indicator: InsertionIndicator) => string | Html,
): ColumnHead[] {
  const { rate } = context.words;
  const rates = data.byYear.total.rates.map(({ indicator }) => nameOf(indicator));
  return [rate.cohorts, rate.certified, ...rates].map(numbers);
}

function summaryCells({ cohorts, certified, rates }: Summary, context: PageContext): Html {
  const { format } = context;
  return html`<td class="number" data-value="${cohorts}">${format.count(cohorts)}</td><td class="number" data-value="${certified}">${format.count(certified)}</td>${rates.map((rate) => rateCell(ofGroup(rate), context))}`;
}

function byYear(data: HomePageQuery, context: PageContext): Html {
  const figures = nationalRates(data, context);
  return html`<h2>${figures.title}</h2>${illustrated(figures, context)}`;
}

/** National rates by year. */
export function nationalRates(data: HomePageQuery, context: PageContext): Illustrated {
  const { words } = context;
  const title = words.home.byYear;
  const groups = data.byYear.groups.flatMap(({ key: { year }, summary }) =>
    year === null ? [] : [{ year, summary }],
  );
  const years = groups.map(({ year, summary }) => ({ year, figures: summary.rates.map(ofGroup) }));
  return {
    title,
    drawing: ratesByYearDrawing(years, { title, context }),
    table: table({
      caption: title,
      head: [
        words.rate.year,
        ...ratesHead(data, context, (each) => indicatorName(each, context, 'SUMMARY_VALUE')),
      ],
      isTitled: true,
      rows: groups.map(
        ({ year, summary }) =>
          html`<tr><th scope="row">${year}</th>${summaryCells(summary, context)}</tr>`,
      ),
    }),
  };
}

function byLevel(data: HomePageQuery, context: PageContext): Html {
  const { words, href } = context;
  const rows = data.byLevel.groups.map(({ key: { level }, summary }) => {
    const name = level === null ? words.home.withoutLevel : `${words.home.level} ${level}`;
    const link =
      level === null ? name : html`<a href="${href('/recherche', { niveau: level })}">${name}</a>`;
    return html`<tr><th scope="row">${link}</th>${summaryCells(summary, context)}</tr>`;
  });
  return html`<h2>${words.home.byLevel}</h2>${table({
    caption: words.home.byLevel,
    head: [words.home.level, ...ratesHead(data, context, (each) => indicatorLabel(each, context))],
    isTitled: true,
    rows,
    sortable: true,
  })}`;
}

function ends({ ending }: HomePageQuery, { words: { home }, format, href }: PageContext): Html {
  const { total, groups } = ending;
  const rows = groups.map(({ key, summary }) => {
    const month = key.registrationEndMonth;
    return html`<tr><th scope="row">${month === null ? '' : format.month(month)}</th><td class="number">${format.count(summary.certifications)}</td><td class="number">${format.count(summary.filingPassed)}</td></tr>`;
  });
  return html`<h2>${home.ends}</h2>
<p><a href="${href('/echeances')}">${home.endsLead(format.count(total.certifications), total.certifications)}</a> ${home.filingPassed(format.count(total.filingPassed))}</p>
${table({ caption: home.ends, head: [home.month, numbers(home.number), numbers(home.ofWhichLate)], isTitled: true, rows })}`;
}

function overdue({ overdue: { totalCount } }: HomePageQuery, context: PageContext): Html {
  const {
    words: { home },
    format,
    href,
  } = context;
  return html`<h2>${home.overdue}</h2><p>${home.overdueLead(format.count(totalCount), totalCount)} <a href="${href('/recherche', { active: 'oui', statut: 'OVERDUE' })}">${home.seeOverdue}</a></p>`;
}

function findings(
  { findingStatistics }: HomePageQuery,
  { words: { home, rate }, format, language }: PageContext,
): Html {
  const rows = findingStatistics.groups.map(({ rule, findings: count, certifications }) => {
    const name = rule === null ? '' : FINDING_RULE_LABELS[rule][language];
    return html`<tr><th scope="row">${name}</th><td class="number">${format.count(count)}</td><td class="number">${format.count(certifications)}</td></tr>`;
  });
  return html`<h2>${home.findings}</h2>${table({
    caption: home.findings,
    head: [home.rule, numbers(home.number), numbers(rate.certifications)],
    isTitled: true,
    rows,
  })}`;
}

function changed(data: HomeChangesQuery | null, context: PageContext): Html {
  const {
    words: { home },
    language,
    href,
  } = context;
  if (data === null) return html`<h2>${home.changes}</h2><p>${home.changesAway}</p>`;
  const { nodes, totalCount } = data.changes;
  if (totalCount === 0) return html`<h2>${home.changes}</h2><p>${home.changesNone}</p>`;
  const items = nodes.map(
    ({ code, title, kind, message, messageFr }) =>
      html`<li><a href="${href(`/certifications/${code}`)}">${code}</a> ${title}${context.format.colon}${CHANGE_KIND_LABELS[kind][language]}. ${language === 'fr' ? messageFr : message}</li>`,
  );
  return html`<h2>${home.changes}</h2><ul>${items}</ul>`;
}
