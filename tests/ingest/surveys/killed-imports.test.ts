import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../../../src/db/migrations.ts';
import { ficheWith, publishFiches } from '../../support/factories.ts';
import { inFull } from '../../support/in-full.ts';
import { cohortFiles, EXAMPLE } from '../../support/surveys.ts';
import { PLACES } from '../publish/killed-imports.ts';
import { query, stateOf } from './survey-state.ts';

const CHILD = fileURLToPath(new URL('survey-child.ts', import.meta.url));
const KILLS = inFull(3, 60);
/** Fractional part of the golden ratio: its multiples are spread evenly. */
const SPREAD = 0.618_034;

/** As many holders, of whom fewer are employed. */
const OTHER = EXAMPLE.map((of) => ({ ...of, employed: of.inTarget }));

let folder = '';
/** Two surveys of one cohort, each of which replaces the other whole. */
const surveys: Record<'one' | 'other', readonly string[]> = { one: [], other: [] };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'debouches-killed-survey-'));
  for (const [name, routes] of [
    ['one', EXAMPLE],
    ['other', OTHER],
  ] as const) {
    const { roster, situations } = cohortFiles('RNCP1', routes, { prefix: name });
    const paths = ['r.csv', 's.csv'].map((file) => join(folder, `${name}-${file}`));
    for (const [at, each] of [roster, situations].entries()) await writeFile(paths[at] ?? '', each);
    surveys[name] = paths;
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs an import in a process of its own; gives how many statements it sent, null when it was killed. */
async function run(
  where: string,
  files: readonly string[],
  killAfter?: number,
): Promise<number | null> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', CHILD, where, ...files],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...(killAfter && { KILL_AFTER: String(killAfter) }) },
    },
  );
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return said === '' ? null : Number(said);
}

describe.each(PLACES)('an import of surveys into %s that is killed', (_name, make) => {
  test(
    `leaves the survey of before or that of after, whole, ${KILLS} times`,
    async () => {
      const place = await make(folder);
      const look = async () => {
        await using database = await place.open();
        return await stateOf(database, (await database.servedPublication())?.id ?? 0);
      };
      try {
        {
          await using database = await place.open();
          await migrate(database);
          await publishFiches(database, [ficheWith({ code: 'RNCP1' })]);
        }
        await run(place.where, surveys.one);
        const one = await look();
        const statements = (await run(place.where, surveys.other)) ?? 0;
        const other = await look();
        expect(other).not.toEqual(one);

        let current = other;
        for (let round = 1; round <= KILLS; round++) {
          const [files, target] =
            current === other ? ([surveys.one, one] as const) : ([surveys.other, other] as const);
          const killAfter = 1 + Math.floor(((round * SPREAD) % 1) * (statements - 1));
          expect(await run(place.where, files, killAfter)).toBeNull();
          const now = await look();
          // Killed after the last statement of the transaction it may have become visible, but then all of it.
          expect([current, target]).toContainEqual(now);
          if (isDeepStrictEqual(now, target)) current = target;
        }
        const [next, target] =
          current === other ? ([surveys.one, one] as const) : ([surveys.other, other] as const);
        expect(await run(place.where, next)).toBeGreaterThan(0);
        expect(await look()).toEqual(target);
        await using database = await place.open();
        const served = (await database.servedPublication())?.id ?? 0;
        const unread = `select count(*)::int as rows from survey.holder
        where since > ${served} or (until > ${served} and until < 2147483647)`;
        expect(await query(database, unread)).toEqual([{ rows: 0 }]);
      } finally {
        await place.drop();
      }
    },
    inFull(120_000, 1_200_000),
  );
});
