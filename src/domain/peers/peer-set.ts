import { pooledRate, weightedSum } from '../insertion/pooling.ts';
import { orderedPlaces } from '../order.ts';
import { arcsineOf } from '../rate/funnel.ts';
import { inRanges, type Work } from '../work.ts';
import type { PeerRates } from './benchmark.ts';
import type { PeerPopulation } from './peer-population.ts';
import type { PeerRule } from './peer-rule.ts';

/** The rated certifications that share something: places in the order of rates, ascending. */
interface Shared {
  readonly places: Int32Array;
  readonly millionths: number;
  readonly base: number;
}

/** Certifications that are placed at a time: each has several codes. */
const PLACED = 1_000;

/**
 * Who shares what under a rule. Rated certifications have a place in the ascending order of their
 * rates; what two or more of them share is a list of places, made once for all that share it.
 */
export class PeerSets {
  readonly #population: PeerPopulation;
  readonly #rule: PeerRule;
  readonly #columns: PlacedColumns;
  /** Place of each row; −1 for one that is not rated. */
  readonly #placeOf: Int32Array;
  readonly #buckets = new Map<string, number[]>();
  readonly #kin = new Map<number, number[]>();
  readonly #shared = new Map<string, Shared>();

  /** The sets of the rated certifications `rows`, which ascend. */
  static *make(population: PeerPopulation, rule: PeerRule, rows: Int32Array): Work<PeerSets> {
    const { millionths, base } = population;
    const rates = Float64Array.from(
      rows,
      (row) => pooledRate(millionths[row] ?? 0, base[row] ?? 0) ?? 0,
    );
    const order = yield* orderedPlaces(rows.length, [{ values: rates, direction: 'ASC' }]);
    const sets = new PeerSets(population, rule, {
      rows: order.map((at) => rows[at] ?? 0),
      values: Float64Array.from(order, (at) => rates[at] ?? 0),
    });
    yield* inRanges(rows.length, (from, to) => sets.#place(from, to), PLACED);
    return sets;
  }

  private constructor(
    population: PeerPopulation,
    rule: PeerRule,
    { rows, values }: Pick<PlacedColumns, 'rows' | 'values'>,
  ) {
    const { count, millionths, base } = population;
    this.#population = population;
    this.#rule = rule;
    this.#columns = {
      ...{ rows, values, millionths },
      arcsines: values.map(arcsineOf),
      heads: Float64Array.from(rows, (row) => base[row] ?? 0),
    };
    this.#placeOf = new Int32Array(count).fill(-1);
  }

  /** Notes what the rows from one place up to another share. */
  #place(from: number, to: number): void {
    const { rows } = this.#columns;
    for (let place = from; place < to; place++) {
      const row = rows[place] ?? 0;
      this.#placeOf[row] = place;
      for (const key of this.#keysOf(row)) append(this.#buckets, key, place);
      const kin = this.#population.lineage[row] ?? -1;
      if (kin !== -1) append(this.#kin, kin, place);
    }
  }

  /** The peers of a certification. */
  of(row: number): PeerSet {
    const kin = this.#kin.get(this.#population.lineage[row] ?? -1) ?? [];
    const own = this.#placeOf[row] ?? -1;
    const left = own === -1 || kin.includes(own) ? kin : [own, ...kin];
    return new PeerSet(this.#sharedWith(row), left, this.#columns);
  }

  /** What a certification shares with its peers: one key for each code, the level within it. */
  #keysOf(row: number): string[] {
    const { peersBy, sameLevel } = this.#rule;
    const level = this.#population.level[row] ?? -1;
    if (peersBy === 'LEVEL') return level === -1 ? [] : [`${level}`];
    if (sameLevel && level === -1) return [];
    const codes = [...new Set(Array.from(this.#population.codesOf(row)))].sort((a, b) => a - b);
    return codes.map((code) => (sameLevel ? `${level} ${code}` : `${code}`));
  }

  #sharedWith(row: number): Shared {
    const keys = this.#keysOf(row);
    const name = keys.join('|');
    const known = this.#shared.get(name);
    if (known) return known;
    const buckets = keys.flatMap((key) => [this.#buckets.get(key) ?? []]);
    const places = union(buckets);
    const { rows, heads, millionths: ofRow } = this.#columns;
    let millionths = 0;
    let base = 0;
    for (const place of places) {
      millionths += ofRow[rows[place] ?? 0] ?? 0;
      base += heads[place] ?? 0;
    }
    const shared = { places, millionths, base };
    this.#shared.set(name, shared);
    return shared;
  }
}

function append<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** The numbers of several ascending lists, each once, ascending. */
function union(lists: readonly (readonly number[])[]): Int32Array {
  const [first = [], ...others] = lists;
  if (others.length === 0) return Int32Array.from(first);
  const all = Int32Array.from(lists.flat()).sort();
  let length = 0;
  for (const [index, each] of all.entries()) {
    if (index === 0 || each !== all[index - 1]) all[length++] = each;
  }
  return all.slice(0, length);
}

/** Columns by place in the ascending order of rates; `millionths` by row. */
interface PlacedColumns {
  readonly values: Float64Array;
  readonly rows: Int32Array;
  readonly arcsines: Float64Array;
  readonly heads: Float64Array;
  readonly millionths: ArrayLike<number>;
}

/** The peers of one certification: those that share with it, without itself and its lineage. */
export class PeerSet implements PeerRates {
  readonly #shared: Int32Array;
  readonly #columns: PlacedColumns;
  /** Places within the shared ones that are left out, ascending. */
  readonly #left: readonly number[];
  readonly count: number;
  readonly weighted: number;
  readonly heads: number;

  constructor(
    { places, millionths, base }: Shared,
    left: readonly number[],
    columns: PlacedColumns,
  ) {
    this.#shared = places;
    this.#columns = columns;
    this.#left = left
      .flatMap((place) => {
        const at = firstAtLeast(places, place);
        return places[at] === place ? at : [];
      })
      .sort((a, b) => a - b);
    let millionthsLeft = 0;
    let baseLeft = 0;
    for (const at of this.#left) {
      const place = places[at] ?? 0;
      millionthsLeft += columns.millionths[columns.rows[place] ?? 0] ?? 0;
      baseLeft += columns.heads[place] ?? 0;
    }
    this.count = places.length - this.#left.length;
    this.weighted = weightedSum(millionths - millionthsLeft);
    this.heads = base - baseLeft;
  }

  readonly at = (place: number): number => this.#columns.values[this.#placed(place)] ?? Number.NaN;

  readonly arcsine = (place: number): number => this.#columns.arcsines[this.#placed(place)] ?? 0;

  readonly base = (place: number): number => this.#columns.heads[this.#placed(place)] ?? 0;

  readonly below = (rate: number): number => {
    const to = this.#firstFrom((value) => value >= rate);
    return to - this.#left.filter((at) => at < to).length;
  };

  readonly equal = (rate: number): number => {
    const from = this.#firstFrom((value) => value >= rate);
    const to = this.#firstFrom((value) => value > rate);
    return to - from - this.#left.filter((at) => at >= from && at < to).length;
  };

  /** Rows of the peers, in no order. */
  rows(): Int32Array {
    const left = new Set(this.#left);
    return this.#shared
      .filter((_, at) => !left.has(at))
      .map((place) => this.#columns.rows[place] ?? 0);
  }

  /** Place in the order of all rates of the peer at a place of the set. */
  #placed(place: number): number {
    let at = place;
    for (const left of this.#left) if (left <= at) at += 1;
    return this.#shared[at] ?? 0;
  }

  #valueAt(at: number): number {
    return this.#columns.values[this.#shared[at] ?? 0] ?? Number.NaN;
  }

  /** The first of the shared places whose rate is so. */
  #firstFrom(isSo: (value: number) => boolean): number {
    let low = 0;
    let high = this.#shared.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isSo(this.#valueAt(middle))) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function firstAtLeast(ascending: Int32Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
