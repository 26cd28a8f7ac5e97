import type { Server, ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** Turns of the event loop without a new connection after which none waits to be accepted. */
const QUIET_TURNS = 3;

/** Milliseconds after which those that keep coming are refused. */
const ACCEPTING_MS = 1_000;

/**
 * Accepts the connections that a server was asked for until now: one for each turn of the event
 * loop, so that several may wait when it is told to stop, with requests that were sent.
 */
export async function acceptWaiting(server: Server): Promise<void> {
  const end = performance.now() + ACCEPTING_MS;
  let quiet = 0;
  const onConnection = () => {
    quiet = 0;
  };
  server.on('connection', onConnection);
  for (; quiet < QUIET_TURNS && performance.now() < end; quiet++) await setImmediate();
  server.off('connection', onConnection);
}

/** Milliseconds in which a request that is on its way on a connection is still taken. */
const ARRIVING_MS = 250;

/**
 * Lets running requests end within so many milliseconds when the server closes, then closes all
 * connections. The answer that is on its way on a connection says that it is the last. A connection
 * without a request may have one that was not read yet: it is closed a moment later.
 */
export function drainOnClose(app: FastifyInstance, milliseconds: number): void {
  const { server } = app;
  const closeIdle = server.closeIdleConnections.bind(server);
  let closing = false;
  const closeIdleSoon = () => {
    if (closing) return;
    closing = true;
    setTimeout(async () => {
      // After what has arrived by then was read.
      await setImmediate();
      closing = false;
      closeIdle();
    }, ARRIVING_MS);
  };
  const running = new Set<ServerResponse>();
  let stopping = false;
  let cutting: NodeJS.Timeout | undefined;
  app.addHook('onRequest', (_request, { raw }, done) => {
    running.add(raw);
    raw.on('close', () => {
      running.delete(raw);
      // The connection turns idle after this event.
      if (stopping) closeIdleSoon();
    });
    done();
  });
  app.addHook('preClose', async () => {
    stopping = true;
    // Node calls it when the server closes.
    server.closeIdleConnections = closeIdleSoon;
    for (const response of running) {
      if (!response.headersSent) response.setHeader('connection', 'close');
    }
    cutting = setTimeout(() => server.closeAllConnections(), milliseconds);
  });
  // After all that it listens on was closed, with its connections.
  app.addHook('onClose', async () => clearTimeout(cutting));
}
