import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportProgressEvent } from '../../src/ingest/publish/progress.ts';
import { HEADER } from '../ingest/publish/importer.ts';
import {
  PLACES,
  type Place,
  served,
  startImport,
  writeExport,
} from '../ingest/publish/killed-imports.ts';
import { inFull } from '../support/in-full.ts';

/** A step, and after how many statements of it. */
type Moment = readonly [ImportProgressEvent['step'], number];

/** Each step, as it begins or within it: an import of an export has them all. */
const SHORT: readonly Moment[] = [
  ...([
    ['READ', 1],
    ['SUPPLEMENTS', 1],
  ] satisfies Moment[]),
  ...([
    ['INDEX', 1],
    ['INDEX', 3],
  ] satisfies Moment[]),
  ...([
    ['PUBLISH', 0],
    ['PUBLISH', 2],
    ['PUBLISH', 4],
  ] satisfies Moment[]),
];
const LONG: readonly Moment[] = [
  ...within('READ', 3),
  ...within('SUPPLEMENTS', 6),
  ...within('INDEX', 12),
  ...within('PUBLISH', 4),
];
const MOMENTS = inFull(0, 1) ? LONG : SHORT;

/** An import of supplements is one step, and one transaction. */
const OF_SUPPLEMENTS: readonly Moment[] = inFull(0, 1)
  ? within('SUPPLEMENTS', 12)
  : [['SUPPLEMENTS', 2]];

function within(step: Moment[0], most: number): Moment[] {
  return Array.from({ length: most + 1 }, (_, statements) => [step, statements]);
}

let folder = '';
const files = { before: [] as string[], after: [] as string[], supplement: [] as string[] };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'debouches-steps-'));
  const statistics = async (name: string, line: string) => {
    const path = join(folder, name);
    await writeFile(path, `${HEADER}\n${line}\n`);
    return path;
  };
  files.before = [
    await writeExport(folder, { day: '2026-01-01', seed: 1, fiches: 150 }),
    await writeExport(folder, { register: 'RS', day: '2026-01-01', seed: 1, fiches: 40 }),
    await statistics('taux-2026-01-01.csv', 'RNCP1;2021;10;;80;;'),
  ];
  files.after = [await writeExport(folder, { day: '2026-01-02', seed: 2, fiches: 150 })];
  files.supplement = [await statistics('taux-2026-01-03.csv', 'RNCP2;2021;20;;70;;')];
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The steps that an import said until it ended, or was killed at a moment. */
async function runImport(where: string, paths: readonly string[], moment?: Moment) {
  const env = moment ? { KILL_AT: moment.join('+') } : {};
  const child = startImport(where, paths, env);
  const said = child.stdout ? text(child.stdout) : '';
  const [, signal] = await once(child, 'exit');
  return { steps: (await said).trim().split('\n'), wasKilled: signal === 'SIGKILL' };
}

/** What is left of an import that is no longer under way: bytes held back, locks, temporary tables. */
async function leftovers({ where, open }: Place) {
  await using database = await open();
  await using session = await database.session();
  const { rows } = await sql<{ locks: number; tables: number }>`
    select (select count(*)::int from pg_locks join pg_database d on d.oid = database
            where locktype = 'advisory' and d.datname = current_database()) as locks,
      (select count(*)::int from pg_class where relname = 'import_reserve') as tables`.execute(
    session.db,
  );
  return { ...rows[0], reserve: existsSync(join(where, 'import-reserve')) };
}

const NOTHING = { locks: 0, tables: 0, reserve: false };

describe.each(PLACES)('an import into %s that is killed', (_name, make) => {
  let place: Place;
  let before: Awaited<ReturnType<typeof served>>;
  const look = async () => {
    await using database = await place.open();
    return await served(database);
  };
  beforeAll(async () => {
    place = await make(folder);
    expect((await runImport(place.where, files.before)).steps).toContain('published');
    before = await look();
  }, 120_000);
  afterAll(() => place?.drop());

  /** Kills an import at a moment: what was served still is, or all of the new, once it is published. */
  const killAt = async (paths: readonly string[], moment: Moment) => {
    const { steps, wasKilled } = await runImport(place.where, paths, moment);
    expect([moment, wasKilled]).toEqual([moment, true]);
    expect(steps).toContain(moment[0]);
    expect(steps).not.toContain('published');
    // The server notices that its client is gone within some seconds.
    await expect.poll(() => leftovers(place), { timeout: 20_000, interval: 100 }).toEqual(NOTHING);
    return await look();
  };

  test.each(MOMENTS)(
    'in %s after %i statements changes nothing of what is served',
    async (...moment) => {
      expect(await killAt(files.after, moment)).toEqual(before);
    },
    120_000,
  );

  test.each(OF_SUPPLEMENTS)(
    'with supplements, in %s after %i statements',
    async (...moment) => {
      expect(await killAt(files.supplement, moment)).toEqual(before);
    },
    120_000,
  );

  test('is followed by one that succeeds as if nothing had been', async () => {
    expect((await runImport(place.where, files.after)).steps).toContain('published');
    const after = await look();
    expect(after?.digest).not.toBe(before?.digest);
    expect(await leftovers(place)).toEqual(NOTHING);
    await using untouched = await freshlyImported(make);
    expect(after).toEqual(untouched.served);
  }, 300_000);
});

/** What the same imports give where none was killed. */
async function freshlyImported(make: (folder: string) => Promise<Place>) {
  const place = await make(await mkdtemp(join(folder, 'fresh-')));
  for (const paths of [files.before, files.after]) await runImport(place.where, paths);
  await using database = await place.open();
  return { served: await served(database), [Symbol.asyncDispose]: () => place.drop() };
}
