import { parseRegisterCode } from '../../domain/certification/register-code.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import { INSERTION_INDICATORS } from '../../domain/rate/indicator.ts';
import { indicatorLabel, numbers, rateCell, table } from '../figures.ts';
import { otherFields, select, yearFields } from '../forms.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { reportLinks } from '../lists.ts';
import {
  ComparisonPageDocument,
  type ComparisonPageQuery,
  type InsertionIndicator,
} from '../operations.ts';
import { type PageContext, page } from '../page.ts';
import {
  type AskedYears,
  readChoice,
  readYears,
  YEAR_NAMES,
  yearBounds,
  yearsOfReport,
} from '../parameters.ts';
import { sheet } from '../pinned.ts';

/** Certifications that are compared at once. */
const MOST = 5;

/** What is compared: all of it is in the address. */
interface ComparisonState {
  readonly codes: readonly string[];
  readonly indicator: InsertionIndicator;
  readonly years: AskedYears;
}

function readComparison(query: URLSearchParams): ComparisonState {
  const given = query.getAll('codes').flatMap((text) => text.split(/[\s,;]+/).filter(Boolean));
  const codes = [...new Set(given.map((each) => parseRegisterCode(each)))];
  if (codes.length > MOST) {
    throw new BadUserInputError({
      en: `codes: ${codes.length} certifications were given; up to ${MOST} are compared`,
      fr: `codes : ${codes.length} certifications sont données ; ${MOST} au plus sont comparées`,
    });
  }
  return {
    codes,
    indicator: readChoice('taux', query.get('taux'), INSERTION_INDICATORS) ?? 'GLOBAL_6_MONTHS',
    years: readYears(query),
  };
}

/** « Comparer »: some certifications on the same years; printed, a dated sheet for a file. */
export const comparisonPage = page({
  name: 'comparison page',
  path: '/comparer',
  variables: ({ query }) => {
    const { codes, years } = readComparison(query);
    return {
      codes: [...codes],
      any: codes.length > 1,
      years: yearBounds(years),
      cohortYears: years.selection,
    };
  },
  operation: ComparisonPageDocument,
  render: (data, context) => {
    const state = readComparison(context.query);
    const { comparison: words } = context.words;
    return {
      title: state.codes.length === 0 ? words.title : `${words.title} – ${state.codes.join(', ')}`,
      section: 'comparison',
      body: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${form(state, context)}
${compared(data, state, context)}`,
    };
  },
});

function form({ codes, indicator, years }: ComparisonState, context: PageContext): Html {
  const {
    words: { comparison: words },
    self,
  } = context;
  return html`<form class="find" action="${self}">
<div class="field wide"><label for="codes">${words.codes}</label><input id="codes" name="codes" value="${codes.join(' ')}"></div>
${select(
  'taux',
  words.rate,
  INSERTION_INDICATORS.map((each) => [each, indicatorLabel(each, context)] as const),
  indicator,
)}
${yearFields(years, context)}
${otherFields(context, ['codes', 'taux', ...YEAR_NAMES])}<button>${words.compare}</button>
</form>`;
}

type Compared = NonNullable<ComparisonPageQuery['comparison']>['certifications'];

function compared(data: ComparisonPageQuery, state: ComparisonState, context: PageContext): Html {
  const { comparison } = data;
  if (!comparison) {
    return state.codes.length === 1 ? html`<p>${context.words.comparison.another}</p>` : NOTHING;
  }
  const { comparison: words } = context.words;
  const common =
    comparison.commonYears.length === 0
      ? words.noCommonYear
      : words.commonYears(comparison.commonYears.join(', '));
  return html`${cards(comparison.certifications, context)}
${pooled(comparison.certifications, context)}
<h2>${words.years}</h2><p>${common}</p>
${byYear(comparison.years, comparison.certifications, state, context)}
${sheet(data.dataStatus, context, checkOf(state))}
${files(state, context)}`;
}

function cards(list: Compared, context: PageContext): Html {
  const {
    words: { comparison: words, search },
    format,
    href,
  } = context;
  const rows = list.map(({ certification: { code, title, level, certifiers, ...rest } }) => {
    const bodies = certifiers.filter(({ active }) => active).map(({ name }) => name);
    return html`<tr><th scope="row"><a href="${href(`/certifications/${code}`)}">${code}</a> ${title}</th><td class="number">${level ?? ''}</td><td>${bodies.join(', ')}</td><td>${rest.active ? search.active : search.inactive}</td><td>${rest.registrationEndsOn === null ? '' : format.day(rest.registrationEndsOn)}</td></tr>`;
  });
  return html`<section class="wide" aria-labelledby="compared"><h2 id="compared">${words.certifications}</h2>${table(
    {
      caption: words.certifications,
      isTitled: true,
      head: [
        ...[words.certification, numbers(search.level), words.certifiers],
        ...[search.activity, search.end],
      ],
      rows,
    },
  )}</section>`;
}

function pooled(list: Compared, context: PageContext): Html {
  const {
    words: { comparison: words },
  } = context;
  const rows = list.map(
    ({ certification: { code }, rates }) =>
      html`<tr><th scope="row">${code}</th>${rates.map((rate) => rateCell(rate, context))}</tr>`,
  );
  return html`<h2>${words.pooled}</h2>${table({
    caption: words.pooled,
    isTitled: true,
    head: [
      words.certification,
      ...INSERTION_INDICATORS.map((each) => numbers(indicatorLabel(each, context))),
    ],
    rows,
  })}`;
}

function byYear(
  years: readonly number[],
  list: Compared,
  { indicator }: ComparisonState,
  context: PageContext,
): Html {
  const {
    words: { comparison: words, rate },
  } = context;
  const rows = years.map((year) => {
    const cells = list.map((each) => {
      const cohort = each.years.find((own) => own.year === year)?.cohort;
      const figure = cohort?.insertionRates.find((own) => own.indicator === indicator);
      return figure
        ? rateCell(figure, context)
        : html`<td class="number absent">${words.noCohort}</td>`;
    });
    return html`<tr><th scope="row">${year}</th>${cells}</tr>`;
  });
  return table({
    caption: indicatorLabel(indicator, context),
    head: [rate.year, ...list.map(({ certification: { code } }) => numbers(code))],
    rows,
  });
}

/** The address that checks what is compared: the rows of the cohorts. */
function checkOf({ codes, years: { from, to, selection } }: ComparisonState) {
  const years = { de: from, a: to, annees: selection };
  return { path: '/dossier', query: { code: codes, ...years, section: 'cohorts' } };
}

/** The same rows as files. */
function files({ codes, years }: ComparisonState, context: PageContext): Html {
  const items = (['cohorts', 'certifications'] as const).map((report) => {
    const asked = report === 'cohorts' ? yearsOfReport(years) : {};
    const links = reportLinks(report, { code: codes, ...asked }, context);
    return html`<li>${report}${context.format.colon}${links}</li>`;
  });
  return html`<p class="screen">${context.words.comparison.files}</p><ul class="plain screen">${items}</ul>`;
}
