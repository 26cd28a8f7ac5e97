import { readdir, readFile } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import type { Database, ReadDatabase } from './database.ts';

const FOLDER = new URL('../../sql/migrations/', import.meta.url);
const RUN_IN = /^-- run in: (.+)$/m;

/**
 * Brings the database to the newest migration and gives the names of those that were run, in
 * order; none when it was up to date. A migration that fails leaves the database as it was.
 *
 * - Throws the migration's own error.
 */
export async function migrate(database: Database): Promise<readonly string[]> {
  await using session = await database.session();
  const { db } = session;
  const migrator = new Migrator({ db, provider: sqlMigrations });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error;
  return results.map((result) => result.migrationName);
}

/**
 * Names of the migrations that were not run yet, in order.
 *
 * - Throws what `migrate` throws when another version of the program has run others.
 */
export async function pendingMigrations(
  database: Pick<ReadDatabase, 'startReading'>,
): Promise<readonly string[]> {
  await using reading = await database.startReading();
  const { db } = reading;
  const migrator = new Migrator({ db, provider: sqlMigrations });
  const migrations = await migrator.getMigrations();
  if (migrations.some((each) => each.executedAt)) {
    const { rows } = await sql<{ name: string }>`
      select name from kysely_migration order by name`.execute(db);
    const missing = rows.find(({ name }) => migrations.every((each) => each.name !== name));
    if (missing) {
      throw new Error(
        `corrupted migrations: previously executed migration ${missing.name} is missing`,
      );
    }
  }
  return migrations.filter((each) => !each.executedAt).map((each) => each.name);
}

/** The files of sql/migrations, in the order of their names. */
export const sqlMigrations: MigrationProvider = {
  getMigrations: async () => {
    const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
    const read = async (name: string) => {
      const text = await readFile(new URL(name, FOLDER), 'utf8');
      return [name.replace(/\.sql$/, ''), migration(text)] as const;
    };
    return Object.fromEntries(await Promise.all(names.map(read)));
  },
};

function migration(text: string): Migration {
  const schemas = RUN_IN.exec(text)?.[1]?.split(', ') ?? [];
  return {
    up: async (db: Kysely<unknown>) => {
      if (schemas.length === 0) return runStatements(db, text);
      for (const schema of schemas) {
        await sql`create schema if not exists ${sql.id(schema)}`.execute(db);
        await sql`select set_config('search_path', ${`${schema}, public`}, true)`.execute(db);
        await runStatements(db, text);
      }
      await sql`select set_config('search_path', 'public', true)`.execute(db);
    },
  };
}

async function runStatements(db: Kysely<unknown>, text: string): Promise<void> {
  for (const statement of statements(text)) await sql.raw(statement).execute(db);
}

/** Statements end with a semicolon at the end of a line, outside of $$ … $$. */
function statements(text: string): string[] {
  const found: string[] = [];
  let current = '';
  for (const line of text.split(/\r?\n/)) {
    if (current === '' && (line.trim() === '' || line.startsWith('--'))) continue;
    current += `${line}\n`;
    const inBody = current.split('$$').length % 2 === 0;
    if (!inBody && line.trimEnd().endsWith(';')) {
      found.push(current);
      current = '';
    }
  }
  return found;
}
