import { numbers, table } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { EndsPageQuery } from '../operations.ts';
import type { PageContext } from '../page.ts';
import type { EndsState } from './state.ts';

function facetOf(data: EndsPageQuery, name: 'LEVEL' | 'CERTIFIER') {
  return data.certificationFacets.find(({ dimension }) => dimension === name);
}

/** How many end by level; each level is a link to those of it. */
export function byLevel(state: EndsState, data: EndsPageQuery, context: PageContext): Html {
  const {
    words: { ends },
    format,
    href,
    self,
  } = context;
  const rows = (facetOf(data, 'LEVEL')?.values ?? []).map(({ key: { level }, certifications }) => {
    const name =
      level === null
        ? html`${ends.withoutLevel}`
        : html`<a href="${href(self, { ...state, niveau: level })}"${String(level) === state.niveau ? html` aria-current="true"` : NOTHING}>${ends.level} ${level}</a>`;
    return html`<tr><th scope="row">${name}</th><td class="number">${format.count(certifications)}</td></tr>`;
  });
  return html`<section aria-labelledby="levels"><h2 id="levels">${ends.byLevel}</h2>${table({
    caption: ends.byLevel,
    isTitled: true,
    head: [ends.level, numbers(ends.number)],
    rows,
  })}</section>`;
}

/** How many end by certifying body, most first: bodies are pages, and choices. */
export function byCertifier(state: EndsState, data: EndsPageQuery, context: PageContext): Html {
  const {
    words: { ends },
    format,
    href,
    self,
  } = context;
  const { values = [], valueCount = 0 } = facetOf(data, 'CERTIFIER') ?? {};
  const rows = values.map(({ key: { certifier, label }, certifications }) => {
    const name =
      certifier === null
        ? html`${ends.withoutCertifier}`
        : html`<a href="${href(`/certificateurs/${certifier.siren}`)}">${label}</a> <span class="muted">${certifier.siren}</span>`;
    const choice =
      certifier === null || certifier.siren === state.siren
        ? NOTHING
        : html`<a href="${href(self, { ...state, siren: certifier.siren })}" aria-label="${ends.only} (${label})">${ends.only}</a>`;
    return html`<tr><th scope="row">${name}</th><td class="number">${format.count(certifications)}</td><td>${choice}</td></tr>`;
  });
  const told =
    valueCount > values.length
      ? ends.certifiersMore(format.count(values.length), format.count(valueCount))
      : ends.overlapping;
  return html`<section class="wide" aria-labelledby="certifiers"><h2 id="certifiers">${ends.byCertifier}</h2><p class="muted">${told}</p>${table(
    {
      caption: ends.byCertifier,
      isTitled: true,
      head: [ends.certifier, numbers(ends.number), ends.choose],
      rows,
    },
  )}</section>`;
}
