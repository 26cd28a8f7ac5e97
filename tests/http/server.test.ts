import { once } from 'node:events';
import { Agent, get, type RequestListener, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { startServer } from '../../src/http/server.ts';

const LOCAL = { host: '127.0.0.1', port: 0 };

/** A handler that answers when told to, and tells when a request has come. */
function heldBack() {
  const { promise: asked, resolve: ask } = Promise.withResolvers<ServerResponse>();
  const handler: RequestListener = (_request, response) => ask(response);
  return { handler, asked };
}

/** What a server writes back to raw bytes, until it closes the connection. */
async function raw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(bytes);
  return text(socket);
}

describe('a server that stops', () => {
  test('lets a running request end, refuses new ones, and leaves no connection open', async () => {
    const { handler, asked } = heldBack();
    const server = await startServer(handler, LOCAL);
    const url = `http://127.0.0.1:${server.port}/`;
    const agent = new Agent({ keepAlive: true });
    const request = get(url, { agent });
    const response = await asked;

    const stopped = server[Symbol.asyncDispose]();
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    response.end('the whole answer');
    const [answer] = await once(request, 'response');
    expect(await text(answer)).toBe('the whole answer');
    expect(answer.headers.connection).toBe('close');
    await stopped;
    agent.destroy();
  });

  test('closes connections that are kept alive and idle at once', async () => {
    const server = await startServer((_request, response) => response.end('done'), LOCAL);
    const agent = new Agent({ keepAlive: true });
    const [answer] = await once(get(`http://127.0.0.1:${server.port}/`, { agent }), 'response');
    await text(answer);
    const began = performance.now();
    await server[Symbol.asyncDispose]();
    // Kept alive they would last five seconds.
    expect(performance.now() - began).toBeLessThan(3_000);
    agent.destroy();
  });

  test('cuts a request that does not end within the bound', async () => {
    const { handler, asked } = heldBack();
    const server = await startServer(handler, { ...LOCAL, drainMilliseconds: 50 });
    const answer = fetch(`http://127.0.0.1:${server.port}/`).catch((error: Error) => error.message);
    await asked;
    await server[Symbol.asyncDispose]();
    expect(await answer).toBe('fetch failed');
  });
});

test('a port in use is told by the error of the system', async () => {
  await using server = await startServer((_request, response) => response.end(), LOCAL);
  await expect(startServer(() => {}, { ...LOCAL, port: server.port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
    port: server.port,
  });
});

test.each(['Host: [', 'Host: a b'])(
  'an address that is none (%s) is refused, not passed on',
  async (host) => {
    let passed = false;
    await using server = await startServer(() => {
      passed = true;
    }, LOCAL);
    const answer = await raw(server.port, `GET / HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
    expect(passed).toBe(false);
  },
);
