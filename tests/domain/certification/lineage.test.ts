import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type LineageEdge,
  type LineageRate,
  lineageNodes,
  lineageNumbers,
  lineageSeries,
} from '../../../src/domain/certification/lineage.ts';
import {
  parseRegisterCode,
  type RegisterCode,
} from '../../../src/domain/certification/register-code.ts';

const code = parseRegisterCode;

/** "1>2 2>3": RNCP2 replaces RNCP1, and RNCP3 replaces RNCP2. */
function edges(text: string): LineageEdge[] {
  return text
    .split(' ')
    .filter((each) => each !== '')
    .map((each) => {
      const [older = '', newer = ''] = each.split('>');
      return { older: code(older), newer: code(newer) };
    });
}

/** "RNCP2:0 RNCP1:1", in the order given. */
function nodes(of: string, text: string): string {
  return lineageNodes(code(of), edges(text))
    .map((node) => `${node.code}:${node.distance}`)
    .join(' ');
}

describe('the whole lineage of a certification', () => {
  test.each([
    ['without links, the certification alone', '2', '', 'RNCP2:0'],
    ['its predecessor and its successor', '2', '1>2 2>3', 'RNCP2:0 RNCP1:1 RNCP3:1'],
    ['a whole chain, from its end', '4', '1>2 2>3 3>4', 'RNCP4:0 RNCP3:1 RNCP2:2 RNCP1:3'],
    ['a whole chain, from its middle', '3', '1>2 2>3 3>4', 'RNCP3:0 RNCP2:1 RNCP4:1 RNCP1:2'],
    ['one replaced by several', '1', '1>2 1>3', 'RNCP1:0 RNCP2:1 RNCP3:1'],
    ['several replaced by several', '1', '1>3 1>4 2>3 2>4', 'RNCP1:0 RNCP3:1 RNCP4:1 RNCP2:2'],
    ['siblings, by way of what they replace', '2', '1>2 1>3', 'RNCP2:0 RNCP1:1 RNCP3:2'],
    ['links of others are left out', '1', '1>2 5>6 6>7', 'RNCP1:0 RNCP2:1'],
    ['a link that both fiches declare counts once', '1', '1>2 1>2', 'RNCP1:0 RNCP2:1'],
    ['the shortest way counts', '1', '1>2 2>3 3>4 1>4', 'RNCP1:0 RNCP2:1 RNCP4:1 RNCP3:2'],
    [
      'by number within a distance, not as text',
      '1',
      '1>900 1>35746 1>5',
      'RNCP1:0 RNCP5:1 RNCP900:1 RNCP35746:1',
    ],
    ['one of the other register', '1', '1>RS2 RS2>3', 'RNCP1:0 RS2:1 RNCP3:2'],
    ['one that links name and no register has', '1', '1>999999', 'RNCP1:0 RNCP999999:1'],
    ['one that replaces itself', '1', '1>1', 'RNCP1:0'],
    ['two that replace each other', '1', '1>2 2>1', 'RNCP1:0 RNCP2:1'],
    ['a cycle of three', '1', '1>2 2>3 3>1', 'RNCP1:0 RNCP2:1 RNCP3:1'],
    ['a cycle with a tail', '5', '1>2 2>3 3>1 3>4 4>5', 'RNCP5:0 RNCP4:1 RNCP3:2 RNCP1:3 RNCP2:3'],
  ])('%s', (_name, of, links, expected) => {
    expect(nodes(of, links)).toBe(expected);
  });
});

describe('the number of a lineage', () => {
  const numbers = (text: string) => lineageNumbers(edges(text));

  test('is the same for all that links lead to, and another one for others', () => {
    const all = numbers('1>2 3>2 5>6');
    expect(all.get('RNCP1')).toBe(all.get('RNCP2'));
    expect(all.get('RNCP3')).toBe(all.get('RNCP2'));
    expect(all.get('RNCP6')).toBe(all.get('RNCP5'));
    expect(all.get('RNCP5')).not.toBe(all.get('RNCP1'));
  });

  test('joins lineages that a later link brings together', () => {
    expect(new Set(numbers('1>2 3>4 5>6 2>3 6>1').values()).size).toBe(1);
  });

  test('is given to what links name, and to nothing else', () => {
    expect([...numbers('1>2 RS3>1').keys()].toSorted()).toEqual(['RNCP1', 'RNCP2', 'RS3']);
    expect(numbers('').size).toBe(0);
    expect(numbers('1>1').size).toBe(1);
  });

  test('comes out of cycles', () => {
    expect(new Set(numbers('1>2 2>3 3>1 2>1').values()).size).toBe(1);
  });
});

describe('over any links', () => {
  const some = fc.integer({ min: 1, max: 12 }).map((number) => code(`${number}`));
  const links = fc.array(fc.record({ older: some, newer: some }), { maxLength: 14 });

  /** Links between any two, by Floyd and Warshall. */
  function distances(list: readonly LineageEdge[]): (from: string, to: string) => number {
    const all = Array.from({ length: 12 }, (_, index) => `RNCP${index + 1}`);
    const known = new Map<string, number>();
    const between = (a: string, b: string) => (a === b ? 0 : (known.get(`${a} ${b}`) ?? Infinity));
    for (const { older, newer } of list) {
      known.set(`${older} ${newer}`, 1).set(`${newer} ${older}`, 1);
    }
    for (const by of all) {
      for (const from of all) {
        for (const to of all) {
          known.set(
            `${from} ${to}`,
            Math.min(between(from, to), between(from, by) + between(by, to)),
          );
        }
      }
    }
    return between;
  }

  test('the distances are those of the shortest ways, and all that can be reached is there', () => {
    fc.assert(
      fc.property(links, some, (list, own) => {
        const between = distances(list);
        const expected = Array.from({ length: 12 }, (_, index) => code(`${index + 1}`))
          .map((other) => ({ code: other, distance: between(own, other) }))
          .filter(({ distance }) => distance < Infinity);
        const found = lineageNodes(own, list);
        expect(found[0]).toEqual({ code: own, distance: 0 });
        expect(found).toEqual(expected.toSorted((a, b) => a.distance - b.distance));
      }),
      { numRuns: 300 },
    );
  });

  test('two certifications have one number when each is in the lineage of the other', () => {
    fc.assert(
      fc.property(links, (list) => {
        const numbers = lineageNumbers(list);
        const named = new Set(list.flatMap(({ older, newer }) => [older, newer]));
        expect(new Set(numbers.keys())).toEqual(named);
        for (const one of named) {
          const kin = new Set(lineageNodes(one, list).map((node) => node.code));
          for (const other of named) {
            expect(numbers.get(one) === numbers.get(other)).toBe(kin.has(other));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

function rate(
  year: number,
  number: number | `RS${number}`,
  distance: number,
  value: number | null,
): LineageRate {
  return { year, certificationCode: code(`${number}`), distance, value };
}

/** "2019 RNCP2 93", one for each point. */
function series(rates: readonly LineageRate[]): string[] {
  return lineageSeries(rates).map(
    ({ year, certificationCode, value }) => `${year} ${certificationCode} ${value}`,
  );
}

describe('the series along a lineage', () => {
  test('has each year once, oldest first, with whose it is', () => {
    const rates = [
      rate(2020, 2, 0, 86),
      rate(2018, 1, 1, 90),
      rate(2019, 2, 0, 93),
      rate(2017, 1, 1, 88),
    ];
    expect(series(rates)).toEqual([
      '2017 RNCP1 88',
      '2018 RNCP1 90',
      '2019 RNCP2 93',
      '2020 RNCP2 86',
    ]);
  });

  test.each<[string, LineageRate, LineageRate]>([
    ['the own figure before another’s', rate(2019, 2, 0, 93), rate(2019, 3, 1, 70)],
    ['a published one before the own that is not', rate(2019, 3, 2, 70), rate(2019, 2, 0, null)],
    ['one that is published as 0 too', rate(2019, 3, 1, 0), rate(2019, 2, 0, null)],
    ['the own before another, published neither', rate(2019, 2, 0, null), rate(2019, 3, 1, null)],
    ['the nearest of the others', rate(2019, 1, 1, 70), rate(2019, 4, 2, 80)],
    ['the RNCP before an RS that is nearer', rate(2018, 1, 2, null), rate(2018, 'RS9', 1, null)],
    [
      'the RNCP before an RS whose rate does not count',
      rate(2018, 1, 1, 0),
      rate(2018, 'RS9', 0, 90),
    ],
    ['the own on the RS, published neither', rate(2018, 'RS9', 0, null), rate(2018, 1, 1, null)],
    ['the RNCP that owes a rate before an RS', rate(2018, 1, 1, null), rate(2018, 'RS9', 1, 90)],
    ['the newer fiche of two as near', rate(2019, 3, 1, 80), rate(2019, 1, 1, 70)],
    ['the newer by number, not as text', rate(2019, 35746, 1, 80), rate(2019, 900, 1, 70)],
    ['the newer fiche, published neither', rate(2019, 3, 1, null), rate(2019, 1, 1, null)],
  ])('of one year: %s', (_name, first, second) => {
    expect(lineageSeries([first, second])).toEqual([first]);
    expect(lineageSeries([second, first])).toEqual([first]);
  });

  test('leaves a year out that nobody carries, and keeps one that nobody publishes', () => {
    expect(series([rate(2020, 2, 0, null), rate(2017, 1, 1, 88)])).toEqual([
      '2017 RNCP1 88',
      '2020 RNCP2 null',
    ]);
  });

  test('of nothing is nothing', () => {
    expect(lineageSeries([])).toEqual([]);
  });

  test('gives back what it was given, whatever else that holds', () => {
    const marked = { ...rate(2019, 2, 0, 93), cohort: 'RNCP2 2019' };
    expect(lineageSeries([marked])[0]).toBe(marked);
  });

  test('takes the first of each year by the three rules, in whatever order it is given', () => {
    const distanceOf = new Map<RegisterCode, number>([
      [code('7'), 0],
      [code('6'), 1],
      [code('8'), 1],
      [code('5'), 2],
    ]);
    const some = fc
      .record({
        year: fc.integer({ min: 2015, max: 2019 }),
        certificationCode: fc.constantFrom(...distanceOf.keys()),
        value: fc.option(fc.integer({ min: 0, max: 100 })),
      })
      .map((each) => ({ ...each, distance: distanceOf.get(each.certificationCode) ?? 9 }));
    const rates = fc.uniqueArray(some, {
      selector: ({ year, certificationCode }) => `${year} ${certificationCode}`,
    });
    // Best first: published by 7, 8, 6, 5, then not published by the same.
    const ranking = ['RNCP7', 'RNCP8', 'RNCP6', 'RNCP5'];
    const rank = ({ certificationCode, value }: LineageRate) =>
      ranking.indexOf(certificationCode) + (value === null ? 10 : 0);
    fc.assert(
      fc.property(rates, (list) => {
        const years = [...new Set(list.map(({ year }) => year))].toSorted((a, b) => a - b);
        const best = years.map((year) => {
          const ofYear = list.filter((each) => each.year === year);
          return ofYear.find((each) => rank(each) === Math.min(...ofYear.map(rank)));
        });
        expect(lineageSeries(list)).toEqual(best);
        expect(lineageSeries(list.toReversed())).toEqual(best);
      }),
    );
  });
});
