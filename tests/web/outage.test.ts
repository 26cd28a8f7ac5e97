import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { openPostgres } from '../../src/db/engines/postgres.ts';
import { migrate } from '../../src/db/migrations.ts';
import { type QuestionServer, untilAnswer } from '../http/question-server.ts';
import { createScratchUrl } from '../support/database.ts';
import { type DatabaseProxy, openDatabaseProxy } from '../support/database-proxy.ts';
import { serveQuestionRegister } from './web-server.ts';

/** Pages of the publication in memory alone; each was asked for before, and is kept. */
const KEPT = [
  '/statistiques?par=LEVEL',
  '/comparer?codes=RNCP101+RNCP100',
  '/echeances',
  '/anomalies',
];

const SERVER = process.env['TEST_DATABASE_URL'];

describe.skipIf(!SERVER)('while PostgreSQL is not there', () => {
  let scratch: Awaited<ReturnType<typeof createScratchUrl>>;
  let proxy: DatabaseProxy;
  let database: Database;
  let server: QuestionServer;

  beforeAll(async () => {
    scratch = await createScratchUrl(SERVER ?? '');
    proxy = await openDatabaseProxy(scratch.href);
    database = openPostgres(proxy.href);
    await migrate(database);
    server = await serveQuestionRegister(database, { requestTimeout: 1_000 });
    for (const path of KEPT) await fetch(`${server.url}${path}`);
    await proxy.cut();
    // What is seen first of it is that a statement fails.
    await untilAnswer(
      () => fetch(`${server.url}/recherche?q=concepteur`),
      ({ status }) => status === 503,
    );
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
    await proxy?.[Symbol.asyncDispose]();
    await scratch?.drop();
  });

  const get = async (path: string) => {
    const response = await fetch(`${server.url}${path}`);
    return { status: response.status, headers: response.headers, page: await response.text() };
  };

  test.each(KEPT)('%s is shown from memory, and says so', async (path) => {
    const { status, page } = await get(path);
    expect(status).toBe(200);
    expect(page).toContain('La base de données ne répond pas');
  });

  test.each([
    ['/', 'Les changements se lisent quand la base de données répond.'],
    [
      '/certifications/RNCP101',
      'Les textes de la fiche se lisent quand la base de données répond.',
    ],
    [
      '/dossier?code=RNCP101&section=blocks&section=cohorts',
      'La base de données ne répond pas\u00a0: cette section manque.',
    ],
  ])('%s is shown without what the database has, and is not kept so', async (path, said) => {
    const { status, page, headers } = await get(path);
    expect(status).toBe(200);
    expect(page).toContain(said);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('a search by words is a page with 503 that says why', async () => {
    const { status, page } = await get('/recherche?q=concepteur');
    expect(status).toBe(503);
    expect(page).toContain('<!doctype html>');
    expect(page).toContain('base de données');
  });

  test('once it answers again, pages say nothing of it', async () => {
    await proxy.mend();
    const response = await untilAnswer(
      () => fetch(`${server.url}/recherche?q=concepteur`),
      ({ status }) => status === 200,
    );
    expect(await response.text()).toContain('<mark>Concepteur</mark>');
    // Seen at the next look at what is served, some seconds later at most.
    const page = async () => (await get('/statistiques?par=LEVEL')).page;
    await expect.poll(page, { timeout: 10_000 }).not.toContain('ne répond pas');
    for (const path of [...KEPT, '/', '/certifications/RNCP101']) {
      expect((await get(path)).page).not.toContain('La base de données ne répond pas');
    }
  }, 20_000);
});
