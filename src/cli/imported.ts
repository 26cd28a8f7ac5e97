import type { Config } from '../config.ts';
import { writeBi } from '../datasets/bi.ts';
import type { Database } from '../db/database.ts';
import { enterPublication } from '../db/entered-publication.ts';
import type { SourceRecord } from '../db/publications.ts';
import type { PlainDate } from '../domain/calendar.ts';
import type { MethodChoices } from '../domain/method.ts';
import type { ImportResult } from '../ingest/publish/publish.ts';
import { loadSnapshot } from '../snapshot/load.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { BiTablesError } from './failure.ts';

/** What an import brought in, in lines. */
export function describeImport(result: ImportResult, database: Database): string {
  if (!result.changed && result.held) {
    return `publication ${result.publicationId}, which is held, already has these files: nothing was changed; "debouches publish" serves it`;
  }
  if (!result.changed) {
    return `publication ${result.publicationId} already has these files: nothing was changed`;
  }
  const state = result.held ? 'is held in' : 'is served from';
  const first = `publication ${result.publicationId} ${state} ${database.label}`;
  return [first, ...result.sources.map(describe)].join('\n');
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

/** What is served, without surveys, which are no tables of `bi` and may be millions of rows. */
async function registerInMemory(database: Database, method: MethodChoices): Promise<Snapshot> {
  await using reading = await database.startReading();
  const publication = await enterPublication(reading.db);
  return await loadSnapshot(reading.db, publication, method, { surveys: false });
}

/**
 * Writes the tables of `bi`, which are those of the publication before until then, and says so. The
 * embedded database has none.
 *
 * - Throws `BiTablesError`.
 */
export async function writeTables(
  database: Database,
  { method }: Pick<Config, 'method'>,
  today: PlainDate,
  say: (sentence: string) => void,
): Promise<void> {
  if (database.engine !== 'postgres') return;
  const snapshot = await registerInMemory(database, method);
  const outcome = await writeBi(database, snapshot, today).catch((error: unknown) => {
    throw new BiTablesError(snapshot.publication.id, error);
  });
  say(
    outcome === 'BUSY'
      ? 'the tables of bi are being written by another process'
      : 'the tables of bi are up to date',
  );
}
