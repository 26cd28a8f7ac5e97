import type { OneWayTable } from '../../../../src/domain/survey/disclosure/one-way-table.ts';

/** Numbers that differ from 0 by less are 0: coefficients are small whole numbers. */
const ZERO = 1e-9;

/**
 * What a reader of shown figures can derive. The unknowns are the counts of each class of each
 * cohort; every shown figure is the sum of some.
 */
export class ShownEquations {
  readonly #cohorts: number;
  readonly #classes: number;
  /** In echelon form: the first coefficient of each row is 1, at a place of its own. */
  readonly #rows = new Map<number, number[]>();

  constructor(cohorts: number, classes: number) {
    this.#cohorts = cohorts;
    this.#classes = classes;
  }

  /** The reader learns the sum of these classes of these cohorts; all classes by default. */
  learn(cohorts: readonly number[], classes = this.#allClasses()): void {
    const row = this.#reduced(this.#equation(cohorts, classes));
    const place = row.findIndex((coefficient) => Math.abs(coefficient) > ZERO);
    if (place < 0) return;
    const first = row[place] ?? NaN;
    this.#rows.set(
      place,
      row.map((coefficient) => coefficient / first),
    );
  }

  /** What a table of some cohorts together shows; a sum that is 0 tells that each part is. */
  learnTable(cohorts: readonly number[], { total, classes }: OneWayTable): void {
    if (total.status === 'SHOWN') this.learn(cohorts);
    for (const [at, { status }] of classes.entries()) {
      if (status === 'SHOWN') this.learn(cohorts, [at]);
      if (status === 'EMPTY') for (const cohort of cohorts) this.learn([cohort], [at]);
    }
  }

  /** Whether the sum of these classes of these cohorts follows from what was learnt. */
  derives(cohorts: readonly number[], classes = this.#allClasses()): boolean {
    const rest = this.#reduced(this.#equation(cohorts, classes));
    return rest.every((coefficient) => Math.abs(coefficient) <= ZERO);
  }

  #allClasses(): number[] {
    return [...Array(this.#classes).keys()];
  }

  #equation(cohorts: readonly number[], classes: readonly number[]): number[] {
    const row = Array<number>(this.#cohorts * this.#classes).fill(0);
    for (const cohort of cohorts) {
      for (const at of classes) row[cohort * this.#classes + at] = 1;
    }
    return row;
  }

  /** What is left of an equation once the known ones are taken off. */
  #reduced(equation: readonly number[]): number[] {
    let row = [...equation];
    for (let place = 0; place < row.length; place++) {
      const factor = row[place] ?? 0;
      const known = this.#rows.get(place);
      if (known === undefined || Math.abs(factor) <= ZERO) continue;
      row = row.map((coefficient, at) => coefficient - factor * (known[at] ?? 0));
    }
    return row;
  }
}
