import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { isLong, streamOf } from './pieces.ts';
import type { RequestRecord } from './request-record.ts';

/** How fast clients are to take their answers. */
export interface LeastRate {
  /** While the server waits for them. */
  readonly bytesPerSecond: number;
  /** Milliseconds of waiting that the rate is the average of. */
  readonly windowMs: number;
}

/** Looks at each connection in a window. */
const LOOKS = 30;

/** A connection in a window. */
interface Window {
  /** How long its client was waited for, in milliseconds. */
  waitedMs: number;
  /** Bytes that it had taken when the window began. */
  taken: number;
}

/**
 * Breaks connections whose client takes its answer at less than a rate: what is held for it is not
 * held for long. Bodies that are long are sent in pieces, for it to be seen how many were taken.
 */
export function breakSlowReaders(
  app: FastifyInstance,
  { bytesPerSecond, windowMs }: LeastRate,
): void {
  const windows = new Map<Socket, Window>();
  const records = new WeakMap<Socket, RequestRecord>();
  app.addHook('onRequest', ({ raw, record }, _reply, done) => {
    records.set(raw.socket, record);
    done();
  });
  app.addHook('onSend', (request, reply, body, done) => {
    if (!isLong(body) || request.method === 'HEAD') {
      done(null, body);
      return;
    }
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    reply.header('content-length', bytes.byteLength);
    done(null, streamOf(bytes));
  });
  app.server.on('connection', (socket) => {
    windows.set(socket, { waitedMs: 0, taken: 0 });
    socket.on('close', () => windows.delete(socket));
  });
  const lookMs = windowMs / LOOKS;
  const look = () => {
    for (const [socket, window] of windows) {
      if (socket.writableLength === 0) continue;
      window.waitedMs += lookMs;
      if (window.waitedMs < windowMs) continue;
      // Of what is being written some was taken: nobody can tell how much.
      if (socket.bytesWritten - window.taken < (bytesPerSecond * windowMs) / 1000) {
        const record = records.get(socket);
        if (record) record.codes = ['READ_TOO_SLOWLY'];
        socket.destroy();
      }
      window.waitedMs = 0;
      window.taken = socket.bytesWritten - socket.writableLength;
    }
  };
  const timer = setInterval(look, lookMs);
  timer.unref();
  app.addHook('onClose', () => clearInterval(timer));
}
