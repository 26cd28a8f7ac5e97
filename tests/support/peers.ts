import type { PlainDate } from '../../src/domain/calendar.ts';
import { isActiveOn } from '../../src/domain/certification/activity.ts';
import type { RegisterCode } from '../../src/domain/certification/register-code.ts';
import { rateInMillionths } from '../../src/domain/insertion/pooling.ts';
import { DEFAULT_CHOICES } from '../../src/domain/method.ts';
import type { PeerRates } from '../../src/domain/peers/benchmark.ts';
import { PeerBoard } from '../../src/domain/peers/peer-board.ts';
import type { PeerRule } from '../../src/domain/peers/peer-rule.ts';
import { ascending } from '../../src/domain/peers/quantile.ts';
import { arcsineOf } from '../../src/domain/rate/funnel.ts';
import type { InsertionIndicator } from '../../src/domain/rate/indicator.ts';
import { finish } from '../../src/domain/work.ts';

/** Pooled rates of peers from a list of them, ascending. */
export function peerRates(given: {
  readonly values: readonly number[];
  readonly weighted: number;
  readonly base: number;
  /** Of each of them, where the spread of peers matters. */
  readonly heads?: number;
}): PeerRates {
  const { values, weighted, base, heads = 40 } = given;
  return {
    ...ascending(values),
    below: (rate) => values.filter((value) => value < rate).length,
    equal: (rate) => values.filter((value) => value === rate).length,
    ...{ weighted, heads: base },
    arcsine: (place) => arcsineOf(values[place] ?? Number.NaN),
    base: () => heads,
  };
}

/** A cohort of a candidate. */
export interface CandidateCohort {
  readonly year: number;
  readonly certified: number | null;
  readonly rates: Readonly<Record<InsertionIndicator, number | null>>;
}

/** A certification of the RNCP, as the choice of peers looks at it. */
export interface PeerCandidate {
  readonly code: RegisterCode;
  readonly level: number | null;
  readonly lineage: number | null;
  readonly registrationEndsOn: PlainDate | null;
  readonly activeFlag: boolean | null;
  readonly cohorts: readonly CandidateCohort[];
  readonly codes: Readonly<Record<'OCCUPATION' | 'SPECIALITY' | 'FORMACODE', readonly string[]>>;
}

/** The board of some candidates under a rule, which speaks of codes and not of rows. */
export function boardOfCandidates(given: readonly PeerCandidate[], rule: PeerRule) {
  const numberOf = (code: string) => Number(code.replace(/\D/g, ''));
  const candidates = given.toSorted((a, b) => numberOf(a.code) - numberOf(b.code));
  const known = new Map<string, number>();
  const codes = candidates.map(({ codes: own }) =>
    rule.peersBy === 'LEVEL'
      ? []
      : own[rule.peersBy].map((code) => {
          known.set(code, known.get(code) ?? known.size);
          return known.get(code) ?? 0;
        }),
  );
  const pooled = candidates.map(({ cohorts }) => {
    const newest = cohorts.toSorted((a, b) => b.year - a.year).slice(0, rule.lastCohorts);
    let [millionths, base] = [0, 0];
    for (const { certified, rates } of newest) {
      const rate = rates[rule.indicator];
      if (rate === null || certified === null) continue;
      millionths += certified * rateInMillionths(rate);
      base += certified;
    }
    return { millionths, base };
  });
  const making = PeerBoard.make(
    {
      count: candidates.length,
      candidate: candidates.map(() => 1),
      active: candidates.map((each) => Number(isActiveOn(each, rule.asOf))),
      level: candidates.map(({ level }) => level ?? -1),
      lineage: candidates.map(({ lineage }) => lineage ?? -1),
      millionths: pooled.map(({ millionths }) => millionths),
      base: pooled.map(({ base }) => base),
      codesOf: (row) => codes[row] ?? [],
    },
    rule,
    DEFAULT_CHOICES,
  );
  const board = finish(making);
  const rowOf = new Map(candidates.map(({ code }, row) => [code as string, row]));
  const codeOf = (row: number) => candidates[row]?.code as string;
  return {
    rule: board.rule,
    compare: (code: string) => board.compare(rowOf.get(code) ?? -1),
    tooSmallFor: (code: string) => finish(board.tooSmallFor(rowOf.get(code) ?? -1)),
    peersOf: (code: string) => Array.from(board.peersOf(rowOf.get(code) ?? -1), codeOf),
    ratedComparisons: () =>
      Array.from(board.rated, (row) => [codeOf(row), board.compare(row)] as const),
  };
}
