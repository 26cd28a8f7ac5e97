import { DEFAULT_CHOICES } from '../../domain/method.ts';
import { table } from '../figures.ts';
import { type Html, html } from '../html.ts';
import type { MethodPageQuery } from '../operations.ts';
import type { PageContext } from '../page.ts';

type Method = MethodPageQuery['dataStatus']['method'];
type Setting = keyof typeof DEFAULT_CHOICES;

/** What the method leaves to the operator: as it is chosen here, and what it is otherwise. */
export function settingsSection(method: Method, context: PageContext): Html {
  const {
    words: { method: words },
  } = context;
  const rows = (Object.keys(DEFAULT_CHOICES) as Setting[]).map((name) => {
    const [chosen, usual] = [method[name], DEFAULT_CHOICES[name]];
    const isUsual = String(chosen) === String(usual);
    const shown = valueText(name, chosen, context);
    return html`<tr><th scope="row">${words.choices[name]}</th><td>${isUsual ? shown : html`<strong>${shown}</strong>`}</td><td>${
      isUsual ? words.asUsual : valueText(name, usual, context)
    }</td></tr>`;
  });
  return html`<section aria-labelledby="settings"><h2 id="settings">${words.settings}</h2><p>${words.settingsLead}</p>${table(
    {
      caption: words.settings,
      isTitled: true,
      head: [words.setting, words.chosen, words.usual],
      rows,
    },
  )}</section>`;
}

function valueText(
  name: Setting,
  value: number | readonly number[],
  { format, words: { method: words } }: PageContext,
): string {
  const values = typeof value === 'number' ? [value] : value;
  const texts = values.map((each) => {
    if (name === 'winsorised') return format.percent(each * 100);
    if (name === 'reliabilityCoverage') return format.percent(each);
    return format.count(each);
  });
  const text = texts.join(', ');
  return name === 'graceMonths' ? words.months(text) : text;
}
