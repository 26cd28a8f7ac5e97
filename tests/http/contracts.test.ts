import { parquetMetadata } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOperations } from '../../src/app.ts';
import { CONTRACTS } from '../../src/domain/contracts.ts';
import { schema } from '../../src/graphql/schema.ts';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { SMALL_REGISTER } from '../support/register.ts';
import { type QuestionServer, serveQuestions } from './question-server.ts';

const operations = await readOperations();

describeEachEngine('numbers of contracts on', (openDatabase) => {
  let server: QuestionServer;
  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, SMALL_REGISTER);
    server = await serveQuestions(database, schema, { operations });
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const get = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);

  /** Status, number in the header, and the ETag of an answer. */
  async function told(asked: Promise<Response>) {
    const answer = await asked;
    await answer.arrayBuffer();
    const { status, headers } = answer;
    const number = headers.get('x-contract-version');
    return { status, number, etag: headers.get('etag') ?? '' };
  }

  test('are three, of three parts each', () => {
    expect(Object.keys(CONTRACTS)).toEqual(['schema', 'datasets', 'bi']);
    for (const number of Object.values(CONTRACTS)) expect(number).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('are told together by /about.json and by GraphQL', async () => {
    expect(await (await get('/about.json')).json()).toMatchObject({ contracts: CONTRACTS });
    const asked = await server.ask({
      query: '{ dataStatus { contracts { schema datasets bi } } }',
    });
    expect(await asked.json()).toMatchObject({ data: { dataStatus: { contracts: CONTRACTS } } });
  });

  describe('that of the schema is a header of every answer of GraphQL:', () => {
    const query = '{ dataStatus { demonstration } }';
    const number = CONTRACTS.schema;

    test('by POST, the first time and when the operation is known', async () => {
      for (let times = 3; times > 0; times--) {
        expect(await told(server.ask({ query }))).toMatchObject({ status: 200, number });
      }
    });

    test('of an operation that is not accepted, and of one that fails', async () => {
      const refused = server.ask({ query: '{ nothing }' });
      expect(await told(refused)).toMatchObject({ status: 400, number });
      const failed = server.ask({
        query: '{ certification(code: "RNCP35746", asOf: "1000-01-01") { title } }',
      });
      expect(await told(failed)).toMatchObject({ number });
    });

    test('by GET', async () => {
      const address = `/graphql?query=${encodeURIComponent(query)}`;
      expect(await told(get(address))).toMatchObject({ status: 200, number });
    });

    test('of a persisted operation: executed, from memory, and not modified', async () => {
      const { documentId } = operations.list.find(({ name }) => name === 'DataStatus') ?? {};
      const address = `/graphql?documentId=${documentId}`;
      const first = await told(get(address));
      expect(first).toMatchObject({ status: 200, number });
      expect(await told(get(address))).toMatchObject({ status: 200, number });
      const headers = { 'if-none-match': first.etag };
      expect(await told(get(address, { headers }))).toMatchObject({ status: 304, number });
    });

    test('of a persisted operation that lacks a variable', async () => {
      const { documentId } = operations.list.find(({ name }) => name === 'CertificationCard') ?? {};
      const asked = get(`/graphql?documentId=${documentId}`);
      expect(await told(asked)).toMatchObject({ status: 400, number });
    });

    test('and of what describes it', async () => {
      for (const path of ['/graphql/schema', '/graphql/documents']) {
        const first = await told(get(path));
        expect(first).toMatchObject({ status: 200, number });
        const headers = { 'if-none-match': first.etag };
        expect(await told(get(path, { headers }))).toMatchObject({ status: 304, number });
      }
    });
  });

  describe('that of the datasets is a header of every report:', () => {
    const number = CONTRACTS.datasets;

    test.each(['csv', 'json', 'jsonl', 'parquet', 'arrow', 'xlsx', 'csv.gz'])(
      'as %s: made, kept, its head alone, and not modified',
      async (format) => {
        const path = `/reports/cohorts.${format}`;
        const first = await told(get(path));
        expect(first).toMatchObject({ status: 200, number });
        expect(await told(get(path))).toMatchObject({ status: 200, number });
        expect(await told(get(path, { method: 'HEAD' }))).toMatchObject({ status: 200, number });
        const headers = { 'if-none-match': first.etag };
        expect(await told(get(path, { headers }))).toMatchObject({ status: 304, number });
      },
    );

    test('of a part of a file', async () => {
      await told(get('/reports/cohorts.parquet'));
      const headers = { range: 'bytes=0-3' };
      expect(await told(get('/reports/cohorts.parquet', { headers }))).toMatchObject({
        status: 206,
        number,
      });
    });

    test('and of what describes them', async () => {
      for (const path of ['', '/openapi.json', '/cohorts/schema']) {
        expect(await told(get(`/reports${path}`))).toMatchObject({ status: 200, number });
      }
    });

    test('stands within JSON, Parquet, schemas and the OpenAPI document', async () => {
      const told = { contract_version: number };
      expect(await (await get('/reports/cohorts.json')).json()).toMatchObject(told);
      expect(await (await get('/reports/cohorts/schema')).json()).toMatchObject(told);
      const file = await (await get('/reports/cohorts.parquet')).arrayBuffer();
      expect(parquetMetadata(file).key_value_metadata).toContainEqual({
        key: 'contract_version',
        value: number,
      });
      const document = await (await get('/reports/openapi.json')).json();
      expect(document).toMatchObject({ info: { 'x-contract-version': number } });
    });
  });

  test('may be read by pages of other sites', async () => {
    const { headers } = await get('/reports/cohorts.csv');
    expect(headers.get('access-control-expose-headers')).toContain('x-contract-version');
  });
});
