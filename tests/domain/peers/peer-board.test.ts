import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PEER_CRITERIA, type PeerRule } from '../../../src/domain/peers/peer-rule.ts';
import { arcsineOf, funnelPosition } from '../../../src/domain/rate/funnel.ts';
import { INSERTION_INDICATORS } from '../../../src/domain/rate/indicator.ts';
import { wilsonInterval } from '../../../src/domain/rate/interval.ts';
import { overdispersion } from '../../../src/domain/rate/overdispersion.ts';
import { day } from '../../support/factories.ts';
import { boardOfCandidates, type PeerCandidate } from '../../support/peers.ts';
import { candidate, type Line } from './candidates.ts';

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
    minimumBase: fc.constantFrom(0, 0, 20, 40),
    asOf: fc.constantFrom(...['2022-12-31', '2023-01-01', '2023-01-02'].map(day)),
  });

  test('the board says what a look at every pair says', () => {
    let compared = 0;
    fc.assert(
      fc.property(subjects, rules, (register, rule) => {
        const all = boardOfCandidates(
          register.map((subject) => subject.own),
          rule,
        );
        for (const subject of register) {
          const { own } = subject;
          const ownSums = sumsOf(subject, rule.lastCohorts);
          const alike = register.filter((other) => isPeer(own, other, rule));
          const peers = alike.filter(
            (other) => sumsOf(other, rule.lastCohorts).heads >= rule.minimumBase,
          );
          const rates = peers.map((peer) => sumsOf(peer, rule.lastCohorts)).sort(compareRates);
          const comparison = all.compare(own.code);

          expect(all.peersOf(own.code)).toEqual(peers.map((peer) => peer.own.code));
          expect(comparison.peerCount).toBe(rates.length);
          expect(all.tooSmallFor(own.code)).toBe(alike.length - peers.length);
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
          const spread = overdispersion(
            {
              count: rates.length,
              arcsine: (place) => arcsineOf(ascending[place] ?? Number.NaN),
              base: (place) => rates[place]?.heads ?? 0,
            },
            pooled,
            { share: 0.1, fewest: 10 },
          );
          const onBase = { rate: value, base: ownSums.heads };
          const interval = wilsonInterval(value, ownSums.heads) ?? { lower: NaN, upper: NaN };
          expect(comparison).toMatchObject({
            status: 'COMPARED',
            percentile: (100 * (below + equal / 2)) / rates.length,
            excludesMedian: median < interval.lower || median > interval.upper,
            ranked: ownSums.heads >= 20,
            funnel: spread && funnelPosition('ADJUSTED', { rate: pooled, ...spread }, onBase),
          });
          expect(comparison.difference).toBeCloseTo(value - median, 8);
        }
      }),
      { numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});
