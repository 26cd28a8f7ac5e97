import type { RequestListener } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { commentViews } from './db/bi-views.ts';
import type { Database, StatementListener } from './db/database.ts';
import { migrate, pendingMigrations } from './db/migrations.ts';
import { openPglite } from './db/pglite.ts';
import { openPostgres } from './db/postgres.ts';
import { currentPublication } from './db/publications.ts';
import { parisDate } from './domain/calendar.ts';
import { openRequest, type RequestServices } from './graphql/context.ts';
import { PeerBoards } from './graphql/peer-boards.ts';
import { ExportGate } from './http/export-gate.ts';
import { readQuestions } from './http/graphiql.ts';
import { createGraphqlHandler } from './http/graphql-handler.ts';
import type { Readiness } from './http/health.ts';
import { createReportEndpoint } from './http/report-endpoint.ts';
import { viewComments } from './reports/view-comments.ts';

const OPERATIONS = new URL('../schema/operations/', import.meta.url);

/** What the application is made of. */
export interface AppParts {
  readonly database: Database;
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  /** The present instant. */
  readonly clock: () => Date;
  readonly limits: Limits;
}

/** What one answer may cost. */
export type Limits = Pick<Config, 'requestTimeout' | 'maxGroups'>;

/** Composition root: makes the handler of all requests over a database. It never listens. */
export function createApp({ database, schema, logger, clock, limits }: AppParts): RequestListener {
  const services: RequestServices = { boards: new PeerBoards(), maxGroups: limits.maxGroups };
  const open = (signal: AbortSignal) => openRequest(database, parisDate(clock()), services, signal);
  const reports = createReportEndpoint({
    logger,
    openRequest: open,
    holdsSnapshots: database.engine === 'postgres',
    gate: new ExportGate({ running: 6, waiting: 128 }),
    timeout: 600_000,
  });
  const graphql = createGraphqlHandler({
    schema,
    logger,
    openRequest: open,
    requestTimeout: limits.requestTimeout,
    checkReadiness: readinessOf(database, logger),
    questions: () => readQuestions(OPERATIONS),
    isDemonstration: async () => {
      try {
        return (await readPublication(database))?.demonstration ?? false;
      } catch (error) {
        // The page opens all the same; its questions will be told.
        logger.warn({ err: error }, 'the database does not answer');
        return false;
      }
    },
  });
  return async (request, response) => {
    if ((await reports(request, response, 'x')) === null) graphql(request, response);
  };
}

/**
 * Opens the database that the settings name: PostgreSQL with `databaseUrl`, else the embedded one
 * in `dataDir`.
 *
 * - Throws `DataFolderInUseError` when another process holds the folder.
 */
export async function openDatabase(
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  onStatement?: StatementListener,
): Promise<Database> {
  return databaseUrl === null
    ? openPglite(dataDir, onStatement)
    : openPostgres(databaseUrl, onStatement);
}

/**
 * Brings a database to the newest migration, and what its views say of themselves to what the
 * catalogue of reports says. Gives the names of the migrations that were run.
 */
export async function upgradeDatabase(database: Database): Promise<readonly string[]> {
  const done = await migrate(database);
  await using session = await database.session();
  await commentViews(session.db, viewComments());
  return done;
}

/** The publication that is served; nothing when none is. */
async function readPublication(database: Database) {
  await using reading = await database.startReading();
  return await currentPublication(reading.db).executeTakeFirst();
}

function readinessOf(database: Database, logger: Logger): () => Promise<Readiness> {
  // Migrations are forward only: once done they stay done.
  let migrated = false;
  return async () => {
    try {
      migrated ||= (await pendingMigrations(database)).length === 0;
      if (!migrated) return { ready: false, reason: 'the database is not migrated' };
      const publication = await readPublication(database);
      return publication
        ? { ready: true }
        : { ready: false, reason: 'no register was imported yet' };
    } catch (error) {
      logger.warn({ err: error }, 'the database does not answer');
      return { ready: false, reason: 'the database does not answer' };
    }
  };
}
