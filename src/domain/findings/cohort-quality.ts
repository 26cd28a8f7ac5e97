import type { PlainDate } from '../calendar.ts';
import { type RegisterCode, registerOf } from '../certification/register-code.ts';
import { runsOfSameRates } from '../insertion/cohort-runs.ts';
import {
  INDICATOR_TAGS,
  INSERTION_INDICATORS,
  type InsertionIndicator,
} from '../rate/indicator.ts';
import { hasPossibleCounts } from '../rate/possible-counts.ts';
import { observationCloses } from '../rate/rate-status.ts';
import { type Finding, findingOf, type Remark } from './finding.ts';

/** One cohort as the rules see it, after all sources are merged. */
export interface QualityCohort {
  readonly year: number;
  /** Heads; null = not published. */
  readonly certified: number | null;
  /** Heads, among the certified; null = not published. */
  readonly certifiedThroughVae: number | null;
  readonly rates: Readonly<Record<InsertionIndicator, QualityRate>>;
  /** Rates that a source gives and that could not be read; absent = none. */
  readonly unreadableRates?: readonly InsertionIndicator[];
}

export interface QualityRate {
  /** Percent, 0 to 100, as published; null = not published. */
  readonly value: number | null;
  /** Day of the publication it was first seen in; null = not known. */
  readonly seenOn: PlainDate | null;
}

/** Whether a cohort gives a rate, or one that could not be read. */
export function givesRate(
  { rates, unreadableRates = [] }: QualityCohort,
  indicator: InsertionIndicator,
): boolean {
  return rates[indicator].value !== null || unreadableRates.includes(indicator);
}

/** A rule about one cohort, on the day that the data are of. */
type CohortRule = (cohort: QualityCohort, day: PlainDate) => readonly Remark[];

const FIRST_PLAUSIBLE_YEAR = 1970;
/** Heads: from here on, that everybody without exception found work is worth a look. */
const LARGE_COHORT = 100;
/** Cohorts in a row whose rates are worth a look when they are the same. */
const REPEATED_COHORTS = 3;
/** Points by which rounding may lift a target rate above the global one. */
const ROUNDING = 1;
// Rates have six decimals at most: what is closer than this differs by binary fractions alone.
const HAIR = 1e-9;

const COUNT_RULES: readonly CohortRule[] = [implausibleYear, vaeAboveCertified];
const RATE_RULES: readonly CohortRule[] = [
  targetAboveGlobal,
  rateWithoutHolder,
  impossibleRates,
  publishedBeforeObservable,
  perfectRateOnLargeCohort,
];

/**
 * The derived findings on the cohorts of one certification, one cohort for each year, on the day
 * that the data are of. Newest cohort first, whatever order they are given in. On the RS a rate
 * is out of place as such, and is not judged further.
 *
 * Source: docs/method.md#findings.
 */
export function cohortFindings(
  code: RegisterCode,
  cohorts: readonly QualityCohort[],
  day: PlainDate,
): Finding[] {
  const newestFirst = cohorts.toSorted((a, b) => b.year - a.year);
  const isRs = registerOf(code) === 'RS';
  const rules = [...COUNT_RULES, ...(isRs ? [rateOnRs] : RATE_RULES)];
  const runs = isRs ? [] : runsOfSameRates(newestFirst);
  return [
    ...newestFirst.flatMap((cohort) =>
      rules
        .flatMap((rule) => rule(cohort, day))
        .map((remark) => findingOf(code, cohort.year, remark)),
    ),
    ...runs.flatMap((run) =>
      repeatedRates(run).map((remark) => findingOf(code, run[0]?.year ?? null, remark)),
    ),
  ];
}

export function isPlausible(year: number, day: PlainDate): boolean {
  return year >= FIRST_PLAUSIBLE_YEAR && year <= Number(day.slice(0, 4));
}

function implausibleYear({ year }: QualityCohort, day: PlainDate): Remark[] {
  if (isPlausible(year, day)) return [];
  const wrong =
    year < FIRST_PLAUSIBLE_YEAR
      ? `before ${FIRST_PLAUSIBLE_YEAR}`
      : 'after the year that the data are of';
  return [
    {
      rule: 'IMPLAUSIBLE_COHORT_YEAR',
      element: 'ANNEE',
      given: year,
      message: `a cohort of ${year} is ${wrong}: the year in which its holders obtained the certification is expected, ${FIRST_PLAUSIBLE_YEAR} or later and not in the future`,
    },
  ];
}

function vaeAboveCertified({ certified, certifiedThroughVae }: QualityCohort): Remark[] {
  if (certified === null || certifiedThroughVae === null) return [];
  if (certifiedThroughVae <= certified) return [];
  return [
    {
      rule: 'VAE_ABOVE_CERTIFIED',
      element: 'NOMBRE_CERTIFIES_VAE',
      given: certifiedThroughVae,
      message: `${certifiedThroughVae} certified through VAE are more than the ${certified} certified, among whom they are counted: at most ${certified} are possible`,
    },
  ];
}

function rateOnRs(cohort: QualityCohort): Remark[] {
  return publishedRates(cohort).map(({ tag, value }) => ({
    rule: 'RATE_ON_RS',
    element: tag,
    given: value,
    message: `an insertion rate of ${value} on a certification of the RS: rates are published in the RNCP alone, so none is expected here`,
  }));
}

function targetAboveGlobal({ rates }: QualityCohort): Remark[] {
  const global = rates.GLOBAL_6_MONTHS.value;
  const target = rates.TARGET_OCCUPATION_6_MONTHS.value;
  if (global === null || target === null || target <= global + ROUNDING + HAIR) return [];
  return [
    {
      rule: 'TARGET_ABOVE_GLOBAL',
      element: INDICATOR_TAGS.TARGET_OCCUPATION_6_MONTHS,
      given: target,
      message: `at 6 months a rate of ${target} in the target occupation is above the global rate of ${global}: whoever is in the target occupation is in employment, so at most ${global} is possible (one more by rounding)`,
    },
  ];
}

function impossibleRates(cohort: QualityCohort): Remark[] {
  return [
    ...impossible(cohort, ['GLOBAL_6_MONTHS', 'TARGET_OCCUPATION_6_MONTHS']),
    ...impossible(cohort, ['TARGET_OCCUPATION_2_YEARS']),
  ];
}

function rateWithoutHolder(cohort: QualityCohort): Remark[] {
  if (cohort.certified !== 0) return [];
  return publishedRates(cohort).map(({ tag, value }) => ({
    rule: 'RATE_WITHOUT_HOLDER',
    element: tag,
    given: value,
    message: `a rate of ${value} for a cohort of 0 certified: either somebody was certified or there is no rate`,
  }));
}

/** What is wrong with the rates of one horizon, widest first. */
function impossible(cohort: QualityCohort, indicators: readonly InsertionIndicator[]): Remark[] {
  const rates = publishedRates(cohort).filter(({ indicator }) => indicators.includes(indicator));
  const [first] = rates;
  const { certified } = cohort;
  if (!first || !certified) return [];
  const values = rates.map(({ value }) => value);
  if (hasPossibleCounts(certified, values)) return [];
  const none =
    rates.length === 1
      ? `no number out of at most ${certified} respondents makes a rate of ${first.value}`
      : `no numbers out of the same respondents, at most ${certified}, make rates of ${values.join(' and ')}`;
  return [
    {
      rule: 'IMPOSSIBLE_RATES',
      element: first.tag,
      given: values.join(' / '),
      message: `${none}, even rounded: the number of certified or a rate may be wrong`,
    },
  ];
}

function publishedBeforeObservable(cohort: QualityCohort, day: PlainDate): Remark[] {
  // Of a year that is itself in doubt, no day of observation can be told.
  if (!isPlausible(cohort.year, day)) return [];
  return publishedRates(cohort).flatMap(({ indicator, tag, value, seenOn }) => {
    const closes = observationCloses(cohort.year, indicator);
    if (seenOn === null || seenOn >= closes) return [];
    return {
      rule: 'PUBLISHED_BEFORE_OBSERVABLE' as const,
      element: tag,
      given: value,
      message: `a rate of ${value} was first published on ${seenOn}, before it could be observed: for the cohort of ${cohort.year} that is from ${closes} on`,
    };
  });
}

function perfectRateOnLargeCohort(cohort: QualityCohort): Remark[] {
  const { certified } = cohort;
  if (certified === null || certified < LARGE_COHORT) return [];
  return publishedRates(cohort)
    .filter(({ value }) => value === 100)
    .map(({ tag }) => ({
      rule: 'PERFECT_RATE_ON_LARGE_COHORT',
      element: tag,
      given: 100,
      message: `a rate of 100 for ${certified} certified: so large a cohort seldom has no exception at all, so the figure should be confirmed`,
    }));
}

/** What is wrong with a run of cohorts of the same rates, newest first. */
function repeatedRates(run: readonly QualityCohort[]): Remark[] {
  const published = run.slice(0, 1).flatMap(publishedRates);
  if (run.length < REPEATED_COHORTS || published.length === 0) return [];
  const years = run.map(({ year }) => year).join(', ');
  const rates = published.map(({ tag, value }) => `${tag} ${value}`).join(', ');
  return [
    {
      rule: 'REPEATED_RATES',
      element: 'STATISTIQUES_PROMOTIONS',
      given: rates,
      message: `the cohorts of ${years} have the same rates (${rates}): each cohort has a survey of its own, so these may be copies of one`,
    },
  ];
}

/** The rates of a cohort that are published, in the order of the indicators. */
function publishedRates({ rates }: QualityCohort) {
  return INSERTION_INDICATORS.flatMap((indicator) => {
    const { value, seenOn } = rates[indicator];
    return value === null ? [] : { indicator, tag: INDICATOR_TAGS[indicator], value, seenOn };
  });
}
