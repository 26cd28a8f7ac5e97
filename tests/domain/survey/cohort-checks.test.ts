import { describe, expect, test } from 'vitest';
import {
  type CohortRows,
  countsFindings,
  rowsFindings,
} from '../../../src/domain/survey/cohort-checks.ts';
import { noCounts, type SurveyCounts } from '../../../src/domain/survey/counts.ts';

/** Rows of which none is like another, from two sources. */
function rowsWith(parts: Partial<CohortRows>): CohortRows {
  return {
    ...{ horizon: 6, rows: 40, mostAlike: 1 },
    sources: new Map([
      ['QUESTIONNAIRE', 20],
      ['TELEPHONE', 20],
    ]),
    ...parts,
  };
}

describe('the rows of a cohort', () => {
  test('have nothing remarkable by themselves', () => {
    expect(rowsFindings(rowsWith({}))).toEqual([]);
  });

  test('all answered by one source', () => {
    const found = rowsFindings(rowsWith({ sources: new Map([['CV', 30]]) }));
    expect(found).toEqual([{ horizon: 6, rule: 'ONE_SOURCE', rows: 30, ofRows: 30 }]);
  });

  test('of one person, of two sources, or of none that is told, say nothing about sources', () => {
    expect(rowsFindings(rowsWith({ sources: new Map([['CV', 1]]) }))).toEqual([]);
    expect(rowsFindings(rowsWith({ sources: new Map([[null, 30]]) }))).toEqual([]);
    const someUnknown = new Map([
      ['CV', 29],
      [null, 1],
    ]);
    expect(rowsFindings(rowsWith({ sources: someUnknown }))).toEqual([]);
    expect(rowsFindings(rowsWith({ sources: new Map() }))).toEqual([]);
  });

  test('have the same date and pay in more than a tenth of them', () => {
    expect(rowsFindings(rowsWith({ rows: 40, mostAlike: 4 }))).toEqual([]);
    expect(rowsFindings(rowsWith({ rows: 40, mostAlike: 5 }))).toEqual([
      { horizon: 6, rule: 'SAME_DATE_AND_PAY', rows: 5, ofRows: 40 },
    ]);
    // A row is like itself.
    expect(rowsFindings(rowsWith({ rows: 3, mostAlike: 1 }))).toEqual([]);
  });
});

describe('the counts of a cohort', () => {
  const counts = (parts: Partial<SurveyCounts>): SurveyCounts => ({ ...noCounts(), ...parts });

  test('have fewer answers than half of the holders', () => {
    expect(countsFindings(24, counts({ holders: 20, respondents: 10, employed: 9 }))).toEqual([]);
    expect(countsFindings(24, counts({ holders: 21, respondents: 10 }))).toEqual([
      { horizon: 24, rule: 'LOW_RESPONSE', rows: 10, ofRows: 21 },
    ]);
    expect(countsFindings(24, noCounts())).toEqual([]);
  });

  test('are too perfect when all answered and all are employed, of 30 holders', () => {
    const perfect = (holders: number) =>
      counts({ holders, respondents: holders, employed: holders });
    expect(countsFindings(6, perfect(29))).toEqual([]);
    expect(countsFindings(6, perfect(30))).toEqual([
      { horizon: 6, rule: 'TOO_PERFECT', rows: 30, ofRows: 30 },
    ]);
    expect(countsFindings(6, { ...perfect(30), employed: 29 })).toEqual([]);
    expect(countsFindings(6, { ...perfect(31), respondents: 30, employed: 30 })).toEqual([]);
  });

  test('are too perfect also when some are neutralised, but not when all are', () => {
    const some = counts({ holders: 30, respondents: 30, studying: 10, employed: 20 });
    expect(countsFindings(6, some)).toHaveLength(1);
    expect(countsFindings(6, { ...some, studying: 30, employed: 0 })).toEqual([]);
  });
});
