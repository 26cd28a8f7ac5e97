import { afterEach, expect, test, vi } from 'vitest';
import { Mutex } from '../../../src/db/engines/mutex.ts';
import { DatabaseUnavailableError } from '../../../src/domain/errors.ts';
import { publishSmallRegister } from '../../http/question-server.ts';
import { openMigratedPglite } from '../../support/database.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('who gives up waiting for a mutex lets the next one in, after those before alone', async () => {
  const mutex = new Mutex();
  const order: string[] = [];
  const leaving = new AbortController();
  const release = await mutex.acquire();
  const left = mutex.acquire(leaving.signal);
  const next = mutex.acquire(new AbortController().signal).then((end) => {
    order.push('next');
    end();
  });
  const reason = new Error('the client left');
  leaving.abort(reason);
  await expect(left).rejects.toBe(reason);
  order.push('left');
  release();
  await next;
  expect(order).toEqual(['left', 'next']);
  await expect(mutex.acquire(leaving.signal)).rejects.toBe(reason);
  (await mutex.acquire())();
});

test('while the embedded database is written to for long, requests are told so, and what is served is known', async () => {
  await using database = await openMigratedPglite();
  await publishSmallRegister(database);
  await database.servedPublication();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const session = await database.session();
  const { signal } = new AbortController();
  const waiting = database.startReading(signal);
  const patient = database.startReading();
  expect(await database.servedPublication()).toMatchObject({ id: 1 });
  vi.advanceTimersByTime(5_000);
  await expect(waiting).rejects.toThrow(DatabaseUnavailableError);
  // Once it is long, nobody begins to wait.
  await expect(database.startReading(signal)).rejects.toThrow(DatabaseUnavailableError);
  await session[Symbol.asyncDispose]();
  await (await patient)[Symbol.asyncDispose]();
  await (await database.startReading(signal))[Symbol.asyncDispose]();
});

test('while a publication is loaded for long, requests are told so', async () => {
  await using database = await openMigratedPglite();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const load = await database.startReading();
  const waiting = database.startReading(new AbortController().signal);
  vi.advanceTimersByTime(5_000);
  await expect(waiting).rejects.toThrow(DatabaseUnavailableError);
  await load[Symbol.asyncDispose]();
  await (await database.startReading(new AbortController().signal))[Symbol.asyncDispose]();
});

test('a short session is waited for, and a request whose time is over does not wait', async () => {
  await using database = await openMigratedPglite();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const session = await database.session();
  const waiting = database.startReading(new AbortController().signal);
  const over = new AbortController();
  const late = database.startReading(over.signal);
  const reason = new Error('it took too long');
  over.abort(reason);
  await expect(late).rejects.toBe(reason);
  vi.advanceTimersByTime(4_999);
  await session[Symbol.asyncDispose]();
  vi.advanceTimersByTime(1);
  await (await waiting)[Symbol.asyncDispose]();
});
