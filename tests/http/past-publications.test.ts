import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { documentIdOf } from '../../src/http/graphql/persisted-operations.ts';
import type { PastBounds } from '../../src/snapshot/past-snapshots.ts';
import { describeEachEngine } from '../support/database.ts';
import { certifierWith, cohortWith, ficheWith, publishFiches } from '../support/factories.ts';
import { type QuestionServer, serveQuestions } from './question-server.ts';

const SCHOOL = certifierWith('École', { siret: '13002526500013' });

const fiche = (title: string, rate: number) =>
  ficheWith({
    ...{ code: 'RNCP1', title, certifiers: [SCHOOL], sheetId: null },
    level: { code: 'NIV6', label: 'Niveau 6' },
    cohorts: [cohortWith(2020, 100, { global6: rate })],
    texts: { objectives: `Devenir ${title}` },
  });

/** As it was in three publications. */
const REGISTERS = [
  [fiche('Boulanger', 80)],
  [fiche('Pâtissier', 90), ficheWith({ code: 'RNCP2', title: 'Forgeron' })],
  [fiche('Confiseur', 70)],
];

interface Answer {
  readonly certification: { readonly title: string; readonly objectives: string };
  readonly search: { readonly totalCount: number };
  readonly all: { readonly totalCount: number };
  readonly statistics: {
    readonly groups: readonly {
      readonly summary: { readonly rate: { readonly value: number } };
    }[];
  };
}

const QUESTION = `query ($p: Int, $k: Date) {
  certification(code: "RNCP1", publication: $p, knownOn: $k) { title objectives }
  search: certifications(publication: $p, knownOn: $k, filter: { search: "patissier" }) { totalCount }
  all: certifications(publication: $p, knownOn: $k) { totalCount }
  statistics: insertionStatistics(publication: $p, knownOn: $k, groupBy: [YEAR]) {
    groups { summary { rate(indicator: GLOBAL_6_MONTHS) { value } } }
  }
}`;

describeEachEngine('past publications on', (openDatabase) => {
  let database: Database;
  let server: QuestionServer;

  const serve = (past?: PastBounds) => serveQuestions(database, schema, past ? { past } : {});

  beforeAll(async () => {
    database = await openDatabase();
    for (const fiches of REGISTERS) await publishFiches(database, fiches);
    await execute(`update publication set dated_on = '2024-01-01'::date + 100 * (id - 1)`);
    server = await serve();
  });
  afterAll(() => server[Symbol.asyncDispose]());

  async function execute(statement: string): Promise<void> {
    await using session = await database.session();
    await sql.raw(statement).execute(session.db);
  }

  /** What is served of a report. */
  const report = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${server.url}/reports${path}`, { headers });

  const ask = async (variables: object, query = QUESTION) =>
    (await (await server.ask({ query, variables })).json()) as {
      readonly data: Answer;
      readonly errors?: readonly {
        readonly extensions: { readonly code: string };
        message: string;
      }[];
    };

  const summary = async (variables: object) => {
    const { data, errors } = await ask(variables);
    expect(errors).toBeUndefined();
    const { certification, search, all, statistics } = data;
    const rate = statistics.groups[0]?.summary.rate.value;
    return [certification.title, certification.objectives, search.totalCount, all.totalCount, rate];
  };

  test('answer a card, texts, search, lists and statistics as the register stood', async () => {
    const first = ['Boulanger', 'Devenir Boulanger', 0, 1, 80];
    const second = ['Pâtissier', 'Devenir Pâtissier', 1, 2, 90];
    const third = ['Confiseur', 'Devenir Confiseur', 0, 1, 70];
    expect(await summary({ p: 1 })).toEqual(first);
    expect(await summary({ p: 2 })).toEqual(second);
    expect(await summary({ p: 3 })).toEqual(third);
    expect(await summary({})).toEqual(third);
    expect(await summary({ k: '2024-04-09' })).toEqual(first);
    expect(await summary({ k: '2024-04-10' })).toEqual(second);
    expect(await summary({ k: '2026-01-01' })).toEqual(third);
  });

  test('stand for their own day, unless another is asked for', async () => {
    const of = async (query: string) => {
      const body = (await (await report(`/cohorts.json?${query}`)).json()) as {
        readonly publication: number;
        readonly as_of: string;
      };
      return [body.publication, body.as_of];
    };
    expect(await of('publication=2')).toEqual([2, '2024-04-10']);
    expect(await of('known_on=2024-05-01')).toEqual([2, '2024-04-10']);
    expect(await of('publication=2&as_of=2025-01-01')).toEqual([2, '2025-01-01']);
  });

  test.each(['csv', 'json', 'parquet', 'arrow', 'xlsx'])(
    'are the same bytes whatever is published later, as %s, and are kept for a day',
    async (format) => {
      const path = `/certifications.${format}?publication=2`;
      const first = await report(path);
      expect(first.headers.get('cache-control')).toBe('public, max-age=86400');
      const bytes = Buffer.from(await first.arrayBuffer());
      await using again = await serve();
      const later = await fetch(`${again.url}/reports${path}`);
      expect(later.headers.get('etag')).toBe(first.headers.get('etag'));
      expect(Buffer.from(await later.arrayBuffer()).equals(bytes)).toBe(true);
      const etag = first.headers.get('etag') ?? '';
      expect((await report(path, { 'if-none-match': etag })).status).toBe(304);
    },
  );

  test('are loaded once for all who ask at the same time, and the least asked for goes first', async () => {
    await using other = await serve({ most: 2, bytes: 1e9, waiting: 8 });
    const metric = async () => {
      const text = await (await fetch(`${other.url}/metrics`)).text();
      return Number(/^debouches_snapshots (\d+)$/m.exec(text)?.[1]);
    };
    const rows = (publication: number) =>
      fetch(`${other.url}/reports/certifications.csv?publication=${publication}`);
    const all = await Promise.all([1, 2, 1, 2, 1].map(rows));
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await metric()).toBe(3);
    expect((await rows(3)).status).toBe(200);
    expect(await metric()).toBe(3);
  });

  test('past those that may wait are answered 503, with the seconds to wait', async () => {
    await using other = await serve({ most: 1, bytes: 1e9, waiting: 0 });
    const answers = await Promise.all(
      [1, 2].map((p) =>
        other.ask({ query: QUESTION, variables: { p } }, { accept: GRAPHQL_RESPONSE }),
      ),
    );
    const refused = answers.find(({ status }) => status !== 200);
    expect(refused?.status).toBe(503);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    const body = (await refused?.json()) as Awaited<ReturnType<typeof ask>>;
    expect(body.errors?.[0]?.extensions.code).toBe('TOO_MANY_PUBLICATIONS');
  });

  test('that there are not, or several in one operation, are told with those that there are', async () => {
    const { errors } = await ask({ p: 9 });
    expect(errors).toMatchObject([
      {
        extensions: { code: 'BAD_USER_INPUT' },
        message: 'there is no publication 9: 1 (of 2024-01-01) to 3 (of 2024-07-19) are there',
      },
    ]);
    const early = await ask({ k: '2023-12-31' });
    expect(early.errors?.[0]?.message).toMatch(/^nothing was published by 2023-12-31: 1 /);
    const several = await ask(
      {},
      '{ a: certifications(publication: 1) { totalCount } b: certifications(publication: 2) { totalCount } }',
    );
    expect(several.errors?.[0]?.message).toBe(
      'several publications are asked for (1, 2): one operation is answered from one publication',
    );
    const both = await report('/cohorts.csv?publication=1&known_on=2024-05-01');
    expect(both.status).toBe(400);
  });

  test('that are kept no longer are gone', async () => {
    await execute(`update publication set state = 'PRUNED' where id = 1`);
    try {
      await using other = await serve();
      const gone = await fetch(`${other.url}/reports/cohorts.csv?publication=1`);
      expect(gone.status).toBe(410);
      const answer = await other.ask(
        { query: QUESTION, variables: { p: 1 } },
        { accept: GRAPHQL_RESPONSE, 'accept-language': 'fr' },
      );
      expect(answer.status).toBe(410);
      const { errors } = (await answer.json()) as Awaited<ReturnType<typeof ask>>;
      expect(errors?.[0]?.extensions.code).toBe('PUBLICATION_GONE');
      expect(errors?.[0]?.message).toContain('n’est plus conservée');
    } finally {
      await execute(`update publication set state = 'PUBLISHED' where id = 1`);
    }
  });

  test('asked for by a saved operation are kept for a day', async () => {
    const query = 'query P { certifications(publication: 2) { totalCount } }';
    const operation = {
      ...{ name: 'P', description: '', variables: [], isSubscription: false },
      text: query,
    };
    const documentId = documentIdOf(query);
    const saved = { ...operation, documentId };
    await using other = await serveQuestions(database, schema, {
      operations: {
        list: [saved],
        find: (id) => (id === documentId ? saved : undefined),
        findText: () => undefined,
      },
    });
    const path = `${other.url}/graphql?documentId=${documentId}`;
    for (const cache of ['miss', 'hit']) {
      const answer = await fetch(path);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=86400');
      expect(answer.headers.get('server-timing')).toContain(cache);
      expect(await answer.json()).toMatchObject({ data: { certifications: { totalCount: 2 } } });
    }
  });
});

const GRAPHQL_RESPONSE = 'application/graphql-response+json';
