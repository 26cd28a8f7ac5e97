import { randomBytes } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import pg from 'pg';
import { afterAll, describe, inject } from 'vitest';
import type { Database, StatementListener } from '../../src/db/database.ts';
import { openPglite } from '../../src/db/engines/pglite.ts';
import { openPostgres } from '../../src/db/engines/postgres.ts';
import { migrate } from '../../src/db/migrations.ts';

type OpenDatabase = (onStatement?: StatementListener) => Promise<Database>;

/**
 * Runs a suite on the embedded database, always, and on PostgreSQL when TEST_DATABASE_URL is
 * set. Each database that the suite opens is new, migrated, and dropped after the suite.
 */
export function describeEachEngine(
  name: string,
  suite: (openDatabase: OpenDatabase, engine: Database['engine']) => void,
): void {
  describeEngines(name, suite, openMigratedPglite, async (url, onStatement) => {
    const database = await createScratch(url, onStatement);
    await migrate(database);
    return database;
  });
}

/** Runs a suite as `describeEachEngine` does, on databases that no migration was run on. */
export function describeEachEmptyEngine(
  name: string,
  suite: (openDatabase: OpenDatabase, engine: Database['engine']) => void,
): void {
  describeEngines(name, suite, (onStatement) => openPglite(null, onStatement), createScratch);
}

/** A new embedded database in memory, migrated. */
export async function openMigratedPglite(onStatement?: StatementListener): Promise<Database> {
  return openPglite(null, onStatement, await openAsBlob(inject('pgliteImage')));
}

function describeEngines(
  name: string,
  suite: (openDatabase: OpenDatabase, engine: Database['engine']) => void,
  embedded: OpenDatabase,
  served: (url: string, onStatement?: StatementListener) => Promise<Database>,
): void {
  const url = process.env['TEST_DATABASE_URL'];
  const engines: [Database['engine'], OpenDatabase][] = [['pglite', embedded]];
  if (url) engines.push(['postgres', (onStatement) => served(url, onStatement)]);
  describe.each(engines)(`${name} %s`, (engine, open) => {
    const opened: Database[] = [];
    afterAll(async () => {
      for (const database of opened) await database[Symbol.asyncDispose]();
    });
    suite(async (onStatement) => {
      const database = await open(onStatement);
      opened.push(database);
      return database;
    }, engine);
  });
}

/**
 * A new database on a server, which is dropped when it is disposed of.
 *
 * - options: of `create database`.
 */
export async function createScratch(
  url: string,
  onStatement?: StatementListener,
  options?: string,
): Promise<Database> {
  const { href, drop } = await createScratchUrl(url, options);
  const database = openPostgres(href, onStatement);
  return {
    ...database,
    [Symbol.asyncDispose]: async () => {
      await database[Symbol.asyncDispose]();
      await drop();
    },
  };
}

/** The address of a new database on a server, and what drops it. */
export async function createScratchUrl(url: string, options = '') {
  const name = `debouches_test_${randomBytes(6).toString('hex')}`;
  await administer(url, `create database ${name} ${options}`);
  const scratch = new URL(url);
  scratch.pathname = `/${name}`;
  return {
    href: scratch.href,
    drop: () => administer(url, `drop database if exists ${name} with (force)`),
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
