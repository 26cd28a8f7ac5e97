import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { REFUSAL_HEADERS, refusalBody } from './refusal.ts';

/** A server that listens, until disposed of: it then lets running requests end. */
export interface RunningServer extends AsyncDisposable {
  /** The port it listens on. */
  readonly port: number;
}

export interface ServerOptions {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** How long running requests may take to end when the server stops, in milliseconds. */
  readonly drainMilliseconds?: number;
}

/** A request is to be received whole within this time, in milliseconds. */
const RECEPTION = 30_000;

/**
 * Starts an HTTP server around a handler. Disposing of it stops accepting, lets running requests
 * end within `drainMilliseconds` (10 s) and closes all connections.
 *
 * - Throws Node's own error when it cannot listen: `EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`.
 */
export async function startServer(
  handler: RequestListener,
  { host, port, drainMilliseconds = 10_000 }: ServerOptions,
): Promise<RunningServer> {
  const running = new Set<ServerResponse>();
  let stopping = false;
  const server = createServer({ requestTimeout: RECEPTION }, (request, response) => {
    running.add(response);
    response.on('close', () => {
      running.delete(response);
      // The connection turns idle after this event.
      if (stopping) setImmediate(() => server.closeIdleConnections());
    });
    if (stopping) response.setHeader('connection', 'close');
    if (!URL.canParse(`http://${request.headers.host ?? 'localhost'}${request.url}`)) {
      const body = refusalBody('BAD_REQUEST', 'the address or the Host header is not a URL');
      response.writeHead(400, { ...REFUSAL_HEADERS, 'content-length': Buffer.byteLength(body) });
      response.end(body);
      return;
    }
    handler(request, response);
  });
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject).listen({ host, port }, resolve);
  await listening;
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: async () => {
      stopping = true;
      for (const response of running) {
        if (!response.headersSent) response.setHeader('connection', 'close');
      }
      const { promise: closed, resolve: close } = Promise.withResolvers<void>();
      // Closes idle connections too.
      server.close(() => close());
      const timer = setTimeout(() => server.closeAllConnections(), drainMilliseconds);
      await closed;
      clearTimeout(timer);
    },
  };
}
