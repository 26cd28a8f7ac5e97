import { parseSiren } from '../../domain/nomenclature/siret.ts';
import { readyDossier } from '../dossier/ready.ts';
import { indicatorName, numbers, ofGroup, rateCell, table } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { keptFields, pageVariables, reportLinks } from '../lists.ts';
import { CertifierPageDocument, type CertifierPageQuery } from '../operations.ts';
import { type PageContext, page } from '../page.ts';
import { overdueSection } from './overdue.ts';
import { endsSection, portfolioSection, shownOf } from './portfolio.ts';
import type { ShownCertifier } from './shown.ts';

/** « Certificateur »: the portfolio of one certifying body. */
export const certifierPage = page({
  name: 'certifier page',
  path: '/certificateurs/:siren',
  variables: ({ path, query, language }) => ({
    siren: parseSiren(path['siren'] ?? ''),
    which: shownOf(query) === 'actives' ? { active: true } : {},
    language: language === 'fr' ? ('FR' as const) : ('EN' as const),
    ...pageVariables(query),
  }),
  operation: CertifierPageDocument,
  render: ({ certifier, reports }, context) =>
    certifier === null
      ? missing(context)
      : {
          title: certifier.name,
          section: 'certifiers',
          links: [
            {
              rel: 'alternate',
              type: 'application/atom+xml',
              href: feedOf(certifier, context),
              title: context.words.certifier.feed,
            },
          ],
          body: html`<article>
<h1>${certifier.name}</h1>
<p class="lead">SIREN ${certifier.siren}</p>
${summarySection(certifier, context)}
${ratesSection(certifier, context)}
${overdueSection(certifier, context)}
${endsSection(certifier, context)}
${portfolioSection(certifier, context)}
${coCertifiersSection(certifier, context)}
${followSection(certifier, reports, context)}
</article>`,
        },
});

function missing(context: PageContext) {
  const {
    words: { certifier: words },
    path,
    href,
  } = context;
  const title = words.notFound(path['siren'] ?? '');
  return {
    title,
    status: 404 as const,
    section: 'certifiers',
    body: html`<h1>${title}</h1>
<p>${words.notFoundHelp}</p>
<form class="find" action="/certificateurs" role="search"><div class="field wide"><label for="nom">${words.name}</label><input id="nom" name="nom" type="search"></div>${keptFields(context)}<button>${words.show}</button></form>
<p><a href="${href('/certificateurs')}">${words.allCertifiers}</a></p>`,
  };
}

/** Its counts, each with a link to the list that it counts where there is one. */
function summarySection(shown: ShownCertifier, context: PageContext): Html {
  const {
    words: { certifier: words },
    format,
    href,
  } = context;
  const { siren, certificationCount, certificationSummary: counts } = shown;
  const facts: [string, number, string | null][] = [
    [words.certifications, certificationCount, href('/recherche', { siren })],
    [words.active, counts.active, href('/recherche', { siren, active: 'oui' })],
    [words.withCohorts, counts.withCohorts, null],
    [words.complete, counts.withCompleteSixMonthRates, null],
    [words.replaced, counts.replaced, null],
    [words.filingPassed, counts.filingPassed, null],
  ];
  const items = facts.map(([name, count, address]) => {
    const told = format.count(count);
    const value = address !== null && count > 0 ? html`<a href="${address}">${told}</a>` : told;
    return html`<dt>${name}</dt><dd>${value}</dd>\n`;
  });
  return html`<section aria-labelledby="summary"><h2 id="summary">${words.summary}</h2>
${certificationCount === 0 ? html`<p>${words.former}</p>` : NOTHING}
<dl class="facts">${items}</dl></section>`;
}

function ratesSection({ summary }: ShownCertifier, context: PageContext): Html {
  const { words, format } = context;
  const { rates, cohorts, certified } = summary;
  const head = rates.map(({ indicator }) =>
    numbers(indicatorName(indicator, context, 'SUMMARY_VALUE')),
  );
  return html`<section aria-labelledby="rates"><h2 id="rates">${words.certifier.rates}</h2>${table({
    caption: words.certifier.rates,
    isTitled: true,
    head: [numbers(words.rate.cohorts), numbers(words.rate.certified), ...head],
    rows: [
      html`<tr><td class="number">${format.count(cohorts)}</td><td class="number">${format.count(certified)}</td>${rates.map((rate) => rateCell(ofGroup(rate), context))}</tr>`,
    ],
  })}</section>`;
}

function coCertifiersSection({ coCertifiers }: ShownCertifier, context: PageContext): Html {
  const {
    words: { certifier: words },
    format,
    href,
  } = context;
  const rows = coCertifiers.map(
    ({ certifier: { siren, name }, certifications }) =>
      html`<tr><th scope="row"><a href="${href(`/certificateurs/${siren}`)}">${name}</a> <span class="muted">${siren}</span></th><td class="number">${format.count(certifications)}</td></tr>`,
  );
  return html`<section class="wide" aria-labelledby="with"><h2 id="with">${words.coCertifiers}</h2>${
    rows.length === 0
      ? html`<p>${words.noCoCertifiers}</p>`
      : table({
          caption: words.coCertifiers,
          isTitled: true,
          head: [words.certifier, numbers(words.shared)],
          rows,
        })
  }</section>`;
}

/** The feed is of the newest publication: it names none. */
function feedOf({ siren }: ShownCertifier, { language }: PageContext): string {
  return `/changes.atom?${new URLSearchParams({ certifier: siren, lang: language })}`;
}

const REPORTS = [
  'certifier-portfolio',
  'expiring',
  'overdue-rates',
  'benchmark',
  'insertion-rates',
] as const;

function followSection(
  shown: ShownCertifier,
  reports: CertifierPageQuery['reports'],
  context: PageContext,
): Html {
  const {
    words: { certifier: words },
    href,
    file,
    language,
  } = context;
  const { siren } = shown;
  const calendar = file(`/certificateurs/${siren}/echeances.ics`, { lang: language });
  // As far ahead as the time line of ends on the page.
  const asked = { certifier: siren };
  const files = REPORTS.map(
    (name) =>
      html`<li>${reports.find((each) => each.name === name)?.title ?? name}${language === 'fr' ? '\u00a0:' : ':'}${reportLinks(
        name,
        name === 'expiring' ? { ...asked, months: 36 } : asked,
        context,
      )}</li>`,
  );
  return html`<section class="screen" aria-labelledby="follow"><h2 id="follow">${words.follow}</h2>
<ul class="plain"><li><a href="${calendar}" type="text/calendar">${words.calendar}</a></li>
<li><a href="${readyDossier('siren', siren, context)}">${words.dossier}</a></li>
<li><a href="${feedOf(shown, context)}" type="application/atom+xml">${words.feed}</a></li>
<li><a href="${href('/anomalies', { siren })}">${words.findings}</a></li>${files}</ul></section>`;
}
