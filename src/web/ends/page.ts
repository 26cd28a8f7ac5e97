import { numbers, table } from '../figures.ts';
import { select } from '../forms.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { keptFields, pageVariables, reportLinks } from '../lists.ts';
import { EndsPageDocument, type EndsPageQuery } from '../operations.ts';
import { type PageContext, page } from '../page.ts';
import { byCertifier, byLevel } from './groups.ts';
import { listSection } from './list.ts';
import { type EndsState, filterOf, LEVELS, MOST_MONTHS, readState } from './state.ts';

/** « Échéances »: registrations that end soon, by month, with the days by which to file. */
export const endsPage = page({
  name: 'ends page',
  path: '/echeances',
  variables: ({ query, language }) => {
    const state = readState(query);
    const { siren } = state;
    return {
      filter: filterOf(state),
      body: siren === null ? {} : { sirens: [siren] },
      withBody: siren !== null,
      ...pageVariables(query),
      language: language === 'fr' ? ('FR' as const) : ('EN' as const),
    };
  },
  operation: EndsPageDocument,
  render: (data, context) => {
    const state = readState(context.query);
    const {
      words: { ends },
      format,
    } = context;
    const { totalCount } = data.certifications;
    return {
      title: ends.title,
      section: 'ends',
      body: html`<h1>${ends.title}</h1>
<p class="lead">${state.mois === 1 ? ends.leadOne : ends.lead(format.count(state.mois))}</p>
${form(state, context)}
<p><strong>${totalCount === 1 ? ends.foundOne : ends.found(format.count(totalCount))}.</strong> ${chosenBody(state, data, context)}</p>
${
  totalCount === 0
    ? html`<p>${ends.none}</p>`
    : html`${byMonth(data, context)}
${byLevel(state, data, context)}
${byCertifier(state, data, context)}
${listSection(data, context)}
${files(state, context)}`
}`,
    };
  },
});

function form(state: EndsState, context: PageContext): Html {
  const {
    words: { ends },
    self,
    href,
  } = context;
  const any = { '': ends.any };
  return html`<form class="find" action="${self}">
<div class="field"><label for="mois">${ends.months}</label><input id="mois" name="mois" type="number" min="1" max="${MOST_MONTHS}" value="${state.mois}"></div>
${select('niveau', ends.level, [['', ends.allLevels], ...LEVELS.map((level) => [level, level] as const)], state.niveau ?? '')}
${select('depot', ends.filing, Object.entries({ ...any, passe: ends.passed, 'a-venir': ends.toCome }), state.depot ?? '')}
${select('remplacee', ends.replacement, Object.entries({ ...any, oui: ends.yes, non: ends.no }), state.remplacee ?? '')}
<div class="field"><label for="siren">${ends.siren}</label><input id="siren" name="siren" inputmode="numeric" autocomplete="off" value="${state.siren ?? ''}"></div>
${keptFields(context)}<button>${ends.show}</button> <a href="${href(self)}">${ends.clear}</a>
</form>`;
}

/** The body that is chosen, with its page and its calendar; where calendars are, without one. */
function chosenBody({ siren }: EndsState, data: EndsPageQuery, context: PageContext): Html {
  const {
    words: { ends },
    href,
    file,
    language,
  } = context;
  if (siren === null) {
    return html`<a href="${href('/certificateurs')}">${ends.calendars}</a>`;
  }
  const name = data.certifiers?.nodes[0]?.name ?? siren;
  const calendar = file(`/certificateurs/${siren}/echeances.ics`, { lang: language });
  return html`<a href="${href(`/certificateurs/${siren}`)}">${ends.ofCertifier(name)}</a> <a href="${calendar}" type="text/calendar">${ends.calendar}</a>`;
}

function byMonth({ byMonth: { groups, total } }: EndsPageQuery, context: PageContext): Html {
  const {
    words: { ends },
    format,
  } = context;
  const cells = (counts: EndsPageQuery['byMonth']['total']) =>
    html`<td class="number">${format.count(counts.certifications)}</td><td class="number">${format.count(counts.filingPassed)}</td><td class="number">${format.count(counts.replaced)}</td>`;
  const rows = groups.map(({ key: { registrationEndMonth: month }, summary }) => {
    const name =
      month === null
        ? NOTHING
        : html`<time datetime="${month.slice(0, 7)}">${format.month(month)}</time>`;
    return html`<tr><th scope="row">${name}</th>${cells(summary)}</tr>`;
  });
  rows.push(html`<tr><th scope="row"><strong>${ends.total}</strong></th>${cells(total)}</tr>`);
  return html`<section aria-labelledby="months"><h2 id="months">${ends.byMonth}</h2>${table({
    caption: ends.byMonth,
    isTitled: true,
    head: [ends.month, ...[ends.number, ends.filingPassed, ends.replaced].map(numbers)],
    rows,
  })}</section>`;
}

function files({ mois, niveau, siren, depot, remplacee }: EndsState, context: PageContext): Html {
  const asked = {
    ...{ months: mois, level: niveau, certifier: siren },
    ...(depot !== null && { filing_passed: String(depot === 'passe') }),
    ...(remplacee !== null && { replaced: String(remplacee === 'oui') }),
  };
  return html`<p class="screen">${context.words.ends.files}${reportLinks('expiring', asked, context)}</p>`;
}
