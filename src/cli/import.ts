import { openDatabase, upgradeDatabase } from '../app.ts';
import type { Config } from '../config.ts';
import { type PlainDate, parisDate } from '../domain/calendar.ts';
import { importFiles } from '../ingest/publish/publish.ts';
import { givenPath } from './files/given-path.ts';
import { tokenFor } from './held.ts';
import { describeImport, writeTables } from './imported.ts';
import { showProgress } from './progress.ts';

export interface ImportCommand {
  readonly date?: PlainDate;
  readonly title?: string;
  readonly allowShrink?: boolean;
  readonly allowOlder?: boolean;
  readonly hold?: boolean;
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
  const paths = files.map(givenPath);
  const today = parisDate(new Date());
  const result = await importFiles(database, paths, {
    ...options,
    ...{ today, method: config.method },
    onProgress: progress.report,
  }).finally(progress.end);
  console.log(describeImport(result, database));
  if (!result.changed) return;
  if (options.hold) console.log(await tokenFor(database, result.publicationId, {}));
  else await writeTables(database, config, today, console.log);
}
