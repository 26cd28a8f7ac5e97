import { beforeAll, expect, test } from 'vitest';
import { surveyAccess } from '../../../src/datasets/surveys/survey-access.ts';
import type { Database } from '../../../src/db/database.ts';
import { insertSurveyAccess, type SurveyAccess } from '../../../src/db/surveys/access-log.ts';
import { describeEachEngine } from '../../support/database.ts';
import { ficheWith, publishFiches } from '../../support/factories.ts';
import { pick } from '../../support/report-rows.ts';
import { rowsFor } from '../../support/survey-rows.ts';
import { READERS, SCHOOL } from './survey-register.ts';

/** More than are read at a time, of two certifications each, all at one moment. */
const MANY = 1_100;

const LOG: readonly SurveyAccess[] = [
  {
    // In Paris, the first minute of the 2nd.
    ...{ readAt: new Date('2026-11-01T23:00:00Z'), requestId: 'r1', reader: READERS.school },
    ...{ operation: 'Mine', certificationCodes: ['RNCP1', 'RNCP10'] },
  },
  {
    ...{ readAt: new Date('2026-11-02T22:59:59.999Z'), requestId: 'r2', reader: READERS.alice },
    ...{ operation: null, certificationCodes: ['RNCP2'] },
  },
  {
    ...{ readAt: new Date('2026-11-02T23:00:00Z'), requestId: 'r3', reader: READERS.boss },
    ...{ operation: 'survey-rates', certificationCodes: ['RNCP1'] },
  },
];

describeEachEngine('survey-access on', (openDatabase) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, [ficheWith({ code: 'RNCP1' })]);
    await using session = await database.session();
    for (const entry of LOG) await insertSurveyAccess(session.db, entry);
  });
  const ask = async (who: keyof typeof READERS, query: Record<string, string> = {}) =>
    rowsFor(database, surveyAccess, { reader: READERS[who], query });

  test('tells the operator who read what, newest first, and notes nothing', async () => {
    const { rows, noted, isForReader } = await ask('boss');
    const names = ['read_at', 'request_id', 'role', 'reader', 'siren', 'operation'];
    expect(rows.map((row) => pick(row, [...names, 'certification_code']))).toEqual([
      ['2026-11-02T23:00:00.000Z', 'r3', 'OPERATOR', 'boss', null, 'survey-rates', 'RNCP1'],
      ['2026-11-02T22:59:59.999Z', 'r2', 'EXAMINER', 'alice', null, null, 'RNCP2'],
      ['2026-11-01T23:00:00.000Z', 'r1', 'BODY', 'school', SCHOOL, 'Mine', 'RNCP1'],
      ['2026-11-01T23:00:00.000Z', 'r1', 'BODY', 'school', SCHOOL, 'Mine', 'RNCP10'],
    ]);
    expect([noted, isForReader]).toEqual([[], true]);
  });

  test('tells nobody else', async () => {
    for (const who of ['everybody', 'school', 'other', 'alice'] as const) {
      expect((await ask(who)).rows).toEqual([]);
    }
  });

  test('keeps to certifications and to days in Paris', async () => {
    const requests = async (query: Record<string, string>) =>
      (await ask('boss', query)).rows.map((row) => row['request_id']);
    expect(await requests({ read_from: '2026-11-02', read_to: '2026-11-02' })).toEqual([
      ...['r2', 'r1', 'r1'],
    ]);
    expect(await requests({ read_from: '2026-11-03' })).toEqual(['r3']);
    expect(await requests({ code: 'RNCP1' })).toEqual(['r3', 'r1']);
    // The register that is served need not have them.
    expect(await requests({ code: 'RNCP2,RNCP10' })).toEqual(['r2', 'r1']);
    await expect(requests({ read_from: '2026-11-03', read_to: '2026-11-02' })).rejects.toThrow(
      'read_from 2026-11-03 is after read_to 2026-11-02: give a read_from that is not after read_to',
    );
  });

  test('is read in pages that lose and repeat nothing', async () => {
    {
      await using session = await database.session();
      for (let number = 0; number < MANY; number++) {
        await insertSurveyAccess(session.db, {
          ...{ readAt: new Date('2026-12-01T12:00:00Z'), requestId: `many-${number}` },
          ...{ reader: READERS.boss, operation: null, certificationCodes: ['RNCP7', 'RNCP8'] },
        });
      }
    }
    const { rows } = await ask('boss', { read_from: '2026-12-01' });
    const keys = rows.map((row) => `${row['request_id']} ${row['certification_code']}`);
    expect([keys.length, new Set(keys).size]).toEqual([2 * MANY, 2 * MANY]);
    expect(keys.slice(0, 3)).toEqual([
      `many-${MANY - 1} RNCP7`,
      `many-${MANY - 1} RNCP8`,
      `many-${MANY - 2} RNCP7`,
    ]);
  });
});
