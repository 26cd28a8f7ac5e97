/**
 * Memoizes a pure function of short texts, up to `limit` of them; then all are forgotten. Keys are
 * copied: a slice of a long text would keep all of it in memory.
 */
export function memoize<T>(limit: number, compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const copy = Array.from(text).join('');
    const value = compute(copy);
    if (known.size >= limit) known.clear();
    known.set(copy, value);
    return value;
  };
}
