import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Kysely, PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { type Reading, refusingAfter } from '../database.ts';
import type { Reachability } from '../reachability.ts';
import type { DB } from '../tables.ts';
import { localSettings, type Route } from './connection-settings.ts';

// Statements of an answer are short: compiling them takes longer than running them. Their values
// decide how they run best: codes may be one or thousands.
const BEGIN = [
  'begin isolation level repeatable read read only',
  'set local jit = off',
  'set local plan_cache_mode = force_custom_plan',
];

/** Statements that a connection keeps prepared; each costs the server some memory. */
const MOST_PREPARED = 500;

type OpenKysely = (connection: PostgresPool) => Kysely<DB>;

/** Milliseconds in which the server has to take a cancellation; else the connection is dropped. */
const CANCEL_MS = 500;

export interface ReaderParts {
  readonly reachability: Reachability;
  readonly route: Route;
}

/**
 * Makes what begins read-only transactions on connections that answer statements in the order they
 * were sent (pipelines). A connection is lent until its reading is disposed of; `control` cancels
 * what runs on it when the signal is given. Where the server is silent the connection is dropped.
 */
export function readerOf(openKysely: OpenKysely, { reachability, route }: ReaderParts) {
  const known = new WeakMap<pg.PoolClient, Kysely<DB>>();
  // What a pooler lends next has not prepared what this connection has.
  const names = route === 'DIRECT' ? new Map<string, string>() : null;
  const begin = [...BEGIN, ...(route === 'DIRECT' ? [] : localSettings())].join('; ');
  const unreached = (error: unknown) => {
    throw reachability.failed(error);
  };
  const kyselyOf = (client: pg.PoolClient): Kysely<DB> => {
    const before = known.get(client);
    if (before) return before;
    // A connection that breaks while it is lent tells those who wait for its statements; told to
    // nobody, it would end the process.
    client.on('error', () => {});
    const db = openKysely(onlyClient(client, names, unreached));
    known.set(client, db);
    return db;
  };
  return async (
    client: pg.PoolClient,
    control: pg.Pool,
    signal: AbortSignal | undefined,
  ): Promise<Reading> => {
    try {
      signal?.throwIfAborted();
    } catch (error) {
      client.release();
      throw error;
    }
    // Not waited for: it goes out with the first statement, which fails when it does.
    sendTogether(client);
    const begun = succeeds(client.query(begin));
    let cancelling: Promise<unknown> | null = null;
    const cancel = () => {
      const { promise: dropped, resolve } = Promise.withResolvers<void>();
      const dropping = setTimeout(() => {
        dropConnection(client);
        resolve();
      }, CANCEL_MS);
      const cancelled = (
        route === 'DIRECT'
          ? control.query('select pg_cancel_backend($1)', [processIdOf(client)])
          : requestCancel(client)
      )
        // It has ended by itself, or the server is gone: either way it does not run.
        .catch(() => {})
        .finally(() => clearTimeout(dropping));
      cancelling = Promise.race([cancelled, dropped]);
    };
    signal?.addEventListener('abort', cancel);
    const end = async () => {
      if (route === 'POOLED') {
        // Once the transaction has ended, another client has what would be cancelled.
        signal?.removeEventListener('abort', cancel);
        await cancelling;
      }
      const ended = succeeds(client.query('rollback'));
      const went = await Promise.all([begun, ended]);
      signal?.removeEventListener('abort', cancel);
      await cancelling;
      // A late cancellation would hit whoever has the connection next.
      client.release(went.includes(false) || cancelling !== null);
    };
    const db = kyselyOf(client);
    return {
      db: signal ? db.withPlugin(refusingAfter(signal)) : db,
      // Who empties a register waits for its readers.
      [Symbol.asyncDispose]: async () => {
        // Nobody waits for the end of what changed nothing; the pool gets the connection then.
        void end();
      },
    };
  };
}

function succeeds(promise: Promise<unknown>): Promise<boolean> {
  return promise.then(
    () => true,
    () => false,
  );
}

/**
 * What a connection is asked within one turn of the event loop goes out in one packet: each write
 * to a socket costs as much as a short statement does.
 */
function sendTogether(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } })
    .connection;
  stream.cork();
  setImmediate(() => stream.uncork());
}

/** Ends a connection without a word to the server; what is waited for on it fails. */
export function dropConnection(client: pg.ClientBase): void {
  (
    client as unknown as { readonly connection: { readonly stream: Socket } }
  ).connection.stream.destroy();
}

/** Number of the server's process that a connection was told it is served by. */
export function processIdOf(client: pg.ClientBase): number {
  return (client as unknown as { readonly processID: number }).processID;
}

/** Code of a request to cancel, as the protocol of PostgreSQL has it. */
const CANCEL_REQUEST = 80_877_102;

/**
 * Asks for what runs on a connection to be cancelled, by the key that it was given: a pooler alone
 * knows which of its connections that is. Resolves once the request was taken.
 */
async function requestCancel(client: pg.PoolClient): Promise<void> {
  const { host, port, processID, secretKey } = client as pg.PoolClient & {
    readonly processID: number;
    readonly secretKey: number;
  };
  const request = Buffer.alloc(16);
  [request.length, CANCEL_REQUEST, processID, secretKey].forEach((number, place) => {
    request.writeInt32BE(number, 4 * place);
  });
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
  socket.setTimeout(CANCEL_MS, () => socket.destroy());
  socket.resume().write(request);
  // The other end closes it: there is no answer.
  await once(socket, 'close');
}

/**
 * A pool that gives one connection to whoever asks, and prepares the statements it is sent; without
 * `names` none.
 */
function onlyClient(
  client: pg.PoolClient,
  names: Map<string, string> | null,
  unreached: (error: unknown) => never,
): PostgresPool {
  const query = (text: string, values: unknown[]) => {
    sendTogether(client);
    const name = names && nameOf(text, names);
    return answerOf(client, name === null ? { text, values } : { name, text, values }).catch(
      unreached,
    );
  };
  const lent = { query, release: () => {} };
  return {
    options: {},
    connect: async () => lent as unknown as PostgresPoolClient,
    end: async () => {},
  };
}

/**
 * What a statement answers. A promise of `pg`'s own holds on to the rows until a full collection of
 * garbage: with those of exports, each collection of what is young took ten times as long.
 */
function answerOf(client: pg.PoolClient, statement: pg.QueryConfig): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    void client.query(statement, (error, result) => (error ? reject(error) : resolve(result)));
  });
}

/** The name that a statement is prepared under; null once enough are. */
function nameOf(text: string, names: Map<string, string>): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST_PREPARED) return null;
  const name = createHash('sha1').update(text).digest('hex');
  names.set(text, name);
  return name;
}
