import { setTimeout as setTimer } from 'node:timers';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { Database } from '../database.ts';
import { PUBLICATION_CHANNEL, type PublicationRecord } from '../publications.ts';
import { connectionSettings } from './connection-settings.ts';
import { dropConnection } from './postgres-reading.ts';

/** Milliseconds between two looks at the database, whether or not it notified. */
const POLL_MS = 2_000;

/**
 * Calls `onPublication` with the publication that is served: now, on each notification, and every
 * 2 s, since a standby accepts no LISTEN and a connection may break silently. Calls do not overlap.
 * Stops when disposed of.
 */
export async function followPublications(
  database: Pick<Database, 'servedPublication' | 'onPublish'>,
  onPublication: (publication: PublicationRecord) => Promise<unknown>,
): Promise<AsyncDisposable> {
  let looking: Promise<void> | null = null;
  let again = false;
  const look = async () => {
    do {
      again = false;
      try {
        const seen = await database.servedPublication();
        if (seen) await onPublication(seen);
      } catch {
        // Told by readiness, and by all that needs the database.
      }
    } while (again);
    looking = null;
  };
  const lookSoon = () => {
    // A look that runs may have missed it.
    again = looking !== null;
    looking ??= look();
    return looking;
  };
  const subscription = database.onPublish(() => void lookSoon());
  const timer = setInterval(() => void lookSoon(), POLL_MS).unref();
  await lookSoon();
  return {
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await subscription[Symbol.asyncDispose]();
      await looking;
    },
  };
}

/** Milliseconds until a connection that broke, or a standby, is tried again. */
const RETRY_MS = 5_000;

/** Milliseconds that a connection has to end. */
const END_MS = 1_000;

/**
 * Calls a listener for each publication of a PostgreSQL server, until disposed of, over a connection
 * of its own, which is made again when it breaks. A standby, which nobody can listen to, is tried
 * again and again: it may be promoted.
 */
export function listenOnPostgres(url: string, listener: () => void): AsyncDisposable {
  const stop = new AbortController();
  const listen = async () => {
    const client = new pg.Client({
      ...{ ...connectionSettings(url), keepAlive: true },
      connectionTimeoutMillis: RETRY_MS,
    });
    const { promise: broken, resolve } = Promise.withResolvers<void>();
    client.on('error', () => resolve()).on('end', () => resolve());
    client.on('notification', listener);
    const end = () => resolve();
    stop.signal.addEventListener('abort', end);
    try {
      await client.connect();
      await client.query(`listen ${PUBLICATION_CHANNEL}`);
      // What was published before is seen too.
      listener();
      await broken;
    } catch {
      // Not reached, or a standby.
    } finally {
      stop.signal.removeEventListener('abort', end);
      // A silent server would never say that it has ended.
      const dropping = setTimer(() => dropConnection(client), END_MS);
      await client.end().catch(() => {});
      clearTimeout(dropping);
    }
  };
  const listening = (async () => {
    while (!stop.signal.aborted) {
      await listen();
      await setTimeout(RETRY_MS, undefined, { signal: stop.signal, ref: false }).catch(() => {});
    }
  })();
  return {
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await listening;
    },
  };
}
