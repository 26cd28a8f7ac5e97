import { describe, expect, test } from 'vitest';
import { day } from '../../support/factories.ts';
import { boardOfCandidates } from '../../support/peers.ts';
import { board, candidate, cohort, joining, RULE } from './candidates.ts';

/** What all peers share one of. */
const BOTH = { rome: ['E1103', 'M1705'] };

describe('the comparison of a certification with its peers', () => {
  test('is over their pooled rates, each peer once though it shares two codes', () => {
    expect(board().compare('RNCP100')).toEqual({
      status: 'COMPARED',
      peerCount: 5,
      peerLowerQuartile: 70,
      peerMedian: 70,
      peerUpperQuartile: 80,
      // (10 · 60 + 20 · 70 + 30 · 70 + 40 · 80 + 100 · 90) / 200 = 16300 / 200
      peerPooled: 81.5,
      percentile: 60, // 3 of 5 below
      difference: 5,
      excludesMedian: false, // Wilson of 75 on 40: 59.8 to 85.8
      ranked: true,
      // Under ten peers nobody knows how much they differ, and under six the median has no bounds.
      ...{ funnel: null, deviate: null, pValue: null, overdispersion: null },
      ...{ verdict: 'INSUFFICIENT', peerMedianInterval: null },
    });
  });

  test('counts the own rate among those of another, and not among its own', () => {
    // RNCP99 and RNCP105 do not share its only code.
    expect(board().peersOf('RNCP101')).toEqual(['RNCP100', 'RNCP103', 'RNCP104']);
    expect(board().compare('RNCP101')).toMatchObject({
      status: 'INSUFFICIENT_PEERS',
      peerCount: 3,
      peerMedian: null,
      percentile: null,
    });
  });

  test('leaves a base under 20 out of rankings', () => {
    const small = candidate(106, [[2020, 19, 75]], BOTH);
    expect(board([small]).compare('RNCP106')).toMatchObject({ ranked: false });
    const enough = candidate(106, [[2020, 20, 75]], BOTH);
    expect(board([enough]).compare('RNCP106')).toMatchObject({ ranked: true });
  });

  test('without an own rate gives what the peers have', () => {
    const none = candidate(106, [[2020, 20, null]], { rome: ['E1103', 'M1705'] });
    expect(board([none]).compare('RNCP106')).toMatchObject({
      status: 'NO_OWN_RATE',
      peerCount: 6,
      peerMedian: 72.5, // 60, 70, 70, 75, 80, 90
      percentile: null,
      difference: null,
      ranked: false,
    });
  });

  test('is made for one whose registration has ended, with peers that are active', () => {
    const ended = candidate(106, [[2020, 40, 75]], {
      rome: ['E1103', 'M1705'],
      registrationEndsOn: day('2020-01-01'),
    });
    expect(board([ended]).compare('RNCP106')).toMatchObject({ status: 'COMPARED', peerCount: 6 });
    expect(board([ended]).compare('RNCP100').peerCount).toBe(5);
  });

  test.each(['RS6232', 'RNCP999', ''])('is not made for "%s", which is no candidate', (code) => {
    expect(board().compare(code)).toMatchObject({ status: 'NOT_APPLICABLE', peerCount: 0 });
    expect(board().peersOf(code)).toEqual([]);
  });

  test('is of the indicator of the rule', () => {
    const other = {
      ...cohort(2020, 40, 75),
      rates: { ...cohort(2020, 40, 75).rates, TARGET_OCCUPATION_2_YEARS: null },
    };
    const partly = { ...candidate(106, []), cohorts: [other] };
    expect(joining(partly)).toEqual(['RNCP106']);
    expect(joining(partly, { indicator: 'TARGET_OCCUPATION_2_YEARS' })).toEqual([]);
  });

  test('says by what rule it was made', () => {
    expect(board([], { lastCohorts: 2 }).rule).toEqual({ ...RULE, lastCohorts: 2 });
  });
});

describe('what goes with an answer', () => {
  test('peers by number, not as text', () => {
    expect(board().peersOf('RNCP100')).toEqual([
      'RNCP99',
      'RNCP101',
      'RNCP103',
      'RNCP104',
      'RNCP105',
    ]);
  });

  test('all comparisons of active certifications with a rate, by number', () => {
    const ended = candidate(98, [[2020, 40, 75]], { registrationEndsOn: day('2020-01-01') });
    const none = candidate(97, [[2020, 40, null]]);
    const full = board([ended, none]);
    expect(full.ratedComparisons().map(([code]) => code)).toEqual([
      'RNCP99',
      'RNCP100',
      'RNCP101',
      'RNCP103',
      'RNCP104',
      'RNCP105',
    ]);
    for (const [code, comparison] of full.ratedComparisons()) {
      expect(comparison).toEqual(full.compare(code));
    }
  });

  test('nothing of an empty register', () => {
    const empty = boardOfCandidates([], RULE);
    expect(empty.ratedComparisons()).toEqual([]);
    expect(empty.compare('RNCP100').status).toBe('NOT_APPLICABLE');
  });
});
