import { READER_ROLE_LABELS } from '../../domain/access/reader.ts';
import { indicatorOfSurvey } from '../../domain/survey/cohort-report.ts';
import { SURVEY_RATES, type SurveyRate } from '../../domain/survey/survey-rates.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { pageVariables, paging, reportLinks } from '../lists.ts';
import { SurveysPageDocument, type SurveysPageQuery } from '../operations.ts';
import { type PageContent, type PageContext, page } from '../page.ts';
import { cohortsOf, type ShownCohort, type ShownRate, type ShownSurvey } from './cohort-table.ts';
import { uploadSection } from './upload-form.ts';

/** « Enquêtes »: the surveys that a reader reads in full, and the form that sends others. */
export const surveysPage = page({
  name: 'surveys page',
  path: '/enquetes',
  variables: ({ query, language }) => ({
    language: language === 'fr' ? ('FR' as const) : ('EN' as const),
    ...pageVariables(query),
  }),
  operation: SurveysPageDocument,
  render: (data, context): PageContent => {
    const { surveys: words } = context.words;
    const { title } = words;
    if (!data.dataStatus.surveysServed) {
      return { title, body: html`<h1>${title}</h1>\n<p class="lead">${words.off}</p>` };
    }
    if (data.viewer.role === 'PUBLIC')
      return { title, status: 401, body: keyWanted(data, context) };
    return {
      title,
      body: html`<h1>${title}</h1>
<p class="lead">${words.lead}</p>
${readerSection(data, context)}
${cohortsSection(data, context)}
${data.viewer.role === 'EXAMINER' ? NOTHING : uploadSection({ isBody: data.viewer.role === 'BODY', demonstration: data.dataStatus.demonstration }, context)}`,
    };
  },
});

const REPORTS = ['survey-rates', 'survey-outcomes', 'survey-quality'] as const;

/** What is said to somebody without a role: what the key is, and where public figures are. */
function keyWanted({ reports }: SurveysPageQuery, context: PageContext): Html {
  const { surveys: words } = context.words;
  return html`<h1>${words.title}</h1>
<p class="lead">${words.keyWanted}</p>
<p>${words.key}</p>
<p>${words.public}</p>
${filesList(reports, ['survey-rates', 'survey-outcomes'], context)}`;
}

function filesList(
  reports: SurveysPageQuery['reports'],
  names: readonly string[],
  context: PageContext,
): Html {
  const items = names.map((name) => {
    const title = reports.find((each) => each.name === name)?.title ?? name;
    return html`<li>${title}${context.format.colon}${reportLinks(name, {}, context)}</li>`;
  });
  return html`<ul class="plain">${items}</ul>`;
}

function readerSection({ viewer }: SurveysPageQuery, context: PageContext): Html {
  const {
    words: { surveys: words },
    language,
    href,
  } = context;
  const { role, name, siren } = viewer;
  return html`<section aria-labelledby="reader"><h2 id="reader">${words.reader}</h2>
<dl class="facts"><dt>${words.role}</dt><dd>${role === 'PUBLIC' ? '' : READER_ROLE_LABELS[role][language]}</dd>
<dt>${words.name}</dt><dd>${name}</dd>
${siren === null ? NOTHING : html`<dt>SIREN</dt><dd><a href="${href(`/certificateurs/${siren}`)}">${siren}</a></dd>`}</dl></section>`;
}

type Node = SurveysPageQuery['surveyedCohorts']['nodes'][number];

function cohortsSection(
  { surveyedCohorts: { totalCount, nodes, pageInfo }, reports }: SurveysPageQuery,
  context: PageContext,
): Html {
  const {
    words: { surveys: words },
    format,
    href,
  } = context;
  const byCertification = Map.groupBy(nodes, ({ certification: { code } }) => code);
  const sections = [...byCertification].map(([code, own]) => {
    const title = own[0]?.certification.title ?? '';
    return html`<h3 id="${code}"><a href="${href(`/certifications/${code}`)}">${code}</a> ${title}</h3>
${cohortsOf(`${code} ${title}`, own.map(shownCohort(context)), context)}`;
  });
  return html`<section class="wide" aria-labelledby="cohorts"><h2 id="cohorts">${words.cohorts(format.count(totalCount), totalCount)}</h2>
${
  totalCount === 0
    ? html`<p>${words.none}</p>`
    : html`<p class="muted">${words.reading}</p>${sections}${paging(pageInfo, context)}
<p class="screen">${words.files}${format.colon}</p>${filesList(reports, REPORTS, context)}`
}</section>`;
}

const shownCohort =
  ({ words: { surveys: words }, format }: PageContext) =>
  ({ year, holders, cohort, surveys, differences }: Node): ShownCohort => ({
    ...{ year, holders },
    surveys: surveys.map((survey) => shownSurvey(survey, cohort)),
    remarks: [
      ...differences.map(({ label }) => ({ horizon: null, text: label })),
      ...surveys.flatMap(({ horizon, findings }) =>
        findings.map(({ label, rows, ofRows }) => ({
          horizon: MONTHS[horizon],
          text: `${label}${format.colon}${words.of(format.count(rows), format.count(ofRows))}`,
        })),
      ),
    ],
  });

const MONTHS = { MONTHS_6: 6, MONTHS_12: 12, MONTHS_24: 24 } as const;

function shownSurvey(survey: Node['surveys'][number], cohort: Node['cohort']): ShownSurvey {
  const horizon = MONTHS[survey.horizon];
  const { holders, respondents, neutralised, eligible, responseRate, coverage } = survey;
  const computed = { GLOBAL: survey.globalRate, TARGET_OCCUPATION: survey.targetRate };
  const rates = SURVEY_RATES.map((rate) => [
    rate,
    shownRate(computed[rate], { horizon, rate, cohort }),
  ]);
  return {
    ...{ horizon, holders, respondents, neutralised, eligible, responseRate, coverage },
    rates: Object.fromEntries(rates) as ShownSurvey['rates'],
  };
}

/** A computed rate beside that of the register, if it has one at that horizon. */
function shownRate(
  computed: Node['surveys'][number]['globalRate'],
  of: {
    readonly horizon: number;
    readonly rate: SurveyRate;
    readonly cohort: Node['cohort'];
  },
): ShownRate | null {
  if (computed === null) return null;
  const indicator = indicatorOfSurvey(of.horizon, of.rate);
  const published = of.cohort?.insertionRates.find((each) => each.indicator === indicator);
  const { value, interval, boundsNonResponse: bounds } = computed;
  return {
    ...{ value, interval, bounds },
    isPublishable: indicator !== null,
    published: published?.value ?? null,
    differs: published?.survey.differs ?? null,
  };
}
