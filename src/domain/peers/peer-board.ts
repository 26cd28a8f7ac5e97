import { pooledRate } from '../insertion/pooling.ts';
import { compareWithPeers, NO_COMPARISON, type PeerComparison } from './benchmark.ts';
import type { PeerPopulation } from './peer-population.ts';
import type { PeerRule } from './peer-rule.ts';
import { type PeerSet, PeerSets } from './peer-set.ts';

/**
 * All certifications of a register under one rule: who the peers of each are, and its comparison.
 * Peers of a certification are the others that are active on the day, share a code of the criterion
 * (and the level, when the rule says so), are not of its lineage, and have a rate over their last
 * cohorts. A certification without level has no peers when the rule asks for the same level.
 *
 * - Source: docs/method.md#benchmark.
 */
export class PeerBoard {
  readonly rule: PeerRule;
  readonly #population: PeerPopulation;
  readonly #sets: PeerSets;
  readonly #known = new Map<number, PeerComparison>();

  constructor(population: PeerPopulation, rule: PeerRule) {
    this.rule = rule;
    this.#population = population;
    this.#sets = new PeerSets(population, rule);
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
            this.#setOf(row),
          )
        : NO_COMPARISON;
    this.#known.set(row, comparison);
    return comparison;
  }

  /** Rows of the peers of a certification, ascending. */
  peersOf(row: number): Int32Array {
    if (this.#population.candidate[row] !== 1) return new Int32Array(0);
    return this.#setOf(row).rows().sort();
  }

  /** Rows of the active candidates with a rate, ascending. */
  get rated(): Int32Array {
    return this.#sets.rated;
  }

  #setOf(row: number): PeerSet {
    return this.#sets.of(row);
  }
}
