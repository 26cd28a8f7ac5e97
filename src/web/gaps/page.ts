import { indicatorLabel, numbers, rateCell, table } from '../figures.ts';
import { otherFields } from '../forms.ts';
import { type Html, html } from '../html.ts';
import { pageVariables, paging } from '../lists.ts';
import { GapsPageDocument, type GapsPageQuery } from '../operations.ts';
import { type PageContext, page } from '../page.ts';
import { notAccepted } from '../parameters.ts';
import { cohortFilterOf, readStatistics } from '../statistics/state.ts';

/** The fewest certified of a cohort that is listed: below, a gap is mostly chance. */
const FEWEST = 20;

/** The rates whose gap is looked at. */
const RATES = ['GLOBAL_6_MONTHS', 'TARGET_OCCUPATION_6_MONTHS'] as const;

function fewestOf(query: URLSearchParams): number {
  const given = query.get('certifies');
  if (!given) return FEWEST;
  if (/^\d{1,6}$/.test(given)) return Number(given);
  throw notAccepted('certifies', given, '0 … 999999');
}

/** « Écarts »: cohorts by the gap between the global rate and that in the target occupation. */
export const gapsPage = page({
  name: 'gaps page',
  path: '/ecarts',
  variables: ({ query }) => ({
    filter: {
      ...cohortFilterOf(readStatistics(query)),
      has: [...RATES],
      certified: { from: fewestOf(query) },
    },
    ...pageVariables(query),
  }),
  operation: GapsPageDocument,
  render: (data, context) => {
    const { gaps } = context.words;
    const { totalCount } = data.cohorts;
    return {
      title: gaps.title,
      section: 'statistics',
      body: html`<h1>${gaps.title}</h1>
<p class="lead">${gaps.lead}</p>
${form(context)}
<section class="wide" aria-labelledby="results"><h2 id="results">${gaps.found(context.format.count(totalCount), totalCount)}</h2>
${totalCount === 0 ? html`<p>${gaps.none}</p>` : results(data, context)}
</section>`,
    };
  },
});

function form(context: PageContext): Html {
  const {
    words: { gaps },
    self,
    query,
  } = context;
  return html`<form class="find" action="${self}"><div class="field"><label for="certifies">${gaps.fewest}</label><input id="certifies" name="certifies" inputmode="numeric" pattern="[0-9]*" size="7" value="${fewestOf(query)}"></div>
${otherFields(context, ['certifies'])}<button>${gaps.show}</button></form>`;
}

function results({ cohorts }: GapsPageQuery, context: PageContext): Html {
  const {
    words: { gaps, rate, search },
    format,
    href,
  } = context;
  const rows = cohorts.nodes.map(({ certification: { code, title }, ...cohort }) => {
    const rates = RATES.flatMap(
      (each) => cohort.insertionRates.find(({ indicator }) => indicator === each) ?? [],
    );
    return html`<tr><th scope="row"><a href="${href(`/certifications/${code}`)}">${code}</a> ${title}</th><td class="number">${cohort.year}</td>${rates.map((each) => rateCell(each, context))}<td class="number">${cohort.gapAt6Months === null ? '' : format.points(cohort.gapAt6Months)}</td></tr>`;
  });
  return html`${table({
    caption: gaps.title,
    isTitled: true,
    head: [
      ...[search.certification, numbers(rate.year)],
      ...RATES.map((each) => numbers(indicatorLabel(each, context))),
      numbers(gaps.gap),
    ],
    rows,
  })}
${paging(cohorts.pageInfo, context)}`;
}
