import type { PlainDate } from '../domain/calendar.ts';
import type { CategoryCode, ContractCode, WorkingTimeCode } from '../domain/survey/codes.ts';
import type { Horizon } from '../domain/survey/layout.ts';
import { yearlyMinimumWage } from '../domain/survey/minimum-wage.ts';
import type { SurveyFindingRule } from '../domain/survey/survey-finding.ts';
import type { Random } from './random.ts';
import type { HolderDraft } from './survey-holders.ts';

/** A job as a row of situations tells it; null = an empty cell. */
export interface JobDraft {
  readonly contract: ContractCode | null;
  readonly contractMonths: number | null;
  readonly workingTime: WorkingTimeCode | null;
  readonly quota: number | null;
  readonly category: CategoryCode | null;
  readonly pay: number | null;
}

/** What a job depends on. */
export interface JobOf {
  readonly holder: HolderDraft;
  readonly horizon: Horizon;
  /** Of the certification, 3 to 8. */
  readonly level: number;
  readonly observedOn: PlainDate;
}

/** Kinds of contract, by weight at 6 months and at 24. */
const CONTRACTS: readonly (readonly [ContractCode, number, number])[] = [
  ['CDI', 52, 68],
  ['CDD', 24, 12],
  ['INTERIM', 7, 4],
  ['FONCTION_PUBLIQUE', 3, 5],
  ['CONTRACTUEL_PUBLIC', 7, 4],
  ['INDEPENDANT', 5, 6],
  ['AUTRE', 2, 1],
];

/** Weights of categories by level: CADRE, INTERMEDIAIRE, EMPLOYE, OUVRIER. */
const CATEGORIES = ['CADRE', 'INTERMEDIAIRE', 'EMPLOYE', 'OUVRIER'] as const;
const CATEGORY_WEIGHTS: Readonly<Record<number, readonly number[]>> = {
  3: [0, 5, 50, 45],
  4: [1, 19, 55, 25],
  5: [4, 56, 32, 8],
  6: [34, 52, 12, 2],
  7: [78, 19, 3, 0],
  8: [92, 8, 0, 0],
};

/** Middle of the gross yearly pay of a full time 6 months after, in euros of 2024, by level. */
const PAY: Readonly<Record<number, number>> = {
  ...{ 3: 22_600, 4: 23_400, 5: 25_600, 6: 29_400, 7: 36_500, 8: 41_000 },
};
/** What pay rises in a year, by prices and by experience. */
const PAY_RISE = 0.025;

/** Share of jobs of which contract, time and category, or pay, are not told. */
const UNTOLD = 0.03;
const PAY_UNTOLD = 0.14;

/** The job of a holder who is employed. */
export function jobOf(random: Random, of: JobOf): JobDraft {
  if (random.chance(UNTOLD)) return NO_DETAILS;
  const { level, horizon } = of;
  const contract = weighted(
    random,
    CONTRACTS.map(([code, early, late]) => [code, horizon === 6 ? early : late]),
  );
  const isPartTime = random.chance(level < 5 ? 0.2 : 0.08);
  const quota = isPartTime ? random.pick([50, 50, 60, 70, 80, 80, 90]) : 100;
  const isSelfEmployed = contract === 'INDEPENDANT';
  return {
    contract,
    contractMonths: contractMonths(random, contract),
    workingTime: isPartTime ? 'PARTIEL' : 'PLEIN',
    quota,
    category: isSelfEmployed ? 'SANS_OBJET' : weighted(random, categoriesAt(level)),
    pay: random.chance(isSelfEmployed ? 0.6 : PAY_UNTOLD) ? null : payOf(random, of, quota),
  };
}

/** A job of which nothing is told. */
export const NO_DETAILS: JobDraft = {
  ...{ contract: null, contractMonths: null, workingTime: null },
  ...{ quota: null, category: null, pay: null },
};

function contractMonths(random: Random, contract: ContractCode): number | null {
  if (contract === 'CDD') return random.pick([3, 6, 6, 9, 12, 12, 18]);
  return contract === 'INTERIM' ? random.int(1, 6) : null;
}

function categoriesAt(level: number): [CategoryCode, number][] {
  const weights = CATEGORY_WEIGHTS[level] ?? [];
  return CATEGORIES.map((category, place) => [category, weights[place] ?? 0]);
}

/** Pay in hundreds of euros, at least the minimum wage of that part of a full time. */
function payOf(random: Random, { holder, horizon, level, observedOn }: JobOf, quota: number) {
  const year = Number(observedOn.slice(0, 4));
  const spread = 0.3 * (holder.earning - 0.5) + random.normal(0, 0.05);
  const years = year - 2024 + (horizon - 6) / 12;
  const full = (PAY[level] ?? 25_000) * Math.exp(spread + PAY_RISE * years);
  const least = yearlyMinimumWage(year) ?? 0;
  return Math.ceil((Math.max(full, least) * quota) / 10_000) * 100;
}

function weighted<Value>(random: Random, values: readonly (readonly [Value, number])[]): Value {
  let left = random.next() * values.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of values) {
    left -= weight;
    if (left < 0) return value;
  }
  throw new RangeError('nothing of a list without weights can be drawn');
}

/** A job with what is planted, in a part of the rows. */
export function plantedJob(
  random: Random,
  planted: SurveyFindingRule | null,
  job: JobDraft,
): JobDraft {
  switch (planted) {
    case 'JOB_DETAILS_MISSING':
      return random.chance(0.6) ? NO_DETAILS : job;
    case 'JOB_DETAILS_DISAGREE':
      return job.workingTime === 'PLEIN' && random.chance(0.4) ? { ...job, quota: 80 } : job;
    case 'PAY_UNLIKELY':
      // By the month, where the file asks for the year; less than 1,000 would be refused.
      return job.pay === null ? job : { ...job, pay: Math.max(1_000, Math.round(job.pay / 12)) };
    default:
      return job;
  }
}
