import { distance } from 'fastest-levenshtein';

/** How many names are proposed in place of one. */
const PROPOSED = 3;

/** Characters of a name that are compared: the time taken grows with them. */
const COMPARED = 100;

/** The names that are nearest to one that there is not, the nearest first. */
export function nearestNames(name: string, names: readonly string[]): string[] {
  const start = name.slice(0, COMPARED);
  return names
    .map((each) => ({ each, far: distance(start, each) }))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, PROPOSED)
    .map(({ each }) => each);
}
