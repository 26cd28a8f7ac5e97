import { resolve } from 'node:path';
import { openDatabase, upgradeDatabase } from '../app.ts';
import type { Config } from '../config.ts';
import { writeBi } from '../datasets/bi.ts';
import type { Database } from '../db/database.ts';
import type { SourceRecord } from '../db/publications.ts';
import { type PlainDate, parisDate } from '../domain/calendar.ts';
import { importFiles } from '../ingest/publish/publish.ts';
import { SnapshotStore } from '../snapshot/store.ts';
import { BiTablesError } from './failure.ts';
import { showProgress } from './progress.ts';

export interface ImportCommand {
  readonly date?: PlainDate;
  readonly title?: string;
  readonly allowShrink?: boolean;
  readonly allowOlder?: boolean;
}

/** Imports files as one publication, and prints what they brought in. */
export async function runImport(
  config: Config,
  files: readonly string[],
  options: ImportCommand,
): Promise<void> {
  await using database = await openDatabase(config);
  await upgradeDatabase(database);
  const progress = showProgress(process.stderr, () => performance.now());
  // npm runs scripts in the project's folder: files are named from where the user stands.
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const paths = files.map((file) => resolve(from, file));
  const today = parisDate(new Date());
  const result = await importFiles(database, paths, {
    ...options,
    ...{ today, method: config.method },
    onProgress: progress.report,
  }).finally(progress.end);
  if (!result.changed) {
    console.log(`publication ${result.publicationId} already has these files: nothing was changed`);
    return;
  }
  console.log(`publication ${result.publicationId} is served from ${database.label}`);
  for (const source of result.sources) console.log(describe(source));
  if (database.engine === 'postgres')
    await writeTables(new SnapshotStore(database, config.method), database, today);
}

function describe(source: SourceRecord): string {
  const unknown = Object.keys(source.unknownElements);
  return [
    `  ${source.fileName}: ${source.register ?? source.kind}, ${source.datedOn}`,
    `    ${source.certifications} certifications, ${source.blocks} blocks, ${source.cohorts} cohorts, ${source.partners} partner rows, ${source.certifiers} certifier rows`,
    ...(source.refusedFiches + source.refusedValues > 0
      ? [
          `    refused: ${source.refusedFiches} fiches, ${source.refusedValues} values (the query "findings" lists them)`,
        ]
      : []),
    ...(unknown.length > 0 ? [`    elements that are not known: ${unknown.join(', ')}`] : []),
  ].join('\n');
}

/** Writes the tables of `bi`, which are those of the publication before until then. */
async function writeTables(
  store: SnapshotStore,
  database: Database,
  today: PlainDate,
): Promise<void> {
  const snapshot = await store.refresh();
  const outcome = await writeBi(database, snapshot, today).catch((error: unknown) => {
    throw new BiTablesError(snapshot.publication.id, error);
  });
  console.log(
    outcome === 'BUSY'
      ? 'the tables of bi are being written by another process'
      : 'the tables of bi are up to date',
  );
}
