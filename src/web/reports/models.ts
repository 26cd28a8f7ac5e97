import { FORMS_FOR_TOOLS } from '../../datasets/model/forms.ts';
import { type Html, html } from '../html.ts';
import type { PageContext } from '../page.ts';

/** The semantic model in the forms that tools open. */
export function modelsSection({ words: { reports: words }, language }: PageContext): Html {
  return html`<section aria-labelledby="models"><h2 id="models">${words.models}</h2>
<p class="muted">${words.modelsLead}</p>
<dl class="facts">${FORMS_FOR_TOOLS.map(
    ({ name, title, description }) => html`
<dt>${title[language]}</dt><dd>${description[language]} <a href="/models/${name}?lang=${language}">/models/${name}</a></dd>`,
  )}
</dl></section>`;
}
