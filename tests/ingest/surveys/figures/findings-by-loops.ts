import { addMonths, type PlainDate } from '../../../../src/domain/calendar.ts';
import type { RandomAnswer, RandomHolder } from './random-surveys.ts';
import { isCertified } from './random-surveys.ts';

/** Gross yearly minimum wage in euros: 12 times that of 35 hours a week on 1 January. */
const MINIMUM: Readonly<Record<string, number>> = {
  ...{ '2023': 20_511.36, '2024': 21_203.04, '2025': 21_621.6, '2026': 21_876.36 },
};

type Finding = Readonly<Record<string, string | number>>;

/** Findings of one row by the rules 7, 8, 10 and 11 of the specification, and of late observations. */
function rulesOf(
  answer: RandomAnswer,
  { obtainedOn }: RandomHolder,
  horizon: number,
  isInternational: boolean,
): string[] {
  const { situation, contract, months, time, quota, category, pay, target, observedOn } = answer;
  const isJob = situation === 'EMPLOI' || (situation === 'HORS_FRANCE' && isInternational);
  const rules: string[] = [];
  if (isJob && [contract, time, pay].includes(null)) rules.push('JOB_DETAILS_MISSING');
  if (isJob && target !== 'OUI' && target !== 'NON') rules.push('TARGET_UNKNOWN');
  const faults = [
    contract === 'INDEPENDANT' && category !== null && category !== 'SANS_OBJET',
    contract === 'CDD' && months === null,
    months !== null && contract !== 'CDD' && contract !== 'INTERIM',
    time === 'PLEIN' && quota !== null && quota < 100,
    time === 'PARTIEL' && quota === 100,
  ];
  if (faults.includes(true)) rules.push('JOB_DETAILS_DISAGREE');
  if (pay !== null) {
    const year = (observedOn ?? addMonths(obtainedOn, horizon)).slice(0, 4);
    const share = quota ?? (time === 'PLEIN' ? 100 : 0);
    const isOwed = contract !== 'INDEPENDANT' && situation !== 'HORS_FRANCE';
    const least = isOwed ? ((MINIMUM[year] ?? Number.NaN) * share) / 100 : 0;
    if (pay < 5_000 || pay > 200_000 || pay < least) rules.push('PAY_UNLIKELY');
  }
  if (observedOn !== null && observedOn > addMonths(obtainedOn as PlainDate, horizon + 6)) {
    rules.push('OBSERVED_LATE');
  }
  return rules;
}

/** All findings of rows, as they are stored. */
export function findingsByLoops(
  holders: readonly RandomHolder[],
  international: readonly string[],
): Finding[] {
  const found: Finding[] = [];
  const cohorts = new Set(
    holders.map(({ code, obtainedOn }) => `${code} ${obtainedOn.slice(0, 4)}`),
  );
  for (const cohort of cohorts) {
    const [code = '', year = ''] = cohort.split(' ');
    for (const horizon of [6, 12, 24]) {
      const rows = holders
        .filter(
          (each) => isCertified(each) && each.code === code && each.obtainedOn.startsWith(year),
        )
        .flatMap((holder) => {
          const answer = holder.answers.get(horizon);
          return answer ? [{ holder, answer }] : [];
        });
      const add = (rule: string, count: number, ofRows = rows.length) =>
        found.push({
          ...{ certification_code: code, year: Number(year), horizon, rule },
          ...{ rows: count, of_rows: ofRows },
        });
      const all = rows.flatMap(({ holder, answer }) =>
        rulesOf(answer, holder, horizon, international.includes(code)),
      );
      for (const rule of new Set(all)) add(rule, all.filter((each) => each === rule).length);
      const answered = rows.filter(({ answer }) => answer.status === 'REPONDU');
      const [first] = answered;
      const isOneSource = answered.every(({ answer }) => answer.source === first?.answer.source);
      if (answered.length > 1 && isOneSource && first?.answer.source != null) {
        add('ONE_SOURCE', answered.length, answered.length);
      }
      const alike = Math.max(
        0,
        ...rows.map(
          ({ answer: one }) =>
            rows.filter(
              ({ answer: other }) =>
                one.pay !== null &&
                one.observedOn !== null &&
                other.pay === one.pay &&
                other.observedOn === one.observedOn,
            ).length,
        ),
      );
      if (alike > 1 && 10 * alike > rows.length) add('SAME_DATE_AND_PAY', alike);
    }
  }
  return found;
}
