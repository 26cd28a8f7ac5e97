import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp, openDatabase, readDocuments, upgradeDatabase } from '../app.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { DEMONSTRATION_EXPORTED_ON } from '../demonstration/demonstration.ts';
import { writeDemonstration } from '../demonstration/write.ts';
import { parisDate } from '../domain/calendar.ts';
import { demonstrationNotice } from '../domain/provenance.ts';
import { schema } from '../graphql/schema.ts';
import { startServer } from '../http/server.ts';
import { traceStatement } from '../http/traces.ts';
import { importFiles } from '../ingest/publish.ts';
import { refreshDerivation } from '../ingest/refresh-derivation.ts';
import { createLogger } from './logger.ts';
import { showProgress } from './progress.ts';

/** A genuine fiche page that comes with the product, and its title, which a copied page lacks. */
const PAGE = fileURLToPath(new URL('../demonstration/RNCP35746.txt', import.meta.url));
const PAGE_TITLE = 'Chargé de communication cross-média';

/**
 * Opens the database, loads the demonstration when nothing was ever imported, and serves until
 * the signal is given; requests that run then may end.
 */
export async function runServe(config: Config, stop: AbortSignal): Promise<void> {
  console.log('Opening the database …');
  await using database = await openDatabase(config, traceStatement);
  await upgradeDatabase(database);
  if (await refreshDerivation(database)) console.log('Statistics were derived anew.');
  const served = await database.servedPublication();
  const demonstration = served?.demonstration ?? (await loadDemonstration(database));
  const app = createApp({
    ...{ database, schema, clock: () => new Date(), limits: config, access: config },
    documents: await readDocuments(),
    logger: createLogger(config.logLevel),
  });
  await using server = await startServer(app, config);
  console.log(welcome(config.host, server.port, demonstration));
  if (!stop.aborted) {
    await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }));
  }
  console.log('stopping: running requests may end');
}

async function loadDemonstration(database: Database): Promise<true> {
  console.log('First start: loading the demonstration register, which is fictitious.');
  const folder = await mkdtemp(join(tmpdir(), 'debouches-demonstration-'));
  const progress = showProgress(process.stderr, () => performance.now());
  try {
    const files = await writeDemonstration(folder);
    await importFiles(database, [...files, PAGE], {
      date: DEMONSTRATION_EXPORTED_ON,
      today: parisDate(new Date()),
      title: PAGE_TITLE,
      demonstration: true,
      onProgress: progress.report,
    });
  } finally {
    progress.end();
    await rm(folder, { recursive: true, force: true });
  }
  return true;
}

function welcome(host: string, port: number, demonstration: boolean): string {
  const anywhere = ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host);
  const url = `http://${anywhere ? 'localhost' : host}:${port}`;
  const lines = [
    `Débouchés answers at ${url}/graphql (open it in a browser for GraphiQL).`,
    `Health: ${url}/health/live and ${url}/health/ready.`,
  ];
  if (demonstration)
    lines.push(demonstrationNotice.en, 'Import the real registers: see README.md.');
  const query = '{ certification(code: \\"RNCP35746\\") { title insertion { indicator value } } }';
  lines.push(
    'One query to try:',
    `  curl ${url}/graphql -H "content-type: application/json" -d '{"query":"${query}"}'`,
    'Stop with Ctrl+C.',
  );
  return lines.join('\n');
}
