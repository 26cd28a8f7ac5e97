import { createHmac } from 'node:crypto';
import { SECRET } from '../../../support/surveys.ts';
import {
  isCertified,
  type RandomAnswer,
  type RandomHolder,
  type RandomSurvey,
} from './random-surveys.ts';

function hmacOf(code: string, id: string): Buffer {
  return createHmac('sha256', SECRET).update(`${code}|${id}`).digest();
}

/** The hash that stands for an identifier: bytes 8 to 23 of the HMAC, as a UUID. */
function hashOf(code: string, id: string): string {
  const hex = hmacOf(code, id).toString('hex', 8, 24);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The same holders, all of whom refused to answer at the horizons that their cohorts are surveyed at. */
export function everybodyRefused({ holders }: RandomSurvey): RandomHolder[] {
  const cohortOf = ({ code, obtainedOn }: RandomHolder) => `${code} ${obtainedOn.slice(0, 4)}`;
  const surveyed = new Map<string, Set<number>>();
  for (const holder of holders) {
    const own = surveyed.get(cohortOf(holder)) ?? new Set();
    for (const horizon of holder.answers.keys()) own.add(horizon);
    surveyed.set(cohortOf(holder), own);
  }
  return holders.map((holder) => {
    if (!isCertified(holder)) return holder;
    const horizons = [...(surveyed.get(cohortOf(holder)) ?? [])];
    return { ...holder, answers: new Map(horizons.map((horizon) => [horizon, REFUSED])) };
  });
}

const REFUSED: RandomAnswer = {
  ...{ status: 'REFUS', observedOn: null, source: null, situation: null, target: null },
  ...{ contract: null, months: null, time: null, quota: null, category: null, pay: null },
  ...{ jobRegion: null, jobCountry: null },
};

function bandOf(age: number): string {
  const bands = [
    ...([
      [25, 'UNDER_26'],
      [29, '26_29'],
      [39, '30_39'],
      [49, '40_49'],
    ] as const),
  ];
  return bands.find(([last]) => age <= last)?.[1] ?? '50_AND_OVER';
}

/** Holders as they are stored of a survey. */
export function holdersAsStored({ holders }: RandomSurvey) {
  return holders.filter(isCertified).map(({ code, id, obtainedOn, birthYear, ...rest }) => {
    const year = Number(obtainedOn.slice(0, 4));
    return {
      ...{ certification_code: code, year, holder: hashOf(code, id), obtained_on: obtainedOn },
      ...{ access_route: rest.route, sex: rest.sex, region: rest.region },
      record_key: hmacOf(code, id).readUInt32BE(0),
      age_band: birthYear === null ? null : bandOf(year - birthYear),
    };
  });
}

/** Answers as they are stored of a survey. */
export function answersAsStored({ holders }: RandomSurvey) {
  return holders.filter(isCertified).flatMap(({ code, id, obtainedOn, answers }) =>
    [...answers].map(([horizon, answer]) => ({
      ...{ certification_code: code, year: Number(obtainedOn.slice(0, 4)), horizon },
      ...{ holder: hashOf(code, id), status: answer.status, situation: answer.situation },
      ...{ target_occupation: answer.target, contract: answer.contract },
      ...{ contract_months: answer.months, working_time: answer.time, category: answer.category },
      ...{ pay: answer.pay, job_region: answer.jobRegion, job_country: answer.jobCountry },
      job_title: null,
    })),
  );
}
