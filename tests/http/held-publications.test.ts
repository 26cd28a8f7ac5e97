import { sql } from 'kysely';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { publishHeld } from '../../src/db/load/publish-held.ts';
import { withdrawPublication } from '../../src/db/load/withdraw.ts';
import { createToken } from '../../src/db/publication-tokens.ts';
import { schema } from '../../src/graphql/schema.ts';
import { cleanFiche, Importer } from '../ingest/publish/importer.ts';
import { TODAY } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { type QuestionServer, serveQuestions, untilAnswer } from './question-server.ts';

const before = [
  cleanFiche('RNCP1', { title: 'Boulanger', level: 'NIV6', cohorts: [['2020', '10', '80']] }),
];
const after = [
  cleanFiche('RNCP1', { title: 'Boulanger', level: 'NIV6', cohorts: [['2020', '10', '85']] }),
  cleanFiche('RNCP2', { title: 'Pâtissier', level: 'NIV6' }),
];

const QUESTION = `query Held {
  all: certifications(filter: { search: "patissier" }) { totalCount }
  certification(code: "RNCP1") { title objectives }
  insertionStatistics(groupBy: [YEAR]) { groups { summary { rate(indicator: GLOBAL_6_MONTHS) { value } } } }
  changes(first: 10) { nodes { kind after } }
}`;

interface Answer {
  readonly data?: {
    readonly all: { readonly totalCount: number };
    readonly insertionStatistics: {
      readonly groups: readonly {
        readonly summary: { readonly rate: { readonly value: number } };
      }[];
    };
    readonly changes: { readonly nodes: readonly { kind: string; after: string | null }[] };
  };
  readonly errors?: readonly { readonly message: string; readonly extensions: object }[];
}

describeEachEngine('a publication that is held on', (openDatabase) => {
  let database: Database;
  let imports: Importer;
  let server: QuestionServer;
  let token = '';

  beforeAll(async () => {
    database = await openDatabase();
  });
  beforeEach(async () => {
    imports = await Importer.into(database);
    await imports.forget();
    await imports.export('RNCP', '2026-01-01', before);
    server = await serveQuestions(database, schema);
    await imports.export('RNCP', '2026-01-02', after, { hold: true });
    token = await newToken(new Date('2099-01-01'));
  });
  afterEach(async () => {
    await server[Symbol.asyncDispose]();
    await imports[Symbol.asyncDispose]();
  });

  async function newToken(expiresAt: Date, id = 2): Promise<string> {
    await using session = await database.session();
    return await createToken(session.db, id, expiresAt);
  }

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, { headers });

  const opened = (name: string, given = token) =>
    get(`/reports/${name}.json?publication_token=${given}`);

  async function rowsOf(response: Response): Promise<Record<string, unknown>[]> {
    expect(response.status).toBe(200);
    const { rows } = (await response.json()) as { rows: Record<string, unknown>[] };
    return rows;
  }

  const ask = async (headers: Record<string, string> = {}) =>
    (await (await server.ask({ query: QUESTION }, headers)).json()) as Answer;

  test('is seen by nobody without a token', async () => {
    const { data } = await ask();
    expect(data?.all.totalCount).toBe(0);
    expect(data?.changes.nodes).toEqual([]);
    expect((await get('/reports/certifications.json?publication=2')).status).toBe(400);
    expect(await rowsOf(await get('/reports/certifications.json'))).toHaveLength(1);
    expect(await rowsOf(await get('/reports/changes.json'))).toEqual([]);
  });

  test('answers operations, searches, statistics and what it changes to who has one', async () => {
    const { data, errors } = await ask({ 'x-publication-token': token });
    expect(errors).toBeUndefined();
    expect(data?.all.totalCount).toBe(1);
    expect(data?.insertionStatistics.groups[0]?.summary.rate.value).toBe(85);
    expect(data?.changes.nodes).toEqual(
      expect.arrayContaining([
        { kind: 'CREATED', after: 'Pâtissier' },
        { kind: 'RATE_ALTERED', after: '85' },
      ]),
    );
    const headers = { 'x-publication-token': token };
    const posted = await server.ask(
      { query: '{ __typename today: dataStatus { ageDays } }' },
      headers,
    );
    expect(posted.headers.get('cache-control')).toBe('private, no-store');
    const got = await get('/graphql?query={publications{totalCount}}', headers);
    expect(got.headers.get('cache-control')).toBe('private, no-store');
    // Nothing of it is kept for others.
    expect((await ask()).data?.all.totalCount).toBe(0);
  });

  test('is read as reports, which nobody keeps, by a parameter or a header', async () => {
    const response = await opened('certifications');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(await rowsOf(response)).toHaveLength(2);
    const header = { 'x-publication-token': token };
    expect(await rowsOf(await get('/reports/certifications.json', header))).toHaveLength(2);
    const kinds = (await rowsOf(await opened('changes'))).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['CREATED', 'RATE_ALTERED']);
    const file = await get(`/reports/certifications.parquet?publication_token=${token}`);
    expect(file.headers.get('cache-control')).toBe('private, no-store');
    expect(await rowsOf(await get('/reports/certifications.json'))).toHaveLength(1);
  });

  test('answers a saved operation to who has a token alone, who asks at the same time', async () => {
    const saved = (await (await get('/graphql/documents')).json()) as {
      name: string;
      documentId: string;
    }[];
    const search = saved.find(({ name }) => name === 'ChangesSince');
    const variables = encodeURIComponent('{"first":5}');
    const address = `/graphql?documentId=${search?.documentId}&variables=${variables}`;
    const [mine, theirs, others] = await Promise.all([
      get(address, { 'x-publication-token': token }),
      get(address),
      get(address, { 'x-publication-token': 'x'.repeat(43) }),
    ]);
    expect(mine.headers.get('cache-control')).toBe('private, no-store');
    expect(await mine.text()).toContain('Pâtissier');
    expect(await theirs.text()).not.toContain('Pâtissier');
    expect(others.status).toBe(403);
    expect(await (await get(address)).text()).not.toContain('Pâtissier');
  });

  test.each([
    ['x'.repeat(43), 403, 'this token opens no publication'],
    ['short', 400, '43 letters, digits, - and _'],
  ])('is refused to who gives the token %s', async (given, status, message) => {
    const response = await opened('certifications', given);
    expect(response.status).toBe(status);
    expect(JSON.stringify(await response.json())).toContain(message);
  });

  test('is refused to who has a token that expired, and who names another one too', async () => {
    const expired = await newToken(new Date('2020-01-01'));
    expect((await opened('certifications', expired)).status).toBe(403);
    const both = await get(`/reports/cohorts.json?publication=1&publication_token=${token}`);
    expect(await both.text()).toContain('one of them is accepted');
    const { errors } = (await (
      await server.ask(
        { query: '{ certifications(publication: 1) { totalCount } }' },
        { 'x-publication-token': token },
      )
    ).json()) as Answer;
    expect(errors?.[0]?.message).toContain('one of them is accepted');
  });

  test('is published as of today, and read by all', async () => {
    {
      await using session = await database.session();
      expect(await publishHeld(session, TODAY)).toBe(2);
    }
    const published = await untilAnswer(
      () => get('/reports/certifications.csv'),
      ({ headers }) => headers.get('x-row-count') === '2',
    );
    expect(await published.text()).toContain('Pâtissier');
    const past = (await (await get('/reports/certifications.json?publication=2')).json()) as {
      as_of: string;
    };
    expect(past.as_of).toBe(TODAY);
    // Links that were sent go on working until they expire.
    expect(await rowsOf(await opened('certifications'))).toHaveLength(2);
    await using session = await database.session();
    await expect(publishHeld(session, TODAY)).rejects.toThrow('no publication is held');
  });

  test('has a page of what it changes, for who has a token', async () => {
    const address = `/publications/2?publication_token=${token}`;
    const page = await get(address, { 'accept-language': 'fr' });
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('private, no-store');
    expect(page.headers.get('content-security-policy')).toContain("style-src 'self'");
    const text = await page.text();
    expect(text).toContain('<html lang="fr">');
    expect(text).toContain('Retenue');
    expect(text).toContain('promotion 2020, 80 % → 85 %');
    expect(text).toContain('RNCP2 Pâtissier');
    expect(text).toContain(`publication_token=${token}">CSV</a>`);
    const english = await (await get(`${address}&lang=en`)).text();
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('Rate altered');
    expect((await get('/publications/2')).status).toBe(400);
    expect((await get(`/publications/2?publication_token=${token.slice(1)}`)).status).toBe(403);
    expect((await get(`/publications/1?publication_token=${token}`)).status).toBe(404);
    const first = await (await get('/publications/1')).text();
    expect(first).toContain('l’historique commence avec cette publication');
    expect(first).toContain('<html lang="fr">');
    expect((await get('/publications/two')).status).toBe(404);
  });

  test('shows texts as they are, whatever is in them', async () => {
    {
      await using session = await database.session();
      await withdrawPublication(session, 'x', 2);
    }
    const xml = '&lt;script&gt;alert(1)&lt;/script&gt;"\'&amp;';
    await imports.export('RNCP', '2026-01-04', [cleanFiche('RNCP1', { title: xml })], {
      hold: true,
    });
    const mine = await newToken(new Date('2099-01-01'), 3);
    const text = await (await get(`/publications/3?publication_token=${mine}`)).text();
    expect(text).not.toContain('<script>');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;');
  });

  test('goes when it is withdrawn, with a reason, and leaves nothing', async () => {
    expect((await opened('certifications')).status).toBe(200);
    {
      await using session = await database.session();
      expect(await withdrawPublication(session, 'wrong rates', 2)).toEqual({
        withdrawn: 2,
        served: 1,
      });
    }
    const gone = await opened('certifications');
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain('wrong rates');
    {
      await using session = await database.session();
      const { rows } = await sql<{ versions: number; changes: number }>`
        select (select count(*)::int from versions.certification where since = 2) as versions,
          (select count(*)::int from change) as changes`.execute(session.db);
      expect(rows).toEqual([{ versions: 0, changes: 0 }]);
    }
    expect(await imports.export('RNCP', '2026-01-03', after)).toBe(3);
    expect(await imports.ask('select kind from change order by kind')).toEqual([
      { kind: 'CREATED' },
      { kind: 'RATE_ALTERED' },
    ]);
  });

  test('keeps other imports and withdrawals off, and is found again by its own files', async () => {
    await expect(imports.export('RNCP', '2026-01-03', before)).rejects.toThrow(
      'publication 2 is held: publish it ("debouches publish 2") or withdraw it',
    );
    const path = await imports.writeExport('RNCP', '2026-01-02', after);
    expect(await imports.run([path])).toMatchObject({
      ...{ changed: false, held: true, publicationId: 2 },
    });
    await using session = await database.session();
    await expect(withdrawPublication(session, 'x')).rejects.toThrow(
      'publication 2 is held, which was made upon 1',
    );
  });

  test('is not made where there is nothing to compare it with', async () => {
    await imports.forget();
    await expect(imports.export('RNCP', '2026-01-01', before, { hold: true })).rejects.toThrow(
      'nothing is served yet',
    );
  });
});
