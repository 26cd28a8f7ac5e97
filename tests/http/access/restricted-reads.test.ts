import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import {
  logRestrictedReads,
  type RestrictedRead,
} from '../../../src/http/access/restricted-reads.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { serveQuestionRegister } from '../../web/web-server.ts';
import { persistedOperations } from '../persisted-folder.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';
import { addDataset, markOf, restrictedDataset, restrictField } from './reader-schema.ts';

const BODY = { role: 'BODY', siren: '552100554', name: 'alpha' } as const;
const MARK = 'for BODY alpha';
const KEY = { 'x-api-key': 'secret' };
const apiKeys = [
  { name: 'alpha', sha256: createHash('sha256').update('secret').digest('hex'), reader: BODY },
];

let database: Database;
let server: QuestionServer;
let id = '';

/** What was kept so far, and what keeping does beside. */
const reads: RestrictedRead[] = [];
let onRead: () => void | Promise<void> = () => {};

/** Whether titles are read as if everybody might. */
let isCareless = false;

beforeAll(async () => {
  restrictField('Certification', 'title', (title, access) => {
    if (isCareless) access.read('RNCP101');
    return `${title}${markOf(access, 'RNCP101')}`;
  });
  restrictField('Certification', 'level', (level, access) => {
    markOf(access, 'RNCP100');
    return level;
  });
  addDataset(restrictedDataset);
  database = await openMigratedPglite();
  const operations = await persistedOperations([
    'query Title { certification(code: "RNCP101") { title } }',
  ]);
  id = operations.list[0]?.documentId ?? '';
  server = await serveQuestionRegister(database, {
    ...{ apiKeys, operations },
    onRestrictedRead: async (read) => {
      await onRead();
      reads.push(read);
    },
  });
});

beforeEach(() => {
  reads.length = 0;
  server.lines.length = 0;
  onRead = () => {};
  isCareless = false;
});

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const get = (path: string, headers: Record<string, string> = KEY) =>
  fetch(`${server.url}${path}`, { headers });

const TITLE = 'query Mine { certification(code: "RNCP101") { title } }';

describe('who read restricted figures', () => {
  test('is kept once for an answer, with all certifications that it has', async () => {
    const query =
      'query Mine { certification(code: "RNCP101") { title level } other: certification(code: "RNCP100") { level title } }';
    const response = await server.ask({ query }, { ...KEY, 'x-request-id': 'mine-1' });
    expect(await response.text()).toContain(MARK);
    expect(reads).toEqual([
      {
        at: new Date('2026-11-02T12:00:00Z'),
        ...{ requestId: 'mine-1', reader: BODY, operation: 'Mine' },
        certifications: ['RNCP100', 'RNCP101'],
      },
    ]);
    expect(server.lines).toMatchObject([{ caller: 'alpha', role: 'BODY', restricted: true }]);
  });

  test('is kept of each request, those that come together too', async () => {
    const path = `/graphql?documentId=${encodeURIComponent(id)}`;
    const requests = Array.from({ length: 5 }, (_, at) =>
      get(path, { ...KEY, 'x-request-id': `r${at}` }),
    );
    for (const response of await Promise.all(requests))
      expect(await response.text()).toContain(MARK);
    expect(reads.map(({ requestId }) => requestId).toSorted()).toEqual([
      'r0',
      'r1',
      'r2',
      'r3',
      'r4',
    ]);
  });

  test('is not kept where nothing was read: of everybody, and of other figures', async () => {
    await server.ask({ query: TITLE });
    await server.ask({ query: '{ viewer { role } dataStatus { licence } }' }, KEY);
    await (await get('/reports/cohorts.csv?limit=1')).text();
    expect(reads).toEqual([]);
    for (const line of server.lines) expect(line).not.toHaveProperty('restricted');
  });

  test('is kept before the answer is sent', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    onRead = () => promise;
    let isAnswered = false;
    const answers = ['/reports/restricted.csv', '/certifications/RNCP101'].map((path) => get(path));
    answers.push(server.ask({ query: TITLE }, KEY));
    for (const each of answers) void each.then(() => (isAnswered = true));
    await setTimeout(300);
    expect(isAnswered).toBe(false);
    resolve();
    for (const each of answers) expect((await each).status).toBe(200);
    expect(reads.length).toBeGreaterThanOrEqual(3);
  });

  test('is kept of each piece of a report, before that is sent', async () => {
    const response = await get('/reports/restricted.csv');
    expect((await response.text()).match(/for BODY alpha/g)).toHaveLength(1_210);
    // A batch is held until the next one is there, which tells whether it is the last.
    expect(reads.map(({ operation, certifications }) => [operation, certifications])).toEqual([
      ['restricted', ['RNCP1', 'RNCP2']],
      ['restricted', ['RNCP3']],
    ]);
  });

  test.each([
    '/dossier.xlsx?section=restricted',
    '/dossier?section=restricted',
    '/reports/restricted.parquet',
  ])('is kept by every door: %s', async (path) => {
    await (await get(path)).arrayBuffer();
    expect(reads.flatMap(({ certifications }) => certifications)).toContain('RNCP1');
  });

  test('is a line of the log where nothing else is set, with neither key nor figure', async () => {
    await using plain = await serveQuestions(database, schema, { apiKeys });
    await plain.ask({ query: TITLE }, { ...KEY, 'x-request-id': 'mine-2' });
    const [line] = plain.lines.filter(({ msg }) => msg === 'restricted figures were read');
    expect(line).toMatchObject({
      ...{ level: 30, requestId: 'mine-2', reader: 'BODY 552100554 alpha', operation: 'Mine' },
      certifications: ['RNCP101'],
    });
    expect(JSON.stringify(plain.lines)).not.toMatch(/secret|Concepteur/);
  });

  test('is a line of a log that has warnings alone, too', () => {
    const lines: string[] = [];
    const logger = pino({ level: 'warn' }, { write: (line) => void lines.push(line) });
    const at = new Date();
    void logRestrictedReads(logger)({
      ...{ at, requestId: 'x', reader: BODY, operation: null, certifications: ['RNCP1'] },
    });
    expect(lines).toHaveLength(1);
  });
});

describe('restricted figures whose reading cannot be kept are not given', () => {
  const refusals: readonly (readonly [string, () => Promise<Response>])[] = [
    ['an operation', () => server.ask({ query: TITLE }, KEY)],
    ['a persisted operation', () => get(`/graphql?documentId=${encodeURIComponent(id)}`)],
    ['a report', () => get('/reports/restricted.csv')],
    ['a file that is written first', () => get('/reports/restricted.parquet')],
    ['a dossier', () => get('/dossier.xlsx?section=restricted')],
    ['a page', () => get('/certifications/RNCP101')],
    ['a chart', () => get('/charts/promotions.svg?code=RNCP101')],
  ];
  test.each(refusals)('by %s: 503', async (_what, ask) => {
    onRead = () => {
      throw new Error('the disk is full');
    };
    // A second time what is compiled answers.
    for (let asked = 0; asked < 3; asked++) {
      const response = await ask();
      const text = await response.text();
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
      expect(response.headers.get('cache-control')).toContain('no-store');
      expect(text).toMatch(/ACCESS_LOG_UNAVAILABLE|noté qui les lit|logged who read/);
      expect(text).not.toContain(MARK);
      expect(text).not.toContain('the disk is full');
    }
    expect(server.lines).toContainEqual(
      expect.objectContaining({ codes: ['ACCESS_LOG_UNAVAILABLE'], status: 503 }),
    );
    expect(server.lines).toContainEqual(
      expect.objectContaining({ msg: 'who read restricted figures could not be logged' }),
    );
    onRead = () => {};
    expect((await ask()).status).toBe(200);
  });

  test('by a report that is being sent: it breaks off before them', async () => {
    let kept = 0;
    onRead = async () => {
      kept += 1;
      if (kept > 1) throw new Error('the disk is full');
    };
    const whole = get('/reports/restricted.csv').then((response) => response.text());
    await expect(whole).rejects.toThrow();
    const line = await server.lineOf('/reports/restricted.csv');
    expect(line).toMatchObject({ codes: ['ACCESS_LOG_UNAVAILABLE'], rows: 600 });
  });

  test('to whoever has no role: that is a fault of the server', async () => {
    isCareless = true;
    const response = await server.ask({ query: TITLE });
    expect(await response.json()).toMatchObject({
      data: { certification: null },
      errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
    expect(reads).toEqual([]);
  });
});
