import type { QueryValue } from './page.ts';

/** The parameter by which an address with a publication asks whether its answer still holds. */
export const CHECK = 'check';

/** Parameters, each value of a list by itself; without those that have none. */
export function pairsOf(
  query: Readonly<Record<string, QueryValue>>,
): (readonly [string, string])[] {
  return Object.entries(query).flatMap(([name, value]) => {
    if (value === null || value === undefined || value === '') return [];
    const values = typeof value === 'object' ? value : [value];
    return values.map((each) => [name, String(each)] as const);
  });
}

/** A path with parameters, where there are some. */
export function addressOf(path: string, pairs: readonly (readonly [string, string])[]): string {
  const query = new URLSearchParams();
  for (const [name, value] of pairs) query.append(name, value);
  return query.size === 0 ? path : `${path}?${query}`;
}
