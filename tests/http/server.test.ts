import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { answered } from '../support/answered.ts';
import { openMigratedPglite } from '../support/database.ts';
import { publishSmallRegister, type Settings, serveQuestions } from './question-server.ts';

let database: Database;

beforeAll(async () => {
  database = await openMigratedPglite();
  await publishSmallRegister(database);
});

afterAll(() => database?.[Symbol.asyncDispose]());

/** A server whose field `slow` waits until it is opened. */
async function heldBack(settings: Settings = {}) {
  const server = await serveQuestions(database, undefined, settings);
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const { promise: asked, resolve: onSlow } = Promise.withResolvers<void>();
  Object.assign(server.levers, { gate, onSlow });
  return { server, open, asked, url: `${server.url}/graphql?query={slow}` };
}

/** What a server writes back to raw bytes, until it closes the connection. */
async function raw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(bytes);
  return text(socket);
}

describe('a server that stops', () => {
  test('lets a running request end, refuses new ones, and leaves no connection open', async () => {
    const { server, open, asked, url } = await heldBack();
    const agent = new Agent({ keepAlive: true });
    const request = get(url, { agent });
    await asked;

    const began = performance.now();
    const stopped = server[Symbol.asyncDispose]();
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    open();
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    expect(await text(answer)).toMatch(/^\{"data":\{"slow":1\},"extensions":.*\}$/);
    expect(answer.headers.connection).toBe('close');
    await stopped;
    // Kept alive the connection would last for more than a minute.
    expect(performance.now() - began).toBeLessThan(5_000);
    agent.destroy();
  });

  test('closes connections that are kept alive and idle at once', async () => {
    const server = await serveQuestions(database);
    const agent = new Agent({ keepAlive: true });
    const [answer] = (await once(get(`${server.url}/health/live`, { agent }), 'response')) as [
      IncomingMessage,
    ];
    await text(answer);
    const began = performance.now();
    await server[Symbol.asyncDispose]();
    expect(performance.now() - began).toBeLessThan(3_000);
    agent.destroy();
  });

  test('cuts a request that does not end within the bound', async () => {
    const { server, open, asked, url } = await heldBack({ drainMs: 50 });
    const answer = fetch(url).catch((error: Error) => error.message);
    await asked;
    await server[Symbol.asyncDispose]();
    expect(await answer).toBe('fetch failed');
    open();
  });
});

test('a port in use is told by the error of the system', async () => {
  await using server = await serveQuestions(database);
  await expect(serveQuestions(database, undefined, { port: server.port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
    port: server.port,
  });
});

test.each([
  ['GET /about.json HTTP/1.1', 'Host: [', 'the header Host is \\"[\\", which is no name'],
  ['GET /about.json HTTP/1.1', 'Host: a b', 'the header Host is \\"a b\\", which is no name'],
  ['GET /about.json HTTP/1.1', 'Host: a\r\nHost: b', 'several headers Host were sent: one is'],
  ['GET /%zz HTTP/1.1', 'Host: a', 'the address \\"/%zz\\" cannot be decoded'],
  ['GET /reports/%ff%fe HTTP/1.1', 'Host: a', 'the address \\"/reports/%ff%fe\\" cannot be'],
])('an address that is none (%s, %s) is refused', async (line, host, message) => {
  await using server = await serveQuestions(database);
  const answer = await raw(server.port, `${line}\r\n${host}\r\nConnection: close\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toMatch(/^x-request-id: /m);
  expect(answer.split('\r\n\r\n')[1]).toContain('BAD_REQUEST');
  expect(answer).toContain(message);
  expect(server.lines).toMatchObject([{ status: 400, codes: ['BAD_REQUEST'] }]);
});

test('a request line may have the whole address, as for a proxy', async () => {
  await using server = await serveQuestions(database);
  const line = 'GET http://elsewhere.example/graphql?query={today} HTTP/1.1';
  const answer = await raw(server.port, `${line}\r\nHost: a\r\nConnection: close\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toEqual(answered({ today: '2026-11-02' }));
  expect(server.lines).toMatchObject([{ path: '/graphql', status: 200 }]);
});
