import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';

/**
 * Lets running requests end within so many milliseconds when the server closes, then closes all
 * connections. The answer that is on its way on a connection says that it is the last.
 */
export function drainOnClose(app: FastifyInstance, milliseconds: number): void {
  const running = new Set<ServerResponse>();
  let stopping = false;
  app.addHook('onRequest', (_request, { raw }, done) => {
    running.add(raw);
    raw.on('close', () => {
      running.delete(raw);
      // The connection turns idle after this event.
      if (stopping) setImmediate(() => app.server.closeIdleConnections());
    });
    done();
  });
  app.addHook('preClose', async () => {
    stopping = true;
    for (const response of running) {
      if (!response.headersSent) response.setHeader('connection', 'close');
    }
    const timer = setTimeout(() => app.server.closeAllConnections(), milliseconds);
    app.server.once('close', () => clearTimeout(timer));
  });
}
