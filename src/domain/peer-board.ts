import { type ActivityPeriod, isActiveOn } from './activity.ts';
import { compareWithPeers, NO_COMPARISON, type PeerComparison } from './benchmark.ts';
import type { PlainDate } from './calendar.ts';
import type { InsertionIndicator } from './indicator.ts';
import {
  checkedLastCohorts,
  latestCohorts,
  type PoolableCohort,
  type PooledSums,
  pooledSums,
} from './pooling.ts';
import { compareRegisterCodes, type RegisterCode } from './register-code.ts';

/** What two certifications must share to be peers. */
export const PEER_CRITERIA = ['OCCUPATION', 'SPECIALITY', 'FORMACODE', 'LEVEL'] as const;
export type PeerCriterion = (typeof PEER_CRITERIA)[number];

/** A certification of the RNCP, as the choice of peers looks at it. */
export interface PeerCandidate extends ActivityPeriod {
  readonly code: RegisterCode;
  readonly level: number | null;
  /** The same number for all certifications of one lineage; null without links. */
  readonly lineage: number | null;
  readonly cohorts: readonly PoolableCohort[];
  /** ROME, NSF and Formacode, as the fiche gives them. */
  readonly codes: Readonly<Record<Exclude<PeerCriterion, 'LEVEL'>, readonly string[]>>;
}

/** The rule by which peers are chosen; it goes with every answer. */
export interface PeerRule {
  readonly indicator: InsertionIndicator;
  readonly peersBy: PeerCriterion;
  readonly sameLevel: boolean;
  readonly lastCohorts: number;
  readonly asOf: PlainDate;
}

/** A certification whose rate is known, with what it adds to the figures of its peers. */
interface RatedCandidate extends PooledSums {
  readonly candidate: PeerCandidate;
  readonly value: number;
}

/** All certifications of a register under one rule: who the peers of each are, and its comparison. */
export interface PeerBoard {
  readonly rule: PeerRule;
  /**
   * The comparison of a certification with its peers; `NOT_APPLICABLE` for one that is no
   * candidate: of the RS, or unknown.
   */
  readonly compare: (code: string) => PeerComparison;
  /** Codes of the peers of a certification, in code order. */
  readonly peersOf: (code: string) => RegisterCode[];
  /** Codes that decided on the peers: those of the criterion, none for `LEVEL`. */
  readonly criterionCodes: (code: string) => readonly string[];
  /** Active candidates with a rate, in code order, each with its comparison. */
  readonly ratedComparisons: () => readonly (readonly [RegisterCode, PeerComparison])[];
}

/**
 * Lays the candidates out under a rule: peers of a certification are the others that are active on
 * the day, share a code of the criterion (and the level, when the rule says so), are not of its
 * lineage, and have a rate over their last cohorts. What is asked twice is computed once.
 *
 * - A certification without level has no peers when the rule asks for the same level.
 * - Throws `BadUserInputError` for a number of cohorts that is not accepted.
 * - Source: docs/method.md#benchmark.
 */
export function createPeerBoard(candidates: readonly PeerCandidate[], rule: PeerRule): PeerBoard {
  checkedLastCohorts(rule.lastCohorts);
  const byCode = new Map<string, PeerCandidate>(candidates.map((each) => [each.code, each]));
  const rated = candidates
    .filter((candidate) => isActiveOn(candidate, rule.asOf))
    .flatMap((candidate): RatedCandidate[] => {
      const { value, ...sums } = ownSums(candidate, rule);
      return value === null ? [] : [{ candidate, value, ...sums }];
    })
    .toSorted((a, b) => a.value - b.value);
  // Buckets keep the ascending order of the rates.
  const buckets = new Map<string, RatedCandidate[]>();
  for (const each of rated) {
    for (const key of keysOf(each.candidate, rule)) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(each);
      else buckets.set(key, [each]);
    }
  }
  const peers = (candidate: PeerCandidate): readonly RatedCandidate[] => {
    const found = keysOf(candidate, rule).flatMap((key) => {
      const bucket = buckets.get(key);
      return bucket ? [bucket] : [];
    });
    const shared = found.length > 1 ? mergedOnce(found) : (found[0] ?? []);
    return shared.filter(({ candidate: other }) => !isKin(candidate, other));
  };
  const known = new Map<string, PeerComparison>();
  let all: readonly (readonly [RegisterCode, PeerComparison])[] | null = null;
  const compare = (code: string): PeerComparison => {
    const done = known.get(code);
    if (done) return done;
    const candidate = byCode.get(code);
    const comparison = candidate
      ? compareWithPeers(ownSums(candidate, rule), ratesOf(peers(candidate)))
      : NO_COMPARISON;
    known.set(code, comparison);
    return comparison;
  };
  return {
    rule,
    compare,
    peersOf: (code) => {
      const candidate = byCode.get(code);
      return candidate
        ? peers(candidate)
            .map((peer) => peer.candidate.code)
            .toSorted(compareRegisterCodes)
        : [];
    },
    criterionCodes: (code) => {
      const candidate = byCode.get(code);
      return candidate && rule.peersBy !== 'LEVEL' ? candidate.codes[rule.peersBy] : [];
    },
    ratedComparisons: () => {
      all ??= rated
        .map(({ candidate: { code } }) => code)
        .toSorted(compareRegisterCodes)
        .map((code) => [code, compare(code)] as const);
      return all;
    },
  };
}

function ownSums({ cohorts }: PeerCandidate, { indicator, lastCohorts }: PeerRule): PooledSums {
  return pooledSums(latestCohorts(cohorts, lastCohorts), indicator, 'RNCP');
}

/** What a certification shares with its peers: one key for each code, the level within it. */
function keysOf({ level, codes }: PeerCandidate, { peersBy, sameLevel }: PeerRule): string[] {
  const shared = peersBy === 'LEVEL' ? [''] : [...new Set(codes[peersBy])];
  if (!sameLevel && peersBy !== 'LEVEL') return shared;
  return level === null ? [] : shared.map((code) => `${level} ${code}`);
}

function isKin(candidate: PeerCandidate, other: PeerCandidate): boolean {
  if (candidate.code === other.code) return true;
  return candidate.lineage !== null && candidate.lineage === other.lineage;
}

/** The members of several ascending lists, each once, ascending. */
function mergedOnce(lists: readonly (readonly RatedCandidate[])[]): RatedCandidate[] {
  return [...new Set(lists.flat())].sort((a, b) => a.value - b.value);
}

function ratesOf(peers: readonly RatedCandidate[]) {
  const values = new Float64Array(peers.length);
  let weighted = 0;
  let base = 0;
  for (const [index, peer] of peers.entries()) {
    values[index] = peer.value;
    weighted += peer.weighted;
    base += peer.base;
  }
  return { values, weighted, base };
}
