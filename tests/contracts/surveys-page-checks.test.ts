import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  answerFault,
  answerFindings,
  type GivenAnswer,
} from '../../src/domain/survey/answer-checks.ts';
import { countsFindings, rowsFindings } from '../../src/domain/survey/cohort-checks.ts';
import { noCounts } from '../../src/domain/survey/counts.ts';
import { AGE_AT_OBTENTION, SITUATION_FIELDS } from '../../src/domain/survey/layout.ts';
import { yearlyMinimumWage } from '../../src/domain/survey/minimum-wage.ts';
import { isAsPublished } from '../../src/domain/survey/register-comparison.ts';
import { day } from '../support/factories.ts';

const PAGE = readFileSync(new URL('../../docs/surveys.md', import.meta.url), 'utf8');

/** What the page says of a rule. */
function rule(number: number): string {
  return new RegExp(`^\\| ${number} \\| (.+) \\| .* \\|$`, 'm').exec(PAGE)?.[1] ?? '';
}

const OBTAINED = day('2023-06-30');
const CONTEXT = { obtainedOn: OBTAINED, today: day('2026-11-24') };

function job(given: Partial<GivenAnswer> = {}): GivenAnswer {
  return {
    ...{ horizon: 6, observedOn: day('2024-01-10'), quota: 100 },
    ...{ status: 'REPONDU', situation: 'EMPLOI', target: 'OUI', contract: 'CDI' },
    ...{ contractMonths: null, workingTime: 'PLEIN', category: 'EMPLOYE', pay: 25_000 },
    ...{ jobRegion: null, jobCountry: null },
    ...given,
  };
}

const found = (given: Partial<GivenAnswer>) =>
  answerFindings(job(given), OBTAINED, { international: false });
const fault = (given: Partial<GivenAnswer>) => answerFault(job(given), CONTEXT)?.field ?? null;

describe('the checks of the page are those of the code:', () => {
  test('2, bounds of pay and age', () => {
    const pay = SITUATION_FIELDS.find(({ name }) => name === 'remuneration_brute_annuelle');
    expect(pay).toMatchObject({ min: 1_000, max: 500_000 });
    expect(rule(2)).toContain('pay outside 1,000–500,000 €');
    const { min, max } = AGE_AT_OBTENTION;
    expect(rule(2)).toContain(`an age outside ${min}–${max} years`);
  });

  test('5 and 6, what goes with what', () => {
    expect(fault({})).toBeNull();
    expect(fault({ situation: null })).toBe('situation');
    expect(fault({ status: 'REFUS' })).toBe('situation');
    const bare = {
      ...{ target: null, contract: null, workingTime: null, quota: null, pay: null },
      category: null,
    };
    expect(fault({ ...bare, situation: 'RECHERCHE' })).toBeNull();
    expect(fault({ ...bare, situation: 'RECHERCHE', contract: 'CDI' })).toBe('contrat');
    expect(fault({ ...bare, situation: 'RECHERCHE', target: 'OUI' })).toBe('metier_vise');
    expect(fault({ situation: 'HORS_FRANCE' })).toBeNull();
  });

  test('7 and 8, jobs of which something is not known', () => {
    for (const unknown of [{ contract: null }, { workingTime: null, quota: null }, { pay: null }]) {
      expect(found(unknown)).toEqual(['JOB_DETAILS_MISSING']);
    }
    for (const target of [null, 'INDETERMINE'] as const) {
      expect(found({ target })).toEqual(['TARGET_UNKNOWN']);
    }
  });

  test('9, two months before the horizon and six after it', () => {
    expect(rule(9)).toContain('observed more than 2 months before the horizon');
    expect(fault({ observedOn: day('2023-10-30') })).toBeNull();
    expect(fault({ observedOn: day('2023-10-29') })).toBe('date_observation');
    expect(
      answerFault(job({ observedOn: null }), { ...CONTEXT, today: day('2023-10-29') }),
    ).toMatchObject({ field: 'horizon' });
    expect(PAGE).toContain('| observed more than 6 months after it | `OBSERVED_LATE` |');
    expect(found({ observedOn: day('2024-06-30') })).toEqual([]);
    expect(found({ observedOn: day('2024-07-01') })).toEqual(['OBSERVED_LATE']);
  });

  test('10, details that contradict each other', () => {
    const disagree = ['JOB_DETAILS_DISAGREE'];
    expect(found({ contract: 'INDEPENDANT' })).toEqual(disagree);
    expect(found({ contract: 'INDEPENDANT', category: 'SANS_OBJET' })).toEqual([]);
    expect(found({ contract: 'CDD' })).toEqual(disagree);
    expect(found({ contract: 'CDD', contractMonths: 6 })).toEqual([]);
    expect(found({ contract: 'INTERIM' })).toEqual([]);
    expect(found({ contractMonths: 6 })).toEqual(disagree);
    expect(found({ quota: 80 })).toEqual(disagree);
    expect(found({ quota: 100, workingTime: 'PARTIEL', pay: 25_000 })).toEqual(disagree);
  });

  test('11, pay that is unlikely', () => {
    expect(rule(11)).toContain('pay outside 5,000–200,000 €');
    const self = { contract: 'INDEPENDANT', category: 'SANS_OBJET' } as const;
    for (const [pay, isUnlikely] of [
      [4_999, true],
      [5_000, false],
      [200_000, false],
      [200_001, true],
    ] as const) {
      expect(found({ ...self, pay })).toEqual(isUnlikely ? ['PAY_UNLIKELY'] : []);
    }
    // 1,766.92 € a month on 1 January 2024, and 80 % of it.
    expect(yearlyMinimumWage(2024)).toBeCloseTo(21_203.04, 2);
    expect(found({ pay: 21_203 })).toEqual(['PAY_UNLIKELY']);
    expect(found({ pay: 21_204 })).toEqual([]);
    expect(found({ pay: 16_963, quota: 80, workingTime: 'PARTIEL' })).toEqual([]);
    expect(found({ pay: 16_962, quota: 80, workingTime: 'PARTIEL' })).toEqual(['PAY_UNLIKELY']);
  });

  test('13, more than a point after rounding', () => {
    expect(rule(13)).toContain('by more than 1 point');
    expect(isAsPublished(81.4, 80)).toBe(true);
    expect(isAsPublished(81.5, 80)).toBe(false);
  });

  test('14, responses and answers that are too few or too good', () => {
    const rules = (N: number, R: number, E = 0) =>
      countsFindings(6, { ...noCounts(), holders: N, respondents: R, employed: E }).map(
        (finding) => finding.rule,
      );
    expect(rule(14)).toContain('under 50 % answered');
    expect([rules(100, 49), rules(100, 50)]).toEqual([['LOW_RESPONSE'], []]);
    expect(rule(14)).toContain('of 30 holders or more');
    expect([rules(30, 30, 30), rules(29, 29, 29), rules(30, 30, 29)]).toEqual([
      ...[['TOO_PERFECT'], [], []],
    ]);
    const sources = new Map([['CV', 20]]);
    expect(rowsFindings({ horizon: 6, rows: 20, sources, mostAlike: 1 })).toEqual([
      { horizon: 6, rule: 'ONE_SOURCE', rows: 20, ofRows: 20 },
    ]);
  });

  test('15, rows that are alike', () => {
    const alike = (mostAlike: number) =>
      rowsFindings({ horizon: 6, rows: 100, sources: new Map(), mostAlike }).length;
    expect(rule(15)).toContain('more than 10 % of the rows');
    expect([alike(10), alike(11)]).toEqual([0, 1]);
  });
});
