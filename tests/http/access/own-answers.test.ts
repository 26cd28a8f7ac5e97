import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { parisDate } from '../../../src/domain/calendar.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { SCHOOL_A } from '../../support/question-register.ts';
import { unzip } from '../../support/unzip.ts';
import { serveQuestionRegister } from '../../web/web-server.ts';
import { persistedOperations } from '../persisted-folder.ts';
import type { QuestionServer } from '../question-server.ts';
import { addDataset, markOf, restrictedDataset, restrictField } from './reader-schema.ts';

const hashed = (key: string) => createHash('sha256').update(key).digest('hex');

const KEYS = [
  { name: 'plain' },
  { name: 'alpha', reader: { role: 'BODY', siren: '552100554', name: 'alpha' } },
  { name: 'beta', reader: { role: 'BODY', siren: '443061841', name: 'beta' } },
  { name: 'marie', reader: { role: 'EXAMINER', name: 'marie' } },
  { name: 'root', reader: { role: 'OPERATOR', name: 'root' } },
] as const;

/** What an answer says of each who asks, by the name of their key. */
const MARKS = {
  plain: null,
  alpha: 'for BODY alpha',
  beta: 'for BODY beta',
  marie: 'for EXAMINER marie',
  root: 'for OPERATOR root',
} as const;

type Who = keyof typeof MARKS | null;

/** Everybody, in an order in which each follows another, the public and their own. */
const ORDER: readonly Who[] = [
  ...([
    null,
    'alpha',
    null,
    'beta',
    'beta',
    'alpha',
    'marie',
    'plain',
    'root',
    'marie',
    null,
  ] as const),
];

let database: Database;
let server: QuestionServer;
let ids: ReadonlyMap<string, string>;

/** Whether the lists of certifications look at their reader. */
let isListRestricted = false;

beforeAll(async () => {
  restrictField(
    'Certification',
    'title',
    (title, access) => `${title}${markOf(access, 'RNCP101')}`,
  );
  restrictField('Query', 'certifications', (list, access) => {
    if (isListRestricted) markOf(access, 'RNCP101');
    return list;
  });
  addDataset(restrictedDataset);
  database = await openMigratedPglite();
  const operations = await persistedOperations([
    'query Who { viewer { role name } }',
    'query Title { certification(code: "RNCP101") { title } }',
    'query Rows { report(name: "restricted", first: 1) { rows } }',
    'query Status { dataStatus { licence } }',
  ]);
  ids = new Map(operations.list.map(({ name, documentId }) => [name, documentId]));
  server = await serveQuestionRegister(database, {
    operations,
    apiKeys: KEYS.map((key) => ({ ...key, sha256: hashed(key.name) })),
  });
});

beforeEach(() => {
  server.lines.length = 0;
});

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const keyOf = (who: Who): Record<string, string> => (who ? { 'x-api-key': who } : {});

const get = (path: string, who: Who, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, {
    headers: { ...keyOf(who), 'accept-language': 'fr', ...headers },
  });

const persisted = (name: string, more = '') =>
  `/graphql?documentId=${encodeURIComponent(ids.get(name) ?? '')}${more}`;

/** All that is read in an answer, of a file in a zip too. */
async function textOf(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer());
  // Lines of a calendar are folded.
  if (bytes.subarray(0, 2).toString() !== 'PK') {
    return bytes.toString('latin1').replaceAll('\r\n ', '');
  }
  return [...(await unzip(bytes)).values()].join('\n');
}

/** That an answer is for who asked, and says so to everybody in between. */
async function expectOwn(response: Response, who: Who): Promise<void> {
  const own = who && MARKS[who];
  const text = await textOf(response);
  expect(response.status).toBe(200);
  for (const mark of Object.values(MARKS)) {
    if (mark) expect([mark, text.includes(mark)]).toEqual([mark, mark === own]);
  }
  const { headers } = response;
  if (!own) {
    expect(headers.get('cache-control') ?? '').not.toContain('no-store');
    return;
  }
  expect(headers.get('cache-control')).toBe('private, no-store');
  expect([headers.get('etag'), headers.get('last-modified')]).toEqual([null, null]);
}

/** Addresses whose answers have titles, or rows, that each reader sees otherwise. */
const ADDRESSES: Readonly<Record<string, () => string>> = {
  'a persisted operation': () => persisted('Title'),
  'a report in a persisted operation': () => persisted('Rows'),
  'a persisted operation about a publication': () => persisted('Title', '&publication=2'),
  'a persisted operation about a day': () =>
    persisted('Title', `&known_on=${parisDate(new Date())}`),
  'an operation by GET': () =>
    `/graphql?query=${encodeURIComponent('{ certification(code: "RNCP101") { title } }')}`,
  'a report as CSV': () => '/reports/restricted.csv',
  'a report as JSON': () => '/reports/restricted.json?labels=fr',
  'a report of a publication': () => '/reports/restricted.csv?publication=2',
  'a report as XLSX': () => '/reports/restricted.xlsx',
  'a report as Parquet': () => '/reports/restricted.parquet',
  'a dossier as a file': () => '/dossier.xlsx?section=cohorts&section=restricted',
  'a dossier': () => '/dossier?section=restricted',
  'a page': () => '/certifications/RNCP101',
  'a page of a publication': () => '/certifications/RNCP101?publication=2',
  'a list as a page': () => '/recherche?q=concepteur',
  'a calendar': () => `/certificateurs/${SCHOOL_A}/echeances.ics`,
  'a chart in a frame': () => '/embed/promotions?code=RNCP101',
  'a chart as SVG': () => '/charts/promotions.svg?code=RNCP101',
  suggestions: () => '/recherche/suggestions?q=concepteur',
};

describe('an answer that was made for one reader is given to no other:', () => {
  const doors = Object.entries(ADDRESSES).map(([name, address]) => ({ name, address }));

  test.each(doors)('$name', async ({ address }) => {
    for (const who of ORDER) await expectOwn(await get(address(), who), who);
  });

  test.each(doors)('$name, asked for by all at once', async ({ address }) => {
    const path = address();
    const sent = ORDER.map(async (who) => ({ who, response: await get(path, who) }));
    for (const { who, response } of await Promise.all(sent)) await expectOwn(response, who);
  });

  test.each(doors)(
    '$name, nor held to be that which a client has of everybody',
    async ({ address }) => {
      const { headers } = await get(address(), null);
      const conditions: Record<string, string>[] = [];
      const [etag, modified] = [headers.get('etag'), headers.get('last-modified')];
      if (etag) conditions.push({ 'if-none-match': etag });
      if (modified) conditions.push({ 'if-modified-since': modified });
      if (etag) conditions.push({ range: 'bytes=0-9', 'if-range': etag });
      for (const given of conditions) {
        await expectOwn(await get(address(), 'alpha', given), 'alpha');
      }
    },
  );

  test.each(doors.filter(({ name }) => / publication$/.test(name)))(
    '$name, which is kept without being asked about, varies by who asks',
    async ({ address }) => {
      const { headers } = await get(address(), null);
      expect(headers.get('cache-control')).toBe('public, max-age=86400');
      expect(headers.get('vary')).toMatch(/, authorization, x-api-key$/);
    },
  );

  test('an operation by POST, interpreted or compiled', async () => {
    const query = '{ viewer { name } certification(code: "RNCP101") { title } }';
    for (const who of [...ORDER, ...ORDER]) {
      const response = await server.ask({ query }, keyOf(who));
      await expectOwn(response, who);
    }
  });

  test('the list of codes of a file of a search', async () => {
    const path = '/recherche.csv?q=concepteur';
    isListRestricted = true;
    try {
      for (const who of ORDER) {
        const { status, headers } = await get(path, who);
        expect([status, headers.get('cache-control')]).toEqual([
          200,
          who && MARKS[who]
            ? 'private, no-store'
            : `${who ? 'private' : 'public'}, max-age=0, must-revalidate`,
        ]);
      }
    } finally {
      isListRestricted = false;
    }
  });

  test('a check of rows that were cited', async () => {
    for (const who of ORDER) {
      const response = await get('/reports/restricted.csv?publication=1&check=1', who);
      expect(response.status).toBe(200);
      const isOwn = who !== null && MARKS[who] !== null;
      expect(response.headers.get('cache-control')?.includes('no-store')).toBe(isOwn);
      expect(response.headers.has('etag')).toBe(!isOwn);
    }
  });
});

test('a report that looks at its reader after its first rows breaks off: its headers were wrong', async () => {
  addDataset({
    ...restrictedDataset,
    name: 'late',
    batches: async function* (_view, _values, { access }) {
      for (let batch = 0; batch < 4; batch++) {
        if (batch === 3) markOf(access, 'RNCP1');
        yield [[batch, 'row']];
      }
    },
  });
  const whole = (who: Who) => get('/reports/late.csv', who).then((response) => response.text());
  expect(await whole(null)).toContain('3,row');
  await expect(whole('alpha')).rejects.toThrow();
});

describe('an answer that did not look at its reader', () => {
  const cacheOf = (response: Response) =>
    /^cache;desc=(\w+)/.exec(response.headers.get('server-timing') ?? '')?.[1];

  test.each([
    ['a persisted operation', () => persisted('Status')],
    ['a report', () => '/reports/cohorts.csv?limit=2'],
    ['a workbook', () => '/reports/cohorts.xlsx?limit=2'],
    ['a file that is written first', () => '/reports/cohorts.parquet?limit=2'],
    ['a page', () => '/methode'],
    ['the feed', () => '/changes.atom'],
  ])('is kept for each reader apart, who alone keeps it: %s', async (_name, address) => {
    const tags = new Set<string | null>();
    for (const who of [null, 'alpha', 'beta', 'marie'] as const) {
      const first = await get(address(), who);
      // It is kept once it is sent.
      await first.arrayBuffer();
      const again = await get(address(), who);
      const scope = who ? 'private' : 'public';
      expect(first.headers.get('cache-control')).toBe(`${scope}, max-age=0, must-revalidate`);
      expect([who, cacheOf(first) === 'hit', cacheOf(again)]).toEqual([who, false, 'hit']);
      const etag = again.headers.get('etag') ?? '';
      expect((await get(address(), who, { 'if-none-match': etag })).status).toBe(304);
      tags.add(etag);
    }
    // Without a role a key changes nothing.
    expect(cacheOf(await get(address(), 'plain'))).toBe('hit');
  });

  test('has another tag for each reader, where the tag does not follow from its content', async () => {
    const path = '/reports/cohorts.csv?limit=3';
    const tags = await Promise.all(
      ([null, 'plain', 'alpha', 'beta'] as const).map(async (who) =>
        (await get(path, who)).headers.get('etag'),
      ),
    );
    expect(tags[0]).toBe(tags[1]);
    expect(new Set(tags).size).toBe(3);
    expect((await get(path, 'alpha', { 'if-none-match': tags[0] ?? '' })).status).toBe(200);
  });
});
