import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inFull } from '../../support/in-full.ts';
import {
  changesOfNoPublication,
  PLACES,
  served,
  startImport,
  writeExport,
} from './killed-imports.ts';

const KILLS = inFull(3, 20);
/** Fractional part of the golden ratio: its multiples are spread evenly, however many there are. */
const SPREAD = 0.618_034;

let folder = '';
/** Two exports of one register: other seeds, other days, other contents. */
const files = { before: '', after: '' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'debouches-kill-'));
  files.before = await writeExport(folder, { day: '2026-01-01', seed: 1, fiches: 600 });
  files.after = await writeExport(folder, { day: '2026-01-02', seed: 2, fiches: 600 });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The steps an import printed until it ended, or was killed `afterMs` after its start. */
async function runImport(where: string, file: string, afterMs?: number) {
  const child = startImport(where, [file]);
  const steps: string[] = [];
  const started = Promise.withResolvers<void>();
  child.stdout?.on('data', (data: Buffer) => {
    steps.push(...String(data).trim().split('\n'));
    started.resolve();
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await Promise.race([started.promise, ended]);
  const start = performance.now();
  const timer = afterMs === undefined ? null : setTimeout(() => child.kill('SIGKILL'), afterMs);
  await ended;
  if (timer) clearTimeout(timer);
  return { steps, milliseconds: performance.now() - start };
}

describe.each(PLACES)('an import into %s that is killed', (_name, make) => {
  test(`leaves the publication of before or that of after, whole, ${KILLS} times`, async () => {
    const place = await make(folder);
    const look = async () => {
      await using database = await place.open();
      return await served(database);
    };
    try {
      await runImport(place.where, files.before);
      const before = await look();
      const { milliseconds } = await runImport(place.where, files.after);
      const after = await look();
      expect(after?.digest).not.toBe(before?.digest);

      let current = after;
      let kills = 0;
      for (let round = 0; kills < KILLS && round < 3 * KILLS; round++) {
        const [file, target] = current === after ? [files.before, before] : [files.after, after];
        const moment = ((round * SPREAD) % 1) * milliseconds;
        const { steps } = await runImport(place.where, file, moment);
        if (!steps.includes('published')) kills++;
        const now = await look();
        // Killed in the very last step it may have become visible, but then all of it.
        const expected = steps.includes('PUBLISH') ? [current, target] : [current];
        expect(expected).toContainEqual(now);
        if (now?.digest === target?.digest) current = target;
      }
      expect(kills).toBe(KILLS);
      // What the last one left behind does not disturb the next import.
      const next = current === after ? files.before : files.after;
      expect((await runImport(place.where, next)).steps).toContain('published');
      expect(await look()).toEqual(current === after ? before : after);
      await using database = await place.open();
      expect(await changesOfNoPublication(database)).toBe(0);
    } finally {
      await place.drop();
    }
  }, 300_000);
});
