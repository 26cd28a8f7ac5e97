import type { RequestListener } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { commentViews } from './db/bi-views.ts';
import type { Database, StatementListener } from './db/database.ts';
import { migrate, pendingMigrations } from './db/migrations.ts';
import { openPostgres } from './db/postgres.ts';
import { parisDate } from './domain/calendar.ts';
import { type OpenRequest, openRequest, type RequestServices } from './graphql/context.ts';
import { PeerBoards } from './graphql/peer-boards.ts';
import { createAnswerCache } from './http/answer-cache.ts';
import { createCallerCheck } from './http/caller.ts';
import { createDocumentList } from './http/document-list.ts';
import { Gate } from './http/gate.ts';
import { readQuestions } from './http/graphiql.ts';
import { createGraphqlHandler, executionOf } from './http/graphql-handler.ts';
import type { Readiness } from './http/health.ts';
import { createMetrics } from './http/metrics.ts';
import { createPublicationWatch } from './http/publication-watch.ts';
import { createReportRoute } from './http/report-route.ts';
import { createRequestListener } from './http/request-listener.ts';
import { createSavedAnswers } from './http/saved-answers.ts';
import { readSavedDocuments, type SavedDocuments } from './http/saved-documents.ts';
import { REPORTS } from './reports/catalogue.ts';
import { viewComments } from './reports/view-comments.ts';

/**
 * Pages of reports that are read at once: while the database is at one, another is written. More of
 * them only live longer, which costs memory and the time to collect it.
 */
const PAGES_AT_ONCE = 2;

const OPERATIONS = new URL('../schema/operations/', import.meta.url);

/** What the application is made of. */
export interface AppParts {
  readonly database: Database;
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  /** The present instant. */
  readonly clock: () => Date;
  readonly limits: Limits;
  /** Who may ask what. */
  readonly access: Access;
  /** What may be asked by its id. */
  readonly documents: SavedDocuments;
}

/** What one answer may cost, and all that are kept. */
export type Limits = Pick<
  Config,
  | 'requestTimeout'
  | 'maxGroups'
  | 'cacheBytes'
  | 'questionsRunning'
  | 'exportsRunning'
  | 'exportsWaiting'
  | 'exportTimeout'
>;

export type Access = Pick<Config, 'savedDocumentsOnly' | 'apiKeys'>;

/** The saved documents of the product. */
export function readDocuments(): Promise<SavedDocuments> {
  return readSavedDocuments(OPERATIONS);
}

/** Composition root: makes the handler of all requests over a database. It never listens. */
export function createApp(parts: AppParts): RequestListener {
  const { database, schema, logger, clock, limits, access, documents } = parts;
  const services: RequestServices = { boards: new PeerBoards(), maxGroups: limits.maxGroups };
  const today = () => parisDate(clock());
  const open = (signal: AbortSignal) => openRequest(database, today(), services, signal);
  const questions = new Gate({ running: limits.questionsRunning });
  const graphql = createGraphqlHandler({
    ...{ schema, logger, documents },
    savedDocumentsOnly: access.savedDocumentsOnly,
    openRequest: (signal) => openInTurn(questions, signal, open),
    requestTimeout: limits.requestTimeout,
    checkReadiness: readinessOf(database, logger),
    questions: () => readQuestions(OPERATIONS),
    isDemonstration: async () => {
      try {
        return (await database.servedPublication())?.demonstration ?? false;
      } catch (error) {
        // The page opens all the same; its questions will be told.
        logger.warn({ err: error }, 'the database does not answer');
        return false;
      }
    },
  });
  const cache = createAnswerCache({ bytes: limits.cacheBytes });
  const served = createPublicationWatch(() => database.servedPublication());
  const reports = new Gate({ running: limits.exportsRunning, waiting: limits.exportsWaiting });
  const metrics = createMetrics({
    names: new Set([...documents.list, ...REPORTS].map(({ name }) => name)),
    cacheCounts: cache.counts,
    connections: database.connections,
    questionLoad: () => questions.load,
    reportLoad: () => reports.load,
    publishedAt: async () => (await database.servedPublication())?.publishedAt ?? null,
    clock,
  });
  return createRequestListener({
    logger,
    checkCaller: createCallerCheck(access.apiKeys),
    routes: [
      createSavedAnswers({
        ...{ documents, cache, today },
        currentPublication: served,
        execute: executionOf(graphql),
      }),
      createDocumentList(documents),
      createReportRoute({
        ...{ logger, cache, today, openRequest: open },
        gate: reports,
        pages: new Gate({ running: PAGES_AT_ONCE }),
        currentPublication: served,
        holdsSnapshots: database.engine === 'postgres',
        timeout: limits.exportTimeout,
      }),
      metrics.route,
    ],
    otherwise: async ({ request, response }, exchange) => {
      await graphql(request, response, { exchange });
    },
    onEnd: metrics.countRequest,
  });
}

type Open = (signal: AbortSignal) => Promise<OpenRequest>;

/** Opens a request when the gate lets it in, until it is disposed of. */
async function openInTurn(gate: Gate, signal: AbortSignal, open: Open): Promise<OpenRequest> {
  await using held = new AsyncDisposableStack();
  held.use(await gate.enter(signal));
  const { context } = held.use(await open(signal));
  const kept = held.move();
  return { context, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

/**
 * Opens the database that the settings name: PostgreSQL with `databaseUrl`, else the embedded one
 * in `dataDir`.
 *
 * - Throws `DataFolderInUseError` when another process holds the folder.
 */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir' | 'questionsRunning' | 'exportsRunning'>,
  onStatement?: StatementListener,
): Promise<Database> {
  const { databaseUrl, dataDir, questionsRunning, exportsRunning } = config;
  if (databaseUrl !== null) {
    return openPostgres(databaseUrl, onStatement, questionsRunning + exportsRunning);
  }
  // Not even read where PostgreSQL is used: it is several megabytes.
  const { openPglite } = await import('./db/pglite.ts');
  return openPglite(dataDir, onStatement);
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

function readinessOf(database: Database, logger: Logger): () => Promise<Readiness> {
  // Migrations are forward only: once done they stay done.
  let migrated = false;
  return async () => {
    try {
      migrated ||= (await pendingMigrations(database)).length === 0;
      if (!migrated) return { ready: false, reason: 'the database is not migrated' };
      const publication = await database.servedPublication();
      return publication
        ? { ready: true }
        : { ready: false, reason: 'no register was imported yet' };
    } catch (error) {
      logger.warn({ err: error }, 'the database does not answer');
      return { ready: false, reason: 'the database does not answer' };
    }
  };
}
