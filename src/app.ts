import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { prepareBi } from './datasets/bi.ts';
import {
  calledInLogs,
  type Database,
  type ReadDatabase,
  type StatementListener,
} from './db/database.ts';
import { openPostgres } from './db/engines/postgres.ts';
import { followPublications } from './db/engines/publication-listener.ts';
import { migrate, pendingMigrations } from './db/migrations.ts';
import type { PublicationRecord } from './db/publications.ts';
import { isUnreachable } from './db/reachability.ts';
import { completeSearch } from './db/search-index/complete-search.ts';
import { PublicationReplacedError } from './domain/errors.ts';
import { failureMessage, type RefreshStatus } from './domain/refresh-status.ts';
import type { OnRestrictedRead } from './http/access/restricted-reads.ts';
import {
  type PersistedOperations,
  readPersistedOperations,
} from './http/graphql/persisted-operations.ts';
import type { PublicationFilesParts } from './http/open-data/publication-files.ts';
import type { Readiness } from './http/ops/health.ts';
import type { OwnTheme } from './http/pages/own-theme.ts';
import { createServer } from './http/server.ts';
import type { Access, Limits } from './http/server-parts.ts';
import type { ImportSurvey } from './http/surveys/survey-imports.ts';
import type { RefreshRecord } from './refresh/refresh-record.ts';
import type { SnapshotStore } from './snapshot/store.ts';
import type { SurveyService } from './snapshot/surveys/survey-service.ts';

const OPERATIONS = new URL('../schema/operations/', import.meta.url);
const FORMER_OPERATIONS = new URL('../schema/releases/operations/', import.meta.url);

/** What the application is made of. */
export interface AppParts {
  /** What is read: the database itself, or a replica of it. */
  readonly database: ReadDatabase;
  /** The publication that is served, in memory; the server keeps it up to date. */
  readonly store: SnapshotStore;
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  /** The present instant. */
  readonly clock: () => Date;
  readonly limits: Limits;
  /** Who may ask what. */
  readonly access: Access;
  /** What may be asked by its id. */
  readonly operations: PersistedOperations;
  /** Where the refresh of the registers stands; absent, nothing is known of it. */
  readonly refreshes?: Pick<RefreshRecord, 'look' | 'status'>;
  /** Keeps who read restricted figures; absent, lines of the log say so. */
  readonly onRestrictedRead?: OnRestrictedRead;
  /** What surveys are served by; absent or null, they are off. */
  readonly surveys?: SurveyService | null;
  /** Imports files of surveys that are uploaded; absent or null, none are accepted. */
  readonly importSurvey?: ImportSurvey | null;
  /** Where whole files of publications are, and how many bytes; absent, a temporary folder. */
  readonly publicationFiles?: PublicationFilesParts;
  /** What the operator adds to the theme of pages; absent, nothing. */
  readonly ownTheme?: OwnTheme;
  /** How long running requests may take to end when the server closes, in milliseconds. */
  readonly drainMs?: number;
  /** Within how long a request is to be received whole, in milliseconds. */
  readonly receptionMs?: number;
  /** Over how long the least rate of a reader is averaged, in milliseconds. */
  readonly readWindowMs?: number;
}

/** The persisted operations of the product, and those of its releases. */
export function readOperations(): Promise<PersistedOperations> {
  return readPersistedOperations(OPERATIONS, FORMER_OPERATIONS);
}

/**
 * Composition root: assembles the server over a database, with the publication that is served in
 * memory, which follows what is published. It does not listen yet.
 */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const { database, store, logger, refreshes } = parts;
  const name = calledInLogs(database);
  const watching = database.reachability.subscribe((failure) => {
    if (failure === null) logger.info(`${name} answers again`);
    else logger.error({ err: failure }, `${name} does not answer`);
  });
  const load = loaderOf(store, logger);
  const following = await followPublications(database, (publication) => {
    void refreshes?.look();
    return load(publication);
  });
  const refreshStatus = () => refreshes?.status ?? null;
  const checkReadiness = readinessOf({ database, store, logger, refreshStatus });
  // That the embedded database is migrated is asked before an import may hold it.
  if (database.engine === 'pglite') await checkReadiness();
  const app = await createServer({ ...parts, checkReadiness, refreshStatus });
  app.addHook('onClose', async () => {
    await following[Symbol.asyncDispose]();
    watching[Symbol.dispose]();
  });
  return app;
}

/**
 * Opens the database that the settings name: PostgreSQL with `databaseUrl`, else the embedded one
 * in `dataDir`.
 *
 * - Throws `DataFolderInUseError` when another process holds the folder.
 */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir' | 'maxConcurrentQueries'>,
  onStatement?: StatementListener,
): Promise<Database> {
  const { databaseUrl, dataDir, maxConcurrentQueries } = config;
  if (databaseUrl !== null) return openPostgres(databaseUrl, onStatement, maxConcurrentQueries);
  // Not even read where PostgreSQL is used: it is several megabytes.
  const { openPglite } = await import('./db/engines/pglite.ts');
  return openPglite(dataDir, onStatement);
}

/**
 * Brings a database to the newest migration, the search of what is served to what this program
 * makes of its texts, and the tables of `bi` to what the datasets declare. Gives the names of the
 * migrations that were run.
 */
export async function upgradeDatabase(database: Database): Promise<readonly string[]> {
  const done = await migrate(database);
  await completeSearch(database);
  if (database.engine === 'postgres') await prepareBi(database);
  return done;
}

/** Milliseconds until a publication that could not be loaded is tried again. */
const RETRY_MS = 30_000;

/** Loads a publication that is not the current snapshot; a failure is logged, and not tried again at once. */
function loaderOf(store: SnapshotStore, logger: Logger) {
  let failed = { publication: 0, at: Number.NEGATIVE_INFINITY };
  return async ({ id }: PublicationRecord): Promise<void> => {
    if (failed.publication === id && performance.now() < failed.at + RETRY_MS) return;
    try {
      await store.refresh();
    } catch (error) {
      // Told once, by whoever watches the database, and tried again as soon as it answers.
      if (isUnreachable(error)) return;
      // The one that replaced it is loaded at the next look.
      if (error instanceof PublicationReplacedError) return;
      failed = { publication: id, at: performance.now() };
      logger.error({ err: error, publication: id }, 'the publication could not be loaded');
    }
  };
}

function readinessOf({
  database,
  store,
  logger,
  refreshStatus,
}: Pick<AppParts, 'database' | 'store' | 'logger'> & {
  readonly refreshStatus: () => RefreshStatus | null;
}): () => Promise<Readiness> {
  const name = calledInLogs(database);
  // Migrations are forward only: once done they stay done.
  let migrated = false;
  return async () => {
    try {
      migrated ||= (await pendingMigrations(database)).length === 0;
      if (!migrated) return { ready: false, reason: `${name} is not migrated` };
      const publication = await database.servedPublication();
      if (!publication) {
        const reason = database.isReplica
          ? `${name} has no register yet`
          : 'no register was imported yet';
        return { ready: false, reason };
      }
      if (Number.isNaN(Number(publication.publishedAt ?? Number.NaN))) {
        return { ready: false, reason: `${name} gives dates in a form that is not read` };
      }
      const failed = store.failure !== null && store.current?.publication.id !== publication.id;
      const reason = failed
        ? 'the publication could not be loaded'
        : 'the register is being loaded';
      if (!store.current) return { ready: false, reason };
      // An older publication goes on answering.
      const warnings = [failed ? reason : null, refreshWarning(refreshStatus())];
      const warning = warnings.filter((each) => each !== null).join('; ');
      return { ready: true, ...(warning !== '' && { warning }) };
    } catch (error) {
      if (!isUnreachable(error)) logger.warn({ err: error }, `${name} does not answer`);
      return { ready: false, reason: `${name} does not answer` };
    }
  };
}

/** What is wrong with the refresh of the registers, fit for strangers; null when nothing is. */
function refreshWarning(status: RefreshStatus | null): string | null {
  const message = status && failureMessage(status);
  if (!message) return null;
  const { failuresInARow } = status;
  const times = failuresInARow === 1 ? '' : ` ${failuresInARow} times in a row`;
  return `the refresh of the registers failed${times}: ${message.en}`;
}
