import { addMonths, type PlainDate } from '../domain/calendar.ts';
import type {
  AnswerSourceCode,
  ResponseStatus,
  TargetOccupationCode,
} from '../domain/survey/codes.ts';
import type { Horizon } from '../domain/survey/layout.ts';
import type { SituationCode } from '../domain/survey/situation.ts';
import { addDays, earlier } from './days.ts';
import type { Random } from './random.ts';
import type { AnswerCounts } from './survey-counts.ts';
import type { HolderDraft } from './survey-holders.ts';
import { type JobDraft, jobOf, NO_DETAILS, plantedJob } from './survey-jobs.ts';
import type { SurveyedCertification } from './surveyed.ts';

/** A row of situations; null = an empty cell. */
export interface AnswerDraft extends JobDraft {
  readonly holder: HolderDraft;
  readonly horizon: Horizon;
  readonly status: ResponseStatus;
  readonly observedOn: PlainDate | null;
  readonly source: AnswerSourceCode | null;
  readonly situation: SituationCode | null;
  readonly target: TargetOccupationCode | null;
  readonly jobRegion: string | null;
  readonly jobCountry: string | null;
}

const COUNTRIES = ['BE', 'CH', 'LU', 'DE', 'GB', 'CA', 'ES'] as const;
const SOURCES = ['QUESTIONNAIRE', 'QUESTIONNAIRE', 'TELEPHONE', 'RESEAU_PROFESSIONNEL'] as const;
const SILENT = ['INJOIGNABLE', 'INJOIGNABLE', 'INJOIGNABLE', 'REFUS', 'NON_ENQUETE'] as const;
const UNEMPLOYED = ['RECHERCHE', 'RECHERCHE', 'RECHERCHE', 'INACTIF', 'STAGE_VOLONTARIAT'] as const;
const NEUTRALISED: readonly SituationCode[] = [
  ...['POURSUITE_ETUDES', 'POURSUITE_ETUDES', 'POURSUITE_ETUDES', 'ALTERNANCE', 'ALTERNANCE'],
  ...['HORS_FRANCE', 'INCAPACITE'],
] as const;
const JOB_REGIONS = ['11', '11', '84', '93', '76', '75', '44', '32', '52'] as const;

/** How much of who is chosen is chance, and how much is what the holder leans to. */
const CHANCE = 0.4;

/** What is drawn for the answers of a cohort at a horizon. */
interface AnswersOf {
  readonly certification: SurveyedCertification;
  readonly holders: readonly HolderDraft[];
  readonly horizon: Horizon;
  readonly counts: AnswerCounts;
  /** The day of the export: nothing was observed later. */
  readonly exportedOn: PlainDate;
}

/** What the holders of a cohort answer at a horizon: as many of each answer as the counts say. */
export function answersOf(random: Random, of: AnswersOf): AnswerDraft[] {
  const { holders, horizon, counts } = of;
  const answering = first(random, holders, counts.respondents, ({ answering }) => answering);
  const neutral = first(random, answering, counts.neutralised, ({ studying }) => studying);
  const eligible = [...answering].filter((each) => !neutral.has(each));
  const employed = first(random, eligible, counts.employed, ({ working }) => working);
  const aimed = first(random, employed, counts.inTarget, ({ aiming }) => aiming);
  return holders.map((holder) => {
    const empty = { holder, horizon, ...NOTHING, ...NO_DETAILS };
    if (!answering.has(holder)) return { ...empty, status: random.pick(SILENT) };
    const answered = { ...empty, ...observationOf(random, of, holder), status: 'REPONDU' as const };
    if (neutral.has(holder)) return { ...answered, ...neutralised(random, of.certification) };
    return employed.has(holder)
      ? employedAnswer(random, of, answered, aimed.has(holder))
      : { ...answered, situation: random.pick(UNEMPLOYED) };
  });
}

const NOTHING = {
  ...{ observedOn: null, source: null, situation: null, target: null },
  ...{ jobRegion: null, jobCountry: null },
};

/** So many of some holders: those who lean to it, and chance. */
function first(
  random: Random,
  some: Iterable<HolderDraft>,
  count: number,
  lean: (holder: HolderDraft) => number,
): Set<HolderDraft> {
  const ranked = [...some].map((holder) => ({
    holder,
    rank: lean(holder) + CHANCE * random.next(),
  }));
  ranked.sort((a, b) => b.rank - a.rank);
  return new Set(ranked.slice(0, count).map(({ holder }) => holder));
}

/** Days around the horizon within which holders are asked. */
const ASKED = { from: -10, to: 75 } as const;
/** Months after the horizon of what is planted as late. */
const LATE_MONTHS = 7;

function observationOf(
  random: Random,
  { certification: { planted }, horizon, exportedOn }: AnswersOf,
  { obtainedOn }: HolderDraft,
) {
  const months = horizon + (planted === 'OBSERVED_LATE' ? LATE_MONTHS : 0);
  const day = addDays(addMonths(obtainedOn, months), random.int(ASKED.from, ASKED.to));
  const source = planted === 'ONE_SOURCE' ? 'RESEAU_PROFESSIONNEL' : random.pick(SOURCES);
  return { observedOn: earlier(day, exportedOn), source } as const;
}

function neutralised(random: Random, { international }: SurveyedCertification) {
  const situation = random.pick(
    NEUTRALISED.filter((code) => code !== 'HORS_FRANCE' || !international),
  );
  return { situation, jobCountry: situation === 'HORS_FRANCE' ? random.pick(COUNTRIES) : null };
}

/** Share of those outside the target occupation of whom that is not told. */
const TARGET_UNTOLD = 0.1;
/** Share of the jobs of an international certification that are abroad, of others outside the region. */
const ABROAD = 0.25;
const OUTSIDE_REGION = 0.22;
/** Share of jobs with what is planted as copied from each other. */
const COPIED = 0.4;

function employedAnswer(
  random: Random,
  { certification, horizon }: AnswersOf,
  answered: AnswerDraft & { readonly observedOn: PlainDate },
  isInTarget: boolean,
): AnswerDraft {
  const { level, planted, international } = certification;
  const { holder, observedOn } = answered;
  const isAbroad = international && random.chance(ABROAD);
  const untold = planted === 'TARGET_UNKNOWN' ? 0.9 : TARGET_UNTOLD;
  const job = {
    ...answered,
    situation: isAbroad ? 'HORS_FRANCE' : 'EMPLOI',
    target: isInTarget ? 'OUI' : random.chance(untold) ? 'INDETERMINE' : 'NON',
    jobCountry: isAbroad ? random.pick(COUNTRIES) : 'FR',
    jobRegion: isAbroad ? null : jobRegion(random, holder),
    ...plantedJob(random, planted, jobOf(random, { holder, horizon, level, observedOn })),
  } as const;
  if (planted !== 'SAME_DATE_AND_PAY' || !random.chance(COPIED)) return job;
  return {
    ...{ ...job, observedOn: addMonths(holder.obtainedOn, horizon) },
    ...{ contract: 'CDI', contractMonths: null },
    ...{ workingTime: 'PLEIN', quota: 100, category: 'INTERMEDIAIRE', pay: 30_000 },
  };
}

function jobRegion(random: Random, { region }: HolderDraft): string | null {
  return random.chance(OUTSIDE_REGION) ? random.pick(JOB_REGIONS) : region;
}
