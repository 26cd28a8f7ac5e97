import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect, createServer, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { checkAddresses } from '../../src/http/listening.ts';
import { openMigratedPglite } from '../support/database.ts';
import { publishSmallRegister, type Settings, serveQuestions } from './question-server.ts';

const { lookup } = vi.hoisted(() => ({ lookup: vi.fn() }));
vi.mock('node:dns/promises', async (original) => ({ ...(await original<object>()), lookup }));

/** Two addresses of this machine, as `localhost` has them where there is IPv6. */
const ADDRESSES = ['127.0.0.1', '127.0.0.2'];

const LIVE = 'GET /health/live HTTP/1.1\r\nhost: localhost\r\n\r\n';

let database: Database;

beforeAll(async () => {
  database = await openMigratedPglite();
  await publishSmallRegister(database);
});

afterAll(() => database?.[Symbol.asyncDispose]());

function serve(settings: Settings = {}) {
  return serveQuestions(database, undefined, { addresses: ADDRESSES, ...settings });
}

/** A server that is asked for a field on one of its addresses, which waits until it is opened. */
async function heldBack(host: string, settings: Settings = {}) {
  const server = await serve(settings);
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const { promise: asked, resolve: onSlow } = Promise.withResolvers<void>();
  Object.assign(server.levers, { gate, onSlow });
  const agent = new Agent({ keepAlive: true });
  const request = get(`http://${host}:${server.port}/graphql?query={slow}`, { agent });
  const answer = once(request, 'response').then(
    ([response]) => response as IncomingMessage,
    (error: Error & { code?: string }) => error.code,
  );
  await asked;
  return { server, open, answer, agent };
}

/** Opens a connection; `from` is the client's address. */
async function connected(host: string, port: number, from: string): Promise<Socket> {
  const socket = connect({ host, port, localAddress: from });
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

/** The status of an answer on a connection; null when it is closed instead. */
async function statusOn(socket: Socket): Promise<string | null> {
  const first = Promise.race([once(socket, 'data'), once(socket, 'close')]);
  socket.write(LIVE);
  return /^HTTP\/1\.1 (\d+)/.exec(String((await first)[0]))?.[1] ?? null;
}

describe.each(ADDRESSES)('of several addresses that are listened on, %s', (host) => {
  test('answers', async () => {
    await using server = await serve();
    expect((await fetch(`http://${host}:${server.port}/health/live`)).status).toBe(200);
  });

  test('lets a running request end when the server stops, and takes no other', async () => {
    const { server, open, answer, agent } = await heldBack(host);
    const began = performance.now();
    const stopped = server[Symbol.asyncDispose]();
    await expect(fetch(`http://${host}:${server.port}/health/live`)).rejects.toThrow();
    open();
    const response = await answer;
    expect(response).toMatchObject({ statusCode: 200, headers: { connection: 'close' } });
    expect(await text(response as IncomingMessage)).toContain('"slow":1');
    await stopped;
    expect(performance.now() - began).toBeLessThan(5_000);
    agent.destroy();
  });

  test('closes connections that are kept alive and idle', async () => {
    const server = await serve();
    const socket = await connected(host, server.port, '127.0.0.1');
    expect(await statusOn(socket)).toBe('200');
    const began = performance.now();
    await server[Symbol.asyncDispose]();
    expect(performance.now() - began).toBeLessThan(3_000);
    socket.destroy();
  });

  test('cuts a request that does not end within the bound', async () => {
    const { server, open, answer, agent } = await heldBack(host, { drainMs: 50 });
    await server[Symbol.asyncDispose]();
    expect(await answer).toBe('ECONNRESET');
    open();
    agent.destroy();
  });

  test('ends what is received too slowly', async () => {
    await using server = await serve({ receptionMs: 300 });
    const socket = await connected(host, server.port, '127.0.0.1');
    socket.write('GET /health/live HTTP/1.1\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
  });
});

test.each([
  ['of one client', { maxConnections: 12 }, () => '127.0.0.9', 3],
  ['of all', { maxConnections: 12 }, (index: number) => `127.0.1.${index + 1}`, 12],
  ['of a proxy', { maxConnections: 12, trustedProxies: 1 }, () => '127.0.0.9', 12],
])('connections %s are counted over all addresses', async (_, settings, fromOf, most) => {
  await using server = await serve(settings);
  const sockets: Socket[] = [];
  const statuses: (string | null)[] = [];
  for (let index = 0; index <= most; index++) {
    const host = ADDRESSES[index % ADDRESSES.length] ?? '';
    const socket = await connected(host, server.port, fromOf(index));
    sockets.push(socket);
    statuses.push(await statusOn(socket));
  }
  expect(statuses).toEqual([...Array.from({ length: most }, () => '200'), null]);
  for (const socket of sockets) socket.destroy();
});

describe('localhost is listened on', () => {
  test('on all of its addresses, each once', async () => {
    lookup.mockResolvedValue(
      ['127.0.0.2', '127.0.0.1', '127.0.0.2'].map((address) => ({ address })),
    );
    expect(await checkAddresses('localhost', 0)).toEqual(['127.0.0.2', '127.0.0.1']);
    expect(await checkAddresses('LocalHost', 0)).toEqual(['127.0.0.2', '127.0.0.1']);
  });

  test('without those that the machine names and does not have', async () => {
    lookup.mockResolvedValue(['192.0.2.1', '127.0.0.1'].map((address) => ({ address })));
    expect(await checkAddresses('localhost', 0)).toEqual(['127.0.0.1']);
    lookup.mockResolvedValue([{ address: '192.0.2.1' }]);
    await expect(checkAddresses('localhost', 0)).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' });
  });

  test.each(ADDRESSES)('unless its port is in use on one: %s', async (taken) => {
    lookup.mockResolvedValue(ADDRESSES.map((address) => ({ address })));
    const other = createServer().listen({ host: taken, port: 0 });
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await expect(checkAddresses('localhost', port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    other.close();
  });
});
