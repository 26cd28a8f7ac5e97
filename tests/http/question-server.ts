import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { GraphQLSchema } from 'graphql';
import pino from 'pino';
import { type AppParts, createApp, readOperations } from '../../src/app.ts';
import type { Database, ReadDatabase } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrations.ts';
import { generateRegister } from '../../src/demonstration/generate.ts';
import type { PlainDate } from '../../src/domain/calendar.ts';
import type { MethodChoices } from '../../src/domain/method.ts';
import type { PersistedOperations } from '../../src/http/graphql/persisted-operations.ts';
import { listenOn } from '../../src/http/listening.ts';
import { importFiles } from '../../src/ingest/publish/publish.ts';
import type { PastBounds } from '../../src/snapshot/past-snapshots.ts';
import { SnapshotStore } from '../../src/snapshot/store.ts';
import { type Levers, questionSchema } from './question-schema.ts';

/** A log line as written. */
export type LogLine = Record<string, unknown>;

/** A server over a real socket, with its log and the levers of its schema. */
export interface QuestionServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly lines: LogLine[];
  readonly levers: Levers;
  /** The line of the log about the last request of a path, once it is there. */
  lineOf(path: string): Promise<LogLine>;
  /** Posts a GraphQL request as a client that reads the newest media type. */
  ask(body: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** Asks until an answer is as it should be, as it is some seconds after a publication at the latest. */
export async function untilAnswer(
  ask: () => Promise<Response>,
  holds: (response: Response) => boolean,
): Promise<Response> {
  for (let left = 500; left > 0; left--) {
    const response = await ask();
    if (holds(response)) return response;
    await response.body?.cancel();
    await setTimeout(10);
  }
  throw new Error('the answer stayed as it was for more than five seconds');
}

const EXPORTED_ON = '2026-11-01' as PlainDate;

/** Fiches that `publishSmallRegister` publishes. */
export const SMALL_REGISTER = 12;

/**
 * Migrates a database and imports a register of a dozen certifications, or more; with another seed,
 * other ones.
 */
export async function publishSmallRegister(
  database: Database,
  seed = 1,
  fiches = SMALL_REGISTER,
): Promise<void> {
  await migrate(database);
  const folder = await mkdtemp(join(tmpdir(), 'debouches-test-'));
  try {
    const path = join(folder, `export_fiches_RNCP_V4_1_${EXPORTED_ON}.xml`);
    const chunks = generateRegister({
      register: 'RNCP',
      fiches,
      seed,
      exportedOn: EXPORTED_ON,
      profile: 'DEMONSTRATION',
    });
    await writeFile(path, [...chunks].join(''));
    await importFiles(database, [path], { today: EXPORTED_ON, demonstration: true });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a test wants otherwise than usual. */
export interface Settings extends Partial<AppParts['limits']>, Partial<AppParts['access']> {
  readonly clock?: () => Date;
  readonly method?: MethodChoices;
  readonly operations?: PersistedOperations;
  readonly refreshes?: AppParts['refreshes'];
  readonly ownTheme?: AppParts['ownTheme'];
  readonly onRestrictedRead?: AppParts['onRestrictedRead'];
  readonly surveys?: AppParts['surveys'];
  readonly importSurvey?: AppParts['importSurvey'];
  readonly publicationFiles?: AppParts['publicationFiles'];
  readonly drainMs?: number;
  /** How many past publications are in memory. */
  readonly past?: PastBounds;
  readonly receptionMs?: number;
  readonly readWindowMs?: number;
  /** A free one unless it is given. */
  readonly port?: number;
  /** Where it listens; 127.0.0.1 unless they are given. */
  readonly addresses?: readonly string[];
}

/** Serves a schema, that of `questionSchema` by default, over a database; the clock stands still. */
export async function serveQuestions(
  database: ReadDatabase,
  schema?: GraphQLSchema,
  settings: Settings = {},
): Promise<QuestionServer> {
  const lines: LogLine[] = [];
  const logger = pino({ level: 'debug' }, { write: (line) => lines.push(JSON.parse(line)) });
  const levers: Levers = { gate: Promise.resolve(), onSlow: () => {} };
  const app = await createApp({
    database,
    store: new SnapshotStore(database, settings.method, settings.past),
    schema: schema ?? questionSchema(levers),
    logger,
    clock: settings.clock ?? (() => new Date('2026-11-02T12:00:00Z')),
    limits: {
      ...{ requestTimeout: 10_000, maxGroups: 10_000, maxCost: 2_000, cacheBytes: 10_000_000 },
      ...{ maxConcurrentQueries: 4, maxConcurrentReports: 6, reportQueueLimit: 128 },
      ...{ minReadBytesPerSecond: 10_000, maxConnections: 1_000, maxSubscriptions: 100 },
      maxPastPublications: 2,
      ...{ reportTimeout: 60_000, ...settings },
    },
    access: {
      persistedOperationsOnly: false,
      apiKeys: [],
      allowance: { burst: 0, perSecond: 0 },
      trustedProxies: null,
      ...settings,
    },
    operations: settings.operations ?? (await readOperations()),
    ...(settings.refreshes && { refreshes: settings.refreshes }),
    ...(settings.ownTheme && { ownTheme: settings.ownTheme }),
    ...(settings.surveys && { surveys: settings.surveys }),
    ...(settings.importSurvey && { importSurvey: settings.importSurvey }),
    ...(settings.publicationFiles && { publicationFiles: settings.publicationFiles }),
    ...(settings.onRestrictedRead && { onRestrictedRead: settings.onRestrictedRead }),
    ...(settings.drainMs !== undefined && { drainMs: settings.drainMs }),
    ...(settings.receptionMs !== undefined && { receptionMs: settings.receptionMs }),
    ...(settings.readWindowMs !== undefined && { readWindowMs: settings.readWindowMs }),
  });
  let port: number;
  try {
    port = await listenOn(app, settings.addresses ?? ['127.0.0.1'], settings.port ?? 0);
  } catch (error) {
    await app.close();
    throw error;
  }
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    port,
    lines,
    levers,
    lineOf: async (path) => {
      for (let left = 500; left > 0; left--) {
        const line = lines.findLast((each) => each['path'] === path);
        if (line) return line;
        await setTimeout(10);
      }
      throw new Error(`the log has no line about ${path}`);
    },
    ask: (body, headers = {}) =>
      fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          ...headers,
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    [Symbol.asyncDispose]: () => app.close(),
  };
}
