import { beforeAll, expect, test } from 'vitest';
import { surveyQuality } from '../../../src/datasets/surveys/survey-quality.ts';
import type { Database } from '../../../src/db/database.ts';
import { describeEachEngine } from '../../support/database.ts';
import { pick } from '../../support/report-rows.ts';
import { rowsFor } from '../../support/survey-rows.ts';
import { publishSurveys, READERS } from './survey-register.ts';

describeEachEngine('survey-quality on', (openDatabase) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
    await publishSurveys(database);
  });
  const ask = async (who: keyof typeof READERS, query: Record<string, string> = {}) =>
    rowsFor(database, surveyQuality, { reader: READERS[who], query });
  const FINDING = [
    ...['certification_code', 'horizon', 'rule', 'indicator'],
    ...['rows', 'of_rows', 'computed', 'published'],
  ];

  test('has findings of rows and counts, and differences from the register', async () => {
    const { rows, noted } = await ask('boss');
    expect(rows.map((row) => pick(row, FINDING))).toEqual([
      [...['RNCP1', 6, 'RATE_DIFFERS', 'TARGET_OCCUPATION_6_MONTHS'], ...[null, null, 59.52, 70]],
      ['RNCP1', 6, 'JOB_DETAILS_MISSING', null, 34, 60, null, null],
      ['RNCP2', 6, 'JOB_DETAILS_MISSING', null, 12, 20, null, null],
      ['RNCP3', 6, 'JOB_DETAILS_MISSING', null, 20, 60, null, null],
      ['RNCP3', 6, 'LOW_RESPONSE', null, 20, 60, null, null],
      ['RNCP4', null, 'CERTIFIED_DIFFERS', null, null, null, 24, 25],
      ['RNCP5', null, 'CERTIFIED_DIFFERS', null, null, null, 10, 12],
    ]);
    expect(noted).toEqual(['RNCP1', 'RNCP2', 'RNCP3', 'RNCP4', 'RNCP5']);
    expect(pick(rows[4] ?? {}, ['message', 'message_fr'])).toEqual([
      ...['Response rate under 50 %', 'Taux de réponse inférieur à 50\u00a0%'],
    ]);
  });

  test.each([
    ['everybody', []],
    ['school', ['RNCP1', 'RNCP4', 'RNCP5']],
    ['other', ['RNCP2', 'RNCP3']],
    ['alice', ['RNCP2']],
  ] as const)('%s reads it of %j alone', async (who, codes) => {
    const { rows, noted } = await ask(who);
    expect([...new Set(rows.map((row) => row['certification_code']))]).toEqual(codes);
    expect(noted).toEqual(codes);
  });

  test('keeps to the horizons that are asked for, with what is about the roster', async () => {
    const { rows } = await ask('boss', { horizon: '24' });
    expect(rows.map((row) => pick(row, ['certification_code', 'rule']))).toEqual([
      ['RNCP4', 'CERTIFIED_DIFFERS'],
      ['RNCP5', 'CERTIFIED_DIFFERS'],
    ]);
  });
});
