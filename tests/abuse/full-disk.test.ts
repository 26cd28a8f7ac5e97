import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failureOf } from '../../src/cli/failure.ts';
import type { Session } from '../../src/db/database.ts';
import { discardUnpublished } from '../../src/db/load/discard.ts';
import { runCli } from '../cli/run-cli.ts';
import { writeExport } from '../ingest/publish/killed-imports.ts';
import { importsInto, RNCP, RS, STATISTICS } from '../ingest/publish/small-imports.ts';
import { describeEachEngine } from '../support/database.ts';
import { inFull } from '../support/in-full.ts';

const SMALL_DISK = new URL('small-disk.ts', import.meta.url).href;
const MEBIBYTE = 1_048_576;

/** What an import holds back, so that it can be removed. */
const RESERVE = 48 * MEBIBYTE;

/** Tables that an import writes in turn, and their schemas: each finds the disk full. */
const TABLES: readonly (readonly [string, string])[] = [
  ['versions', 'certification'],
  ['versions', 'cohort'],
  ['versions', 'finding'],
  ['versions', 'certification_search'],
  ['public', 'source'],
  ['public', 'publication'],
  ['public', 'current_publication'],
];

describeEachEngine('an import that finds the disk full, on', (openDatabase) => {
  const {
    codes,
    database,
    importBoth,
    run,
    write,
    writeExport: writeSmall,
  } = importsInto(openDatabase);

  /** Makes the writing of a table fail as a full disk does, until disposed of. */
  const fillDisk = async (schema: string, table: string) => {
    const place = sql.id(schema, table);
    await using session = await database().session();
    await sql`
      create or replace function public.disk_is_full() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`.execute(
      session.db,
    );
    await sql`
      create trigger disk_is_full before insert on ${place}
      for each row execute function public.disk_is_full()`.execute(session.db);
    return {
      [Symbol.asyncDispose]: async () => {
        await using again = await database().session();
        await sql`drop trigger disk_is_full on ${place}`.execute(again.db);
      },
    };
  };

  /** Bytes of the tables of versions, and of their indexes. */
  const versionBytes = async (session: Session) => {
    const { rows } = await sql<{ bytes: number }>`
      select sum(pg_total_relation_size(c.oid))::int as bytes from pg_class c
      where c.relnamespace = 'versions'::regnamespace and c.relkind = 'r'`.execute(session.db);
    return rows[0]?.bytes;
  };

  test.each(TABLES)(
    'writing %s.%s, gives back all it wrote, and the next one succeeds',
    async (...place) => {
      await importBoth();
      const before = await codes();
      const path = await writeSmall('RNCP', '2026-01-02', [
        ...RNCP,
        { code: 'RNCP3', cohorts: [['2020', '7']], level: 'x' },
      ]);
      const empty = await (async () => {
        await using session = await database().session();
        await discardUnpublished(session);
        // Awaited, for the session ends with this function.
        return await versionBytes(session);
      })();
      {
        await using _full = await fillDisk(...place);
        const failure = await run([path]).catch((error: unknown) => error);
        expect(failureOf(failure)).toEqual({
          message: 'the disk is full: nothing was changed',
          exitCode: 1,
        });
      }
      expect(await codes()).toEqual(before);
      {
        await using session = await database().session();
        expect(await versionBytes(session)).toBe(empty);
      }
      await run([path]);
      expect(await codes()).toEqual(['RNCP1', 'RNCP2', 'RNCP3', 'RS7']);
    },
  );

  test.each(['cohort', 'supplement', 'publication'])(
    'with supplements, writing %s, leaves what is served, and the next one succeeds',
    async (table) => {
      await importBoth();
      const before = await codes();
      const path = await write(
        'taux-2026-01-03.csv',
        `${STATISTICS}RNCP1;2020;10;;81;;\nRNCP9;2020;10;;81;;\n`,
      );
      {
        await using _full = await fillDisk(table === 'cohort' ? 'versions' : 'public', table);
        const failure = await run([path]).catch((error: unknown) => error);
        expect(failureOf(failure).message).toBe('the disk is full: nothing was changed');
      }
      expect(await codes()).toEqual(before);
      await run([path]);
      expect(await codes()).toEqual(['RNCP1', 'RNCP2', 'RNCP9', 'RS7']);
    },
  );

  test('that is refused half-way leaves nothing either', async () => {
    await importBoth();
    await using session = await database().session();
    await discardUnpublished(session);
    const empty = await versionBytes(session);
    await session[Symbol.asyncDispose]();
    const path = await writeSmall('RS', '2026-01-02', RS);
    const cut = await write(
      'export_RNCP_2026-01-02.xml',
      '<FICHES><VERSION_FLUX>4.1</VERSION_FLUX><FICHE>',
    );
    await expect(run([path, cut])).rejects.toThrow(/is not well-formed XML/);
    await using again = await database().session();
    expect(await versionBytes(again)).toBe(empty);
  });
});

/** Bytes of all files of a folder. */
async function bytesIn(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(files.map((file) => stat(join(folder, file))));
  return sizes.reduce((sum, each) => sum + (each.isFile() ? each.size : 0), 0);
}

/**
 * How many mebibytes are left beside what is held back: the tables find no room, or the log, which
 * stops the engine.
 */
const ROOM = inFull(0, 1) ? [1, 3, 6, 10, 14] : [1, 4];

/** Fiches of the export that does not fit in. */
const FICHES = inFull(1_500, 6_000);

describe('the folder of the embedded database on a disk that an import fills', () => {
  let folder = '';
  let dataDir = '';
  let files: { before: string; after: string };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'debouches-full-'));
    dataDir = join(folder, 'data');
    files = {
      before: await writeExport(folder, { day: '2026-01-01', seed: 1, fiches: 50 }),
      after: await writeExport(folder, { day: '2026-01-02', seed: 2, fiches: FICHES }),
    };
    expect(await runCli(['import', files.before], { DATA_DIR: dataDir })).toMatchObject({
      code: 0,
    });
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(ROOM)(
    'with %i MB left is as it was, and answers at once',
    async (room) => {
      const status = async (env: Record<string, string>) =>
        JSON.parse((await runCli(['status', '--json'], env)).stdout);
      const before = await status({ DATA_DIR: dataDir });
      const tables = await bytesIn(join(dataDir, 'pglite', 'base'));
      const disk = {
        DATA_DIR: dataDir,
        NODE_OPTIONS: `--import=${SMALL_DISK}`,
        SMALL_DISK: dataDir,
        SMALL_DISK_BYTES: String((await bytesIn(dataDir)) + RESERVE + room * MEBIBYTE),
      };
      const { code, stderr } = await runCli(['import', files.after], disk);
      const said = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{"step"'));
      expect(said).toEqual([expect.stringMatching(/^the disk .*is full.*: nothing was changed/)]);
      expect(code).toBe(1);
      expect(existsSync(join(dataDir, 'import-reserve'))).toBe(false);
      // What the catalogue keeps of indexes that were dropped and built again stays.
      expect(await bytesIn(join(dataDir, 'pglite', 'base'))).toBeLessThan(tables + 2 * MEBIBYTE);
      expect(await status(disk)).toEqual(before);
      expect(await runCli(['import', files.before], disk)).toMatchObject({ code: 0 });
    },
    300_000,
  );

  test('takes the import once there is room', async () => {
    const { code, stdout } = await runCli(['import', files.after], { DATA_DIR: dataDir });
    expect([code, stdout]).toEqual([0, expect.stringContaining(`${FICHES} certifications`)]);
  }, 120_000);

  test('that is full already is told in one line', async () => {
    const disk = {
      DATA_DIR: dataDir,
      NODE_OPTIONS: `--import=${SMALL_DISK}`,
      SMALL_DISK: dataDir,
      SMALL_DISK_BYTES: String(await bytesIn(dataDir)),
    };
    const { code, stderr } = await runCli(['status'], disk);
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^the disk of .* is full, \d+ MB are left: nothing was changed\..*\n$/),
    ]);
  }, 60_000);
});
