import { CHANGE_KIND_LABELS } from '../../domain/changes/change-text.ts';
import { SEVERITY_LABELS } from '../../domain/code-labels.ts';
import { FINDING_RULE_LABELS } from '../../domain/findings/finding-labels.ts';
import { readyDossier } from '../dossier/ready.ts';
import { type Html, html } from '../html.ts';
import { reportLinks } from '../lists.ts';
import type { PageContext } from '../page.ts';
import type { ShownCertification, ShownTexts } from './shown.ts';

/** What is doubtful in the fiche. */
export function findingsSection({ findings }: ShownCertification, context: PageContext): Html {
  const {
    words: { certification: words },
    language,
  } = context;
  const items = findings.map(
    ({ rule, severity, message, messageFr, cohortYear }) =>
      html`<li><strong>${SEVERITY_LABELS[severity][language]}</strong>, ${FINDING_RULE_LABELS[rule][language]}${cohortYear === null ? '' : ` (${cohortYear})`}${context.format.colon}${language === 'fr' ? messageFr : message}</li>`,
  );
  return html`<section aria-labelledby="findings"><h2 id="findings">${words.findings}</h2>${
    items.length === 0 ? html`<p>${words.noFindings}</p>` : html`<ul>${items}</ul>`
  }</section>`;
}

/** What was altered after it was published. */
export function historySection(texts: ShownTexts | null, context: PageContext): Html {
  const {
    words: { certification: words },
    format,
    language,
  } = context;
  const changes = texts?.history.nodes ?? [];
  const items = changes.map(
    ({ kind, message, messageFr, publication }) =>
      html`<li>${words.historyOn} ${publication.number}, ${format.day(publication.datedOn)}${format.colon}${CHANGE_KIND_LABELS[kind][language]}. ${language === 'fr' ? messageFr : message}</li>`,
  );
  return html`<section aria-labelledby="history"><h2 id="history">${words.history}</h2>${
    texts === null
      ? html`<p class="absent">${words.textsAway}</p>`
      : items.length === 0
        ? html`<p>${words.noHistory}</p>`
        : html`<ul>${items}</ul>`
  }</section>`;
}

/** The operation of GraphiQL that asks for the same. */
const OPERATIONS = ['CertificationCard', 'CertificationCohorts', 'Benchmark'] as const;

/** Files that figures come from, files of its own rows, its operations, the public fiche. */
export function sourcesSection(
  shown: ShownCertification,
  texts: ShownTexts | null,
  context: PageContext,
): Html {
  const {
    words: { certification: words },
    format,
    language,
    file,
  } = context;
  const { code, register, cohorts } = shown;
  const sources = new Map(
    cohorts.flatMap(({ insertionRates }) =>
      insertionRates
        .filter(({ value }) => value !== null)
        .map(({ provenance: { fileName, datedOn } }) => [fileName, datedOn] as const),
    ),
  );
  const reports = ['certifications', 'blocks', 'cohorts', 'insertion-rates', 'benchmark'];
  const links = reports.map(
    (name) => html`<li>${name}${format.colon}${reportLinks(name, { code }, context)}</li>`,
  );
  const address = `https://www.francecompetences.fr/recherche/${register.toLowerCase()}/${code.replace(/\D/g, '')}/`;
  return html`<section aria-labelledby="sources"><h2 id="sources">${words.sources}</h2>
<ul>${[...sources].map(([name, day]) => html`<li>${words.sourceLine(name, format.day(day))}</li>`)}</ul>
<p>${texts === null ? '' : words.seen(format.count(texts.firstSeen.number), format.count(texts.lastSeen.number))} <a href="${address}" rel="external">${words.publicFiche}</a></p>
<h3>${words.files}</h3><ul class="plain screen">${links}</ul>
<p class="screen"><a href="${readyDossier('code', code, context)}">${words.dossier}</a></p>
<h3>${words.graphiql}</h3><ul class="plain screen">${OPERATIONS.map((name) => html`<li><a href="${file('/graphql', { question: name, variables: JSON.stringify({ code }), lang: language })}">${name}</a></li>`)}</ul></section>`;
}
