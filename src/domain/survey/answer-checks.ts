import type { Bilingual } from '../bilingual.ts';
import { addMonths, type PlainDate } from '../calendar.ts';
import type { CountingRule } from './counts.ts';
import type { Answer } from './holder.ts';
import type { Horizon } from './layout.ts';
import { yearlyMinimumWage } from './minimum-wage.ts';
import { isEmployed } from './situation.ts';
import type { RowsFindingRule } from './survey-finding.ts';

/** An answer as a file gives it. */
export interface GivenAnswer extends Answer {
  readonly horizon: Horizon;
  /** Day of the situation; null = not known. */
  readonly observedOn: PlainDate | null;
  /** Percent of a full time, 1 to 100. */
  readonly quota: number | null;
}

/** What an answer is checked against. */
export interface AnswerContext {
  readonly obtainedOn: PlainDate;
  readonly today: PlainDate;
}

/** Why an answer cannot be accepted, and the field that is wrong. */
export interface AnswerFault {
  readonly field: string;
  readonly text: Bilingual;
}

/** Months before the horizon from which a situation counts for it. */
const EARLY_MONTHS = 2;
/** Months after it from which a situation is late. */
const LATE_MONTHS = 6;

/**
 * The first reason for which an answer is refused; null when it is accepted.
 *
 * - Source: docs/surveys.md#checks, rules 5, 6 and 9.
 */
export function answerFault(answer: GivenAnswer, context: AnswerContext): AnswerFault | null {
  return statusFault(answer) ?? jobFault(answer) ?? dateFault(answer, context);
}

function statusFault({ status, situation }: GivenAnswer): AnswerFault | null {
  if (status === 'REPONDU' && situation === null) {
    return {
      field: 'situation',
      text: {
        fr: 'est vide alors que statut_reponse est REPONDU\u00a0: donnez la situation, ou un autre statut',
        en: 'is empty while statut_reponse is REPONDU: give the situation, or another status',
      },
    };
  }
  if (status !== 'REPONDU' && situation !== null) {
    return {
      field: 'situation',
      text: {
        fr: `est ${situation} alors que statut_reponse est ${status}\u00a0: elle est acceptée avec REPONDU seulement`,
        en: `is ${situation} while statut_reponse is ${status}: it is accepted with REPONDU alone`,
      },
    };
  }
  return null;
}

function jobFault(answer: GivenAnswer): AnswerFault | null {
  const { situation, target, contract, contractMonths, workingTime, quota, pay } = answer;
  if (situation === 'EMPLOI' || situation === 'HORS_FRANCE') return null;
  let field: string | null = null;
  if (contract !== null) field = 'contrat';
  else if (contractMonths !== null) field = 'duree_contrat_mois';
  else if (workingTime !== null) field = 'temps_travail';
  else if (quota !== null) field = 'quotite';
  else if (pay !== null) field = 'remuneration_brute_annuelle';
  else if (target === 'OUI') field = 'metier_vise';
  if (field === null) return null;
  const [fr, en] = situation === null ? ['vide', 'empty'] : [situation, situation];
  return {
    field,
    text: {
      fr: `décrit un emploi alors que situation est ${fr}\u00a0: accepté avec EMPLOI ou HORS_FRANCE seulement`,
      en: `describes a job while situation is ${en}: accepted with EMPLOI or HORS_FRANCE alone`,
    },
  };
}

function dateFault(
  { horizon, observedOn }: GivenAnswer,
  { obtainedOn, today }: AnswerContext,
): AnswerFault | null {
  const from = monthsAfter(obtainedOn, horizon - EARLY_MONTHS);
  if ((observedOn ?? today) >= from) return null;
  if (observedOn === null) {
    return {
      field: 'horizon',
      text: {
        fr: `l’horizon de ${horizon} mois n’est pas atteint\u00a0: une situation est acceptée à partir du ${from}`,
        en: `the horizon of ${horizon} months is not reached: a situation is accepted from ${from} on`,
      },
    };
  }
  return {
    field: 'date_observation',
    text: {
      fr: `${observedOn} est trop tôt pour l’horizon de ${horizon} mois\u00a0: acceptée à partir du ${from}`,
      en: `${observedOn} is too early for the horizon of ${horizon} months: accepted from ${from} on`,
    },
  };
}

/**
 * What is remarkable about one accepted answer. A job abroad is looked at like any other where the
 * certification is flagged international; elsewhere it counts in no figure, and lacks nothing.
 *
 * - Source: docs/surveys.md#checks, rules 7, 8, 10 and 11, and late observations.
 */
export function answerFindings(
  answer: GivenAnswer,
  obtainedOn: PlainDate,
  { international }: CountingRule,
): RowsFindingRule[] {
  const found: RowsFindingRule[] = [];
  const { situation, contract, workingTime, pay, target, horizon, observedOn } = answer;
  if (situation !== null && isEmployed(situation, international)) {
    if (contract === null || workingTime === null || pay === null)
      found.push('JOB_DETAILS_MISSING');
    if (target === null || target === 'INDETERMINE') found.push('TARGET_UNKNOWN');
  }
  if (disagrees(answer)) found.push('JOB_DETAILS_DISAGREE');
  if (isUnlikelyPay(answer, obtainedOn)) found.push('PAY_UNLIKELY');
  if (observedOn !== null && observedOn > monthsAfter(obtainedOn, horizon + LATE_MONTHS)) {
    found.push('OBSERVED_LATE');
  }
  return found;
}

function disagrees({
  contract,
  contractMonths,
  category,
  workingTime,
  quota,
}: GivenAnswer): boolean {
  if (contract === 'INDEPENDANT' && category !== null && category !== 'SANS_OBJET') return true;
  if (contract === 'CDD' && contractMonths === null) return true;
  if (contractMonths !== null && contract !== 'CDD' && contract !== 'INTERIM') return true;
  if (workingTime === null || quota === null) return false;
  return (workingTime === 'PLEIN') !== (quota === 100);
}

const LEAST_LIKELY_PAY = 5_000;
const MOST_LIKELY_PAY = 200_000;

function isUnlikelyPay(answer: GivenAnswer, obtainedOn: PlainDate): boolean {
  const { pay, situation, contract, workingTime, quota, horizon, observedOn } = answer;
  if (pay === null) return false;
  if (pay < LEAST_LIKELY_PAY || pay > MOST_LIKELY_PAY) return true;
  // Nobody owes it to the self-employed, nor abroad; and of a part time the share must be known.
  const share = quota ?? (workingTime === 'PLEIN' ? 100 : null);
  if (contract === 'INDEPENDANT' || situation === 'HORS_FRANCE' || share === null) return false;
  const day = observedOn ?? monthsAfter(obtainedOn, horizon);
  const minimum = yearlyMinimumWage(Number(day.slice(0, 4)));
  return minimum !== null && pay < (minimum * share) / 100;
}

/** Days by months after: those of awards come again, and to compute each took a tenth of an import. */
const days = new Map<string, PlainDate>();
const MOST_DAYS = 50_000;

function monthsAfter(day: PlainDate, months: number): PlainDate {
  const key = `${day} ${months}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  const later = addMonths(day, months);
  if (days.size < MOST_DAYS) days.set(key, later);
  return later;
}
