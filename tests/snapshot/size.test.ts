import { expect, test } from 'vitest';
import { rowsOf, sizeOf } from '../../src/snapshot/size.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { storeOf } from '../support/client.ts';
import { openMigratedPglite } from '../support/database.ts';
import { blockWith, cohortWith, ficheWith, publishFiches } from '../support/factories.ts';

/** Something that is measured as a snapshot is. */
const measured = (thing: object) => sizeOf(thing as Snapshot);

test('a size is that of columns, slots, entries and texts, worked out by hand', async () => {
  const thing = {
    textBytes: 100,
    numbers: new Int32Array(3),
    rates: new Float64Array(2),
    rowOf: new Map([
      ['a', 0],
      ['b', 1],
    ]),
    texts: [null, 'x', 'y'],
    lists: [[1, 2], []],
    none: [null, null],
  };
  const columns = 3 * 4 + 2 * 8;
  const entries = 2 * 40;
  // Of the thing itself, of texts, of two lists and of what is in them, of two nulls.
  const slots = 8 * (7 + 3 + 2 + 2 + 0 + 2);
  expect(await measured(thing)).toBe(100 + columns + entries + slots);
});

test('what is held twice is counted once, and what holds itself ends', async () => {
  const column = new Int32Array(1_000);
  const thing = { textBytes: 0, one: column, other: column, deeper: { column } };
  // Four slots of the thing, one of what is in it.
  expect(await measured(thing)).toBe(4_000 + 8 * 4 + 8);
  const endless: Record<string, unknown> = { textBytes: 0 };
  endless['self'] = endless;
  expect(await measured(endless)).toBe(8 * 2);
});

test('values of a map are measured as well', async () => {
  const links = new Map([['a', [{ code: 'x', title: null }]]]);
  // An entry, a slot of the list, two of the thing in it, two of the whole.
  expect(await measured({ textBytes: 0, links })).toBe(40 + 8 + 8 * 2 + 8 * 2);
});

test('more than a thousand things are measured in several pieces, each once', async () => {
  const things = Array.from({ length: 2_500 }, (_, number) => ({ number }));
  expect(await measured({ textBytes: 0, things })).toBe(8 * 2 + 8 * 2_500 + 8 * 2_500);
});

test('a snapshot that holds more is larger, by what its columns take at least', async () => {
  await using database = await openMigratedPglite();
  const fiche = ficheWith({ code: 'RNCP1', activeFlag: false });
  await publishFiches(database, [fiche]);
  const store = storeOf(database);
  const small = await store.refresh();
  const before = store.lastLoad;
  const blocks = Array.from({ length: 300 }, (_, at) => blockWith(`RNCP1BC${100 + at}`, 'Titre'));
  await publishFiches(database, [
    { ...fiche, blocks, cohorts: [cohortWith(2023, 1), cohortWith(2024, 1)] },
  ]);
  const large = await store.refresh();

  expect(rowsOf(small)).toBe(1 + small.findings.count);
  expect(rowsOf(large)).toBe(1 + 300 + 2 + large.findings.count);
  expect(before).toMatchObject({ rows: rowsOf(small), bytes: await sizeOf(small) });
  expect(store.lastLoad).toMatchObject({ rows: rowsOf(large), bytes: await sizeOf(large) });
  // A block: its certification, its position, the slots of its code and of its title, and its code,
  // of ten letters, which stands in memory once. Titles are one text.
  const ofBlocks = 300 * (4 + 4 + 8 + 8 + 10);
  expect((await sizeOf(large)) - (await sizeOf(small))).toBeGreaterThan(ofBlocks);
});
