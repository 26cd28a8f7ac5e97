import { dimensionLabel } from '../../domain/insertion/dimension.ts';
import { type Drawing, type Illustrated, illustrated } from '../charts/drawing.ts';
import { groupsChart } from '../charts/groups.ts';
import { chartLink } from '../charts/oembed.ts';
import { ratesByYearDrawing } from '../charts/rates-by-year-drawing.ts';
import { figureText, indicatorLabel, isWeak, numbers, ofGroup, table } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { reportLinks } from '../lists.ts';
import { StatisticsPageDocument, type StatisticsPageQuery } from '../operations.ts';
import { type PageContext, page } from '../page.ts';
import { yearsOfReport } from '../parameters.ts';
import { statisticsForm } from './form.ts';
import { columnsOf, measureVariables } from './measures.ts';
import {
  cohortFilterOf,
  GROUP_ORDERS,
  MOST_GROUPS,
  readStatistics,
  type StatisticsState,
} from './state.ts';

/** « Statistiques »: measures of cohorts by dimensions, with filters; all of it is in the address. */
export const statisticsPage = page({
  name: 'statistics page',
  path: '/statistiques',
  variables: ({ query, language }) => {
    const state = readStatistics(query);
    return {
      ...{ groupBy: groupByOf(state), filter: cohortFilterOf(state), first: MOST_GROUPS },
      orderBy: [GROUP_ORDERS[state.order]],
      language: language === 'fr' ? ('FR' as const) : ('EN' as const),
      ...{ indicator: state.indicator, ...measureVariables(state.measures) },
    };
  },
  operation: StatisticsPageDocument,
  render: ({ insertionStatistics: shown }, context) => {
    const state = readStatistics(context.query);
    const { statistics } = context.words;
    return {
      title: `${statistics.title} – ${groupByName(state, context)}`,
      section: 'statistics',
      links: [chartLink('statistiques', context, { title: groupByName(state, context) })],
      body: html`<h1>${statistics.title}</h1>
${statisticsForm(state, context)}
<p class="screen"><a href="${context.href('/ecarts')}">${context.words.gaps.link}</a></p>
<section aria-labelledby="results"><h2 id="results">${groupByName(state, context)}</h2>
${shown.groups.length === 0 ? html`<p>${statistics.none}</p>` : results(shown, state, context)}
</section>
${downloads(state, context)}`,
    };
  },
});

type Shown = StatisticsPageQuery['insertionStatistics'];

function groupByOf({ by, and }: StatisticsState) {
  return and === null ? [by] : [by, and];
}

function groupByName(state: StatisticsState, { language }: PageContext): string {
  return groupByOf(state)
    .map((each) => dimensionLabel(each, language === 'fr' ? 'FR' : 'EN'))
    .join(' × ');
}

function results(shown: Shown, state: StatisticsState, context: PageContext): Html {
  const {
    words: { statistics },
    format,
  } = context;
  const { groupCount, groups, overlapping } = shown;
  const cut =
    groupCount > groups.length
      ? statistics.cut(format.count(groups.length), format.count(groupCount))
      : `${statistics.groups(format.count(groupCount), groupCount)}.`;
  return html`<p>${cut} ${overlapping ? statistics.overlapping : ''}</p>
${illustrated(ratesOfGroups(shown, state, context), context)}`;
}

/** Rates of the groups. */
export function ratesOfGroups(
  shown: Shown,
  state: StatisticsState,
  context: PageContext,
): Illustrated {
  return {
    title: groupByName(state, context),
    drawing: drawn(shown, state, context),
    table: groupTable(shown, state, context),
  };
}

/** Groups that are drawn: more would not be read. */
const DRAWN = 40;

function drawn(
  { groups, total }: Shown,
  state: StatisticsState,
  context: PageContext,
): Drawing | null {
  const {
    words: { statistics, chart },
    format,
  } = context;
  if (state.by === 'YEAR' && state.and === null) {
    const years = groups.flatMap(({ key: { year }, summary }) =>
      year === null ? [] : [{ year, figures: summary.rates.map(ofGroup) }],
    );
    return ratesByYearDrawing(years, { title: chart.ratesByYear, context });
  }
  const points = groups.slice(0, DRAWN).flatMap(({ key, summary }) => {
    const own = summary.rates.find(({ indicator }) => indicator === state.indicator);
    if (!own || own.value === null) return [];
    const rate = ofGroup(own);
    const { interval } = rate;
    const { value } = own;
    return [
      {
        ...{ label: key.label, value, weak: isWeak(rate) },
        ...{ lower: interval?.lower ?? null, upper: interval?.upper ?? null },
        hint: `${key.label}, ${indicatorLabel(state.indicator, context)}${format.colon}${figureText(rate, context)}`,
      },
    ];
  });
  if (points.length === 0) return null;
  const all = total.rates.find(({ indicator }) => indicator === state.indicator)?.value ?? null;
  const indicator = indicatorLabel(state.indicator, context);
  const description = statistics.description(indicator, format.count(points.length));
  return {
    svg: groupsChart(points, all, { title: statistics.chart, description }),
    reading: `${indicator}. ${statistics.reading}`,
  };
}

type Summary = Shown['total'];

function groupTable({ groups, total }: Shown, state: StatisticsState, context: PageContext): Html {
  const { statistics } = context.words;
  const columns = state.measures.flatMap((each) => columnsOf(each, state.indicator, context));
  const row = (name: string | Html, summary: Summary) =>
    html`<tr><th scope="row">${name}</th>${columns.map(({ cell }) => cell(summary))}</tr>`;
  return table({
    caption: groupByName(state, context),
    isTitled: true,
    head: [statistics.group, ...columns.map(({ head }) => numbers(head))],
    rows: [
      ...groups.map(({ key, summary }) => row(key.label, summary)),
      row(html`<strong>${statistics.all}</strong>`, total),
    ],
  });
}

/** Report files that have the groups of one dimension. */
const REPORTS: Readonly<Record<string, string>> = {
  YEAR: 'insertion-by-year',
  LEVEL: 'insertion-by-level',
  SPECIALITY: 'insertion-by-speciality',
  OCCUPATION: 'insertion-by-occupation',
  CERTIFIER: 'insertion-by-certifier',
};

/** The same as files where a report has it, and as the operation in GraphiQL. */
function downloads(state: StatisticsState, context: PageContext): Html {
  const {
    words: { statistics },
    file,
    language,
  } = context;
  const { search, by, and, years } = state;
  const report = and === null ? REPORTS[by] : undefined;
  const { registre, niveau, active, type, nsf, rome, siren } = search.filters;
  // A report has these filters alone.
  const isOfReport =
    search.q === '' && search.fin === null && search.statut === null && type.length === 0;
  const asked = {
    register: registre.length === 1 ? registre[0] : null,
    active: active.length === 1 ? String(active[0] === 'oui') : null,
    ...{ level: niveau, speciality: nsf, occupation: rome, certifier: siren },
    ...yearsOfReport(years),
  };
  const files =
    report && isOfReport
      ? html`<p>${statistics.files}${reportLinks(report, asked, context)}</p>`
      : NOTHING;
  const variables = JSON.stringify({ groupBy: groupByOf(state), filter: cohortFilterOf(state) });
  const graphiql = file('/graphql', {
    ...{ question: 'InsertionByDimensions', variables, lang: language },
  });
  return html`<section class="screen" aria-label="${statistics.address}">${files}<p>${statistics.address}${context.format.colon}<a href="${graphiql}">${statistics.graphiql}</a></p></section>`;
}
