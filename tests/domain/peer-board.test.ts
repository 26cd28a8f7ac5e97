import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import { BadUserInputError } from '../../src/domain/errors.ts';
import { funnelPosition } from '../../src/domain/funnel.ts';
import { INSERTION_INDICATORS } from '../../src/domain/indicator.ts';
import { wilsonInterval } from '../../src/domain/interval.ts';
import {
  createPeerBoard,
  PEER_CRITERIA,
  type PeerCandidate,
  type PeerRule,
} from '../../src/domain/peer-board.ts';
import type { PoolableCohort } from '../../src/domain/pooling.ts';
import { parseRegisterCode } from '../../src/domain/register-code.ts';

const day = parsePlainDate;

/** Year, certified, and the rate that is published as all three. */
type Line = readonly [year: number, certified: number | null, rate: number | null];

interface Given extends Partial<Omit<PeerCandidate, 'code' | 'cohorts' | 'codes'>> {
  readonly rome?: readonly string[];
  readonly nsf?: readonly string[];
  readonly formacodes?: readonly string[];
}

function candidate(number: number, lines: readonly Line[], given: Given = {}): PeerCandidate {
  const { rome = ['E1103'], nsf = [], formacodes = [], ...rest } = given;
  return {
    code: parseRegisterCode(`RNCP${number}`),
    level: 6,
    lineage: null,
    registrationEndsOn: day('2030-12-31'),
    activeFlag: true,
    cohorts: lines.map(([year, certified, rate]) => cohort(year, certified, rate)),
    codes: { OCCUPATION: rome, SPECIALITY: nsf, FORMACODE: formacodes },
    ...rest,
  };
}

function cohort(year: number, certified: number | null, rate: number | null): PoolableCohort {
  return {
    year,
    certified,
    rates: {
      GLOBAL_6_MONTHS: rate,
      TARGET_OCCUPATION_6_MONTHS: rate,
      TARGET_OCCUPATION_2_YEARS: rate,
    },
  };
}

const RULE: PeerRule = {
  indicator: 'GLOBAL_6_MONTHS',
  peersBy: 'OCCUPATION',
  sameLevel: true,
  lastCohorts: 3,
  asOf: day('2023-01-01'),
};

/** Pooled: (20 · 80 + 20 · 70) / 40 = 75. */
const OWN = candidate(
  100,
  [
    [2020, 20, 80],
    [2019, 20, 70],
  ],
  { rome: ['E1103', 'M1705'], nsf: ['320'], formacodes: ['46301'], lineage: 7 },
);

/** Five peers by occupation and level: pooled 60, 70, 70, 80, 90. */
const PEERS = [
  candidate(105, [[2020, 100, 90]], { rome: ['M1705'] }),
  candidate(101, [[2020, 10, 60]]),
  candidate(103, [[2020, 30, 70]], { rome: ['E1103', 'M1705'] }),
  candidate(99, [[2020, 20, 70]], { rome: ['K1801', 'M1705'] }),
  candidate(104, [[2020, 40, 80]]),
];

function board(others: readonly PeerCandidate[] = [], rule: Partial<PeerRule> = {}) {
  return createPeerBoard([OWN, ...PEERS, ...others], { ...RULE, ...rule });
}

/** The peers of RNCP100 beyond the five, under a rule. */
function joining(other: PeerCandidate, rule: Partial<PeerRule> = {}): string[] {
  const five = PEERS.map(({ code }) => code);
  return board([other], rule)
    .peersOf('RNCP100')
    .filter((code) => !five.includes(code));
}

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
      funnel: 'WITHIN', // 81.5 ± 1.96 · √(0.815 · 0.185 / 40): 69.5 to 93.5
      ranked: true,
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
    const small = candidate(106, [[2020, 19, 75]]);
    expect(board([small]).compare('RNCP106')).toMatchObject({ ranked: false });
    const enough = candidate(106, [[2020, 20, 75]]);
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
    expect(board().criterionCodes(code)).toEqual([]);
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
    expect(createPeerBoard([own, ...five], RULE).compare('RNCP200')).toMatchObject({
      percentile: 50,
      difference: 0,
      peerMedian: 80.2,
    });
  });
});

describe('what goes with an answer', () => {
  test('the codes that decided, as the fiche gives them', () => {
    expect(board().criterionCodes('RNCP100')).toEqual(['E1103', 'M1705']);
    expect(board([], { peersBy: 'SPECIALITY' }).criterionCodes('RNCP100')).toEqual(['320']);
    expect(board([], { peersBy: 'FORMACODE' }).criterionCodes('RNCP100')).toEqual(['46301']);
    expect(board([], { peersBy: 'LEVEL' }).criterionCodes('RNCP100')).toEqual([]);
  });

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
    const empty = createPeerBoard([], RULE);
    expect(empty.ratedComparisons()).toEqual([]);
    expect(empty.compare('RNCP100').status).toBe('NOT_APPLICABLE');
  });

  test.each([0, 51, 1.5])('no answer for %d cohorts', (lastCohorts) => {
    expect(() => board([], { lastCohorts })).toThrow(BadUserInputError);
    expect(() => board([], { lastCohorts })).toThrow(`lastCohorts ${lastCohorts}`);
    // Nor of an empty register.
    expect(() => createPeerBoard([], { ...RULE, lastCohorts })).toThrow(BadUserInputError);
  });
});

/** Year, certified, and a rate in tenths of a percent, so that sums are whole. */
type TenthLine = readonly [year: number, certified: number | null, tenths: number | null];

interface Subject {
  readonly own: PeerCandidate;
  readonly lines: readonly TenthLine[];
}

interface Sums {
  /** Σ N · r, r in tenths. */
  readonly tenths: number;
  readonly heads: number;
}

/** The last k cohorts, published or not, then those of them that publish rate and number. */
function sumsOf({ lines }: Subject, k: number): Sums {
  const last = lines.filter(([year]) => lines.filter(([other]) => other > year).length < k);
  let [tenths, heads] = [0, 0];
  for (const [, certified, rate] of last) {
    if (certified === null || rate === null) continue;
    tenths += certified * rate;
    heads += certified;
  }
  return { tenths, heads };
}

/** Sign of the difference of two pooled rates, exactly. */
function compareRates(a: Sums, b: Sums): number {
  return Math.sign(a.tenths * b.heads - b.tenths * a.heads);
}

function percent({ tenths, heads }: Sums): number {
  return tenths / (10 * heads);
}

/** docs/method.md#benchmark, condition by condition. */
function isPeer(own: PeerCandidate, subject: Subject, rule: PeerRule): boolean {
  const { own: other } = subject;
  const { peersBy, sameLevel, asOf, lastCohorts } = rule;
  if (own.code === other.code) return false;
  if (own.lineage !== null && own.lineage === other.lineage) return false;
  const end = other.registrationEndsOn;
  if (end === null ? other.activeFlag !== true : asOf > end) return false;
  const alike = own.level !== null && own.level === other.level;
  if ((sameLevel || peersBy === 'LEVEL') && !alike) return false;
  if (peersBy !== 'LEVEL') {
    const shared = own.codes[peersBy].filter((code) => other.codes[peersBy].includes(code));
    if (shared.length === 0) return false;
  }
  return sumsOf(subject, lastCohorts).heads > 0;
}

/** The value at a rank that is counted from 1 and may lie between two. */
function atRank(ascending: readonly number[], rank: number): number {
  const before = ascending[Math.floor(rank) - 1] ?? Number.NaN;
  const after = ascending[Math.ceil(rank) - 1] ?? Number.NaN;
  return (1 - (rank % 1)) * before + (rank % 1) * after;
}

describe('over any register', () => {
  const tenths = fc.oneof(fc.constantFrom(0, 802, 900, 1_000), fc.integer({ min: 0, max: 1_000 }));
  const line: fc.Arbitrary<TenthLine> = fc.tuple(
    fc.integer({ min: 2015, max: 2022 }),
    fc.option(fc.nat(60), { freq: 9, nil: null }),
    fc.option(tenths, { freq: 9, nil: null }),
  );
  const lines = fc.uniqueArray(line, { selector: ([year]) => year, maxLength: 5 });
  const codes = (...known: string[]) => fc.array(fc.constantFrom(...known), { maxLength: 3 });
  const given = fc.record({
    level: fc.constantFrom(5, 6, 6, 6, null),
    lineage: fc.constantFrom(null, null, null, 1, 2),
    registrationEndsOn: fc.constantFrom(
      null,
      ...['2022-12-31', '2023-01-01', '2025-01-01', '2026-01-01'].map(day),
    ),
    activeFlag: fc.constantFrom(true, false, null),
    rome: codes('E1103', 'M1705'),
    nsf: codes('320', '326'),
    formacodes: codes('46301', '46347', '46349'),
  });
  const subjects = fc
    .array(fc.tuple(lines, given), { minLength: 12, maxLength: 30, size: 'max' })
    .map((register) =>
      register.map(([tenthLines, each], index): Subject => {
        const published = tenthLines.map(
          ([year, certified, rate]): Line => [year, certified, rate === null ? null : rate / 10],
        );
        return { own: candidate(90 + index, published, each), lines: tenthLines };
      }),
    );
  const rules: fc.Arbitrary<PeerRule> = fc.record({
    indicator: fc.constantFrom(...INSERTION_INDICATORS),
    peersBy: fc.constantFrom(...PEER_CRITERIA),
    sameLevel: fc.boolean(),
    lastCohorts: fc.integer({ min: 1, max: 5 }),
    asOf: fc.constantFrom(...['2022-12-31', '2023-01-01', '2023-01-02'].map(day)),
  });

  test('the board says what a look at every pair says', () => {
    let compared = 0;
    fc.assert(
      fc.property(subjects, rules, (register, rule) => {
        const all = createPeerBoard(
          register.map((subject) => subject.own),
          rule,
        );
        for (const subject of register) {
          const { own } = subject;
          const ownSums = sumsOf(subject, rule.lastCohorts);
          const peers = register.filter((other) => isPeer(own, other, rule));
          const rates = peers.map((peer) => sumsOf(peer, rule.lastCohorts)).sort(compareRates);
          const comparison = all.compare(own.code);

          expect(all.peersOf(own.code)).toEqual(peers.map((peer) => peer.own.code));
          expect(comparison.peerCount).toBe(rates.length);
          expect(comparison.ranked).toBe(ownSums.heads >= 20);
          if (rates.length < 5) {
            expect(comparison).toMatchObject({ status: 'INSUFFICIENT_PEERS', peerMedian: null });
            continue;
          }
          const ascending = rates.map(percent);
          const rank = (share: number) => 1 + share * (ascending.length - 1);
          const median = atRank(ascending, rank(0.5));
          expect(comparison.peerMedian).toBeCloseTo(median, 8);
          expect(comparison.peerLowerQuartile).toBeCloseTo(atRank(ascending, rank(0.25)), 8);
          expect(comparison.peerUpperQuartile).toBeCloseTo(atRank(ascending, rank(0.75)), 8);
          const pooled = percent({
            tenths: rates.reduce((total, each) => total + each.tenths, 0),
            heads: rates.reduce((total, each) => total + each.heads, 0),
          });
          expect(comparison.peerPooled).toBeCloseTo(pooled, 8);

          if (ownSums.heads === 0) {
            expect(comparison).toMatchObject({ status: 'NO_OWN_RATE', percentile: null });
            continue;
          }
          compared += 1;
          const value = percent(ownSums);
          const below = rates.filter((each) => compareRates(each, ownSums) < 0).length;
          const equal = rates.filter((each) => compareRates(each, ownSums) === 0).length;
          const interval = wilsonInterval(value, ownSums.heads) ?? { lower: NaN, upper: NaN };
          expect(comparison).toMatchObject({
            status: 'COMPARED',
            percentile: (100 * (below + equal / 2)) / rates.length,
            excludesMedian: median < interval.lower || median > interval.upper,
            funnel: funnelPosition(value, ownSums.heads, pooled),
          });
          expect(comparison.difference).toBeCloseTo(value - median, 8);
        }
      }),
      { numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});
