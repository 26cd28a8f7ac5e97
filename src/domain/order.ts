import { inRanges, type Work } from './work.ts';

/** Which way something is ordered; what is not known comes last both ways. */
export type OrderDirection = 'ASC' | 'DESC';

/** A number for each of some things to order; NaN = not known. */
export interface OrderColumn {
  readonly values: Float64Array;
  readonly direction: OrderDirection;
}

/**
 * The places of things 0 … count − 1 once they are ordered by columns: by the first, ties by the
 * next. What is equal in all stays as it was. Things are counted, not compared: orders of a whole
 * register take a third of the time.
 */
export function* orderedPlaces(count: number, columns: readonly OrderColumn[]): Work<Int32Array> {
  let places: Int32Array = new Int32Array(count);
  for (let place = 0; place < count; place++) places[place] = place;
  for (const column of columns.toReversed()) {
    places = stablyOrdered(places, yield* bucketsOf(column));
    if (count > LONG) yield;
  }
  return places;
}

/** So many things take a millisecond or more to order. */
const LONG = 4_000;

/** A whole number from 0 up to `size` for each thing, that sorts as it is to. */
interface Buckets {
  readonly bucket: Int32Array;
  readonly size: number;
}

/** Places in the order of their buckets; those of one bucket stay as they are. */
function stablyOrdered(places: Int32Array, { bucket, size }: Buckets): Int32Array {
  const next = new Int32Array(size + 1);
  for (let at = 0; at < bucket.length; at++) {
    const place = (bucket[at] ?? 0) + 1;
    next[place] = (next[place] ?? 0) + 1;
  }
  for (let at = 0; at < size; at++) next[at + 1] = (next[at + 1] ?? 0) + (next[at] ?? 0);
  const ordered = new Int32Array(places.length);
  for (let index = 0; index < places.length; index++) {
    const place = places[index] ?? 0;
    const of = bucket[place] ?? 0;
    const at = next[of] ?? 0;
    ordered[at] = place;
    next[of] = at + 1;
  }
  return ordered;
}

function* bucketsOf({ values, direction }: OrderColumn): Work<Buckets> {
  const { least, most, whole } = boundsOf(values);
  // Whole numbers close to each other are buckets, others by their place among the different ones.
  const isNarrow = whole && least <= most && most - least < 4 * values.length;
  const ranks = isNarrow ? null : yield* ranksOf(values);
  const size = ranks ? ranks.size : most - least + 1;
  const bucket = new Int32Array(values.length);
  for (let place = 0; place < bucket.length; place++) {
    const rank = ranks ? (ranks.rank[place] ?? NONE) : (values[place] ?? Number.NaN) - least;
    // What is not known comes last, both ways.
    if (rank === NONE || Number.isNaN(rank)) bucket[place] = size;
    else bucket[place] = direction === 'ASC' ? rank : size - 1 - rank;
  }
  return { bucket, size: size + 1 };
}

/** The rank of what is not known. */
const NONE = -1;

function boundsOf(values: Float64Array) {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let whole = true;
  for (let place = 0; place < values.length; place++) {
    const value = values[place] ?? Number.NaN;
    if (value < least) least = value;
    if (value > most) most = value;
    if (whole && !Number.isInteger(value) && !Number.isNaN(value)) whole = false;
  }
  return { least, most, whole };
}

/** The place of each number among the different ones in order, −1 = not known; how many there are. */
interface Ranks {
  readonly rank: Int32Array;
  readonly size: number;
}

function* ranksOf(values: Float64Array): Work<Ranks> {
  // What is not a number comes last.
  const sorted = values.slice().sort();
  if (values.length > LONG) yield;
  let size = 0;
  for (let place = 0; place < sorted.length; place++) {
    const value = sorted[place] ?? Number.NaN;
    if (Number.isNaN(value)) break;
    if (size === 0 || value !== sorted[size - 1]) sorted[size++] = value;
  }
  const rank = new Int32Array(values.length).fill(NONE);
  yield* inRanges(values.length, (from, to) => {
    for (let place = from; place < to; place++) {
      const value = values[place] ?? Number.NaN;
      if (!Number.isNaN(value)) rank[place] = rankAmong(sorted, size, value);
    }
  });
  return { rank, size };
}

/** The place of a number among the first `size` ones, which ascend. */
function rankAmong(ascending: Float64Array, size: number, value: number): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of each text among the different ones in order, byte by byte; NaN for null. */
export function* textRanks(texts: readonly (string | null)[]): Work<Float64Array> {
  const places = new Map<string, number>();
  yield* inRanges(texts.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const text = texts[at] ?? null;
      if (text !== null) places.set(text, 0);
    }
  });
  const sorted = yield* sortedTexts([...places.keys()]);
  yield* inRanges(sorted.length, (from, to) => {
    for (let place = from; place < to; place++) places.set(sorted[place] ?? '', place);
  });
  const ranks = new Float64Array(texts.length);
  yield* inRanges(texts.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const text = texts[at] ?? null;
      ranks[at] = text === null ? Number.NaN : (places.get(text) ?? Number.NaN);
    }
  });
  return ranks;
}

/** Texts that are sorted at once: what takes a millisecond. */
const RUN = 2_000;

/** Texts in order: some at a time, which are merged. */
function* sortedTexts(texts: readonly string[]): Work<readonly string[]> {
  let runs: (readonly string[])[] = [];
  yield* inRanges(texts.length, (from, to) => runs.push(texts.slice(from, to).sort()), RUN);
  while (runs.length > 1) {
    const longer: (readonly string[])[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      longer.push(yield* merged(runs[at] ?? [], runs[at + 1] ?? []));
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

/** The texts of two sorted lists, sorted. */
function* merged(some: readonly string[], others: readonly string[]): Work<readonly string[]> {
  const all: string[] = [];
  let [ofSome, ofOthers] = [0, 0];
  yield* inRanges(some.length + others.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const [one, other] = [some[ofSome], others[ofOthers]];
      const isFirst = other === undefined || (one !== undefined && one <= other);
      all.push((isFirst ? one : other) ?? '');
      if (isFirst) ofSome += 1;
      else ofOthers += 1;
    }
  });
  return all;
}

/**
 * Things without those that have the name of one before: to order by something a second time orders
 * nothing, and costs as much as the first time.
 */
export function firstOfEach<Thing>(
  things: readonly Thing[],
  nameOf: (thing: Thing) => unknown,
): Thing[] {
  const names = new Set<unknown>();
  return things.filter((thing) => {
    const before = names.size;
    names.add(nameOf(thing));
    return names.size > before;
  });
}
