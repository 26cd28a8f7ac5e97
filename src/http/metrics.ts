import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { CacheCounts } from './answer-cache.ts';
import type { Route } from './exchange.ts';
import type { GateLoad } from './gate.ts';
import type { ExchangeEnd } from './request-listener.ts';
import { sendWhole } from './send.ts';

/** Seconds. From answers in memory to those that are nearly given up. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** Milliseconds that a scrape waits for the database. */
const PATIENCE = 2_000;

export interface MetricsParts {
  /** Names of the saved operations and of the reports: no other name becomes a label. */
  readonly names: ReadonlySet<string>;
  readonly cacheCounts: () => CacheCounts;
  /** The connections to the database; null when it has no pool. */
  readonly connections: () => {
    readonly total: number;
    readonly idle: number;
  } | null;
  /** The questions that are answered now, and those that wait for their turn. */
  readonly questionLoad: () => GateLoad;
  /** The reports that are read now, and those that wait for their turn. */
  readonly reportLoad: () => GateLoad;
  /** When what is served was published; null when nothing is. */
  readonly publishedAt: () => Promise<Date | null>;
  readonly clock: () => Date;
}

export interface Metrics {
  /** Counts a request that is over, and the rows that were sent. */
  readonly countRequest: (end: ExchangeEnd) => void;
  /** Answers `/metrics`, in the text format of Prometheus. */
  readonly route: Route;
}

/** Makes the metrics of one server, in a registry of their own. */
export function createMetrics(parts: MetricsParts): Metrics {
  const { names, cacheCounts, connections, questionLoad, reportLoad, publishedAt, clock } = parts;
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
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
  const loadGauge = (name: string, help: string, load: () => GateLoad) =>
    new Gauge({
      ...{ name, help, labelNames: ['state'], registers },
      collect() {
        const { running, waiting } = load();
        this.set({ state: 'running' }, running);
        this.set({ state: 'waiting' }, waiting);
      },
    });
  loadGauge(
    'debouches_questions',
    'Questions that are answered, by state: running, or waiting for their turn.',
    questionLoad,
  );
  loadGauge(
    'debouches_reports',
    'Reports that are read, by state: running, or waiting for their turn.',
    reportLoad,
  );
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
    help: 'Connections to PostgreSQL that answer questions, by state; none with the embedded database.',
    labelNames: ['state'],
    registers,
    collect() {
      const counts = connections();
      if (!counts) return;
      this.set({ state: 'idle' }, counts.idle);
      this.set({ state: 'busy' }, counts.total - counts.idle);
    },
  });
  new Gauge({
    name: 'debouches_publication_age_seconds',
    help: 'Seconds since what is served was published; NaN when nothing is, or it cannot be told.',
    registers,
    async collect() {
      const published = await inTime(publishedAt());
      this.set(published ? (clock().getTime() - published.getTime()) / 1000 : Number.NaN);
    },
  });
  return {
    countRequest: ({ path, exchange: { operation, rows: sent }, status, milliseconds }) => {
      const label = labelOf(path, operation, names);
      requests.inc({ operation: label, status });
      durations.observe({ operation: label }, milliseconds / 1000);
      if (sent !== undefined) rows.inc({ report: label }, sent);
    },
    route: ({ request, response, path }, exchange) => {
      if (path !== '/metrics') return null;
      if (request.method !== 'GET' && request.method !== 'HEAD') return null;
      return register.metrics().then((text) => {
        const headers = { 'content-type': register.contentType, 'cache-control': 'no-store' };
        sendWhole(response, exchange, 200, headers, text);
      });
    },
  };
}

/** What a request counts as: a name of ours, or one word for all that is not. */
function labelOf(path: string, operation: string | undefined, names: ReadonlySet<string>): string {
  if (operation !== undefined) return names.has(operation) ? operation : 'other';
  if (path === '/graphql' || path.startsWith('/reports/')) return 'other';
  return 'none';
}

/** What is told within some seconds; null when it is not. */
async function inTime<Told>(asked: Promise<Told>): Promise<Told | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), PATIENCE);
  try {
    return await Promise.race([asked.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
