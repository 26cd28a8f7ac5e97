import { pooledRate } from '../insertion/pooling.ts';
import type { MethodChoices } from '../method.ts';
import { SharedWork, type Work } from '../work.ts';
import { compareWithPeers, NO_COMPARISON, type PeerComparison } from './benchmark.ts';
import type { PeerPopulation } from './peer-population.ts';
import type { PeerRule } from './peer-rule.ts';
import { PeerSets } from './peer-set.ts';

/**
 * All certifications of a register under one rule: who the peers of each are, and its comparison.
 * Peers of a certification are the others that are active on the day, share a code of the criterion
 * (and the level, when the rule says so), are not of its lineage, and have a rate over their last
 * cohorts on a base that is large enough. A certification without level has no peers when the rule asks for the same level.
 *
 * - Source: docs/method.md#benchmark.
 */
export class PeerBoard {
  readonly rule: PeerRule;
  /** Rows of the active candidates with a rate, ascending. */
  readonly rated: Int32Array;
  readonly #population: PeerPopulation;
  readonly #method: MethodChoices;
  readonly #sets: PeerSets;
  /** Those that share as much, on bases that are too small for peers. */
  #tooSmall: SharedWork<PeerSets> | null = null;
  readonly #known = new Map<number, PeerComparison>();

  /** Makes the board of a population. */
  static *make(population: PeerPopulation, rule: PeerRule, method: MethodChoices): Work<PeerBoard> {
    const rated = ratedRows(population);
    const large = rated.filter((row) => (population.base[row] ?? 0) >= rule.minimumBase);
    const sets = yield* PeerSets.make(population, rule, large);
    return new PeerBoard({ population, rule, method, rated, sets });
  }

  private constructor({ population, rule, method, rated, sets }: BoardParts) {
    this.rule = rule;
    this.#population = population;
    this.#method = method;
    this.rated = rated;
    this.#sets = sets;
  }

  /** The comparison of a certification; `NOT_APPLICABLE` for one that is no candidate. */
  compare(row: number): PeerComparison {
    const known = this.#known.get(row);
    if (known) return known;
    const { candidate, millionths, base } = this.#population;
    const comparison =
      candidate[row] === 1
        ? compareWithPeers(
            { value: pooledRate(millionths[row] ?? 0, base[row] ?? 0), base: base[row] ?? 0 },
            this.#sets.of(row),
            this.#method,
          )
        : NO_COMPARISON;
    this.#known.set(row, comparison);
    return comparison;
  }

  /** Rows of the peers of a certification, ascending. */
  peersOf(row: number): Int32Array {
    if (this.#population.candidate[row] !== 1) return new Int32Array(0);
    return this.#sets.of(row).rows().sort();
  }

  /** How many would be peers of a certification, and are on too small a base. */
  *tooSmallFor(row: number): Work<number> {
    if (this.#population.candidate[row] !== 1) return 0;
    this.#tooSmall ??= new SharedWork(this.#setsOfTooSmall());
    return (yield* this.#tooSmall.rest()).of(row).count;
  }

  #setsOfTooSmall(): Work<PeerSets> {
    const { base } = this.#population;
    const small = this.rated.filter((row) => (base[row] ?? 0) < this.rule.minimumBase);
    return PeerSets.make(this.#population, this.rule, small);
  }
}

interface BoardParts {
  readonly population: PeerPopulation;
  readonly rule: PeerRule;
  readonly method: MethodChoices;
  readonly rated: Int32Array;
  readonly sets: PeerSets;
}

function ratedRows({ count, candidate, active, base }: PeerPopulation): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < count; row++) {
    if (candidate[row] === 1 && active[row] === 1 && (base[row] ?? 0) > 0) rows.push(row);
  }
  return Int32Array.from(rows);
}
