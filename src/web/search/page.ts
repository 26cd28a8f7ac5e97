import { STATUS_LABELS } from '../../domain/code-labels.ts';
import { dimensionLabel } from '../../domain/insertion/dimension.ts';
import { indicatorLabel, numbers, rateCell, table } from '../figures.ts';
import { otherFields, searchField, select } from '../forms.ts';
import { highlight } from '../highlight.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { bodyLinks, FILE_FORMATS, pageVariables, paging } from '../lists.ts';
import { SearchPageDocument, type SearchPageQuery } from '../operations.ts';
import { type PageContext, page } from '../page.ts';
import {
  CONDITIONS,
  type ConditionName,
  FACETS,
  type FacetName,
  filterOf,
  ORDERS,
  type OrderName,
  queryOf,
  readState,
  type SearchState,
  toggled,
  withCondition,
} from './state.ts';

/** « Recherche »: what is in the registers, by words and by facets; all of it is in the address. */
export const searchPage = page({
  name: 'search page',
  path: '/recherche',
  variables: ({ query, language }) => {
    const state = readState(query);
    return {
      filter: filterOf(state),
      orderBy: [...ORDERS[state.tri]],
      ...pageVariables(query),
      language: language === 'fr' ? ('FR' as const) : ('EN' as const),
    };
  },
  operation: SearchPageDocument,
  render: (data, context) => {
    const state = readState(context.query);
    const { search } = context.words;
    const { totalCount } = data.certifications;
    return {
      title: state.q === '' ? search.title : `${state.q} – ${search.title}`,
      section: 'search',
      body: html`<h1>${search.title}</h1>
${form(state, context)}
${chosen(state, data, context)}
<div class="two">
<section class="facets screen" aria-labelledby="filters"><h2 id="filters">${search.filters}</h2>${questions(state, context)}${facets(state, data, context)}</section>
<section class="wide" aria-labelledby="results"><h2 id="results">${totalCount === 1 ? search.foundOne : search.found(context.format.count(totalCount))}</h2>
${chance(data, context)}${totalCount === 0 ? nothingFound(context) : results(state, data, context)}
</section>
</div>`,
    };
  },
});

function form(state: SearchState, context: PageContext): Html {
  const {
    words: { search },
    self,
  } = context;
  const orders: Readonly<Record<OrderName, string>> = {
    pertinence: search.relevance,
    intitule: search.alphabetical,
    code: search.byCode,
    fin: search.byEnd,
    niveau: search.byLevel,
  };
  return html`<form class="find" action="${self}" role="search">
${searchField(state.q, context)}
${select('tri', search.order, Object.entries(orders), state.tri)}
${otherFields(context, ['q', 'tri'])}<button>${search.button}</button>
</form>`;
}

/** The filters that hold, each with a link that takes it away. */
function chosen(state: SearchState, data: SearchPageQuery, context: PageContext): Html {
  const {
    words: { search },
    self,
    href,
    language,
  } = context;
  const labels = new Map(
    data.certificationFacets.flatMap(({ dimension, values }) =>
      values.map(({ key }) => [`${dimension} ${facetCode(dimension, key)}`, key.label] as const),
    ),
  );
  const items = (Object.keys(FACETS) as FacetName[]).flatMap((name) =>
    state.filters[name].map((value) => ({
      label: labels.get(`${FACETS[name]} ${value}`) ?? `${dimensionName(name, context)} ${value}`,
      without: toggled(state, name, value),
    })),
  );
  if (state.fin !== null) {
    items.push({ label: `${search.byEnd} ≤ ${state.fin}`, without: { ...state, fin: null } });
  }
  if (state.statut !== null) {
    const label = `${indicatorLabel('GLOBAL_6_MONTHS', context)}${context.format.colon}${STATUS_LABELS[state.statut][language]}`;
    items.push({ label, without: { ...state, statut: null } });
  }
  for (const name of state.conditions) {
    items.push({ label: search.conditions[name], without: withCondition(state, name) });
  }
  if (items.length === 0) return NOTHING;
  return html`<nav aria-label="${search.withFilters}"><ul class="tags">${items.map(
    ({ label, without }) =>
      html`<li><a href="${href(self, queryOf(without))}" aria-label="${search.remove(label)}">${label} ×</a></li>`,
  )}<li><a href="${href(self, { q: state.q })}">${search.clear}</a></li></ul></nav>`;
}

type Key = SearchPageQuery['certificationFacets'][number]['values'][number]['key'];

/** Filters that answer a question of their own: renewals, overdue rates, the median of the peers. */
function questions(state: SearchState, { words: { search }, self, href }: PageContext): Html {
  const link = (label: string, other: SearchState, isChosen: boolean) =>
    html`<li><a href="${href(self, queryOf(other))}"${isChosen ? html` aria-current="true"` : NOTHING}>${label}</a></li>`;
  const ends = state.fin === SOON;
  const overdue = state.statut === 'OVERDUE';
  return html`<h3>${search.questions}</h3><ul class="plain">
${link(search.endsSoon, { ...state, fin: ends ? null : SOON }, ends)}
${link(search.overdue, { ...state, statut: overdue ? null : 'OVERDUE' }, overdue)}
${(Object.keys(CONDITIONS) as ConditionName[]).map((name) => link(search.conditions[name], withCondition(state, name), state.conditions.includes(name)))}
</ul>`;
}

/** Months within which a registration ends soon. */
const SOON = 12;

/** How many of a list that is chosen by comparisons are there by chance. */
function chance({ certifications }: SearchPageQuery, { words, format }: PageContext): Html {
  const { manyComparisons } = certifications;
  if (!manyComparisons) return NOTHING;
  const { tested, expectedByChance } = manyComparisons;
  return html`<p class="muted">${words.search.chance(format.count(tested), format.number(expectedByChance))}</p>`;
}

/** The value of a facet, as the address has it; null of what is not known. */
function facetCode(dimension: string, key: Key): string | null {
  switch (dimension) {
    case 'REGISTER':
      return key.register;
    case 'LEVEL':
      return key.level === null ? null : String(key.level);
    case 'ACTIVE':
      return key.active === null ? null : key.active ? 'oui' : 'non';
    case 'REGISTRATION_TYPE':
      return key.registrationType;
    case 'SPECIALITY_DOMAIN':
      return key.specialityDomain?.code ?? null;
    case 'OCCUPATION_DOMAIN':
      return key.occupationDomain?.code ?? null;
    default:
      return key.certifier?.siren ?? null;
  }
}

function dimensionName(name: FacetName, { language }: PageContext): string {
  return dimensionLabel(FACETS[name], language === 'fr' ? 'FR' : 'EN');
}

function facets(state: SearchState, data: SearchPageQuery, context: PageContext): Html {
  const {
    words: { search },
    format,
    href,
    self,
  } = context;
  return html`${(Object.keys(FACETS) as FacetName[]).map((name) => {
    const facet = data.certificationFacets.find(({ dimension }) => dimension === FACETS[name]);
    if (!facet) return NOTHING;
    const items = facet.values.map(({ key, certifications }) => {
      const value = facetCode(facet.dimension, key);
      const count = html` <span class="muted">(${format.count(certifications)})</span>`;
      if (value === null) return html`<li>${key.label}${count}</li>`;
      const current = state.filters[name].includes(value) ? html` aria-current="true"` : NOTHING;
      return html`<li><a href="${href(self, queryOf(toggled(state, name, value)))}"${current}>${key.label}</a>${count}</li>`;
    });
    const more = facet.valueCount > facet.values.length;
    return html`<h3>${dimensionName(name, context)}</h3><ul class="plain">${items}</ul>${
      more ? html`<p class="muted">${search.more(format.count(facet.valueCount))}</p>` : NOTHING
    }`;
  })}`;
}

function nothingFound({ words: { search } }: PageContext): Html {
  return html`<p><strong>${search.none}.</strong> ${search.noneHelp}</p>
<ul><li>${search.noneSpelling}</li><li>${search.noneFilters}</li><li>${search.noneCode}</li></ul>`;
}

function results(state: SearchState, data: SearchPageQuery, context: PageContext): Html {
  const {
    words: { search },
    format,
    href,
  } = context;
  const rows = data.certifications.nodes.map((each) => {
    const title = state.q === '' ? html`${each.title}` : highlight(each.title, state.q);
    return html`<tr><th scope="row"><a href="${href(`/certifications/${each.code}`)}">${each.code}</a> ${title}${
      each.active ? NOTHING : html` <span class="muted">(${search.inactive})</span>`
    }</th><td class="number">${each.level ?? ''}</td><td>${bodyLinks(each.certifiers, context)}</td><td data-value="${each.registrationEndsOn ?? ''}">${
      each.registrationEndsOn === null ? '' : format.day(each.registrationEndsOn)
    }</td>${rateCell(each.insertionRate, context)}</tr>`;
  });
  return html`${table({
    caption: search.results,
    isTitled: true,
    head: [
      ...[search.certification, numbers(search.level), search.certifiers, search.end],
      numbers(indicatorLabel('GLOBAL_6_MONTHS', context)),
    ],
    rows,
  })}
${paging(data.certifications.pageInfo, context)}
${files(state, context)}`;
}

/** The whole result as files. */
function files(state: SearchState, { words: { search }, file, language }: PageContext): Html {
  const { tri: _, ...asked } = queryOf(state);
  return html`<p class="screen">${search.files}${FILE_FORMATS.map(
    (each) =>
      html` <a href="${file(`/recherche.${each}`, { ...asked, labels: language })}">${each.toUpperCase()}</a>`,
  )}</p>`;
}
