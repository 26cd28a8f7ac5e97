import { RELIABILITY_LABELS, STATUS_LABELS } from '../../domain/code-labels.ts';
import type { DisplayedRateStatus } from '../../domain/rate/rate-status.ts';
import { numbers, table } from '../figures.ts';
import { type Html, html } from '../html.ts';
import { MethodPageDocument, type MethodPageQuery } from '../operations.ts';
import { type PageContext, page } from '../page.ts';
import { measuresSection } from './measures.ts';
import { settingsSection } from './settings.ts';

/** « Méthode »: what every figure means, and how it is made. */
export const methodPage = page({
  name: 'method page',
  path: '/methode',
  variables: ({ language }) => ({
    language: language === 'fr' ? ('FR' as const) : ('EN' as const),
  }),
  operation: MethodPageDocument,
  render: (data, context) => {
    const {
      words: { method: words },
      href,
    } = context;
    return {
      title: words.title,
      section: 'method',
      body: html`<h1>${words.title}</h1>
<p class="lead">${words.lead(data.dataStatus.method.version)}</p>
${contents(context)}
${limits(data, context)}
${statuses(context)}
${reliability(data, context)}
${settingsSection(data.dataStatus.method, context)}
${levels(data, context)}
${measuresSection(data, context)}
<p class="screen"><a href="${href('/glossaire')}">${words.toGlossary}</a></p>`,
    };
  },
});

function contents({ words: { method: words } }: PageContext): Html {
  const sections = ['limits', 'statuses', 'reliability', 'settings', 'levels', 'measures'] as const;
  return html`<nav class="screen" aria-label="${words.contents}"><ul class="tags">${sections.map(
    (name) => html`<li><a href="#${name}">${words[name]}</a></li>`,
  )}</ul></nav>`;
}

/** What the figures cannot say. */
function limits(
  { dataStatus }: MethodPageQuery,
  { words: { method: words }, language }: PageContext,
): Html {
  const items = dataStatus.limits.map(
    ({ code, text }) => html`<li id="${code}">${text[language]}</li>`,
  );
  return html`<section aria-labelledby="limits"><h2 id="limits">${words.limits}</h2><ul>${items}</ul></section>`;
}

/** Why a rate has, or has not, a value. */
function statuses({ words: { method: words }, language }: PageContext): Html {
  const rows = (Object.keys(STATUS_LABELS) as DisplayedRateStatus[]).map(
    (status) =>
      html`<tr id="${status}"><th scope="row">${STATUS_LABELS[status][language]}</th><td>${words.statusMeanings[status]}</td><td><code>${status}</code></td></tr>`,
  );
  return html`<section aria-labelledby="statuses"><h2 id="statuses">${words.statuses}</h2><p>${words.statusesLead}</p>${table(
    {
      caption: words.statuses,
      isTitled: true,
      head: [words.status, words.meaning, words.code],
      rows,
    },
  )}</section>`;
}

/** From which base a rate is how reliable, by the settings of the method. */
function reliability(
  { dataStatus: { method } }: MethodPageQuery,
  { words: { method: words }, language, format }: PageContext,
): Html {
  const [low = 0, moderate = 0, good = 0] = method.reliabilityFrom;
  const [mostLow = 0, mostModerate = 0] = method.reliabilityCoverage;
  const bases = {
    VERY_LOW: words.under(format.count(low)),
    LOW: words.between(format.count(low), format.count(moderate - 1)),
    MODERATE: words.between(format.count(moderate), format.count(good - 1)),
    GOOD: words.from(format.count(good)),
  };
  const rows = (Object.keys(bases) as (keyof typeof bases)[]).map(
    (each) =>
      html`<tr><th scope="row">${RELIABILITY_LABELS[each][language]}</th><td>${bases[each]}</td></tr>`,
  );
  return html`<section aria-labelledby="reliability"><h2 id="reliability">${words.reliability}</h2><p>${words.coverage(
    format.percent(mostLow),
    RELIABILITY_LABELS.LOW[language].toLowerCase(),
    format.percent(mostModerate),
    RELIABILITY_LABELS.MODERATE[language].toLowerCase(),
  )}</p>${table({
    caption: words.reliability,
    isTitled: true,
    head: [words.reliability, words.base],
    rows,
  })}</section>`;
}

function levels(
  { levels: shown }: MethodPageQuery,
  { words: { method: words }, href }: PageContext,
): Html {
  const rows = shown.map(
    ({ level, usualDiplomas, formerLevel }) =>
      html`<tr><th scope="row"><a href="${href('/recherche', { niveau: level })}">${words.level} ${level}</a></th><td lang="fr">${usualDiplomas ?? ''}</td><td class="number">${formerLevel ?? ''}</td></tr>`,
  );
  return html`<section aria-labelledby="levels"><h2 id="levels">${words.levels}</h2><p>${words.levelsLead}</p>${table(
    {
      caption: words.levels,
      isTitled: true,
      head: [words.level, words.diplomas, numbers(words.formerLevel)],
      rows,
    },
  )}</section>`;
}
