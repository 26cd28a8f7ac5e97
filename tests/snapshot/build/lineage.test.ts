import { describe, expect, test } from 'vitest';
import type { LineageLinkRow } from '../../../src/db/rows/lineage-rows.ts';
import { Interner } from '../../../src/snapshot/build/interner.ts';
import { buildLineage } from '../../../src/snapshot/build/lineage.ts';
import { headsOf, pagesOf } from './heads.ts';

/** A link as a fiche declares it. */
function link(
  certificationCode: string,
  direction: LineageLinkRow['direction'],
  otherCode: string,
  { position = 1, otherTitle = null }: { position?: number; otherTitle?: string | null } = {},
): LineageLinkRow {
  return { certificationCode, direction, position, otherCode, otherTitle };
}

const CODES = ['RNCP1', 'RNCP2', 'RNCP3', 'RNCP4', 'RNCP5', 'RS1'];
const build = (...pages: readonly (readonly LineageLinkRow[])[]) =>
  buildLineage(pagesOf(...pages), headsOf(...CODES), new Interner());

describe('links', () => {
  test('are there on both sides, whichever fiche says so', async () => {
    const { lineage } = await build([
      link('RNCP2', 'REPLACES', 'RNCP1'),
      link('RNCP3', 'REPLACES', 'RNCP2'),
      link('RNCP2', 'REPLACED_BY', 'RNCP3'),
    ]);
    const of = (code: string) =>
      lineage.links.get(code)?.map((each) => [each.direction, each.otherCode, each.declaredBy]);
    expect(of('RNCP1')).toEqual([['REPLACED_BY', 'RNCP2', 'OTHER']]);
    expect(of('RNCP2')).toEqual([
      ['REPLACED_BY', 'RNCP3', 'BOTH'],
      ['REPLACES', 'RNCP1', 'OWN'],
    ]);
    expect(of('RNCP3')).toEqual([['REPLACES', 'RNCP2', 'BOTH']]);
    expect(of('RNCP4')).toBeUndefined();
  });

  test('are the same wherever a page ends', async () => {
    const rows = [
      link('RNCP2', 'REPLACES', 'RNCP1'),
      link('RNCP1', 'REPLACED_BY', 'RNCP2'),
      link('RNCP3', 'REPLACES', 'RNCP2'),
    ];
    const { lineage: whole } = await build(rows);
    for (const cut of [1, 2]) {
      const { lineage } = await build(rows.slice(0, cut), rows.slice(cut));
      expect(lineage).toEqual(whole);
    }
  });

  test('of one direction are in the order of the fiche, then those others declare by code', async () => {
    const { lineage } = await build([
      link('RNCP5', 'REPLACES', 'RNCP4', { position: 1 }),
      link('RNCP5', 'REPLACES', 'RNCP2', { position: 2 }),
      link('RNCP3', 'REPLACED_BY', 'RNCP5'),
      link('RNCP1', 'REPLACED_BY', 'RNCP5'),
    ]);
    expect(lineage.links.get('RNCP5')?.map(({ otherCode }) => otherCode)).toEqual([
      ...['RNCP4', 'RNCP2', 'RNCP1', 'RNCP3'],
    ]);
  });

  test('show the title of the register, else the one that the own fiche cites', async () => {
    const { lineage } = await build([
      link('RNCP2', 'REPLACES', 'RNCP1', { position: 1, otherTitle: 'cited' }),
      link('RNCP2', 'REPLACES', 'RNCP98', { position: 2, otherTitle: 'not in the register' }),
      link('RNCP2', 'REPLACES', 'RNCP99', { position: 3 }),
    ]);
    expect(lineage.links.get('RNCP2')?.map(({ otherTitle }) => otherTitle)).toEqual([
      ...['Title of RNCP1', 'not in the register', null],
    ]);
  });

  test('that a fiche gives twice are one, at the first place, with the title that is the later text', async () => {
    const { lineage } = await build([
      link('RNCP2', 'REPLACES', 'RNCP99', { position: 1 }),
      link('RNCP2', 'REPLACES', 'RNCP1', { position: 2 }),
      link('RNCP2', 'REPLACES', 'RNCP99', { position: 3, otherTitle: 'a' }),
      link('RNCP2', 'REPLACES', 'RNCP99', { position: 4, otherTitle: 'b' }),
      link('RNCP2', 'REPLACES', 'RNCP99', { position: 5, otherTitle: 'a' }),
    ]);
    expect(
      lineage.links.get('RNCP2')?.map(({ otherCode, otherTitle }) => [otherCode, otherTitle]),
    ).toEqual([
      ['RNCP99', 'b'],
      ['RNCP1', 'Title of RNCP1'],
    ]);
    expect(lineage.edges.flat()).toHaveLength(2);
  });
});

describe('lineages', () => {
  test('are what links lead to, whichever way, and certifications without links are of none', async () => {
    const { lineage } = await build([
      link('RNCP3', 'REPLACES', 'RNCP1'),
      link('RNCP3', 'REPLACES', 'RNCP2'),
      link('RNCP5', 'REPLACED_BY', 'RS1'),
    ]);
    const [first, second, third, fourth, fifth, rs] = lineage.number;
    expect(first).toBe(third);
    expect(second).toBe(third);
    expect(fourth).toBe(-1);
    expect(fifth).toBe(rs);
    expect(new Set([first, fourth, fifth]).size).toBe(3);
  });

  test('have each link once, by older and newer code, with who declares it', async () => {
    const { lineage } = await build([
      link('RNCP3', 'REPLACES', 'RNCP2'),
      link('RNCP3', 'REPLACES', 'RNCP1'),
      link('RNCP1', 'REPLACED_BY', 'RNCP3'),
      link('RNCP1', 'REPLACED_BY', 'RNCP2'),
    ]);
    expect(lineage.edges[lineage.number[0] ?? -1]).toEqual([
      { older: 'RNCP1', newer: 'RNCP2', declaredByOlder: true, declaredByNewer: false },
      { older: 'RNCP1', newer: 'RNCP3', declaredByOlder: true, declaredByNewer: true },
      { older: 'RNCP2', newer: 'RNCP3', declaredByOlder: false, declaredByNewer: true },
    ]);
  });

  test('may end where they began', async () => {
    const { lineage } = await build([
      link('RNCP1', 'REPLACED_BY', 'RNCP2'),
      link('RNCP2', 'REPLACED_BY', 'RNCP1'),
      link('RNCP4', 'REPLACES', 'RNCP4'),
    ]);
    expect(lineage.number[0]).toBe(lineage.number[1]);
    expect(lineage.links.get('RNCP4')?.map((each) => [each.direction, each.declaredBy])).toEqual([
      ['REPLACED_BY', 'OTHER'],
      ['REPLACES', 'OWN'],
    ]);
  });

  test('of more links than one piece holds are all there', async () => {
    const chain = Array.from({ length: 1_200 }, (_, at) =>
      link(`RNCP${100 + at}`, 'REPLACES', `RNCP${99 + at}`),
    );
    const { lineage } = await build(chain, [link('RNCP5', 'REPLACES', 'RNCP1299')]);
    expect(lineage.links.size).toBe(1_202);
    expect(lineage.edges[lineage.number[4] ?? -1]).toHaveLength(1_201);
  });
});

test('a certification is replaced when any fiche says what replaces it', async () => {
  const { replaced } = await build([
    link('RNCP2', 'REPLACES', 'RNCP1'),
    link('RNCP3', 'REPLACED_BY', 'RNCP99'),
    link('RNCP4', 'REPLACES', 'RNCP98'),
  ]);
  expect([...replaced]).toEqual([1, 0, 1, 0, 0, 0]);
});
