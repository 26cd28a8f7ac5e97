import { expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { openMigratedPglite } from '../support/database.ts';
import { publishSmallRegister, serveQuestions, untilAnswer } from './question-server.ts';

/** A database from which nothing can be read while it is broken. */
function breakable(database: Database) {
  const state = { broken: false, reads: 0 };
  const readable: Database = {
    ...database,
    startReading: (signal) => {
      state.reads += 1;
      if (state.broken) return Promise.reject(new Error('the disk is gone'));
      return database.startReading(signal);
    },
  };
  return { state, readable };
}

test('a publication that cannot be loaded is told, the one before goes on answering, and it is not tried at each look', async () => {
  await using database = await openMigratedPglite();
  const { state, readable } = breakable(database);
  await publishSmallRegister(database);
  await using server = await serveQuestions(readable);
  const ready = () => fetch(`${server.url}/health/ready`);
  expect(await (await ready()).json()).toEqual({ status: 'ready' });

  state.broken = true;
  await publishSmallRegister(database, 2);
  const warned = await untilAnswer(ready, () =>
    server.lines.some(({ msg }) => msg === 'the publication could not be loaded'),
  );
  expect(warned.status).toBe(200);
  expect(await (await ready()).json()).toEqual({
    status: 'ready',
    warning: 'the publication could not be loaded',
  });
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(metrics).toMatch(/^debouches_snapshot_load_failed 1$/m);
  const { reads } = state;
  // Others are published meanwhile: each is tried once.
  await publishSmallRegister(database, 3);
  await untilAnswer(ready, () => state.reads === reads + 1);
  expect(server.lines.filter(({ level }) => level === 50)).toHaveLength(2);
});

test('a server that can load nothing is not ready, and says why', async () => {
  await using database = await openMigratedPglite();
  const { state, readable } = breakable(database);
  await using server = await serveQuestions(readable);
  const ready = () => fetch(`${server.url}/health/ready`);
  expect((await ready()).status).toBe(503);
  state.broken = true;
  await publishSmallRegister(database);
  const response = await untilAnswer(ready, () =>
    server.lines.some(({ msg }) => msg === 'the publication could not be loaded'),
  );
  expect(response.status).toBe(503);
  expect(await (await ready()).json()).toEqual({
    status: 'unavailable',
    reason: 'the publication could not be loaded',
  });
});
