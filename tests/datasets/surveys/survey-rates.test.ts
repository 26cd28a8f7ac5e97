import { beforeAll, expect, test } from 'vitest';
import { readDataset } from '../../../src/datasets/read.ts';
import { surveyRates } from '../../../src/datasets/surveys/survey-rates.ts';
import type { Database } from '../../../src/db/database.ts';
import type { RegisterCode } from '../../../src/domain/certification/register-code.ts';
import { SurveyErasedError } from '../../../src/domain/errors.ts';
import { eraseSurvey } from '../../../src/ingest/surveys/erase-survey.ts';
import { viewOn } from '../../../src/snapshot/day-view.ts';
import { publicationReader } from '../../../src/snapshot/publication-reader.ts';
import { SnapshotStore } from '../../../src/snapshot/store.ts';
import { surveyService } from '../../../src/snapshot/surveys/survey-service.ts';
import { describeEachEngine } from '../../support/database.ts';
import { day } from '../../support/factories.ts';
import { pick } from '../../support/report-rows.ts';
import { rowsFor, SURVEYS } from '../../support/survey-rows.ts';
import { SECRET } from '../../support/surveys.ts';
import { publishSurveys, READERS } from './survey-register.ts';

const BASE = ['holders', 'respondents', 'neutralised', 'eligible', 'numerator'];
const RATE = ['rate', 'rate_low', 'rate_high', 'bound_low', 'bound_high'];
const SHARES = ['response_rate', 'neutralised_share', 'coverage'];
const WEIGHTED = ['weighted_rate', 'weighted_rate_low', 'weighted_rate_high', 'effective_base'];

describeEachEngine('survey-rates on', (openDatabase) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
    await publishSurveys(database);
  });
  const ask = (
    who: keyof typeof READERS,
    query: Record<string, string> = {},
    limit: number | null = null,
  ) => rowsFor(database, surveyRates, { reader: READERS[who], query, limit });

  test('has the figures of the worked example beside the published rates', async () => {
    const { rows, noted } = await ask('everybody', { code: 'RNCP1' });
    expect(rows.map((row) => pick(row, ['rate_kind', 'status', 'in_full', ...BASE]))).toEqual([
      ['GLOBAL', 'SHOWN', false, 60, 48, 6, 42, 34],
      ['TARGET_OCCUPATION', 'SHOWN', false, 60, 48, 6, 42, 25],
    ]);
    expect(rows.map((row) => pick(row, [...RATE, ...SHARES]))).toEqual([
      [80.95, 66.7, 90.02, 62.96, 85.19, 80, 12.5, 70],
      [59.52, 44.49, 72.96, 46.3, 68.52, 80, 12.5, 70],
    ]);
    expect(rows.map((row) => pick(row, ['published_rate', 'differs']))).toEqual([
      [81, false],
      [70, true],
    ]);
    // Of the apprentices 12 are eligible: weights would tell what they answered.
    for (const row of rows) expect(pick(row, WEIGHTED)).toEqual([null, null, null, null]);
    expect(noted).toEqual([]);
  });

  test('has the weighted rate for the body that certifies', async () => {
    const { rows, noted } = await ask('school', { code: 'RNCP1' });
    expect(rows.map((row) => pick(row, ['in_full', ...WEIGHTED]))).toEqual([
      [true, 78.13, 63.26, 88.1, 40.42],
      [true, 56.25, 41.08, 70.33, 40.42],
    ]);
    expect(noted).toEqual(['RNCP1']);
  });

  test.each([
    ['everybody', [], []],
    ['school', ['RNCP1', 'RNCP4'], []],
    ['other', ['RNCP2', 'RNCP3'], ['RNCP2']],
    ['alice', ['RNCP2'], ['RNCP2']],
    ['boss', ['RNCP1', 'RNCP2', 'RNCP3', 'RNCP4'], ['RNCP2']],
  ] as const)('%s reads in full, and is noted to, just %j', async (who, inFull, small) => {
    const { rows, noted, isForReader } = await ask(who);
    const codes = (of: typeof rows) => [...new Set(of.map((row) => row['certification_code']))];
    expect(codes(rows)).toEqual(['RNCP1', 'RNCP2', 'RNCP3', 'RNCP4']);
    expect(codes(rows.filter((row) => row['in_full']))).toEqual(inFull);
    expect(noted).toEqual(inFull);
    expect(isForReader).toBe(who !== 'everybody');
    // 15 are eligible: only its readers see it.
    const [of2] = rows.filter((row) => row['certification_code'] === 'RNCP2');
    expect(pick(of2 ?? {}, ['status', 'reason', ...BASE])).toEqual(
      small.length > 0
        ? ['SHOWN', null, 20, 18, 3, 15, 12]
        : ['SUPPRESSED', 'SMALL_BASE', null, null, null, null, null],
    );
    if (small.length === 0) {
      expect(pick(of2 ?? {}, [...RATE, ...SHARES, ...WEIGHTED, 'differs'])).toEqual(
        Array(13).fill(null),
      );
    }
  });

  test('has no published rate where the register has no cohort, or no such indicator', async () => {
    const { rows } = await ask('boss');
    const of = (code: string) =>
      rows
        .filter((row) => row['certification_code'] === code)
        .map((row) => pick(row, ['horizon', 'rate', 'published_rate', 'differs']));
    expect(of('RNCP3')).toEqual([
      [6, 100, null, null],
      [6, 100, null, null],
    ]);
    expect(of('RNCP4')).toEqual([
      [24, 100, null, null],
      [24, 100, null, null],
    ]);
  });

  test('keeps to horizons, years, certifications and rows that are asked for', async () => {
    const codesOf = async (query: Record<string, string>) =>
      (await ask('everybody', query)).rows.map(({ certification_code: code }) => code);
    expect(await codesOf({ horizon: '24' })).toEqual(['RNCP4', 'RNCP4']);
    expect(await codesOf({ horizon: '12' })).toEqual([]);
    expect(await codesOf({ year_to: '2023' })).toEqual(['RNCP4', 'RNCP4']);
    expect(await codesOf({ certifier: '222222226', year_from: '2024' })).toEqual([
      ...['RNCP2', 'RNCP2', 'RNCP3', 'RNCP3'],
    ]);
    // What is not given is not noted as read.
    const { rows, noted } = await ask('boss', {}, 1);
    expect([rows.length, noted]).toEqual([1, ['RNCP1']]);
  });

  test('has no rows without a secret, or with another one than surveys were made with', async () => {
    for (const surveys of [null, surveyService('another', { has: () => true })]) {
      expect(await rowsFor(database, surveyRates, { reader: READERS.boss, surveys })).toEqual({
        ...{ rows: [], noted: [], isForReader: false },
      });
    }
  });

  test('of a past publication is refused where an erased survey would be in it', async () => {
    const store = new SnapshotStore(database);
    const before = (await store.refresh()).publication.id;
    await eraseSurvey(
      database,
      { certificationCode: 'RNCP1' as RegisterCode, year: 2024, holder: null },
      { secret: SECRET, today: day('2026-11-24') },
    );
    await store.refresh();
    using lease = await store.leaseOf({ publication: before });
    const read = async (query: Record<string, string>, surveys: typeof SURVEYS | null) => {
      const { snapshot } = lease;
      let count = 0;
      for await (const { rows } of readDataset(surveyRates, {
        ...{ view: viewOn(snapshot, day('2026-11-24')), limit: null, surveys },
        read: publicationReader(database, snapshot),
        values: query['code'] ? { code: [query['code']] } : { ...query },
      })) {
        count += rows.length;
      }
      return count;
    };
    await expect(read({}, SURVEYS)).rejects.toThrow(SurveyErasedError);
    await expect(read({ code: 'RNCP1' }, null)).rejects.toThrow(
      'the survey of RNCP1, cohort 2024, was erased: no publication answers of it',
    );
    expect(await read({ code: 'RNCP2' }, SURVEYS)).toBe(2);
    // The newest publication has the others.
    expect((await ask('everybody')).rows.map((row) => row['certification_code'])).not.toContain(
      'RNCP1',
    );
  });
});
