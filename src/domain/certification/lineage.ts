import { compareRegisterCodes, type RegisterCode, registerOf } from './register-code.ts';

/** One certification replaces another, as one of the two fiches says, or both. */
export interface LineageEdge {
  /** The certification that is replaced (ancienne). */
  readonly older: RegisterCode;
  /** The certification that replaces it (nouvelle). */
  readonly newer: RegisterCode;
}

/** A certification of a lineage. */
export interface LineageNode {
  readonly code: RegisterCode;
  /** Links between it and the certification the lineage was asked for, whichever way they go. */
  readonly distance: number;
}

/**
 * The whole lineage of a certification: all that links lead to, whichever way, the certification
 * itself first, then by distance and number. Cycles end where they began.
 *
 * - Without links, the certification alone.
 * - Source: docs/method.md#lineage.
 */
export function lineageNodes(code: RegisterCode, edges: readonly LineageEdge[]): LineageNode[] {
  const neighbours = new Map<RegisterCode, RegisterCode[]>();
  const join = (from: RegisterCode, to: RegisterCode) =>
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
  for (const { older, newer } of edges) {
    join(older, newer);
    join(newer, older);
  }
  const distances = new Map([[code, 0]]);
  // A map iterates over what is added to it on the way: breadth first.
  for (const [reached, distance] of distances) {
    for (const other of neighbours.get(reached) ?? []) {
      if (!distances.has(other)) distances.set(other, distance + 1);
    }
  }
  return [...distances]
    .map(([reached, distance]) => ({ code: reached, distance }))
    .toSorted((a, b) => a.distance - b.distance || compareRegisterCodes(a.code, b.code));
}

/**
 * Gives every certification that links name the number of its lineage: two certifications have the
 * same number when links lead from one to the other, whichever way.
 */
export function lineageNumbers(edges: readonly LineageEdge[]): Map<string, number> {
  const parents = new Map<string, string>();
  const rootOf = (code: string): string => {
    let root = code;
    for (let next = parents.get(root); next !== undefined && next !== root; ) {
      root = next;
      next = parents.get(root);
    }
    parents.set(code, root);
    return root;
  };
  for (const { older, newer } of edges) parents.set(rootOf(older), rootOf(newer));
  const numbers = new Map<string, number>();
  const numberOfRoot = new Map<string, number>();
  for (const code of parents.keys()) {
    const root = rootOf(code);
    const number = numberOfRoot.get(root) ?? numberOfRoot.size;
    numberOfRoot.set(root, number);
    numbers.set(code, number);
  }
  return numbers;
}

/** The rate of one year that one certification of a lineage carries; null = not published. */
export interface LineageRate {
  readonly year: number;
  readonly certificationCode: RegisterCode;
  /** As in `LineageNode`. */
  readonly distance: number;
  readonly value: number | null;
}

/**
 * The series of one indicator along a lineage, oldest year first. A year that several fiches carry
 * counts once: a published rate goes before one that is not, as on the RS, where none counts; then
 * the certification's own figure wins; then RNCP goes before RS, the nearest, the newer fiche.
 *
 * - Source: docs/method.md#lineage.
 */
export function lineageSeries<Rate extends LineageRate>(rates: readonly Rate[]): Rate[] {
  const best = new Map<number, Rate>();
  for (const rate of rates) {
    const other = best.get(rate.year);
    if (!other || compareRates(rate, other) < 0) best.set(rate.year, rate);
  }
  return [...best.values()].toSorted((a, b) => a.year - b.year);
}

function compareRates(a: LineageRate, b: LineageRate): number {
  const isRs = ({ certificationCode }: LineageRate) => registerOf(certificationCode) === 'RS';
  const unpublished = (rate: LineageRate) => rate.value === null || isRs(rate);
  const order = (holds: (rate: LineageRate) => boolean) => Number(holds(a)) - Number(holds(b));
  return (
    order(unpublished) ||
    order(({ distance }) => distance > 0) ||
    order(isRs) ||
    a.distance - b.distance ||
    compareRegisterCodes(b.certificationCode, a.certificationCode)
  );
}
