import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ConnectionCounts } from '../../db/database.ts';
import type { RefreshStatus } from '../../domain/refresh-status.ts';
import type { SnapshotStore } from '../../snapshot/store.ts';
import type { CacheCounts } from '../cache/response-cache.ts';
import type { RequestEnd } from './access-log.ts';

/** Seconds. From answers in memory to those that nearly time out. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export interface MetricsParts {
  /** Names of the persisted operations and of the reports: no other name becomes a label. */
  readonly names: ReadonlySet<string>;
  readonly cacheCounts: () => CacheCounts;
  /** The connections to the database; null when it has no pool. */
  readonly connections: () => ConnectionCounts | null;
  readonly store: SnapshotStore;
  /** Reports that are made now, that wait for it, and that wait for their readers. */
  readonly reports: () => Readonly<Record<'running' | 'waiting' | 'sending', number>>;
  /** Subscriptions that are open, and events that were told so far. */
  readonly subscriptions: () => { readonly count: number; readonly told: number };
  /** When what is served was published; null when nothing is. */
  readonly publishedAt: () => Date | null;
  /** Where the refresh of the registers stands; null when nothing is known of it. */
  readonly refreshStatus: () => RefreshStatus | null;
  readonly clock: () => Date;
}

export interface Metrics {
  /** Counts a request that is over, and the rows that were sent. */
  readonly countRequest: (end: RequestEnd) => void;
  /** Route of `/metrics`, in the text format of Prometheus. */
  readonly register: (app: FastifyInstance) => void;
}

/** Makes the metrics of one server, in a registry of their own. */
export function createMetrics(parts: MetricsParts): Metrics {
  const { names, cacheCounts, connections, store, reports, subscriptions, publishedAt, clock } =
    parts;
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'debouches_requests_total',
    help: 'Requests, by operation or report and by status; 499 when the client went away.',
    labelNames: ['operation', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'debouches_request_duration_seconds',
    help: 'Seconds from the arrival of a request to the end of its answer.',
    labelNames: ['operation'],
    buckets: BUCKETS,
    registers,
  });
  const rows = new Counter({
    name: 'debouches_report_rows_total',
    help: 'Rows of reports that were sent, from memory too.',
    labelNames: ['report'],
    registers,
  });
  const readings = (name: string, help: string) =>
    new Gauge({
      ...{ name, help, labelNames: ['state'], registers },
      collect() {
        const { total = 0, idle = 0, waiting = 0 } = connections() ?? {};
        this.set({ state: 'running' }, total - idle);
        this.set({ state: 'waiting' }, waiting);
      },
    });
  readings(
    'debouches_queries',
    'Reads of the database, by state: running, or waiting for a connection.',
  );
  readings('debouches_questions', 'Deprecated: the same as debouches_queries.');
  new Gauge({
    name: 'debouches_reports',
    help: 'Open reports, by state: running (rows are made), waiting for that, or sending (the reader is waited for).',
    labelNames: ['state'],
    registers,
    collect() {
      for (const [state, count] of Object.entries(reports())) this.set({ state }, count);
    },
  });
  const slowReaders = new Counter({
    name: 'debouches_slow_readers_total',
    help: 'Answers that were broken off because their client read too slowly.',
    registers,
  });
  new Gauge({
    name: 'debouches_subscriptions',
    help: 'Subscriptions that are open.',
    registers,
    collect() {
      this.set(subscriptions().count);
    },
  });
  new Counter({
    name: 'debouches_subscription_events_total',
    help: 'Events that subscriptions were told.',
    registers,
    collect() {
      this.reset();
      this.inc(subscriptions().told);
    },
  });
  new Counter({
    name: 'debouches_cache_lookups_total',
    help: 'Answers looked for in memory, by whether they were there.',
    labelNames: ['result'],
    registers,
    collect() {
      const { hits, misses } = cacheCounts();
      this.reset();
      this.inc({ result: 'hit' }, hits);
      this.inc({ result: 'miss' }, misses);
    },
  });
  new Gauge({
    name: 'debouches_cache_bytes',
    help: 'Bytes of the answers in memory.',
    registers,
    collect() {
      this.set(cacheCounts().bytes);
    },
  });
  new Gauge({
    name: 'debouches_cache_entries',
    help: 'Answers in memory.',
    registers,
    collect() {
      this.set(cacheCounts().entries);
    },
  });
  new Gauge({
    name: 'debouches_database_connections',
    help: 'Connections to PostgreSQL that answer requests, by state; none with the embedded database.',
    labelNames: ['state'],
    registers,
    collect() {
      const counts = connections();
      if (!counts) return;
      this.set({ state: 'idle' }, counts.idle);
      this.set({ state: 'busy' }, counts.total - counts.idle);
    },
  });
  snapshotMetrics(store, registers);
  refreshMetrics(parts.refreshStatus, registers);
  new Gauge({
    name: 'debouches_publication_age_seconds',
    help: 'Seconds since what is served was published; NaN when nothing is.',
    registers,
    collect() {
      const published = publishedAt();
      this.set(published ? (clock().getTime() - published.getTime()) / 1000 : Number.NaN);
    },
  });
  return {
    countRequest: ({
      path,
      record: { operation, rows: sent, events, codes },
      status,
      milliseconds,
    }) => {
      const label = labelOf(path, operation, names);
      requests.inc({ operation: label, status });
      // A subscription lasts as long as its client likes.
      if (events === undefined) durations.observe({ operation: label }, milliseconds / 1000);
      if (sent !== undefined) rows.inc({ report: label }, sent);
      if (codes?.includes('READ_TOO_SLOWLY')) slowReaders.inc();
    },
    register: (app) => {
      app.get('/metrics', async (_request, reply) =>
        reply
          .headers({ 'content-type': registry.contentType, 'cache-control': 'no-store' })
          .send(await registry.metrics()),
      );
    },
  };
}

/** Where the refresh of the registers stands. */
function refreshMetrics(refreshStatus: MetricsParts['refreshStatus'], registers: Registry[]): void {
  const gauge = (name: string, help: string, read: (status: RefreshStatus | null) => number) =>
    new Gauge({
      ...{ name, help, registers },
      collect() {
        this.set(read(refreshStatus()));
      },
    });
  const seconds = (date: Date | null | undefined) => (date ? date.getTime() / 1000 : Number.NaN);
  gauge(
    'debouches_refresh_last_attempt_timestamp_seconds',
    'When the last refresh of the registers ended, by any process; NaN before the first.',
    (status) => seconds(status?.lastAttemptAt),
  );
  gauge(
    'debouches_refresh_last_success_timestamp_seconds',
    'When the last refresh of the registers that did not fail ended; NaN before the first.',
    (status) => seconds(status?.lastSuccessAt),
  );
  gauge(
    'debouches_refresh_next_attempt_timestamp_seconds',
    'When the registers are refreshed next; NaN when that is not planned, or under way.',
    (status) => seconds(status?.nextAttemptAt),
  );
  gauge(
    'debouches_refresh_failures',
    'Refreshes of the registers that failed since the last one that did not.',
    (status) => status?.failuresInARow ?? 0,
  );
}

/** What the publication in memory takes, and took to be loaded. */
function snapshotMetrics(store: SnapshotStore, registers: Registry[]): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      ...{ name, help, registers },
      collect() {
        this.set(read());
      },
    });
  gauge(
    'debouches_snapshots',
    'Publications in memory: the one that answers, and past ones that transfers still read.',
    () => store.held,
  );
  gauge(
    'debouches_snapshot_rows',
    'Rows of the publication that was loaded last: certifications, blocks, cohorts, certifiers, findings.',
    () => store.lastLoad?.rows ?? Number.NaN,
  );
  gauge(
    'debouches_snapshot_bytes',
    'Bytes that the publication that was loaded last takes in memory, an estimate.',
    () => store.lastLoad?.bytes ?? Number.NaN,
  );
  gauge(
    'debouches_snapshot_load_seconds',
    'Seconds that the last load of a publication took.',
    () => store.lastLoad?.seconds ?? Number.NaN,
  );
  gauge(
    'debouches_snapshot_load_failed',
    'Whether the publication that is served could not be loaded: 1, and an older one answers; else 0.',
    () => Number(store.failure !== null),
  );
}

/** What a request counts as: a name of ours, or one word for all that is not. */
function labelOf(path: string, operation: string | undefined, names: ReadonlySet<string>): string {
  if (operation !== undefined) return names.has(operation) ? operation : 'other';
  if (path === '/graphql' || path.startsWith('/reports/')) return 'other';
  return 'none';
}
