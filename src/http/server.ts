import { maxHeaderSize } from 'node:http';
import cors from '@fastify/cors';
import Fastify, { type FastifyInstance } from 'fastify';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { BI_DATASETS } from '../datasets/bi.ts';
import { DATASETS } from '../datasets/catalogue.ts';
import { calledInLogs, type ReadDatabase } from '../db/database.ts';
import { parisDate } from '../domain/calendar.ts';
import { methodName } from '../domain/method.ts';
import { createExecutor } from '../graphql/core/executor.ts';
import type { AskedPublication } from '../snapshot/asked-publication.ts';
import { registerAbout } from './about.ts';
import { createCallerCheck } from './access/caller-check.ts';
import { createNoteAccess, logRestrictedReads } from './access/restricted-reads.ts';
import { createTokenCheck } from './access/tokens.ts';
import { createResponseCache } from './cache/response-cache.ts';
import { createClients, proxiesOf } from './clients.ts';
import { CORS, setCommonHeaders } from './common-headers.ts';
import { boundConnections } from './connections.ts';
import { drainOnClose } from './drain.ts';
import { handleErrors } from './error-handlers.ts';
import { sendError, unreadableAddress } from './error-response.ts';
import { createFairQueue, type FairQueue } from './fair-queue.ts';
import { FairTurns } from './fair-turns.ts';
import { CHANGE_FEED, registerFeeds } from './feeds/routes.ts';
import { registerGraphiql } from './graphiql/graphiql.ts';
import { createExecution } from './graphql/execution.ts';
import { createPersistedGet } from './graphql/persisted-get.ts';
import { registerGraphql } from './graphql/routes.ts';
import { createTellErrors } from './graphql/use-errors.ts';
import { createGraphql } from './graphql/yoga.ts';
import { addLifecycle, beginRecordOf } from './lifecycle.ts';
import { MCP, registerMcp } from './mcp/routes.ts';
import { MODELS, registerModels } from './models/routes.ts';
import { registerOdata } from './odata/routes.ts';
import { PUBLICATION_FILES_BYTES } from './open-data/files-bytes.ts';
import { PublicationFiles } from './open-data/publication-files.ts';
import { OPEN_DATA, registerOpenData } from './open-data/routes.ts';
import { registerHealth } from './ops/health.ts';
import { createMetrics } from './ops/metrics.ts';
import { allRequestLimits, TRANSPORT } from './ops/request-limits.ts';
import { NO_OWN_THEME } from './pages/own-theme.ts';
import { registerWeb, WEB } from './pages/register.ts';
import { momentsOfAsked, publicationOf } from './publication.ts';
import { PUBLICATION_PAGE, registerPublications } from './publications/routes.ts';
import { OpenReports } from './reports/open-reports.ts';
import { createReportRoutes } from './reports/routes.ts';
import { createRowSources } from './reports/rows.ts';
import { WholeFiles } from './reports/whole-files.ts';
import { requestIdOf } from './request-record.ts';
import type { ServerParts } from './server-parts.ts';
import { breakSlowReaders } from './slow-readers.ts';
import { OpenSubscriptions } from './subscriptions/open-subscriptions.ts';
import { answerUnreadable, refuseExpectation } from './unreadable-request.ts';

/** Over so many milliseconds of waiting for a client its rate is averaged. */
const READ_WINDOW_MS = 30_000;

/** Assembles the server. It does not listen yet: `listen` is the caller's. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { logger, limits, access, operations, clock, database, store, refreshStatus } = parts;
  const surveys = parts.surveys ?? null;
  const hasKeys = access.apiKeys.length > 0;
  const today = () => parisDate(clock());
  const currentPublication = () => store.current && publicationOf(store.current);
  const turns = new FairTurns();
  const openReports = new OpenReports(
    { concurrency: limits.maxConcurrentReports, queueLimit: limits.reportQueueLimit },
    turns,
  );
  const reads = createFairQueue(limits.maxConcurrentQueries);
  const subscriptions = new OpenSubscriptions(limits.maxSubscriptions);
  const cache = createResponseCache(limits.cacheBytes);
  const metrics = createMetrics({
    names: new Set(
      [
        ...operations.list,
        ...DATASETS,
        ...BI_DATASETS,
        ...WEB,
        CHANGE_FEED,
        PUBLICATION_PAGE,
        MODELS,
        OPEN_DATA,
        MCP,
      ].map(({ name }) => name),
    ),
    cacheCounts: cache.counts,
    connections: () => connectionsOf(database, reads),
    reports: () => openReports.counts,
    subscriptions: () => subscriptions,
    publishedAt: () => currentPublication()?.publishedAt ?? null,
    ...{ store, refreshStatus, clock },
  });
  const told = allRequestLimits({ ...limits, ...access });
  const noteAccess = createNoteAccess(parts.onRestrictedRead ?? logRestrictedReads(logger), {
    ...{ clock, logger },
  });
  const execution = {
    ...{ today, turns, reads, noteAccess, timeoutMs: limits.requestTimeout },
    operationParts: {
      executor: createExecutor(parts.schema),
      services: {
        ...{ maxGroups: limits.maxGroups, maxCost: limits.maxCost },
        isDatabaseReachable: () => database.reachability.reachable,
        ...{ requestLimits: told, refreshStatus, surveys },
      },
      ...{ store, database },
    },
  };
  const handle = createGraphql({
    ...{ ...execution, schema: parts.schema, logger, clock, operations, subscriptions },
    persistedOnly: access.persistedOperationsOnly,
  });
  const momentOfAsked = momentsOfAsked(store, today);
  const checks = createFairQueue(1);
  const persistedGet = createPersistedGet({
    ...{ store, schema: parts.schema, operations, cache, momentOfAsked, handle, turns, checks },
  });
  const files = new WholeFiles();
  const publicationFiles = new PublicationFiles(
    parts.publicationFiles ?? { folder: null, maxBytes: PUBLICATION_FILES_BYTES },
  );
  const openRows = createRowSources({ store, database, today, noteAccess, surveys });
  const reportParts = {
    ...{ logger, store, openRows, checks, cache, files, open: openReports },
    openingMs: (asked: AskedPublication | null) => store.openingMs(asked),
    timeoutMs: limits.reportTimeout,
  };
  const reports = createReportRoutes({
    ...{ ...reportParts, momentOfAsked },
    methodVersion: methodName(store.method),
  });
  const receptionMs = parts.receptionMs ?? TRANSPORT.receptionMs;
  const ends = { logger, onEnd: metrics.countRequest };

  const app = Fastify({
    trustProxy: proxiesOf(access.trustedProxies),
    // The log is ours: one line for a request, once it is over.
    logger: false,
    genReqId: requestIdOf,
    bodyLimit: TRANSPORT.bodyBytes,
    requestTimeout: receptionMs,
    keepAliveTimeout: TRANSPORT.keepAliveMs,
    http: { headersTimeout: receptionMs / 2, connectionsCheckingInterval: receptionMs / 6 },
    // What has reached the server when it closes is answered.
    return503OnClosing: false,
    rewriteUrl: pathOf,
    // Query strings are read by what knows their parameters.
    // However long a name in an address is, the error is that of an unknown name.
    routerOptions: { querystringParser: () => ({}), maxParamLength: maxHeaderSize },
    frameworkErrors: (_error, request, reply) => {
      beginRecordOf(request, reply, ends);
      setCommonHeaders(reply);
      sendError(reply, unreadableAddress(request.url));
    },
    clientErrorHandler: answerUnreadable,
  });
  app.server.on('checkExpectation', refuseExpectation);
  app.addHook('onClose', () => files[Symbol.asyncDispose]());
  app.addHook('onClose', () => publicationFiles[Symbol.asyncDispose]());
  drainOnClose(app, parts.drainMs ?? 10_000);
  app.addHook('preClose', async () => subscriptions.close());
  addLifecycle(app, {
    ...ends,
    checkCaller: createCallerCheck(
      access.apiKeys,
      access.oidc ? createTokenCheck(access.oidc, { clock, logger }) : null,
    ),
    hasKeys,
    accountOf: createClients(access.allowance),
    sendFromMemory: (request, reply) => {
      const { method, url } = request;
      if (method !== 'GET' && method !== 'HEAD') return false;
      if (url.startsWith('/graphql?')) return persistedGet.sendFromMemory(request, reply);
      return url.startsWith('/reports/') && reports.sendFromMemory(request, reply);
    },
  });
  breakSlowReaders(app, {
    bytesPerSecond: limits.minReadBytesPerSecond,
    windowMs: parts.readWindowMs ?? READ_WINDOW_MS,
  });
  app.server.on('connection', () => turns.arrived());
  boundConnections(app.server, {
    most: limits.maxConnections,
    // Behind a proxy all clients have its address.
    perAddress: access.trustedProxies === null ? Math.ceil(limits.maxConnections / 4) : null,
  });
  await app.register(cors, CORS);
  handleErrors(app, logger);
  const schemaText = printSchema(lexicographicSortSchema(parts.schema));
  registerGraphql(app, {
    ...{ handle, persistedGet, operations, turns, schemaText },
    sendGraphiql: registerGraphiql(
      app,
      operations,
      () => currentPublication()?.demonstration ?? false,
    ),
  });
  registerMcp(app, {
    execute: createExecution(execution),
    ...{ tellErrors: createTellErrors(logger), store, cache, turns, momentOfAsked, operations },
    ...{ schema: parts.schema, schemaText, methodVersion: methodName(store.method), logger },
  });
  reports.register(app);
  registerOdata(app, { ...reportParts, momentOfAsked, clock });
  registerFeeds(app, {
    ...{ store, database, cache, turns, reads, today, timeoutMs: limits.requestTimeout },
  });
  registerModels(app);
  registerPublications(app, {
    ...{ store, database, turns, reads, timeoutMs: limits.requestTimeout },
  });
  registerOpenData(app, {
    ...{ logger, store, database, open: openReports, files: publicationFiles },
    timeoutMs: limits.reportTimeout,
    publisher: parts.ownTheme?.name ?? 'Débouchés',
  });
  registerWeb(app, {
    // Pages have words of their own for what is empty.
    execute: createExecution({ ...execution, explainsEmpty: false }),
    ...{ momentOfAsked, cache, turns, reads, checks },
    reports: reportParts,
    ...{ hasKeys, noteAccess, logger, importSurvey: parts.importSurvey ?? null },
    ...{ store, openRows, ownTheme: parts.ownTheme ?? NO_OWN_THEME },
    stateNow: () => JSON.stringify([database.reachability.reachable, refreshStatus()]),
  });
  registerAbout(app, store, told);
  registerHealth(app, parts.checkReadiness, calledInLogs(database));
  metrics.register(app);
  return app;
}

/** Connections to the database, and reads that wait for one; null where there are none. */
function connectionsOf(database: ReadDatabase, reads: FairQueue) {
  const connections = database.connections();
  return connections && { ...connections, waiting: connections.waiting + reads.waiting() };
}

/** Path and query of a request, whose line may have the whole address, as for a proxy. */
function pathOf({ url = '/' }: { readonly url?: string | undefined }): string {
  if (url.startsWith('/') || !URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return pathname + search;
}
