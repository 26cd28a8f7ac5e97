import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { openMigratedPglite } from '../support/database.ts';
import { publishSmallRegister, type QuestionServer, serveQuestions } from './question-server.ts';

let database: Database;

beforeAll(async () => {
  database = await openMigratedPglite();
  await publishSmallRegister(database);
});

afterAll(() => database?.[Symbol.asyncDispose]());

async function open({ port }: QuestionServer, localAddress = '127.0.0.1'): Promise<Socket> {
  const socket = connect({ port, localAddress, host: '127.0.0.1' });
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

/** What a connection is sent until it is closed, while bytes of a request trickle in. */
async function trickle(socket: Socket, begin: string): Promise<string> {
  let answer = '';
  socket.on('data', (chunk: Buffer) => {
    answer += chunk.toString();
  });
  socket.write(begin);
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  socket.on('close', () => resolve());
  const timer = setInterval(() => socket.write('x'), 20);
  await closed;
  clearInterval(timer);
  return answer;
}

const BODY =
  'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n{';

test.each([
  ['headers', 'GET /health/live HTTP/1.1\r\nhost: localhost\r\nx-slow: '],
  ['a body', BODY],
  ['a request line', 'GET /'],
])('%s that trickle in end with the connection', async (_name, begin) => {
  await using server = await serveQuestions(database, schema, { receptionMs: 300 });
  // What is sent after the connection was closed may take the answer from the client.
  expect(await trickle(await open(server), begin)).toMatch(/^(?:HTTP\/1\.1 408 |$)/);
  expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
});

test('a connection on which nothing is sent is closed', async () => {
  await using server = await serveQuestions(database, schema, { receptionMs: 300 });
  const socket = await open(server);
  socket.resume();
  await once(socket, 'close');
});

test('a client that leaves while its request is received is no fault of the server', async () => {
  await using server = await serveQuestions(database, schema);
  const socket = await open(server);
  socket.write(BODY);
  await setTimeout(100);
  socket.destroy();
  const line = await server.lineOf('/graphql');
  expect(line).toMatchObject({ status: 499, codes: ['CLIENT_CLOSED_REQUEST'] });
  expect(server.lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
});

test('connections are bounded: of one address before all others', async () => {
  await using server = await serveQuestions(database, schema, { maxConnections: 12 });
  const own = await Promise.all(Array.from({ length: 3 }, () => open(server, '127.0.0.2')));
  const more = await open(server, '127.0.0.2');
  more.resume();
  await once(more, 'close');
  const other = await open(server, '127.0.0.3');
  other.write('GET /health/live HTTP/1.1\r\nhost: localhost\r\n\r\n');
  const [answer] = (await once(other, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 /);
  // One that was closed makes room.
  own[0]?.destroy();
  await setTimeout(100);
  const again = await open(server, '127.0.0.2');
  again.write('GET /health/live HTTP/1.1\r\nhost: localhost\r\n\r\n');
  expect(((await once(again, 'data')) as [Buffer])[0].toString()).toMatch(/^HTTP\/1\.1 200 /);
  for (const socket of [...own, other, again]) socket.destroy();
});

test('behind a proxy its address may have all connections', async () => {
  const limits = { maxConnections: 12, trustedProxies: 1 };
  await using server = await serveQuestions(database, schema, limits);
  const sockets = await Promise.all(Array.from({ length: 10 }, () => open(server)));
  const last = sockets.at(-1);
  last?.write('GET /health/live HTTP/1.1\r\nhost: localhost\r\n\r\n');
  if (last) expect(String((await once(last, 'data'))[0])).toMatch(/^HTTP\/1\.1 200 /);
  for (const socket of sockets) socket.destroy();
});
