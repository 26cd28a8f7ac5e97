import type { Snapshot } from '../../snapshot/snapshot.ts';
import type { CostTerm } from './terms.ts';

/** What the cost of a field depends on beside its arguments. */
export interface CostOf {
  readonly snapshot: Snapshot;
  /** How many objects there are in the list that the field is in; 1 in none. */
  readonly among: number;
  /** Counts units of a term, for each time that the field is resolved. */
  readonly count: (term: CostTerm, units: number) => void;
  /** Says how many objects each list of its object has, as the rows of a page. */
  readonly tell: (length: number) => void;
}

/**
 * Counts what resolving a field takes, its selection not included, and gives how many objects it is
 * expected to give: its selection is resolved for each of them. Arguments are as resolvers have them.
 */
export type FieldCost<Args = never> = (args: Args, of: CostOf) => number;

declare global {
  export namespace PothosSchemaTypes {
    interface FieldExtensions {
      readonly cost?: FieldCost;
    }
  }
}

/** The option of a field that says what it costs. */
export function costs<Args>(cost: FieldCost<Args>) {
  return { extensions: { cost } } as { readonly extensions: { readonly cost: FieldCost } };
}
