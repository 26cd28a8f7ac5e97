import { type Html, html, NOTHING } from './html.ts';
import type { PageContext } from './page.ts';
import type { AskedYears } from './parameters.ts';

/** A choice of a form, with its label. */
export function select(
  name: string,
  label: string,
  options: Iterable<readonly [value: string, label: string]>,
  chosen: string,
): Html {
  const items = Array.from(
    options,
    ([value, told]) =>
      html`<option value="${value}"${value === chosen ? html` selected` : NOTHING}>${told}</option>`,
  );
  return html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${items}</select></div>`;
}

/** The field of a search; a script suggests certifications under it. */
export function searchField(value: string, { words: { search }, file }: PageContext): Html {
  return html`<div class="field wide"><label for="q">${search.label}</label><input id="q" name="q" type="search" autocomplete="off" value="${value}" list="suggestions" data-suggestions="${file('/recherche/suggestions')}"><datalist id="suggestions"></datalist></div>`;
}

/** Hidden fields that keep all of an address but what a form asks, and the page of a list. */
export function otherFields({ query }: PageContext, asked: readonly string[]): Html {
  const left = new Set([...asked, 'apres', 'avant']);
  const kept = [...query].filter(([name]) => !left.has(name));
  return html`${kept.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}`;
}

/** The fields of years of cohorts: from one to another, or a selection. */
export function yearFields(
  { from, to, selection }: AskedYears,
  { words: { years: words } }: PageContext,
): Html {
  return html`${yearField('de', words.from, from)}
${yearField('a', words.to, to)}
<div class="field"><label for="annees">${words.selection}</label><input id="annees" name="annees" size="12" placeholder="latest(3)" value="${selection ?? ''}"></div>`;
}

/** The field of a year of cohorts; empty without one. */
function yearField(name: string, label: string, value: number | null): Html {
  return html`<div class="field"><label for="${name}">${label}</label><input id="${name}" name="${name}" inputmode="numeric" pattern="[0-9]{4}" size="5" value="${value ?? ''}"></div>`;
}
