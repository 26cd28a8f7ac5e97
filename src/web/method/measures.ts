import { type Html, html, NOTHING } from '../html.ts';
import type { MethodPageQuery } from '../operations.ts';
import type { PageContext } from '../page.ts';

type Shown = MethodPageQuery['measures'][number];

/** The catalogue of measures; each has its identifier as its anchor. */
export function measuresSection({ measures }: MethodPageQuery, context: PageContext): Html {
  const {
    words: { method: words },
    format,
    language,
  } = context;
  const links = measures.map(
    (each) => html`<li><a href="#${each.id}">${labelOf(each, language)}</a></li>`,
  );
  return html`<section aria-labelledby="measures"><h2 id="measures">${words.measures}</h2>
<p>${words.measuresLead(format.count(measures.length))}</p>
<details class="screen"><summary>${words.listOfMeasures}</summary><ul class="plain">${links}</ul></details>
${measures.map((each) => measure(each, context))}</section>`;
}

function labelOf({ labelFr, labelEn }: Shown, language: PageContext['language']): string {
  return language === 'fr' ? labelFr : labelEn;
}

function measure(each: Shown, { words: { method: words }, language }: PageContext): Html {
  const { id, labelFr, labelEn, unit, formula, numerator, denominator, missingCase } = each;
  const { caution, source } = each;
  const fact = (name: string, text: string | null) =>
    text === null ? NOTHING : html`<dt>${name}</dt><dd>${text}</dd>`;
  const other =
    language === 'fr'
      ? html`<dt>${words.otherName}</dt><dd lang="en">${labelEn}</dd>`
      : html`<dt>${words.otherName}</dt><dd lang="fr">${labelFr}</dd>`;
  return html`<h3 id="${id}">${labelOf(each, language)}</h3>
<dl class="facts"><dt>${words.identifier}</dt><dd><code>${id}</code></dd>${other}<dt>${words.unit}</dt><dd>${words.units[unit]}</dd>${fact(words.definition, formula)}${fact(words.numerator, numerator)}${fact(words.denominator, denominator)}${fact(words.missing, missingCase)}${fact(words.caution, caution)}${fact(words.source, source)}</dl>`;
}
