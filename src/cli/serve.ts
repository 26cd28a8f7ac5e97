import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createApp, openDatabase, readOperations, upgradeDatabase } from '../app.ts';
import type { Config } from '../config.ts';
import { demonstrationNotice } from '../domain/provenance.ts';
import { schema } from '../graphql/schema.ts';
import { traceStatement } from '../http/ops/traces.ts';
import { SnapshotStore } from '../snapshot/store.ts';
import { keepBi } from './keep-bi.ts';
import { createLogger } from './logger.ts';

/**
 * Opens the database, loads the demonstration when nothing was ever imported, and serves until
 * the signal is given; requests that run then may end.
 */
export async function runServe(config: Config, stop: AbortSignal): Promise<void> {
  const { host, port } = config;
  await checkPort(host, port);
  console.log('Opening the database …');
  await using database = await openDatabase(config, traceStatement);
  await upgradeDatabase(database);
  const served = await database.servedPublication();
  if (!served) await (await import('./load-demonstration.ts')).loadDemonstration(database);
  const demonstration = served?.demonstration ?? true;
  const store = new SnapshotStore(database);
  const parts = { database, store, clock: () => new Date(), logger: createLogger(config.logLevel) };
  const app = await createApp({
    ...{ ...parts, schema, limits: config, access: config },
    operations: await readOperations(),
  });
  await app.listen({ host, port });
  try {
    const { port: listening } = app.server.address() as AddressInfo;
    console.log(welcome(host, listening, demonstration));
    await using _tables = database.engine === 'postgres' ? keepBi(parts) : null;
    if (!stop.aborted) await once(stop, 'abort');
    console.log('Stopping: running requests may end.');
  } finally {
    await app.close();
  }
}

/**
 * Checks that a port can be listened on, before the database is opened and loaded.
 *
 * - Throws Node's own error when it cannot: `EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`.
 */
async function checkPort(host: string, port: number): Promise<void> {
  const server = createServer().listen({ host, port });
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
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
