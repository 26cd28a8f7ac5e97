import { USUAL_LEVEL, zOf } from '../../domain/rate/interval.ts';

/** How a measure is computed. Measures are named by their names. */
export type Formula = Aggregate | Ratio | WilsonBound;

/** A sum of a column, rows, or different values of a column, of the rows that fulfil all conditions. */
export interface Aggregate {
  readonly kind: 'SUM' | 'ROWS' | 'DISTINCT';
  /** null of rows. */
  readonly column: string | null;
  readonly where: readonly Condition[];
  /** What it is multiplied with: 100 makes a part a percentage. */
  readonly times: 1 | 100;
}

/** One measure by another; absent where the latter is 0 or absent. */
export interface Ratio {
  readonly kind: 'RATIO';
  readonly of: string;
  readonly by: string;
}

/** A bound of the Wilson interval of a rate in percent on its base, at 95 %. */
export interface WilsonBound {
  readonly kind: 'LOWER' | 'UPPER';
  readonly rate: string;
  readonly base: string;
}

/** What a row fulfils: the column has one of some codes, is true, or is not absent. */
export type Condition =
  | { readonly column: string; readonly is: readonly string[] }
  | { readonly column: string; readonly is: 'TRUE' | 'KNOWN' };

/** A formula that is no aggregate is made of other measures. */
export function isAggregate(formula: Formula): formula is Aggregate {
  return formula.kind === 'SUM' || formula.kind === 'ROWS' || formula.kind === 'DISTINCT';
}

/** The measures that a formula is made of. */
export function partsOf(formula: Formula): readonly string[] {
  if (isAggregate(formula)) return [];
  return formula.kind === 'RATIO' ? [formula.of, formula.by] : [formula.rate, formula.base];
}

/** The normal deviate of the Wilson bounds, as docs/method.md#uncertainty has it. */
export const Z = zOf(USUAL_LEVEL);
