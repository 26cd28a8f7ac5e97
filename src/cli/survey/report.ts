import { roundPercentage } from '../../domain/rounding.ts';
import type { CohortReport, HorizonReport, RateReport } from '../../domain/survey/cohort-report.ts';
import { SURVEY_FINDING_LABELS } from '../../domain/survey/survey-finding.ts';
import type { SurveyRate } from '../../domain/survey/survey-rates.ts';

const RATE_NAMES: Readonly<Record<SurveyRate, string>> = {
  GLOBAL: 'employed',
  TARGET_OCCUPATION: 'in the target occupation',
};

/** Lines about one cohort: counts, computed rates beside the published ones, findings. */
export function reportLines({
  certificationCode,
  year,
  holders,
  horizons,
  findings,
  differences,
}: CohortReport): readonly string[] {
  const lines = [`${certificationCode} ${year}`];
  if (horizons.length === 0)
    lines.push(`  no horizon was surveyed: the roster alone, N ${holders}`);
  for (const each of horizons) lines.push(...horizonLines(each));
  for (const { rule, horizon, rows, ofRows } of findings) {
    lines.push(`    ${horizon} months: ${SURVEY_FINDING_LABELS[rule].en}: ${rows} of ${ofRows}`);
  }
  for (const { rule, indicator, computed, published } of differences) {
    const what = indicator === null ? '' : ` (${indicator})`;
    lines.push(
      `    ${SURVEY_FINDING_LABELS[rule].en}${what}: ${roundPercentage(computed)} computed, ${published} published`,
    );
  }
  return lines;
}

function horizonLines(report: HorizonReport): string[] {
  const { horizon, holders, respondents, responseRate, neutralised, eligible } = report;
  return [
    `  ${horizon} months: N ${holders}, R ${respondents} (${percent(responseRate)}), Z ${neutralised}, n ${eligible}`,
    ...report.rates.map(rateLine),
  ];
}

function rateLine({ rate, value, interval, bounds, indicator, published }: RateReport): string {
  return [
    `    ${RATE_NAMES[rate]}: ${percent(value)}`,
    interval ? ` [${range(interval)}]` : '',
    bounds ? `, whoever did not answer: ${range(bounds)}` : '',
    indicator === null ? '' : `, published: ${percent(published)}`,
  ].join('');
}

function percent(value: number | null): string {
  return value === null ? 'none' : `${roundPercentage(value)} %`;
}

function range({ lower, upper }: { readonly lower: number; readonly upper: number }): string {
  return `${roundPercentage(lower)} to ${roundPercentage(upper)}`;
}
