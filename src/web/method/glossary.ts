import type { CodeLabels } from '../../domain/bilingual.ts';
import { CHANGE_KIND_LABELS } from '../../domain/changes/change-text.ts';
import * as labels from '../../domain/code-labels.ts';
import { FINDING_RULE_LABELS } from '../../domain/findings/finding-labels.ts';
import {
  CERTIFICATION_DIMENSIONS,
  COHORT_DIMENSIONS,
  dimensionLabel,
} from '../../domain/insertion/dimension.ts';
import { table } from '../figures.ts';
import { type Html, html } from '../html.ts';
import { GlossaryPageDocument, type GlossaryPageQuery } from '../operations.ts';
import { type PageContext, page } from '../page.ts';
import { TERM_GROUPS, type TermGroup } from '../words/terms.ts';

/** « Glossaire »: the terms of the field in both languages, and the labels of all codes. */
export const glossaryPage = page({
  name: 'glossary page',
  path: '/glossaire',
  variables: () => ({}),
  operation: GlossaryPageDocument,
  render: (data, context) => {
    const {
      words: { glossary: words },
      href,
    } = context;
    return {
      title: words.title,
      section: 'glossary',
      body: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<p class="screen"><a href="${href('/methode')}">${words.toMethod}</a></p>
<section class="wide" aria-labelledby="terms"><h2 id="terms">${words.terms}</h2>${TERM_GROUPS.map((group) => terms(group, context))}</section>
<section class="wide" aria-labelledby="codes"><h2 id="codes">${words.codes}</h2><p>${words.codesLead}</p>${CODES.map(([name, codes]) => codeTable(words.lists[name], codes, context))}
${codeTable(words.lists.measures, measureLabels(data), context)}</section>`,
    };
  },
});

/** Dimensions by their code. */
const DIMENSION_LABELS: CodeLabels = Object.fromEntries(
  [...new Set([...COHORT_DIMENSIONS, ...CERTIFICATION_DIMENSIONS])].map((dimension) => [
    dimension,
    { fr: dimensionLabel(dimension, 'FR'), en: dimensionLabel(dimension, 'EN') },
  ]),
);

/** Lists of codes, by the name that the words have for each. */
const CODES = [
  ['registers', labels.REGISTER_LABELS],
  ['indicators', labels.INDICATOR_LABELS],
  ['statuses', labels.STATUS_LABELS],
  ['reliabilities', labels.RELIABILITY_LABELS],
  ['bases', labels.BASIS_LABELS],
  ['registrationTypes', labels.REGISTRATION_TYPE_LABELS],
  ['accessRoutes', labels.ACCESS_ROUTE_LABELS],
  ['partnerRoles', labels.PARTNER_ROLE_LABELS],
  ['stages', labels.STAGE_LABELS],
  ['benchmarkStatuses', labels.BENCHMARK_STATUS_LABELS],
  ['verdicts', labels.VERDICT_LABELS],
  ['funnels', labels.FUNNEL_LABELS],
  ['dimensions', DIMENSION_LABELS],
  ['changeVerdicts', labels.CHANGE_VERDICT_LABELS],
  ['changeStatuses', labels.CHANGE_STATUS_LABELS],
  ['changeKinds', CHANGE_KIND_LABELS],
  ['findingRules', FINDING_RULE_LABELS],
  ['severities', labels.SEVERITY_LABELS],
] as const satisfies readonly (readonly [string, CodeLabels])[];

function measureLabels({ measures }: GlossaryPageQuery): CodeLabels {
  return Object.fromEntries(
    measures.map(({ id, labelFr, labelEn }) => [id, { fr: labelFr, en: labelEn }]),
  );
}

/** Terms of one matter: the language of the page first. */
function terms(
  { title, terms }: TermGroup,
  { words: { glossary: words }, language }: PageContext,
): Html {
  const heading = words.groups[title as keyof typeof words.groups] ?? title;
  const rows = terms.map((term) => {
    const [first, second] = language === 'fr' ? (['fr', 'en'] as const) : (['en', 'fr'] as const);
    return html`<tr><th scope="row">${withCodes(term[first])}</th><td lang="${second}">${withCodes(term[second])}</td></tr>`;
  });
  return html`<h3>${heading}</h3>${table({
    caption: heading,
    isTitled: true,
    head: [words.own, words.other],
    rows,
  })}`;
}

/** A text whose parts between backticks are code. */
function withCodes(text: string): Html {
  return html`${text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

function codeTable(
  heading: string,
  codes: CodeLabels,
  { words: { glossary: words }, language }: PageContext,
): Html {
  const other = language === 'fr' ? 'en' : 'fr';
  const rows = Object.entries(codes).map(
    ([code, label]) =>
      html`<tr><th scope="row">${label[language]}</th><td lang="${other}">${label[other]}</td><td><code>${code}</code></td></tr>`,
  );
  return html`<h3>${heading}</h3>${table({
    caption: heading,
    isTitled: true,
    head: [words.own, words.other, words.code],
    rows,
  })}`;
}
