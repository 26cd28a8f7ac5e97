import { hash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { parisDate } from '../../../src/domain/calendar.ts';
import { importFiles } from '../../../src/ingest/publish/publish.ts';
import { runCli, startCli } from '../../cli/run-cli.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { inFull } from '../../support/in-full.ts';
import { changesOfNoPublication, PLACES, type Place } from '../publish/killed-imports.ts';
import { answersOf } from './answers.ts';
import { writeDay } from './daily-files.ts';
import { readSaid, type Said } from './said.ts';
import { expectNoneUnread, expectTidy } from './tidy.ts';

/** Imports that are killed, of each engine. */
const KILLS = { PostgreSQL: inFull(6, 100), 'the embedded database': inFull(2, 20) };
/** Every so many days all but the last ones are let go. */
const PRUNE_EVERY = 6;
const KEPT = 5;
/** Fractional part of the golden ratio: its multiples are spread evenly, however many there are. */
const SPREAD = 0.618_034;

let folder = '';
/** A database of which no import was killed. */
let undisturbed: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'debouches-commands-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(PLACES)('import commands into %s that are killed', (name, make) => {
  const kills = KILLS[name as keyof typeof KILLS];
  let place: Place;
  let env: Record<string, string>;
  /** Digests of what each publication that is kept said when it was published. */
  const digests = new Map<number, string>();

  beforeAll(async () => {
    undisturbed = await openMigratedPglite();
    place = await make(folder);
    const isServer = place.where.startsWith('postgres:');
    env = isServer ? { DATABASE_URL: place.where } : { DATA_DIR: place.where };
  });
  afterAll(async () => {
    await undisturbed?.[Symbol.asyncDispose]();
    await place?.drop();
  });

  /** Runs an import to its end; gives the milliseconds until its first step, and from then until it published. */
  const finish = async (path: string) => {
    const start = performance.now();
    const { process: child, ended } = startCli(['import', path], env);
    let [begins, publishes] = [0, 0];
    child.stderr?.once('data', () => {
      begins = performance.now() - start;
    });
    child.stdout?.once('data', () => {
      publishes = performance.now() - start - begins;
    });
    const { code, stderr } = await ended;
    expect([code, stderr]).toEqual([0, expect.any(String)]);
    return { begins, publishes };
  };

  /** Kills an import so many milliseconds after its start, or after its first step; false when it had ended. */
  const kill = async (
    path: string,
    after: { readonly start: number } | { readonly step: number },
  ) => {
    const { process: child, ended } = startCli(['import', path], env);
    const step = new Promise((resolve) => child.stderr?.once('data', resolve));
    if ('step' in after) await Promise.race([step, ended]);
    const milliseconds = 'step' in after ? after.step : after.start;
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    await ended;
    clearTimeout(timer);
    return child.signalCode === 'SIGKILL';
  };

  /** What is there that was there before: nothing else, and nothing less; gives what is served. */
  const expectKept = async () => {
    await using database = await place.open();
    for (const [publication, digest] of digests) {
      expect([publication, digestOf(await readSaid(database, publication))]).toEqual([
        ...[publication, digest],
      ]);
    }
    return (await database.servedPublication())?.id ?? 0;
  };

  /** A file that is imported says what it says where no import was killed. */
  const expectAsUndisturbed = async (path: string, publication: number) => {
    const today = parisDate(new Date());
    await importFiles(undisturbed, [path], { today });
    const expected = await readSaid(undisturbed, publication);
    await using database = await place.open();
    await importFiles(database, [path], { today });
    expect((await database.servedPublication())?.id).toBe(publication);
    const said = await readSaid(database, publication);
    expect(said).toEqual(expected);
    digests.set(publication, digestOf(said));
    await expectTidy(database, publication);
  };

  test(
    `lose nothing, ${kills} times`,
    async () => {
      let publication = 1;
      const first = await writeDay(folder, 0);
      // Its time is of no use: it makes the tables too.
      await finish(first);
      await expectAsUndisturbed(first, publication);
      const second = await writeDay(folder, 1);
      let { begins, publishes } = await finish(second);
      publication += 1;
      await expectAsUndisturbed(second, publication);
      let killed = 0;
      for (let day = 2; killed < kills && day < 10 + 3 * kills; day++) {
        const path = await writeDay(folder, day);
        const share = (day * SPREAD) % 1;
        // A quarter before the first step: an import connects, takes its lock and reads its files by then.
        const isEarly = day % 4 === 0;
        const after = isEarly ? { start: share * begins } : { step: share * publishes };
        const wasKilled = await kill(path, after);
        killed += Number(wasKilled);
        const served = await expectKept();
        // Killed after it had published, it did so wholly: the next import finds nothing to do.
        const isPublished = served > publication;
        expect(wasKilled ? [true, false] : [true]).toContain(isPublished);
        expect(served).toBe(publication + Number(isPublished));
        // How long it takes depends on what else the machine does: killed too late, it is killed sooner.
        if (isEarly) begins *= wasKilled ? 1 : 0.7;
        else publishes *= isPublished ? 0.9 : 1.05;
        publication += 1;
        await expectAsUndisturbed(path, publication);
        if (day % PRUNE_EVERY === 0) await prune(publication);
      }
      expect(killed).toBe(kills);
      await expectSameAnswers(publication);
    },
    inFull(180_000, 3_600_000),
  );

  /** Lets all go but the last ones. */
  const prune = async (publication: number) => {
    const { code } = await runCli(['prune', '--keep', String(KEPT)], env);
    expect(code).toBe(0);
    for (const id of digests.keys()) if (id <= publication - KEPT) digests.delete(id);
    await using database = await place.open();
    await expectNoneUnread(database);
  };

  /** All that are kept are answered as where no import was killed, and nothing of those that were is left. */
  const expectSameAnswers = async (publication: number) => {
    await using database = await place.open();
    const kept = [...digests.keys()];
    expect(await answersOf(database, kept)).toEqual(await answersOf(undisturbed, kept));
    await expectTidy(database, publication);
    expect(await changesOfNoPublication(database)).toBe(0);
  };
});

function digestOf(said: Said): string {
  return hash('sha1', JSON.stringify(said), 'base64');
}
