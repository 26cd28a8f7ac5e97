import { createApp, openDatabase, readDocuments, upgradeDatabase } from '../app.ts';
import type { Config } from '../config.ts';
import { demonstrationNotice } from '../domain/provenance.ts';
import { schema } from '../graphql/schema.ts';
import { startServer } from '../http/server.ts';
import { traceStatement } from '../http/traces.ts';
import { refreshDerivation } from '../ingest/refresh-derivation.ts';
import { createLogger } from './logger.ts';

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
  if (!served) await (await import('./load-demonstration.ts')).loadDemonstration(database);
  const demonstration = served?.demonstration ?? true;
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
