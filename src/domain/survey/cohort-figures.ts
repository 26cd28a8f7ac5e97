import { type Quartiles, quartilesOf } from '../peers/quantile.ts';
import { type CountingRule, countHolder, noCounts, type SurveyCounts } from './counts.ts';
import type { Answer, SurveyHolder } from './holder.ts';
import type { Horizon } from './layout.ts';
import type { PairedCounts } from './same-holders.ts';
import { isEmployed, isInBase } from './situation.ts';
import { SURVEY_RATES, type SurveyRate } from './survey-rates.ts';

/** What the holders of a cohort are told apart by; ALL is all of them. */
export const SURVEY_DIMENSIONS = ['ALL', 'ROUTE', 'SEX', 'AGE_BAND', 'REGION'] as const;
export type SurveyDimension = (typeof SURVEY_DIMENSIONS)[number];

/** A holder with the answers at each horizon that was surveyed. */
export interface AnsweringHolder extends SurveyHolder {
  readonly answers: Readonly<Partial<Record<Horizon, Answer>>>;
}

/** A cohort of a certification with its holders. */
export interface SurveyedCohort {
  readonly holders: readonly AnsweringHolder[];
  /** Horizons of which there is a row: others are not surveyed, and have no figure. */
  readonly horizons: readonly Horizon[];
}

/** What is counted of one class of holders at one horizon. */
export interface ClassFigures {
  readonly horizon: Horizon;
  readonly dimension: SurveyDimension;
  /** The code of the class; null = not known, and of ALL. */
  readonly value: string | null;
  readonly counts: SurveyCounts;
  /** Gross yearly pay of those who work full time, in euros; null when none is known. */
  readonly pay: PayFigures | null;
}

/** Quartiles of pay in euros, unrounded, and the number of values they are of. */
export interface PayFigures extends Quartiles {
  readonly base: number;
}

/** Attributes of holders; each a code, or null when it is not known. */
export interface HolderAttributes {
  readonly route: string | null;
  readonly sex: string | null;
  readonly ageBand: string | null;
  readonly region: string | null;
}

/** Holders of a cohort with the same attributes: what groups across certifications are added up from. */
export interface HolderCell extends HolderAttributes {
  readonly holders: number;
  /** Sum of the record keys. */
  readonly keys: number;
  readonly counts: ReadonlyMap<Horizon, CellCounts>;
}

/** R, n, E and M of a cell. Heads. */
export interface CellCounts {
  readonly respondents: number;
  readonly eligible: number;
  readonly employed: number;
  readonly inTarget: number;
}

/** Holders eligible at two horizons, by one rate. */
export interface PairedFigures extends PairedCounts {
  readonly rate: SurveyRate;
  readonly from: Horizon;
  readonly to: Horizon;
}

/** All that is kept of a cohort beside its rows. */
export interface CohortFigures {
  readonly classes: readonly ClassFigures[];
  readonly cells: readonly HolderCell[];
  readonly paired: readonly PairedFigures[];
}

/**
 * All figures of one cohort, from its holders.
 *
 * - Classes without a holder are left out; a horizon that was not surveyed has none.
 * - Source: docs/surveys.md#metrics.
 */
export function cohortFigures(cohort: SurveyedCohort, rule: CountingRule): CohortFigures {
  const { holders, horizons } = cohort;
  return {
    classes: horizons.flatMap((horizon) => classesAt(holders, horizon, rule)),
    cells: alikeOf(holders).map((alike) => cellOf(alike, horizons, rule)),
    paired: pairedFigures(cohort, rule),
  };
}

/** Holders with the same attributes. */
interface Alike extends HolderAttributes {
  readonly holders: AnsweringHolder[];
}

/** The holders of a cohort by their attributes. */
function alikeOf(holders: readonly AnsweringHolder[]): Alike[] {
  const groups = new Map<string, Alike>();
  for (const holder of holders) {
    const { route, sex, ageBand, region } = holder;
    const key = `${route} ${sex} ${ageBand} ${region}`;
    const own = groups.get(key);
    if (own) own.holders.push(holder);
    else groups.set(key, { route, sex, ageBand, region, holders: [holder] });
  }
  return [...groups.values()];
}

function cellOf(
  { route, sex, ageBand, region, holders }: Alike,
  horizons: readonly Horizon[],
  rule: CountingRule,
): HolderCell {
  return {
    ...{ route, sex, ageBand, region, holders: holders.length },
    keys: holders.reduce((sum, { recordKey }) => sum + recordKey, 0),
    counts: new Map(horizons.map((horizon) => [horizon, cellCounts(holders, horizon, rule)])),
  };
}

function cellCounts(
  holders: readonly AnsweringHolder[],
  horizon: Horizon,
  { international }: CountingRule,
): CellCounts {
  const counts = { respondents: 0, eligible: 0, employed: 0, inTarget: 0 };
  for (const { answers } of holders) {
    const answer = answers[horizon];
    if (answer?.status !== 'REPONDU' || answer.situation === null) continue;
    counts.respondents += 1;
    if (!isInBase(answer.situation, international)) continue;
    counts.eligible += 1;
    if (!isEmployed(answer.situation, international)) continue;
    counts.employed += 1;
    if (answer.target === 'OUI') counts.inTarget += 1;
  }
  return counts;
}

function count(
  counts: ReturnType<typeof noCounts>,
  holder: AnsweringHolder,
  horizon: Horizon,
  rule: CountingRule,
): void {
  countHolder(counts, holder, holder.answers[horizon] ?? null, rule);
}

const VALUE_OF: Readonly<Record<SurveyDimension, (holder: HolderAttributes) => string | null>> = {
  ALL: () => null,
  ROUTE: ({ route }) => route,
  SEX: ({ sex }) => sex,
  AGE_BAND: ({ ageBand }) => ageBand,
  REGION: ({ region }) => region,
};

interface GrowingClass {
  readonly counts: ReturnType<typeof noCounts>;
  readonly pay: number[];
}

function classesAt(
  holders: readonly AnsweringHolder[],
  horizon: Horizon,
  rule: CountingRule,
): ClassFigures[] {
  return SURVEY_DIMENSIONS.flatMap((dimension) => {
    const classes = new Map<string | null, GrowingClass>();
    const valueFor = VALUE_OF[dimension];
    for (const holder of holders) {
      const value = valueFor(holder);
      const own = classes.get(value) ?? { counts: noCounts(), pay: [] };
      classes.set(value, own);
      count(own.counts, holder, horizon, rule);
      const pay = fullTimePay(holder.answers[horizon], rule);
      if (pay !== null) own.pay.push(pay);
    }
    return [...classes].map(([value, { counts, pay }]) => ({
      ...{ horizon, dimension, value, counts },
      pay: payFigures(pay),
    }));
  });
}

/** Pay that counts in the quartiles: of those employed full time; null of any other. */
function fullTimePay(answer: Answer | undefined, { international }: CountingRule): number | null {
  const situation = answer?.situation ?? null;
  if (situation === null || answer?.workingTime !== 'PLEIN') return null;
  return isEmployed(situation, international) ? answer.pay : null;
}

function payFigures(pay: readonly number[]): PayFigures | null {
  const quartiles = quartilesOf(Float64Array.from(pay).sort());
  return quartiles && { ...quartiles, base: pay.length };
}

function pairedFigures({ holders, horizons }: SurveyedCohort, rule: CountingRule): PairedFigures[] {
  return horizons.flatMap((from) =>
    horizons
      .filter((to) => to > from)
      .flatMap((to) =>
        SURVEY_RATES.map((rate) => ({
          rate,
          from,
          to,
          ...paired(holders, { rate, from, to, rule }),
        })),
      ),
  );
}

interface Pairing {
  readonly rate: SurveyRate;
  readonly from: Horizon;
  readonly to: Horizon;
  readonly rule: CountingRule;
}

function paired(
  holders: readonly AnsweringHolder[],
  { rate, from, to, rule }: Pairing,
): PairedCounts {
  const counts = { both: 0, firstOnly: 0, secondOnly: 0, neither: 0 };
  for (const { answers } of holders) {
    const first = inRate(answers[from], rate, rule);
    const second = inRate(answers[to], rate, rule);
    if (first === null || second === null) continue;
    if (first) counts[second ? 'both' : 'firstOnly'] += 1;
    else counts[second ? 'secondOnly' : 'neither'] += 1;
  }
  return counts;
}

/** Whether the numerator of a rate counts an answer; null when its base does not. */
function inRate(
  answer: Answer | undefined,
  rate: SurveyRate,
  { international }: CountingRule,
): boolean | null {
  const situation = answer?.situation ?? null;
  if (situation === null || !isInBase(situation, international)) return null;
  if (!isEmployed(situation, international)) return false;
  return rate === 'GLOBAL' || answer?.target === 'OUI';
}
