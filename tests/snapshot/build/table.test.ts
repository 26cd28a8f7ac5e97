import { describe, expect, test } from 'vitest';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import { ChildTable } from '../../../src/snapshot/build/child-table.ts';
import { Commonest } from '../../../src/snapshot/build/commonest.ts';
import { Interner } from '../../../src/snapshot/build/interner.ts';
import { ColumnsOf } from '../../../src/snapshot/build/table.ts';
import { headsOf, ran } from './heads.ts';

describe('columns', () => {
  test('hold rows in the order asked for, each kind with its sign of what is not known', () => {
    interface Row {
      readonly number: number | null;
      readonly flag: boolean | null;
      readonly text: string | null;
    }
    const of = new ColumnsOf<Row>(new Interner());
    const table = of.table({
      ints: of.ints(({ number }) => number),
      floats: of.floats(({ number }) => number, Number.NaN),
      flags: of.flags(({ flag }) => flag),
      texts: of.texts(({ text }) => text),
      days: of.days(({ number }) => (number === null ? null : parsePlainDate('2026-11-24'))),
      pair: of.record({ bytes: of.bytes(({ flag }) => flag ?? false) }),
    });
    table.add({ number: 7, flag: true, text: 'a' });
    table.add({ number: null, flag: null, text: null });
    table.add({ number: 0, flag: false, text: 'a' });
    expect(table.count).toBe(3);
    expect(ran(table.inOrder(Int32Array.of(2, 0, 1)))).toEqual({
      ints: Int32Array.of(0, 7, -1),
      floats: Float64Array.of(0, 7, Number.NaN),
      flags: Int8Array.of(0, 1, -1),
      texts: ['a', 'a', null],
      days: Int32Array.of(20_261_124, 20_261_124, -1),
      pair: { bytes: Uint8Array.of(0, 1, 0) },
    });
  });

  test('grow beyond what they began with, and lose nothing', () => {
    const of = new ColumnsOf<number>(new Interner());
    const table = of.table({ number: of.ints((row) => row) });
    for (let row = 0; row < 5_000; row++) table.add(3 * row);
    const { number } = ran(table.inOrder(Int32Array.from({ length: 5_000 }, (_, at) => at)));
    expect([...number]).toEqual(Array.from({ length: 5_000 }, (_, at) => 3 * at));
  });
});

describe('rows of certifications', () => {
  const heads = headsOf('RNCP1', 'RNCP2', 'RNCP3');
  const rows = [
    { certificationCode: 'RNCP3', position: 2, name: 'd' },
    { certificationCode: 'RNCP1', position: 3, name: 'b' },
    { certificationCode: 'RNCP9', position: 1, name: 'of none that is served' },
    { certificationCode: 'RNCP1', position: 1, name: 'a' },
    { certificationCode: 'RNCP3', position: 1, name: 'c' },
  ];
  const tableOf = (positionOf?: (row: (typeof rows)[number]) => number) => {
    const of = new ColumnsOf<(typeof rows)[number]>(new Interner());
    return new ChildTable(heads, of.table({ name: of.texts(({ name }) => name) }), positionOf);
  };

  test('are by certification and place, and those of none that is served are left out', () => {
    const table = tableOf(({ position }) => position);
    expect(rows.map((row) => table.add(row))).toEqual([true, true, false, true, true]);
    expect(ran(table.finish())).toEqual({
      count: 4,
      offset: Int32Array.of(0, 2, 2, 4),
      certification: Int32Array.of(0, 0, 2, 2),
      name: ['a', 'b', 'c', 'd'],
    });
  });

  test('stay in the order they came in without a place', () => {
    const table = tableOf();
    for (const row of rows) table.add(row);
    expect(ran(table.finish()).name).toEqual(['b', 'a', 'd', 'c']);
  });

  test('may be none', () => {
    expect(ran(tableOf(({ position }) => position).finish())).toMatchObject({
      count: 0,
      offset: Int32Array.of(0, 0, 0, 0),
    });
  });
});

test('texts that are equal are counted once, others each time', () => {
  const texts = new Interner();
  expect([texts.of('abc'), texts.of(null), texts.of('abc'), texts.of('d')]).toEqual([
    ...['abc', null, 'abc', 'd'],
  ]);
  // 24 bytes and its letters, of each text.
  expect(texts.bytes).toBe(24 + 3 + 24 + 1);
  texts.only('abc');
  texts.only('abc');
  expect(texts.bytes).toBe(24 + 3 + 24 + 1 + 2 * (24 + 3));
});

describe('what is said most often of a key', () => {
  const said = (...labels: (string | null)[]) => {
    const commonest = new Commonest();
    for (const label of labels) commonest.add('key', label);
    return commonest.of('key');
  };

  test.each([
    [['a', 'b', 'b'], 'b'],
    [['b', 'a', 'b'], 'b'],
    // Equally often: the first in the order of texts, whichever came first.
    [['b', 'a'], 'a'],
    [['a', 'b'], 'a'],
    [['É', 'E'], 'E'],
    // Anything goes before nothing.
    [[null, null, 'z'], 'z'],
    [[null], null],
  ] as const)('%j: %s', (labels, expected) => {
    expect(said(...labels)).toBe(expected);
  });

  test('is nothing for a key that is not known, and keys are in the order of texts', () => {
    const commonest = new Commonest();
    for (const key of ['b', 'B', 'a', 'b', 'é']) commonest.add(key, null);
    expect(commonest.keys()).toEqual(['B', 'a', 'b', 'é']);
    expect(commonest.of('c')).toBeNull();
  });
});
