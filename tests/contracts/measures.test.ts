import { readFile } from 'node:fs/promises';
import { isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { printMeasures } from '../../docs/print-measures.ts';
import { BI_DATASETS } from '../../src/datasets/bi.ts';
import { DATASETS } from '../../src/datasets/catalogue.ts';
import { MEASURES, measureDescription } from '../../src/domain/measures/measure-catalogue.ts';
import { schema } from '../../src/graphql/schema.ts';
import { fieldsOf, NAMES, NUMBER_FIELDS } from './plain-numbers.ts';

test('docs/measures.md is what the catalogue says (npm run generate)', async () => {
  const page = await readFile(new URL('../../docs/measures.md', import.meta.url), 'utf8');
  expect(page).toBe(printMeasures());
});

/** Descriptions of all fields and enum values of the schema. */
const DESCRIPTIONS = Object.values(schema.getTypeMap()).flatMap((type) => {
  if (isObjectType(type)) return Object.values(type.getFields()).map((each) => each.description);
  return 'getValues' in type ? type.getValues().map(({ description }) => description) : [];
});

/** Measures that the schema serves under a description of their own: they are of one indicator. */
const OF_ONE_INDICATOR = /^POOLED_/;

test.each(MEASURES.filter(({ id }) => !OF_ONE_INDICATOR.test(id)).map(({ id }) => id))(
  'the schema describes what serves %s as the catalogue does',
  (id) => {
    const text = measureDescription(id);
    expect(DESCRIPTIONS.filter((description) => description?.includes(text))).not.toEqual([]);
  },
);

/**
 * Numbers of the schema that are not in the catalogue, and why. A figure is not to be added here:
 * it is added to the catalogue.
 */
const NO_FIGURES: readonly RegExp[] = [
  ...NAMES.map((path) => new RegExp(`^${path}$`)),
  // One of the three rates, published or pooled: the indicator beside it says which.
  /^(InsertionRate|PooledRate)\.value$/,
  // The two rates and bases that a change is between.
  /^RateChange\.(from|to|fromBase|toBase)$/,
  /^HeadsChange\.previous$/,
  // A figure of a cohort as it was and as it is: the one beside it says which.
  /^FigureRevision\.(before|after)$/,
  // What was asked for, given back; what is usual.
  /\.level$/,
  /^Interval\.assumedResponse$/,
  /^BenchmarkRule\.lastCohorts$/,
  /^RenewalReadiness\.usualCohorts$/,
  // Settings.
  /^Method\./,
  // As the fiche writes it.
  /\.(registrationYears|validityYears)$/,
  // How many rows or groups a list has.
  /\.(totalCount|groupCount|valueCount|findingCount|blockCount|certificationCount|rows)$/,
  /^ReportColumnProfile\.(absent|distinct)$/,
  /^ChangeKindCount\.count$/,
  // Plain counts of what there is, which their names say whole.
  /^(Coverage|InsertionSummary)\.(certified|cohorts|certifications|certifiedWithRate|cohortsWithRate|cohortsFromSurvey|cohortsWithoutCertified)$/,
  /^CertificationSummary\.(active|certifications|filingPassed|replaced|withCohorts|withUsualCohorts)$/,
  /^(CoCertifier|FacetValue|FindingGroup|FindingStatistics)\.(certifications|findings)$/,
  /^PartnerCount\.(establishments|legalUnits)$/,
  /^RenewalReadiness\.cohorts$/,
  /^SurveyGroup\.certifications$/,
  // What the data are: sources and registers.
  /^(RegisterStatus|Source)\./,
  /^(DataStatus\.ageDays|RefreshStatus\.failuresInARow|UnknownElement\.count)$/,
  /^LineageNode\.distance$/,
];

test('every number of the schema is a figure of the catalogue, or no figure', () => {
  const texts = MEASURES.map(({ id }) => measureDescription(id));
  const others = NUMBER_FIELDS.filter(
    ({ description }) => !texts.some((text) => description.startsWith(text)),
  ).map(({ path }) => path);
  expect(others.filter((path) => !NO_FIGURES.some((each) => each.test(path)))).toEqual([]);
  const paths = NUMBER_FIELDS.map(({ path }) => path);
  expect(NO_FIGURES.filter((each) => !paths.some((path) => each.test(path)))).toEqual([]);
});

/** What is said of a figure in a word: types of the schema that are no names, kinds or choices. */
const CALLS = [
  ...['RateStatus', 'Reliability', 'ChangeVerdict', 'ChangeReason', 'BetweenStatus'],
  ...['FunnelPosition', 'BenchmarkStatus', 'BenchmarkVerdict'],
];

test('every word on a figure is of the catalogue', () => {
  const texts = MEASURES.filter(({ unit }) => unit === 'CATEGORY').map(({ id }) =>
    measureDescription(id),
  );
  const others = fieldsOf((name) => CALLS.includes(name)).filter(
    ({ description }) => !texts.includes(description),
  );
  expect(others.map(({ path }) => path)).toEqual([
    // Of each kind of funnel; the one that decides is of the catalogue.
    'Funnel.position',
    // What the count beside it is of.
    'RateStatusCount.status',
  ]);
});

/** Reports and tables of `bi`, each once. */
const ALL_DATASETS = [...new Set([...DATASETS, ...BI_DATASETS])];

/** Columns that are numbers and no figures of the catalogue. */
const NO_FIGURE_COLUMNS: readonly string[] = [
  // One of the three rates, pooled or not: `indicator` says which.
  ...['benchmark.rate', 'insertion-rates.rate', 'insertion_rate.rate'],
  // Of one rate of a survey: `rate_kind` says which, and that of the register beside.
  ...['survey-rates.numerator', 'survey-rates.published_rate'],
  // A figure of a survey and that of the register: `rule` and `indicator` say which.
  ...['survey-quality.computed', 'survey-quality.published'],
  // A figure of a cohort as it was and as it is: `field` says which.
  ...['changes.figure_after', 'changes.figure_before'],
  // Parts of sums, which SQL adds up to pooled rates.
  ...['insertion_rate.weighted', 'insertion_rate.base'],
  // As the fiche writes it, or usual.
  ...['certifications.registration_years', 'renewal-readiness.usual_cohorts'],
  // Plain counts of what there is.
  ...['benchmark.cohorts', 'benchmark.cohorts_with_rate', 'certifications.blocks'],
  ...['certifications.cohorts', 'certifier-portfolio.cohorts', 'renewal-readiness.cohorts'],
  'certification.cohorts',
  ...['year', 'level', 'speciality', 'occupation', 'certifier'].flatMap((by) =>
    ['certifications', 'cohorts', 'cohorts_without_certified'].map(
      (name) => `insertion-by-${by}.${name}`,
    ),
  ),
  ...['partners.establishments', 'partners.legal_units', 'partners.rows'],
];

test('every measure column is a figure of the catalogue, or no figure', () => {
  const others = ALL_DATASETS.flatMap(({ name, columns }) =>
    columns
      .filter(({ role, measure }) => role === 'MEASURE' && measure === undefined)
      .map((column) => `${name}.${column.name}`),
  );
  expect(others.toSorted()).toEqual(NO_FIGURE_COLUMNS.toSorted());
});

test.each(ALL_DATASETS.map((dataset) => [dataset.name, dataset] as const))(
  'columns of %s have the unit of the figure that they are',
  (_name, { columns }) => {
    const units = new Map<string, string>(MEASURES.map(({ id, unit }) => [id, unit]));
    for (const { name, measure, unit } of columns) {
      if (measure !== undefined) expect([name, unit]).toEqual([name, units.get(measure)]);
    }
  },
);

test('what method 2.0 serves is explained by the glossary', async () => {
  const glossary = await readFile(new URL('../../docs/glossary.md', import.meta.url), 'utf8');
  const words = ['betweenCertifications', 'designEffect', 'likeForLike', 'pValue', 'qValue'];
  words.push('tested', 'expectedByChance', 'phi', 'tauSquared', 'peerMedianInterval');
  words.push('minimumBase', 'peersTooSmall', 'verdict', 'reason', 'funnels');
  for (const word of words) expect(glossary).toContain(`\`${word}\``);
});
