import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { openPglite } from '../../../src/db/engines/pglite.ts';
import { openPostgres } from '../../../src/db/engines/postgres.ts';
import { migrate } from '../../../src/db/migrations.ts';
import {
  publishSmallRegister,
  type QuestionServer,
  serveQuestions,
  untilAnswer,
} from '../question-server.ts';

let database: Database;
let server: QuestionServer;

beforeAll(async () => {
  database = await openPglite(null);
  server = await serveQuestions(database);
});

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

async function health(name: 'live' | 'ready', at = server) {
  const response = await fetch(`${at.url}/health/${name}`);
  return { status: response.status, ...((await response.json()) as object) };
}

// One life of a database, in order.
test('a server is live and not ready before migrations, then without a publication, then ready', async () => {
  expect(await health('live')).toEqual({ status: 'live' });
  const unavailable = { status: 'unavailable' };
  expect(await health('ready')).toEqual({
    ...unavailable,
    reason: 'the database is not migrated',
  });
  await migrate(database);
  expect(await health('ready')).toEqual({
    ...unavailable,
    reason: 'no register was imported yet',
  });
  expect((await fetch(`${server.url}/health/ready`)).status).toBe(503);
  await publishSmallRegister(database);
  await untilAnswer(
    () => fetch(`${server.url}/health/ready`),
    ({ ok }) => ok,
  );
  expect(await health('ready')).toEqual({ status: 'ready' });
  const response = await fetch(`${server.url}/health/ready`);
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect((await fetch(`${server.url}/health/live`, { method: 'HEAD' })).status).toBe(200);
});

test('a database that cannot be reached makes a server unready, without saying where it is', async () => {
  await using away = openPostgres('postgres://user:secret@127.0.0.1:1/none');
  await using cut = await serveQuestions(away);
  expect((await fetch(`${cut.url}/health/live`)).status).toBe(200);
  const response = await fetch(`${cut.url}/health/ready`);
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({
    status: 'unavailable',
    reason: 'the database does not answer',
  });
  expect(cut.lines).toContainEqual(
    expect.objectContaining({ msg: 'the database does not answer', err: expect.anything() }),
  );
  expect(JSON.stringify(cut.lines)).not.toContain('secret');
});
