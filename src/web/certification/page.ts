import { parseRegisterCode } from '../../domain/certification/register-code.ts';
import { PEER_CRITERIA } from '../../domain/peers/peer-rule.ts';
import { INSERTION_INDICATORS } from '../../domain/rate/indicator.ts';
import { chartLink } from '../charts/oembed.ts';
import { type Html, html } from '../html.ts';
import { CertificationPageDocument, CertificationTextsDocument } from '../operations.ts';
import { type PageContext, page } from '../page.ts';
import { readChoice } from '../parameters.ts';
import { benchmarkSection } from './benchmark.ts';
import { cohortsSection, pooledSection } from './cohorts.ts';
import { ficheSections, summarySection } from './fiche.ts';
import { lineageSection } from './lineage.ts';
import { findingsSection, historySection, sourcesSection } from './record.ts';
import { renewalSection } from './renewal.ts';
import type { ShownCertification, ShownTexts } from './shown.ts';

/** « Certification »: the whole fiche, its cohorts, and what is known of its figures. */
export const certificationPage = page({
  name: 'certification page',
  path: '/certifications/:code',
  variables: (request) => ({
    code: parseRegisterCode(request.path['code'] ?? ''),
    indicator:
      readChoice('taux', request.query.get('taux'), INSERTION_INDICATORS) ?? 'GLOBAL_6_MONTHS',
    peersBy: readChoice('par', request.query.get('par'), PEER_CRITERIA) ?? 'OCCUPATION',
  }),
  operation: CertificationPageDocument,
  texts: CertificationTextsDocument,
  render: ({ certification }, context, texts) =>
    certification === null
      ? missing(context)
      : {
          title: `${certification.code} ${certification.title}`,
          section: 'search',
          body: body(certification, texts?.certification ?? null, context),
          links: links(certification, context),
        },
});

/** The chart of its cohorts, where it has some. */
function links({ code, title, cohorts }: ShownCertification, context: PageContext) {
  const name = `${code} ${title} – ${context.words.chart.ratesByYear}`;
  return cohorts.length === 0 ? [] : [chartLink('promotions', context, { title: name, code })];
}

function missing({ words: { certification, search }, path, href }: PageContext) {
  const code = path['code'] ?? '';
  const title = certification.notFound(code);
  const number = code.replace(/\D/g, '');
  return {
    title,
    status: 404 as const,
    body: html`<h1>${title}</h1>
<p>${certification.notFoundHelp}</p>
<form class="find" action="/recherche" role="search"><div class="field wide"><label for="q">${search.label}</label><input id="q" name="q" type="search" value="${number}"></div><button>${search.button}</button></form>
<p><a href="${href('/recherche', { q: number })}">${search.title}</a></p>`,
  };
}

function body(
  certification: ShownCertification,
  texts: ShownTexts | null,
  context: PageContext,
): Html {
  return html`<article>
${summarySection(certification, context)}
${pooledSection(certification, context)}
${cohortsSection(certification, context)}
${benchmarkSection(certification, context)}
${lineageSection(certification, context)}
${renewalSection(certification, context)}
${findingsSection(certification, context)}
${historySection(texts, context)}
${ficheSections(certification, texts, context)}
${sourcesSection(certification, texts, context)}
</article>`;
}
