import type { RegisterCohort } from '../../db/surveys/stored-surveys.ts';
import type { WrittenCohort } from '../../db/surveys/survey-writer.ts';
import { INSERTION_INDICATORS } from '../../domain/rate/indicator.ts';
import { roundPercentage } from '../../domain/rounding.ts';
import { countsFindings } from '../../domain/survey/cohort-checks.ts';
import { eligibleOf, neutralisedOf, type SurveyCounts } from '../../domain/survey/counts.ts';
import type { Horizon } from '../../domain/survey/layout.ts';
import { INDICATOR_SURVEYS, registerFindings } from '../../domain/survey/register-comparison.ts';
import { SURVEY_FINDING_LABELS } from '../../domain/survey/survey-finding.ts';
import {
  nonResponseBounds,
  responseRate,
  type SurveyRate,
  surveyInterval,
  surveyRate,
} from '../../domain/survey/survey-rates.ts';

/** Of a cohort what a report says: the counts of all holders, and findings; no rows. */
export type ReportedCohort = Pick<WrittenCohort, 'certificationCode' | 'year' | 'findings'> & {
  readonly counts: ReadonlyMap<Horizon, SurveyCounts>;
  readonly holdersByVae: number;
};

/** What a report keeps of a cohort that was computed. */
export function reportedCohort(cohort: WrittenCohort): ReportedCohort {
  const { certificationCode, year, findings, figures } = cohort;
  const all = figures.classes.filter(({ dimension }) => dimension === 'ALL');
  const vae = figures.cells.filter(({ route }) => route === 'VAE');
  return {
    ...{ certificationCode, year, findings },
    counts: new Map(all.map(({ horizon, counts }) => [horizon, counts])),
    holdersByVae: vae.reduce((sum, { holders }) => sum + holders, 0),
  };
}

const RATE_NAMES: Readonly<Record<SurveyRate, string>> = {
  GLOBAL: 'employed',
  TARGET_OCCUPATION: 'in the target occupation',
};

/** Lines about one cohort: counts, computed rates beside the published ones, findings. */
export function reportLines(
  cohort: ReportedCohort,
  register: RegisterCohort | undefined,
): readonly string[] {
  const { certificationCode, year, counts } = cohort;
  const lines = [`${certificationCode} ${year}`];
  if (counts.size === 0) lines.push('  no horizon was surveyed: the roster alone');
  for (const [horizon, own] of counts) lines.push(...horizonLines(horizon, own, register));
  return [...lines, ...findingLines(cohort, register)];
}

function horizonLines(
  horizon: Horizon,
  counts: SurveyCounts,
  register: RegisterCohort | undefined,
): string[] {
  const n = eligibleOf(counts);
  const response = responseRate(counts);
  const lines = [
    `  ${horizon} months: N ${counts.holders}, R ${counts.respondents} (${percent(response)}), Z ${neutralisedOf(counts)}, n ${n}`,
  ];
  for (const rate of ['GLOBAL', 'TARGET_OCCUPATION'] as const) {
    const interval = surveyInterval(counts, rate);
    const bounds = nonResponseBounds(counts, rate);
    const published = publishedOf(register, horizon, rate);
    lines.push(
      [
        `    ${RATE_NAMES[rate]}: ${percent(surveyRate(counts, rate))}`,
        interval ? ` [${range(interval)}]` : '',
        bounds ? `, whoever did not answer: ${range(bounds)}` : '',
        published === undefined
          ? ''
          : `, published: ${published === null ? 'none' : percent(published)}`,
      ].join(''),
    );
  }
  return lines;
}

/** What the register publishes for a rate; null = nothing, undefined = it has no such rate. */
function publishedOf(
  register: RegisterCohort | undefined,
  horizon: Horizon,
  rate: SurveyRate,
): number | null | undefined {
  const indicator = INSERTION_INDICATORS.find((each) => {
    const survey = INDICATOR_SURVEYS[each];
    return survey.horizon === horizon && survey.rate === rate;
  });
  if (indicator === undefined) return undefined;
  return ratesOf(register)[indicator];
}

function ratesOf(register: RegisterCohort | undefined) {
  return {
    GLOBAL_6_MONTHS: register?.global6Months ?? null,
    TARGET_OCCUPATION_6_MONTHS: register?.target6Months ?? null,
    TARGET_OCCUPATION_2_YEARS: register?.target2Years ?? null,
  };
}

function findingLines(
  { counts, findings, holdersByVae }: ReportedCohort,
  register: RegisterCohort | undefined,
): string[] {
  const ofCounts = [...counts].flatMap(([horizon, own]) => countsFindings(horizon, own));
  const ofRows = [...findings, ...ofCounts].map(
    ({ rule, horizon, rows, ofRows }) =>
      `    ${horizon} months: ${SURVEY_FINDING_LABELS[rule].en}: ${rows} of ${ofRows}`,
  );
  const [first] = counts.values();
  if (!register || !first) return ofRows;
  const differences = registerFindings(
    {
      ...{ holders: first.holders, holdersByVae },
      counts: (horizon) => counts.get(horizon) ?? null,
    },
    {
      ...{ certified: register.certified, certifiedThroughVae: register.certifiedThroughVae },
      rates: ratesOf(register),
    },
  ).map(({ rule, indicator, computed, published }) => {
    const what = indicator === null ? '' : ` (${indicator})`;
    return `    ${SURVEY_FINDING_LABELS[rule].en}${what}: ${roundPercentage(computed)} computed, ${published} published`;
  });
  return [...ofRows, ...differences];
}

function percent(value: number | null): string {
  return value === null ? 'none' : `${roundPercentage(value)} %`;
}

function range({ lower, upper }: { readonly lower: number; readonly upper: number }): string {
  return `${roundPercentage(lower)} to ${roundPercentage(upper)}`;
}
