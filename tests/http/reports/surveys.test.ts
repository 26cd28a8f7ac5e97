import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { insertSurveyAccess } from '../../../src/db/surveys/access-log.ts';
import type { RegisterCode } from '../../../src/domain/certification/register-code.ts';
import { schema } from '../../../src/graphql/schema.ts';
import type { RestrictedRead } from '../../../src/http/access/restricted-reads.ts';
import { eraseSurvey } from '../../../src/ingest/surveys/erase-survey.ts';
import { publishSurveys, READERS } from '../../datasets/surveys/survey-register.ts';
import { describeEachEngine } from '../../support/database.ts';
import { day } from '../../support/factories.ts';
import { SURVEYS } from '../../support/survey-rows.ts';
import { SECRET } from '../../support/surveys.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';

type Who = keyof typeof READERS;

const apiKeys = Object.entries(READERS).map(([name, reader]) => ({
  ...{ name, reader },
  sha256: createHash('sha256').update(name).digest('hex'),
}));

describeEachEngine('reports of surveys over', (openDatabase) => {
  let database: Database;
  let server: QuestionServer;
  const reads: RestrictedRead[] = [];

  beforeAll(async () => {
    database = await openDatabase();
    await publishSurveys(database);
    server = await serveQuestions(database, schema, {
      ...{ apiKeys, surveys: SURVEYS },
      // As `serve` keeps them.
      onRestrictedRead: async (read) => {
        reads.push(read);
        const { at: readAt, reader, certifications: certificationCodes, ...rest } = read;
        if (reader.role === 'PUBLIC') throw new Error('everybody read restricted figures');
        await using session = await database.session();
        await insertSurveyAccess(session.db, { ...rest, readAt, reader, certificationCodes });
      },
    });
  });
  beforeEach(() => {
    reads.length = 0;
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const get = (path: string, who: Who | null = null) =>
    fetch(`${server.url}/reports/${path}`, { headers: who ? { 'x-api-key': who } : {} });
  async function rowsOf(path: string, who: Who | null = null) {
    const response = await get(path, who);
    expect(response.status).toBe(200);
    return parse(await response.text(), { columns: true }) as Record<string, string>[];
  }
  const GLOBAL = (rows: readonly Record<string, string>[], code: string) =>
    rows.find((row) => row['certification_code'] === code && row['rate_kind'] === 'GLOBAL');

  test('survey-rates is for everybody, and of what each may see', async () => {
    const all = await rowsOf('survey-rates.csv?labels=fr');
    expect(GLOBAL(all, 'RNCP1')).toMatchObject({
      ...{ rate_kind_label: 'Taux d’insertion global', status: 'SHOWN', status_label: 'Affiché' },
      ...{ eligible: '42', numerator: '34', rate: '80.95', weighted_rate: '' },
      ...{ published_rate: '81', differs: 'false' },
    });
    expect(GLOBAL(all, 'RNCP2')).toMatchObject({
      ...{ status: 'SUPPRESSED', reason: 'SMALL_BASE', reason_label: 'Trop peu de répondants' },
      ...{ holders: '', eligible: '', numerator: '', rate: '', rate_low: '' },
    });
    expect(reads).toEqual([]);
    const own = await rowsOf('survey-rates.csv', 'school');
    expect(GLOBAL(own, 'RNCP1')).toMatchObject({ weighted_rate: '78.13', in_full: 'true' });
    expect(GLOBAL(own, 'RNCP2')).toMatchObject({ rate: '', in_full: 'false' });
    const assigned = await rowsOf('survey-rates.csv', 'alice');
    expect(GLOBAL(assigned, 'RNCP2')).toMatchObject({ eligible: '15', rate: '80' });
    expect(GLOBAL(assigned, 'RNCP1')).toMatchObject({ weighted_rate: '' });
    expect(reads).toMatchObject([
      { reader: READERS.school, operation: 'survey-rates', certifications: ['RNCP1', 'RNCP4'] },
      { reader: READERS.alice, operation: 'survey-rates', certifications: ['RNCP2'] },
    ]);
  });

  test.each(['csv', 'json', 'parquet', 'arrow', 'xlsx'])(
    'what a reader with a role gets as %s is kept by nobody, unlike that of everybody',
    async (ending) => {
      for (const name of ['survey-rates', 'survey-outcomes', 'survey-quality', 'survey-access']) {
        const [open, own] = [
          await get(`${name}.${ending}`),
          await get(`${name}.${ending}`, 'boss'),
        ];
        expect([name, open.status, own.status]).toEqual([name, 200, 200]);
        expect(open.headers.get('cache-control')).not.toContain('no-store');
        expect(own.headers.get('cache-control')).toBe('private, no-store');
        expect(own.headers.get('etag')).toBeNull();
        await Promise.all([open.arrayBuffer(), own.arrayBuffer()]);
      }
      // Reading the log is no read of figures.
      expect(reads.map(({ operation }) => operation)).toEqual([
        ...['survey-rates', 'survey-outcomes', 'survey-quality'],
      ]);
    },
  );

  test('survey-quality has rows for who reads in full alone', async () => {
    const codes = async (who: Who | null) =>
      new Set((await rowsOf('survey-quality.csv', who)).map((row) => row['certification_code']));
    expect(await codes(null)).toEqual(new Set());
    expect(await codes('alice')).toEqual(new Set(['RNCP2']));
    expect(await codes('school')).toEqual(new Set(['RNCP1', 'RNCP4', 'RNCP5']));
  });

  test('survey-access tells the operator of the reads of others', async () => {
    const before = await rowsOf('survey-access.csv', 'boss');
    await rowsOf('survey-outcomes.csv?code=RNCP2', 'alice');
    const after = await rowsOf('survey-access.csv', 'boss');
    expect(after.length).toBe(before.length + 1);
    expect(
      after.find((row) => !before.some((each) => each['access_number'] === row['access_number'])),
    ).toMatchObject({
      ...{ role: 'EXAMINER', reader: 'alice', operation: 'survey-outcomes' },
      certification_code: 'RNCP2',
    });
    for (const who of [null, 'alice', 'school'] as const) {
      expect(await rowsOf('survey-access.csv', who)).toEqual([]);
    }
  });

  test('are rows of the field "report" too, and noted', async () => {
    const response = await server.ask(
      {
        query: `query Rates { report(name: "survey-rates",
          parameters: [{ name: "code", values: ["RNCP2"] }]) { rows } }`,
      },
      { 'x-api-key': 'other' },
    );
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const { data } = (await response.json()) as { data: { report: { rows: object[] } } };
    expect(data.report.rows[0]).toMatchObject({ eligible: 15, rate: 80, in_full: true });
    expect(reads).toMatchObject([{ reader: READERS.other, certifications: ['RNCP2'] }]);
  });

  test('say why there are none', async () => {
    const response = await get('survey-rates.csv?code=RNCP6');
    expect(response.headers.get('empty-because')).toMatch(/^\w+; message\*=UTF-8'fr'/);
    expect(await rowsOf('survey-rates.csv?code=RNCP6')).toEqual([]);
  });

  test('of a past publication are 410 once a survey that would be in them is erased', async () => {
    const [{ publication }] = [
      (await (await get('survey-rates.json')).json()) as { publication: number },
    ];
    const past = (code: string, who: Who | null = null) =>
      get(`survey-rates.csv?publication=${publication}&code=${code}`, who);
    expect((await past('RNCP1')).status).toBe(200);
    await eraseSurvey(
      database,
      { certificationCode: 'RNCP1' as RegisterCode, year: null, holder: null },
      { secret: SECRET, today: day('2026-11-24') },
    );
    await expect.poll(async () => (await past('RNCP1')).status, { timeout: 10_000 }).toBe(410);
    const refused = await past('RNCP1', 'boss');
    expect(await refused.json()).toMatchObject({ code: 'SURVEY_ERASED', status: 410 });
    expect((await past('RNCP2')).status).toBe(200);
    for (const name of ['survey-outcomes', 'survey-quality']) {
      expect((await get(`${name}.csv?publication=${publication}`)).status).toBe(410);
    }
    const newest = await rowsOf('survey-rates.csv');
    expect(GLOBAL(newest, 'RNCP1')).toBeUndefined();
    expect(GLOBAL(newest, 'RNCP2')).toBeDefined();
  });
});
