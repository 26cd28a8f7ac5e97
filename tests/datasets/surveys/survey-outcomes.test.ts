import { beforeAll, expect, test } from 'vitest';
import { surveyOutcomes } from '../../../src/datasets/surveys/survey-outcomes.ts';
import type { Database } from '../../../src/db/database.ts';
import { describeEachEngine } from '../../support/database.ts';
import { pick } from '../../support/report-rows.ts';
import { rowsFor } from '../../support/survey-rows.ts';
import { publishSurveys, READERS } from './survey-register.ts';

describeEachEngine('survey-outcomes on', (openDatabase) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
    await publishSurveys(database);
  });
  const ask = async (who: keyof typeof READERS, query: Record<string, string>) =>
    rowsFor(database, surveyOutcomes, { reader: READERS[who], query });

  test('has all holders and their classes, what is suppressed without figures', async () => {
    const { rows } = await ask('everybody', { code: 'RNCP1' });
    const CLASS = ['dimension', 'class_code', 'class_en', 'status', 'reason', 'eligible'];
    // Every other holder is a woman: 15 of the 30 eligible students, and 6 of the 12 apprentices.
    expect(rows.map((row) => pick(row, CLASS))).toEqual([
      ['ALL', null, 'All', 'SHOWN', null, 42],
      ['ROUTE', 'APPRENTISSAGE', 'Apprenticeship', 'SUPPRESSED', 'SMALL_BASE', null],
      [
        ...['ROUTE', 'ELEVE_ETUDIANT', 'Initial training, as a pupil or student'],
        ...['SUPPRESSED', 'COMPLEMENTARY', null],
      ],
      ['SEX', 'F', 'Woman', 'SHOWN', null, 21],
      ['SEX', 'M', 'Man', 'SHOWN', null, 21],
      ['AGE_BAND', 'UNDER_26', 'Under 26', 'SHOWN', null, 42],
      ['REGION', null, 'Not known', 'SHOWN', null, 42],
    ]);
    const COUNTS = ['holders', 'respondents', 'neutralised', 'employed', 'in_target'];
    const RATES = ['global_rate', 'global_rate_low', 'global_rate_high', 'global_bound_low'];
    const TARGET = ['target_rate', 'target_rate_low', 'target_bound_low', 'target_bound_high'];
    expect(pick(rows[0] ?? {}, [...COUNTS, ...RATES, ...TARGET])).toEqual([
      ...[60, 48, 6, 34, 25],
      ...[80.95, 66.7, 90.02, 62.96],
      ...[59.52, 44.49, 46.3, 68.52],
    ]);
    for (const row of rows.filter(({ status }) => status === 'SUPPRESSED')) {
      expect(pick(row, [...COUNTS, ...RATES, ...TARGET, 'response_rate', 'coverage'])).toEqual(
        Array(15).fill(null),
      );
    }
  });

  test('has the classes and the details for who reads the survey in full', async () => {
    const DETAILS = ['unreachable', 'studying', 'searching', 'target_unknown', 'permanent'];
    const { rows, noted } = await ask('school', { code: 'RNCP1', dimension: 'ROUTE' });
    expect(rows.map((row) => pick(row, ['class_code', 'eligible', ...DETAILS]))).toEqual([
      ['APPRENTISSAGE', 12, 8, 0, 5, 0, 0],
      ['ELEVE_ETUDIANT', 30, 4, 6, 3, 0, 0],
    ]);
    expect(noted).toEqual(['RNCP1']);
    const others = await ask('everybody', { code: 'RNCP1', dimension: 'ALL' });
    expect(pick(others.rows[0] ?? {}, DETAILS)).toEqual([null, null, null, null, null]);
  });

  test('has shares on bases of their own, and pay as each may see it', async () => {
    const SHARES = ['stable_share', 'stable_share_base', 'full_time_share', 'managers_share'];
    const PAY = ['pay_lower', 'pay_median', 'pay_upper', 'pay_base'];
    const query = { code: 'RNCP4', dimension: 'ALL' };
    const [own] = (await ask('school', query)).rows;
    // 12 permanent and 6 for more than six months of 24; nobody's category is known.
    expect(pick(own ?? {}, SHARES)).toEqual([75, 24, 100, null]);
    // The places 5.75, 11.5 and 17.25 of values that are 111 € apart.
    expect(pick(own ?? {}, PAY)).toEqual([30_638.25, 31_276.5, 31_914.75, 24]);
    const [all] = (await ask('everybody', query)).rows;
    expect(pick(all ?? {}, SHARES)).toEqual([null, null, null, null]);
    expect(pick(all ?? {}, PAY)).toEqual([30_600, 31_300, 31_900, 24]);
    // 12 women and 12 men are too few.
    const bySex = (await ask('everybody', { code: 'RNCP4', dimension: 'SEX' })).rows;
    expect(bySex.map((row) => pick(row, ['status', ...PAY]))).toEqual(
      Array(2).fill(['SUPPRESSED', null, null, null, null]),
    );
    const ofAge = (await ask('everybody', { code: 'RNCP4', dimension: 'AGE_BAND' })).rows;
    // Bases of classes would tell those of suppressed ones.
    expect(ofAge.map((row) => pick(row, PAY))).toEqual([[30_600, 31_300, 31_900, null]]);
  });
});
