import { dimensionLabel } from '../../domain/insertion/dimension.ts';
import { INSERTION_INDICATORS } from '../../domain/rate/indicator.ts';
import { indicatorLabel } from '../figures.ts';
import { otherFields, select, yearFields } from '../forms.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { PageContext } from '../page.ts';
import { YEAR_NAMES } from '../parameters.ts';
import { GROUP_MEASURES } from './measures.ts';
import { DIMENSIONS, type GroupOrderName, type StatisticsState } from './state.ts';

/** Dimensions, rate, order and filters of a statistic. */
export function statisticsForm(state: StatisticsState, context: PageContext): Html {
  const {
    words: { statistics: words },
    self,
    language,
  } = context;
  const dimensions = DIMENSIONS.map(
    (each) => [each, dimensionLabel(each, language === 'fr' ? 'FR' : 'EN')] as const,
  );
  const orders: Readonly<Record<GroupOrderName, string>> = {
    groupe: words.byKey,
    certifies: words.byCertified,
    promotions: words.byCohorts,
    certifications: words.byCertifications,
  };
  const { registre, active, niveau } = state.search.filters;
  const one = (values: readonly string[]) => (values.length === 1 ? (values[0] ?? '') : '');
  const activity = [
    ['', words.every],
    ['oui', words.onlyActive],
    ['non', words.onlyInactive],
  ] as const;
  return html`<form class="find" action="${self}">
${select('par', words.by, dimensions, state.by)}
${select('et', words.and, [['', words.nothing], ...dimensions], state.and ?? '')}
${select(
  'taux',
  words.rate,
  INSERTION_INDICATORS.map((each) => [each, indicatorLabel(each, context)] as const),
  state.indicator,
)}
${select('ordre', words.order, Object.entries(orders), state.order)}
${yearFields(state.years, context)}
${select(
  'registre',
  words.register,
  [
    ['', words.both],
    ['RNCP', 'RNCP'],
    ['RS', 'RS'],
  ],
  one(registre),
)}
${select('active', words.active, activity, one(active))}
<fieldset class="field"><legend>${words.level}</legend><div class="boxes">${[
    1, 2, 3, 4, 5, 6, 7, 8,
  ].map(
    (level) =>
      html`<label><input type="checkbox" name="niveau" value="${level}"${niveau.includes(String(level)) ? html` checked` : NOTHING}> ${level}</label> `,
  )}</div></fieldset>
<fieldset class="field wide"><legend>${words.measures}</legend><div class="boxes">${GROUP_MEASURES.map(
    (each) =>
      html`<label><input type="checkbox" name="mesures" value="${each}"${state.measures.includes(each) ? html` checked` : NOTHING}> ${words.measureNames[each]}</label> `,
  )}</div></fieldset>
<div class="field wide"><label for="q">${words.search}</label><input id="q" name="q" type="search" value="${state.search.q}"></div>
${otherFields(context, ['par', 'et', 'taux', 'ordre', ...YEAR_NAMES, 'registre', 'active', 'niveau', 'mesures', 'q'])}<button>${words.show}</button>
</form>`;
}
