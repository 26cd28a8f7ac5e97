/** Codes that an answer about one that leaves nothing names. */
export const NEAREST = 8;

/**
 * Some codes, nearest to one of those that are given first: numbers by their difference, others by
 * how far they begin alike; then in their order. Case is no difference.
 */
export function nearestOf(codes: readonly string[], given: readonly string[]): string[] {
  const isNumber = (code: string) => /^\d{1,2}$/.test(code);
  const numbers = [...codes, ...given].every(isNumber);
  const wanted = given.map((code) => code.toLowerCase());
  const distanceOf = (code: string) =>
    numbers
      ? Math.min(...given.map((each) => Math.abs(Number(each) - Number(code))))
      : -Math.max(0, ...wanted.map((each) => commonStart(each, code.toLowerCase())));
  return codes
    .map((code) => ({ code, distance: distanceOf(code) }))
    .sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1))
    .slice(0, NEAREST)
    .map(({ code }) => code);
}

/**
 * The same of codes in order and of one that is given, without a look at most of them: those that
 * begin alike follow each other.
 *
 * - `sorted`: by `keys`, as they are compared; as many as these.
 */
export function nearestOfSorted(
  sorted: readonly string[],
  keys: readonly string[],
  given: string,
): string[] {
  const found: string[] = [];
  // Those that begin alike further, which were taken already.
  let from = firstFrom(keys, given);
  let to = from;
  for (let length = given.length; length >= 0 && found.length < NEAREST; length--) {
    const start = given.slice(0, length);
    const first = firstFrom(keys, start);
    found.push(...sorted.slice(first, Math.min(from, first + NEAREST)));
    for (; to < keys.length && keys[to]?.startsWith(start) && found.length < NEAREST; to++) {
      found.push(sorted[to] ?? '');
    }
    from = first;
  }
  return found.slice(0, NEAREST);
}

/** Place of the first of some texts in order that is not before a text. */
export function firstFrom(texts: readonly string[], text: string): number {
  let low = 0;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((texts[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}
