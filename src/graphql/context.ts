import type { Kysely } from 'kysely';
import type { Database } from '../db/database.ts';
import type { PublicationRecord } from '../db/publications.ts';
import { enterPublication } from '../db/register-schema.ts';
import type { DB } from '../db/tables.ts';
import type { PlainDate } from '../domain/calendar.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import { PeerBoards } from './peer-boards.ts';

/** What resolvers have: one moment of one publication, and the day it is in Paris. */
export interface RequestContext {
  readonly db: Kysely<DB>;
  readonly publication: PublicationRecord;
  readonly loaders: Loaders;
  readonly today: PlainDate;
  readonly services: RequestServices;
}

/** What all requests share. */
export interface RequestServices {
  readonly boards: PeerBoards;
  /** The most groups that one statistic may have. */
  readonly maxGroups: number;
}

/** What requests share when no settings are given. */
export function defaultServices(): RequestServices {
  return { boards: new PeerBoards(), maxGroups: 10_000 };
}

/** The same context for one more operation, which remembers nothing of those before. */
export function withNewLoaders(context: RequestContext): RequestContext {
  return { ...context, loaders: createLoaders(context.db, context.publication.id) };
}

/** The context of one request, until disposed of. */
export interface OpenRequest extends AsyncDisposable {
  readonly context: RequestContext;
}

/**
 * Opens the context of one request: a read-only transaction in which all its statements see the
 * same publication.
 *
 * - Throws `NoPublicationError` when nothing was published, and the reason of the signal once it
 *   was given.
 */
export async function openRequest(
  database: Database,
  today: PlainDate,
  services: RequestServices = defaultServices(),
  signal?: AbortSignal,
): Promise<OpenRequest> {
  const reading = await database.startReading(signal);
  try {
    const { db } = reading;
    const publication = await enterPublication(db);
    return {
      context: { db, publication, loaders: createLoaders(db, publication.id), today, services },
      [Symbol.asyncDispose]: () => reading[Symbol.asyncDispose](),
    };
  } catch (error) {
    await reading[Symbol.asyncDispose]();
    throw error;
  }
}
