import { once } from 'node:events';
import { createApp, openDatabase, readOperations, upgradeDatabase } from '../app.ts';
import type { Config } from '../config.ts';
import { mostOpenFiles } from '../db/open-files.ts';
import { openReadyReplica } from '../db/ready-replica.ts';
import { demonstrationNotice } from '../domain/provenance.ts';
import { schema } from '../graphql/schema.ts';
import { affordableConnections } from '../http/connections.ts';
import { acceptWaiting } from '../http/drain.ts';
import { checkAddresses, listenOn } from '../http/listening.ts';
import { traceStatement } from '../http/ops/traces.ts';
import { readOwnTheme } from '../http/pages/own-theme.ts';
import { RefreshRecord } from '../refresh/refresh-record.ts';
import { currentOf } from '../snapshot/provenance.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { PAST_BOUNDS, SnapshotStore } from '../snapshot/store.ts';
import { HeldAssignments } from '../snapshot/surveys/survey-service.ts';
import { keepBi } from './keep-bi.ts';
import { createLogger } from './logger.ts';
import { keepRefreshed, type ServerRefresh } from './refresh/server-refresh.ts';
import { tellStatus } from './status.ts';
import { demonstrationKey, SurveyAccessLog, surveysOf } from './survey/serve-surveys.ts';

/**
 * Opens the database, loads the demonstration when nothing was ever imported, and serves until
 * the signal is given; requests that run then may end. With `REFRESH=true` the registers are
 * refreshed meanwhile: the demonstration is served until that has succeeded once. What is
 * read comes from the replica where the settings name one; migrations and the tables of `bi` are
 * written to the database.
 */
export async function runServe(config: Config, version: string, stop: AbortSignal): Promise<void> {
  const { host, port } = config;
  // Before the database is opened and loaded.
  const addresses = await checkAddresses(host, port);
  const ownTheme = await readOwnTheme(config.siteName, config.themeFolder);
  console.log('Opening the database …');
  await using database = await openDatabase(config, traceStatement);
  await upgradeDatabase(database);
  const served = await database.servedPublication();
  if (!served)
    await (await import('./demonstration/load-demonstration.ts')).loadDemonstration(database, {
      ...{ method: config.method, surveySecret: config.surveySecret },
    });
  await using replica = await openReadyReplica(config, {
    ...{ onStatement: traceStatement, report: console.log, stop },
  });
  if (stop.aborted) return;
  const read = replica ?? database;
  const store = new SnapshotStore(read, config.method, {
    ...PAST_BOUNDS,
    ...{ most: config.maxPastPublications, bytes: config.pastPublicationsBytes },
  });
  const clock = () => new Date();
  const logger = createLogger(config.logLevel);
  const parts = { database: read, store, clock, logger };
  await using refreshes = new RefreshRecord({
    ...{ database, clock },
    onUnrecorded: (error) => logger.warn({ err: error }, 'a refresh could not be recorded'),
  });
  await refreshes.look();
  // With no file left to open, neither the database nor a report could be read.
  const maxConnections = Math.min(config.maxConnections, affordableConnections(mostOpenFiles()));
  const demonstration = (await database.servedPublication())?.demonstration ?? false;
  using assignments = new HeldAssignments(read);
  const surveys = await surveysOf(config, demonstration, {
    ...{ assignments, database, clock },
    onFailure: (error) => logger.warn({ err: error }, 'assignments of examiners could not be read'),
  });
  await using accessLog = new SurveyAccessLog(database);
  const ownKey = demonstrationKey(config, demonstration);
  const apiKeys = ownKey ? [ownKey.setting] : config.apiKeys;
  const app = await createApp({
    ...{ ...parts, schema, limits: { ...config, maxConnections }, access: { ...config, apiKeys } },
    operations: await readOperations(),
    ...{ refreshes, ownTheme, ...surveys, onRestrictedRead: accessLog.note },
    publicationFiles: { folder: config.filesDir, maxBytes: config.filesMaxBytes },
  });
  let refreshing: ServerRefresh | null = null;
  try {
    const url = addressOf(host, await listenOn(app, addresses, port));
    console.log(await welcome(url, { store, refresh: config.refresh, key: ownKey?.key ?? null }));
    await using _status =
      database.engine === 'pglite' ? await tellStatus(database, config.dataDir, url) : null;
    await using _tables = database.engine === 'postgres' ? keepBi({ ...parts, database }) : null;
    if (config.refresh.byServer) {
      refreshing = keepRefreshed({
        ...{ ...parts, database, config, version, stop },
        record: refreshes,
      });
    }
    if (!stop.aborted) await once(stop, 'abort');
    console.log('Stopping: running requests may end.');
    await acceptWaiting(app.server);
  } finally {
    await Promise.all([app.close(), refreshing?.[Symbol.asyncDispose]()]);
  }
  // The embedded database would be closed once the import has ended, which may be killed as well:
  // the next start removes what it wrote.
  if (refreshing?.running) process.exit(0);
}

function addressOf(host: string, port: number): string {
  const anywhere = ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host);
  const name = anywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** Where the server answers, what it serves, and a question that it answers. */
async function welcome(
  url: string,
  given: {
    readonly store: SnapshotStore;
    readonly refresh: Config['refresh'];
    /** That of the demonstration; null without one. */
    readonly key: string | null;
  },
): Promise<string> {
  const { store, refresh, key } = given;
  const lines = [
    `Débouchés answers at ${url}/ (open it in a browser).`,
    `GraphQL, and GraphiQL in a browser: ${url}/graphql.`,
    `Health: ${url}/health/live and ${url}/health/ready.`,
  ];
  const snapshot = await store.refresh();
  const publication = currentOf(snapshot);
  const days = publication.sources
    .filter(({ register }) => register !== null)
    .map(({ register, datedOn }) => `${register} of ${datedOn}`);
  const of = days.length > 0 ? ` (${days.join(', ')})` : '';
  const counts = `${snapshot.certifications.count} certifications, ${snapshot.cohorts.count} cohorts`;
  lines.push(`Publication ${publication.id}${of}: ${counts}.`);
  const { byServer, at } = refresh;
  if (publication.demonstration) lines.push(demonstrationNotice.en);
  if (byServer)
    lines.push(
      `The registers are refreshed now and each day after ${at} in Paris${publication.demonstration ? '; until that has succeeded once the demonstration is served' : ''}.`,
    );
  else if (publication.demonstration) lines.push('Import the real registers: see README.md.');
  const code = codeToTry(snapshot);
  if (code !== undefined) {
    const query = `{ certification(code: \\"${code}\\") { title insertion { indicator value } } }`;
    lines.push(
      'One query to try:',
      `  curl ${url}/graphql -H "content-type: application/json" -d '{"query":"${query}"}'`,
    );
  }
  if (key !== null)
    lines.push(
      `Its surveys are read in full with the key ${key} (x-api-key; in a browser as the password of ${url}/enquetes).`,
    );
  return [...lines, 'Stop with Ctrl+C.'].join('\n');
}

/** The genuine fiche of the demonstration where it is served, else the first that has a cohort. */
function codeToTry({ certifications, cohorts }: Snapshot): string | undefined {
  const { code, count } = certifications;
  if (code.some((each) => each === GENUINE)) return GENUINE;
  return count === 0 ? undefined : code[cohorts.count > 0 ? (cohorts.certification[0] ?? 0) : 0];
}

const GENUINE = 'RNCP35746';
