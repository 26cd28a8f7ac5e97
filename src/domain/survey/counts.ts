import type { ContractCode } from './codes.ts';
import type { Answer, SurveyHolder } from './holder.ts';
import { regionOfCountry } from './region.ts';
import { isEmployed, type SituationCode } from './situation.ts';

/**
 * What is counted of the holders of one cohort at one horizon. Each is a number of heads.
 *
 * - `holders` N, `respondents` R; `unreachable`, `refused` and `notAsked` are those who did not answer.
 * - `studying`, `workStudy`, `unable`, `abroad` are the neutralised Z, by reason.
 * - `employed` E, `inTarget` M; of `targetUnknown` it is not known: they are in E and not in M.
 * - `searching`, `inactive`, `interning` are eligible and without employment.
 * - `permanent` … `otherContract` are E by contract, where it is known.
 * - Each share has its own base: those of E of whom it is known.
 */
export const SURVEY_COUNTS = [
  'holders',
  'respondents',
  'unreachable',
  'refused',
  'notAsked',
  'studying',
  'workStudy',
  'unable',
  'abroad',
  'searching',
  'inactive',
  'interning',
  'employed',
  'inTarget',
  'targetUnknown',
  'permanent',
  'fixedTerm',
  'temporary',
  'civilServant',
  'publicContract',
  'selfEmployed',
  'otherContract',
  'stable',
  'stableBase',
  'fullTime',
  'fullTimeBase',
  'managers',
  'managersBase',
  'outsideRegion',
  'outsideRegionBase',
] as const;

export type SurveyCount = (typeof SURVEY_COUNTS)[number];
export type SurveyCounts = Readonly<Record<SurveyCount, number>>;
type Counting = Record<SurveyCount, number>;

const NOBODY = Object.fromEntries(SURVEY_COUNTS.map((name) => [name, 0])) as Counting;

/** Counts of nobody, to be added to. */
export function noCounts(): Counting {
  return { ...NOBODY };
}

/** The sums of the counts of groups that share nobody. */
export function sumCounts(all: Iterable<SurveyCounts>): SurveyCounts {
  const sums = noCounts();
  for (const counts of all) for (const name of SURVEY_COUNTS) sums[name] += counts[name];
  return sums;
}

/** Neutralised respondents, Z. */
export function neutralisedOf(counts: SurveyCounts): number {
  return counts.studying + counts.workStudy + counts.unable + counts.abroad;
}

/** Eligible respondents, n = R − Z: the denominator of both rates. */
export function eligibleOf(counts: SurveyCounts): number {
  return counts.respondents - neutralisedOf(counts);
}

/** Holders who did not answer, U = N − R. */
export function nonRespondentsOf({ holders, respondents }: SurveyCounts): number {
  return holders - respondents;
}

const UNEMPLOYED: Readonly<Partial<Record<SituationCode, SurveyCount>>> = {
  RECHERCHE: 'searching',
  INACTIF: 'inactive',
  STAGE_VOLONTARIAT: 'interning',
};

const NEUTRALISED: Readonly<Partial<Record<SituationCode, SurveyCount>>> = {
  POURSUITE_ETUDES: 'studying',
  ALTERNANCE: 'workStudy',
  INCAPACITE: 'unable',
  HORS_FRANCE: 'abroad',
};

const CONTRACTS: Readonly<Record<ContractCode, SurveyCount>> = {
  CDI: 'permanent',
  CDD: 'fixedTerm',
  INTERIM: 'temporary',
  FONCTION_PUBLIQUE: 'civilServant',
  CONTRACTUEL_PUBLIC: 'publicContract',
  INDEPENDANT: 'selfEmployed',
  AUTRE: 'otherContract',
};

/** Months above which a fixed-term contract is stable employment. */
const STABLE_FROM_MONTHS = 6;

/** How what is counted depends on the certification. */
export interface CountingRule {
  /** Employment outside the French labour market counts as employment. */
  readonly international: boolean;
}

/**
 * Adds one holder to the counts of a horizon.
 *
 * - `answer`: null = no row at this horizon, which is the same as not asked.
 * - Source: docs/surveys.md#metrics.
 */
export function countHolder(
  counts: Counting,
  holder: Pick<SurveyHolder, 'region'>,
  answer: Answer | null,
  rule: CountingRule,
): void {
  counts.holders += 1;
  if (answer === null || answer.status === 'NON_ENQUETE') counts.notAsked += 1;
  else if (answer.status === 'INJOIGNABLE') counts.unreachable += 1;
  else if (answer.status === 'REFUS') counts.refused += 1;
  else countRespondent(counts, holder, answer, rule);
}

function countRespondent(
  counts: Counting,
  holder: Pick<SurveyHolder, 'region'>,
  answer: Answer,
  { international }: CountingRule,
): void {
  const { situation } = answer;
  if (situation === null) return;
  counts.respondents += 1;
  if (isEmployed(situation, international)) countJob(counts, holder, answer);
  else {
    const name = UNEMPLOYED[situation] ?? NEUTRALISED[situation];
    if (name !== undefined) counts[name] += 1;
  }
}

function countJob(counts: Counting, { region }: Pick<SurveyHolder, 'region'>, job: Answer): void {
  counts.employed += 1;
  if (job.target === 'OUI') counts.inTarget += 1;
  else if (job.target !== 'NON') counts.targetUnknown += 1;
  if (job.contract !== null) {
    counts[CONTRACTS[job.contract]] += 1;
    const stable = isStable(job.contract, job.contractMonths);
    if (stable !== null) counts.stableBase += 1;
    if (stable) counts.stable += 1;
  }
  if (job.workingTime !== null) counts.fullTimeBase += 1;
  if (job.workingTime === 'PLEIN') counts.fullTime += 1;
  const hasCategory = job.category !== null && job.category !== 'SANS_OBJET';
  if (hasCategory) counts.managersBase += 1;
  if (job.category === 'CADRE') counts.managers += 1;
  const outside = isOutside(region, job);
  if (outside !== null) counts.outsideRegionBase += 1;
  if (outside) counts.outsideRegion += 1;
}

/** Whether a contract is stable employment, as Dares has it; null = its duration decides, and is not known. */
function isStable(contract: ContractCode, months: number | null): boolean | null {
  if (contract === 'CDD') return months === null ? null : months > STABLE_FROM_MONTHS;
  return contract === 'CDI' || contract === 'FONCTION_PUBLIQUE' || contract === 'INDEPENDANT';
}

/** Whether a job is outside the region of the training; null = not known. */
function isOutside(region: string | null, { jobCountry, jobRegion }: Answer): boolean | null {
  if (region === null) return null;
  const overseas = jobCountry === null ? null : regionOfCountry(jobCountry);
  if (jobCountry !== null && jobCountry !== 'FR' && overseas === null) return true;
  const worked = jobRegion ?? overseas;
  return worked === null ? null : worked !== region;
}
