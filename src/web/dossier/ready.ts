import { type Html, html, NOTHING } from '../html.ts';
import type { PageContext } from '../page.ts';

/** Ready dossiers: their sections, by the parameter that each asks for. */
const READY = [
  {
    name: 'code',
    sections: ['certifications', 'cohorts', 'benchmark', 'renewal-readiness', 'findings'],
  },
  {
    name: 'siren',
    sections: ['certifier-portfolio', 'expiring', 'overdue-rates', 'findings'],
  },
] as const;

/** The address of the ready dossier of a certification or of a certifying body. */
export function readyDossier(
  of: (typeof READY)[number]['name'],
  value: string,
  { href }: PageContext,
): string {
  const section = READY.find(({ name }) => name === of)?.sections ?? [];
  return href('/dossier', { [of]: value, section });
}

/** Forms that begin a dossier by one code. */
export function readyForms({ words: { dossier: words }, self, query }: PageContext): Html {
  const lang = query.get('lang');
  return html`${READY.map(
    ({ name, sections }) => html`<form action="${self}" class="find">
<div class="field"><label for="ready-${name}">${words.ready[name]}</label><input id="ready-${name}" name="${name}" required></div>
${sections.map((each) => html`<input type="hidden" name="section" value="${each}">`)}
${lang ? html`<input type="hidden" name="lang" value="${lang}">` : NOTHING}<button>${words.begin}</button>
</form>`,
  )}`;
}
