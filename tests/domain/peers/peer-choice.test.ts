import { describe, expect, test } from 'vitest';
import type { PeerRule } from '../../../src/domain/peers/peer-rule.ts';
import { day } from '../../support/factories.ts';
import { boardOfCandidates, type PeerCandidate } from '../../support/peers.ts';
import { board, candidate, type Given, joining, type Line, RULE } from './candidates.ts';

describe('who is a peer', () => {
  const rated: readonly Line[] = [[2020, 50, 95]];

  test.each<[string, PeerCandidate, string[]]>([
    ['one that shares a ROME code', candidate(106, rated), ['RNCP106']],
    ['one that shares none', candidate(106, rated, { rome: ['K1801'] }), []],
    ['one that has none', candidate(106, rated, { rome: [] }), []],
    ['one whose code only begins alike', candidate(106, rated, { rome: ['E11'] }), []],
    ['one of another level', candidate(106, rated, { level: 5 }), []],
    ['one without level', candidate(106, rated, { level: null }), []],
    ['one of its own lineage', candidate(106, rated, { lineage: 7 }), []],
    ['one of another lineage', candidate(106, rated, { lineage: 8 }), ['RNCP106']],
    ['one without any rate', candidate(106, [[2020, 50, null]]), []],
    ['one without cohorts', candidate(106, []), []],
    ['one whose rate stands on a number not known', candidate(106, [[2020, null, 95]]), []],
    ['one whose rate stands on nobody', candidate(106, [[2020, 0, 95]]), []],
    ['one whose rate is 0', candidate(106, [[2020, 50, 0]]), ['RNCP106']],
    [
      'one that writes a code twice',
      candidate(106, rated, { rome: ['E1103', 'E1103'] }),
      ['RNCP106'],
    ],
  ])('%s', (_name, other, joined) => {
    expect(joining(other)).toEqual(joined);
  });

  test('not itself, nor another without links for having none either', () => {
    const alone = candidate(106, rated, { lineage: null });
    expect(board([alone]).peersOf('RNCP106')).toEqual(['RNCP100', 'RNCP101', 'RNCP103', 'RNCP104']);
  });

  test.each<[string, string[]]>([
    ['2022-12-30', ['RNCP106']],
    ['2022-12-31', ['RNCP106']],
    ['2023-01-01', []],
  ])('one that ends on 2022-12-31, as of %s: %j', (asOf, joined) => {
    const ending = candidate(106, rated, { registrationEndsOn: day('2022-12-31') });
    expect(joining(ending, { asOf: day(asOf) })).toEqual(joined);
  });

  test.each([
    [true, ['RNCP106']],
    [false, []],
    [null, []],
  ] as const)('one without an end, whose flag says %s: %j', (activeFlag, joined) => {
    const endless = candidate(106, rated, { registrationEndsOn: null, activeFlag });
    expect(joining(endless)).toEqual(joined);
  });

  test('any level, when the rule does not ask for the same', () => {
    const rule = { sameLevel: false };
    expect(joining(candidate(106, rated, { level: 5 }), rule)).toEqual(['RNCP106']);
    expect(joining(candidate(106, rated, { level: null }), rule)).toEqual(['RNCP106']);
    expect(joining(candidate(106, rated, { level: 5, rome: [] }), rule)).toEqual([]);
  });

  test('nobody of a certification without level, unless any level will do', () => {
    const noLevel = candidate(106, rated, { level: null });
    const other = candidate(107, rated, { level: null });
    expect(board([noLevel, other]).compare('RNCP106')).toMatchObject({
      status: 'INSUFFICIENT_PEERS',
      peerCount: 0,
    });
    expect(board([noLevel, other], { sameLevel: false }).peersOf('RNCP106')).toEqual([
      'RNCP100',
      'RNCP101',
      'RNCP103',
      'RNCP104',
      'RNCP107',
    ]);
  });

  test.each<[Partial<PeerRule>, Given, string[]]>([
    [{ peersBy: 'SPECIALITY' }, { rome: [], nsf: ['320'] }, ['RNCP106']],
    [{ peersBy: 'SPECIALITY' }, { nsf: ['326'] }, []],
    [{ peersBy: 'FORMACODE' }, { rome: [], formacodes: ['46301'] }, ['RNCP106']],
    [{ peersBy: 'FORMACODE' }, { nsf: ['320'] }, []],
    [{ peersBy: 'FORMACODE' }, { formacodes: ['46301'], level: 5 }, []],
    [{ peersBy: 'FORMACODE', sameLevel: false }, { formacodes: ['46301'], level: 5 }, ['RNCP106']],
    [{ peersBy: 'LEVEL' }, { rome: [] }, ['RNCP106']],
    [{ peersBy: 'LEVEL' }, { level: 5 }, []],
    [{ peersBy: 'LEVEL', sameLevel: false }, { level: 5 }, []],
    [{ peersBy: 'LEVEL' }, { level: null }, []],
    [{ peersBy: 'LEVEL' }, { lineage: 7 }, []],
  ])('by the rule %j, one with %j: %j', (rule, given, joined) => {
    expect(joining(candidate(106, rated, given), rule)).toEqual(joined);
  });

  test('the number of its cohorts counts those that are not published', () => {
    const lines: Line[] = [
      [2019, 10, 90],
      [2021, 10, null],
      [2020, 10, null],
    ];
    const waiting = candidate(106, lines);
    expect(joining(waiting, { lastCohorts: 2 })).toEqual([]);
    expect(joining(waiting, { lastCohorts: 3 })).toEqual(['RNCP106']);
  });

  test('its pooled rate is over so many of its newest cohorts', () => {
    const other = candidate(106, [
      [2018, 10, 20],
      [2020, 10, 90],
      [2019, 30, 50],
    ]);
    // Its peers: 60, 70, 80, RNCP107's 70, and 75 of RNCP100, which is 80 for one cohort.
    const five = candidate(107, [[2020, 10, 70]]);
    const difference = (lastCohorts: number) =>
      board([other, five], { lastCohorts }).compare('RNCP106').difference;
    expect(difference(1)).toBe(90 - 70);
    expect(difference(2)).toBe(60 - 70); // (10 · 90 + 30 · 50) / 40
    expect(difference(3)).toBe(52 - 70); // (10 · 90 + 30 · 50 + 10 · 20) / 50
  });

  test('rates with decimals that are equal tie, whatever the certified', () => {
    const heads = [3, 12, 13, 24, 26];
    const five = heads.map((n, index) => candidate(201 + index, [[2020, n, 80.2]], { level: 5 }));
    const own = candidate(200, [[2020, 52, 80.2]], { level: 5 });
    expect(boardOfCandidates([own, ...five], RULE).compare('RNCP200')).toMatchObject({
      percentile: 50,
      difference: 0,
      peerMedian: 80.2,
    });
  });
});
