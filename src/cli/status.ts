import { openDatabase } from '../app.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { pendingMigrations } from '../db/migrations.ts';
import { currentPublication, sourcesByPublication } from '../db/publications.ts';
import { daysBetween, parisDate } from '../domain/calendar.ts';

/** Prints what is served, from where, and what is to be done. */
export async function runStatus(config: Config, json: boolean): Promise<void> {
  await using database = await openDatabase(config);
  const status = await readStatus(database);
  console.log(json ? JSON.stringify(status, null, 2) : inWords(status));
}

type Status = Awaited<ReturnType<typeof readStatus>>;

async function readStatus(database: Database) {
  const pending = await pendingMigrations(database);
  const served = pending.length === 0 ? await readServed(database) : null;
  return { database: database.label, pendingMigrations: pending, publication: served };
}

async function readServed(database: Database) {
  await using reading = await database.startReading();
  const publication = await currentPublication(reading.db).executeTakeFirst();
  if (!publication) return null;
  const sources = await sourcesByPublication(reading.db, [publication.id]).execute();
  const exportedOn = sources
    .filter(({ kind }) => kind === 'FEED')
    .map(({ datedOn }) => datedOn)
    .toSorted()
    .at(-1);
  return {
    number: publication.id,
    publishedAt: publication.publishedAt.toISOString(),
    demonstration: publication.demonstration,
    ageDays: exportedOn ? daysBetween(exportedOn, parisDate(new Date())) : null,
    sources: sources.map(({ publicationId: _publication, id: _id, ...source }) => source),
  };
}

function inWords({ database, pendingMigrations: pending, publication }: Status): string {
  const lines = [database];
  if (pending.length > 0) {
    return [...lines, `${pending.length} migrations to run: debouches migrate`].join('\n');
  }
  if (!publication) return [...lines, 'nothing was imported yet'].join('\n');
  const age = publication.ageDays === null ? '' : `, export of ${publication.ageDays} days ago`;
  lines.push(`publication ${publication.number} of ${publication.publishedAt}${age}`);
  if (publication.demonstration) lines.push('demonstration register: fictitious');
  for (const source of publication.sources) {
    lines.push(
      `  ${source.register ?? source.kind}  ${source.datedOn}  ${source.certifications} certifications, ${source.blocks} blocks, ${source.cohorts} cohorts  ${source.fileName}`,
    );
  }
  return lines.join('\n');
}
