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
export function orderedPlaces(count: number, columns: readonly OrderColumn[]): Int32Array {
  let places: Int32Array = new Int32Array(count);
  for (let place = 0; place < count; place++) places[place] = place;
  for (const column of columns.toReversed()) places = stablyOrdered(places, bucketsOf(column));
  return places;
}

/** A whole number from 0 up to `size` for each thing, that sorts as it is to. */
interface Buckets {
  readonly bucket: Int32Array;
  readonly size: number;
}

/** Places in the order of their buckets; those of one bucket stay as they are. */
function stablyOrdered(places: Int32Array, { bucket, size }: Buckets): Int32Array {
  const next = new Int32Array(size + 1);
  for (const place of bucket) next[place + 1] = (next[place + 1] ?? 0) + 1;
  for (let at = 0; at < size; at++) next[at + 1] = (next[at + 1] ?? 0) + (next[at] ?? 0);
  const ordered = new Int32Array(places.length);
  for (const place of places) {
    const of = bucket[place] ?? 0;
    const at = next[of] ?? 0;
    ordered[at] = place;
    next[of] = at + 1;
  }
  return ordered;
}

function bucketsOf({ values, direction }: OrderColumn): Buckets {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let whole = true;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
    if (whole && !Number.isInteger(value) && !Number.isNaN(value)) whole = false;
  }
  // Whole numbers close to each other are buckets, others by their place among the different ones.
  const isNarrow = whole && least <= most && most - least < 4 * values.length;
  const known = isNarrow ? null : placesOf(values);
  const size = known ? known.size : most - least + 1;
  const bucket = new Int32Array(values.length);
  for (let place = 0; place < bucket.length; place++) {
    const value = values[place] ?? Number.NaN;
    const rank = known ? known.get(value) : value - least;
    // What is not known comes last, both ways.
    if (rank === undefined || Number.isNaN(rank)) bucket[place] = size;
    else bucket[place] = direction === 'ASC' ? rank : size - 1 - rank;
  }
  return { bucket, size: size + 1 };
}

/** The place of each number among the different ones in order. */
function placesOf(values: Float64Array): Map<number, number> {
  const places = new Map<number, number>();
  for (const value of values.slice().sort()) {
    if (!Number.isNaN(value) && !places.has(value)) places.set(value, places.size);
  }
  return places;
}

/** The place of each text among the different ones in order, byte by byte; NaN for null. */
export function textRanks(texts: readonly (string | null)[]): Float64Array {
  const places = new Map<string, number>();
  for (const text of texts) if (text !== null) places.set(text, 0);
  for (const [place, text] of [...places.keys()].sort().entries()) places.set(text, place);
  return Float64Array.from(texts, (text) =>
    text === null ? Number.NaN : (places.get(text) ?? Number.NaN),
  );
}
