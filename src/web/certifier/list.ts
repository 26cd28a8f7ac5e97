import { numbers, table } from '../figures.ts';
import { select } from '../forms.ts';
import { type Html, html } from '../html.ts';
import { keptFields, pageVariables, paging } from '../lists.ts';
import {
  type CertifierOrder,
  CertifiersPageDocument,
  type CertifiersPageQuery,
} from '../operations.ts';
import { type PageContext, page } from '../page.ts';
import { readChoice } from '../parameters.ts';

/** Orders of the list by their name in the address. */
const ORDERS = {
  nom: [{ field: 'NAME' }],
  certifications: [{ field: 'CERTIFICATION_COUNT', direction: 'DESC' }, { field: 'NAME' }],
  jours: [{ field: 'DAYS_LATE', direction: 'DESC' }, { field: 'NAME' }],
  retards: [{ field: 'OVERDUE_RATES', direction: 'DESC' }, { field: 'NAME' }],
} as const satisfies Record<string, readonly CertifierOrder[]>;

type OrderName = keyof typeof ORDERS;

interface ListState {
  readonly nom: string;
  readonly retard: 'oui' | null;
  readonly tri: OrderName;
}

function readState(query: URLSearchParams): ListState {
  return {
    nom: (query.get('nom') ?? '').trim(),
    retard: readChoice('retard', query.get('retard'), ['oui'] as const),
    tri: readChoice('tri', query.get('tri'), Object.keys(ORDERS) as OrderName[]) ?? 'nom',
  };
}

/** « Certificateurs »: certifying bodies, by name or by what they owe. */
export const certifiersPage = page({
  name: 'certifiers page',
  path: '/certificateurs',
  variables: ({ query }) => {
    const { nom, retard, tri } = readState(query);
    return {
      filter: {
        ...(nom !== '' && { name: nom }),
        ...(retard === 'oui' && { overdueRates: { from: 1 } }),
      },
      orderBy: [...ORDERS[tri]],
      ...pageVariables(query),
    };
  },
  operation: CertifiersPageDocument,
  render: ({ certifiers }, context) => {
    const {
      words: { certifier: words },
      format,
    } = context;
    const state = readState(context.query);
    const { totalCount } = certifiers;
    return {
      title: words.title,
      section: 'certifiers',
      body: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${form(state, context)}
<section class="wide" aria-labelledby="results"><h2 id="results">${
        totalCount === 1 ? words.foundOne : words.found(format.count(totalCount))
      }</h2>${totalCount === 0 ? html`<p>${words.none}</p>` : results(certifiers, context)}</section>`,
    };
  },
});

function form(state: ListState, context: PageContext): Html {
  const {
    words: { certifier: words },
    self,
  } = context;
  const orders: Readonly<Record<OrderName, string>> = {
    nom: words.byName,
    certifications: words.byCertifications,
    jours: words.byDaysLate,
    retards: words.byOverdueRates,
  };
  return html`<form class="find" action="${self}" role="search">
<div class="field wide"><label for="nom">${words.name}</label><input id="nom" name="nom" type="search" autocomplete="off" value="${state.nom}"></div>
${select('retard', words.onlyOverdue, Object.entries({ '': words.all, oui: words.withOverdue }), state.retard ?? '')}
${select('tri', words.order, Object.entries(orders), state.tri)}
${keptFields(context)}<button>${words.show}</button>
</form>`;
}

function results(
  { nodes, pageInfo }: CertifiersPageQuery['certifiers'],
  context: PageContext,
): Html {
  const {
    words: { certifier: words },
    format,
    href,
  } = context;
  const rows = nodes.map(
    ({ siren, name, certificationCount, overdueRates, daysLate, certificationSummary }) =>
      html`<tr><th scope="row"><a href="${href(`/certificateurs/${siren}`)}">${name}</a> <span class="muted">${siren}</span></th><td class="number">${format.count(certificationCount)}</td><td class="number">${format.count(certificationSummary.active)}</td><td class="number">${format.count(certificationSummary.filingPassed)}</td><td class="number">${format.count(overdueRates)}</td><td class="number${daysLate === null ? ' absent' : ''}">${daysLate === null ? words.nothingLate : format.count(daysLate)}</td></tr>`,
  );
  return html`${table({
    caption: words.title,
    isTitled: true,
    head: [
      words.certifier,
      ...[words.certifications, words.active, words.filingPassed].map(numbers),
      ...[words.overdueRates, words.mostDaysLate].map(numbers),
    ],
    rows,
  })}${paging(pageInfo, context)}`;
}
