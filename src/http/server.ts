import cors from '@fastify/cors';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import PQueue from 'p-queue';
import type { Logger } from 'pino';
import { DATASETS } from '../datasets/catalogue.ts';
import type { Database } from '../db/database.ts';
import { parisDate } from '../domain/calendar.ts';
import type { DomainError } from '../domain/errors.ts';
import { createExecutor } from '../graphql/core/executor.ts';
import { requestLimits } from '../graphql/core/request-limits.ts';
import type { SnapshotStore } from '../snapshot/store.ts';
import { registerAbout } from './about.ts';
import { type ApiKey, createCallerCheck } from './api-keys.ts';
import { createResponseCache } from './cache/response-cache.ts';
import { CORS, setCommonHeaders } from './common-headers.ts';
import { drainOnClose } from './drain.ts';
import { sendError, toErrorResponse } from './error-response.ts';
import { createGraphiql, type Tab } from './graphql/graphiql.ts';
import { createPersistedGet } from './graphql/persisted-get.ts';
import type { PersistedOperations } from './graphql/persisted-operations.ts';
import { registerGraphql } from './graphql/routes.ts';
import { createGraphql } from './graphql/yoga.ts';
import { addLifecycle, BAD_ADDRESS, beginRecordOf } from './lifecycle.ts';
import { type Readiness, registerHealth } from './ops/health.ts';
import { createMetrics } from './ops/metrics.ts';
import { createPieces } from './pieces.ts';
import { publicationOf } from './publication.ts';
import { createReportRoutes } from './reports/routes.ts';
import { createRowSources } from './reports/rows.ts';
import { WholeFiles } from './reports/whole-files.ts';
import { requestIdOf } from './request-record.ts';

/** What the server is made of. */
export interface ServerParts {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  /** The present instant. */
  readonly clock: () => Date;
  readonly limits: Limits;
  readonly access: Access;
  /** What may be asked by its id. */
  readonly operations: PersistedOperations;
  /** What GraphiQL opens with. */
  readonly tabs: () => Promise<readonly Tab[]>;
  readonly database: Database;
  /** The publication that is served, in memory. */
  readonly store: SnapshotStore;
  readonly checkReadiness: () => Promise<Readiness>;
  /** How long running requests may take to end when the server closes, in milliseconds. */
  readonly drainMs?: number;
}

/** What one answer may cost, and all that are kept. Times are in milliseconds. */
export interface Limits {
  readonly requestTimeout: number;
  readonly maxGroups: number;
  readonly maxConcurrentReports: number;
  readonly reportQueueLimit: number;
  readonly reportTimeout: number;
  readonly cacheBytes: number;
}

/** Who may ask what. */
export interface Access {
  readonly persistedOperationsOnly: boolean;
  readonly apiKeys: readonly ApiKey[];
}

/** The largest body of a request, in bytes. */
const LARGEST_BODY = 1_048_576;

/** A request is to be received whole within this time, in milliseconds. */
const RECEPTION_MS = 30_000;

/** Assembles the server. It does not listen yet: `listen` is the caller's. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { logger, limits, access, operations, clock, database, store } = parts;
  const today = () => parisDate(clock());
  const currentPublication = () => store.current && publicationOf(store.current);
  const reportQueue = new PQueue({ concurrency: limits.maxConcurrentReports });
  const cache = createResponseCache(limits.cacheBytes);
  const metrics = createMetrics({
    names: new Set([...operations.list, ...DATASETS].map(({ name }) => name)),
    cacheCounts: cache.counts,
    connections: database.connections,
    store,
    reports: reportQueue,
    publishedAt: () => currentPublication()?.publishedAt ?? null,
    clock,
  });
  const told = requestLimits(limits);
  const handle = createGraphql({
    ...{ schema: parts.schema, logger, operations, today },
    operationParts: {
      executor: createExecutor(parts.schema),
      services: {
        maxGroups: limits.maxGroups,
        isDatabaseReachable: () => database.reachability.reachable,
        requestLimits: told,
        runInPieces: createPieces(),
      },
      ...{ store, database },
    },
    persistedOnly: access.persistedOperationsOnly,
    timeoutMs: limits.requestTimeout,
  });
  const persistedGet = createPersistedGet({ operations, cache, currentPublication, today, handle });
  const files = new WholeFiles();
  const reports = createReportRoutes({
    ...{ logger, cache, files, currentPublication, today, queue: reportQueue },
    openRows: createRowSources(store, database, today),
    queueLimit: limits.reportQueueLimit,
    timeoutMs: limits.reportTimeout,
  });
  const ends = { logger, onEnd: metrics.countRequest };

  const app = Fastify({
    // The log is ours: one line for a request, once it is over.
    logger: false,
    genReqId: requestIdOf,
    bodyLimit: LARGEST_BODY,
    requestTimeout: RECEPTION_MS,
    // What has reached the server when it closes is answered.
    return503OnClosing: false,
    rewriteUrl: pathOf,
    // Query strings are read by what knows their parameters.
    routerOptions: { querystringParser: () => ({}) },
    frameworkErrors: (_error, request, reply) => {
      beginRecordOf(request, reply, ends);
      setCommonHeaders(reply);
      sendError(reply, BAD_ADDRESS);
    },
  });
  app.addHook('onClose', () => files[Symbol.asyncDispose]());
  drainOnClose(app, parts.drainMs ?? 10_000);
  addLifecycle(app, {
    ...ends,
    checkCaller: createCallerCheck(access.apiKeys),
    sendFromMemory: (request, reply) => {
      const { method, url } = request;
      if (method !== 'GET' && method !== 'HEAD') return false;
      if (url.startsWith('/graphql?')) return persistedGet.sendFromMemory(request, reply);
      return url.startsWith('/reports/') && reports.sendFromMemory(request, reply);
    },
  });
  await app.register(cors, CORS);
  app.setErrorHandler((error: FastifyError | DomainError, request, reply) => {
    const told = toErrorResponse(error, request);
    if (told.code === 'INTERNAL_SERVER_ERROR') {
      logger.error({ err: error, requestId: request.id }, 'unexpected error');
    }
    sendError(reply, told);
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    if (app.hasRoute({ method: 'GET', url: path })) {
      const message = `${request.method} ${JSON.stringify(path)} is not accepted: it is read by GET`;
      const headers = { allow: 'GET, HEAD, OPTIONS' };
      sendError(reply, { code: 'BAD_REQUEST', status: 405, message, headers });
      return;
    }
    sendError(reply, { code: 'NOT_FOUND', message: notFound(request.url) });
  });
  registerGraphql(app, {
    ...{ handle, persistedGet, operations },
    schemaText: printSchema(lexicographicSortSchema(parts.schema)),
    sendGraphiql: createGraphiql(parts.tabs, () => currentPublication()?.demonstration ?? false),
  });
  reports.register(app);
  registerAbout(app, store, told);
  registerHealth(app, parts.checkReadiness);
  metrics.register(app);
  return app;
}

/** Path and query of a request, whose line may have the whole address, as for a proxy. */
function pathOf({ url = '/' }: { readonly url?: string | undefined }): string {
  if (url.startsWith('/') || !URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

function notFound(url: string): string {
  const path = JSON.stringify(url.split('?', 1)[0]);
  return `there is nothing at ${path}: /graphql, /graphql/documents, /graphql/schema, /reports, /about.json, /health/live, /health/ready and /metrics are served`;
}
