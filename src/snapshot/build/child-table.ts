import { groupByParent } from '../columns.ts';
import type { CertificationHeads } from './certifications.ts';
import type { Shape, Table } from './table.ts';

/** A row that belongs to a certification. */
export interface Child {
  readonly certificationCode: string;
}

/** Finds the rows of certifications by their codes, of which the same one comes many times in turn. */
export class Owners {
  readonly #rowOf: ReadonlyMap<string, number>;
  #code: string | null = null;
  #row: number | undefined;

  constructor({ rowOf }: Pick<CertificationHeads, 'rowOf'>) {
    this.#rowOf = rowOf;
  }

  /** Row of a certification; undefined when it is not served. */
  rowOf(code: string): number | undefined {
    if (code === this.#code) return this.#row;
    this.#code = code;
    this.#row = this.#rowOf.get(code);
    return this.#row;
  }
}

/** Collects the rows that belong to certifications; those of none that is served are left out. */
export class ChildTable<Row extends Child, Of extends Shape<Row>> {
  readonly #owners: Owners;
  readonly #certifications: number;
  readonly #table: Table<Row, Of>;
  readonly #owner: number[] = [];
  readonly #position: number[] = [];
  readonly #positionOf: ((row: Row) => number) | undefined;

  /** `positionOf`: the place of a row on its fiche, from 0 on, unless rows come in that order. */
  constructor(heads: CertificationHeads, table: Table<Row, Of>, positionOf?: (row: Row) => number) {
    this.#owners = new Owners(heads);
    this.#certifications = heads.count;
    this.#table = table;
    this.#positionOf = positionOf;
  }

  /** Adds a row; tells whether its certification is served. */
  add(row: Row): boolean {
    const owner = this.#owners.rowOf(row.certificationCode);
    if (owner === undefined) return false;
    this.#owner.push(owner);
    if (this.#positionOf) this.#position.push(this.#positionOf(row));
    this.#table.add(row);
    return true;
  }

  async addAll(pages: AsyncIterable<readonly Row[]>): Promise<void> {
    for await (const page of pages) for (const row of page) this.add(row);
  }

  /** Columns by certification, and within one in the order of the fiche. */
  *finish() {
    const byPosition = this.#positionOf ? ascending(this.#position) : null;
    yield;
    const owners = Int32Array.from(this.#owner);
    const owner = byPosition ? byPosition.map((place) => owners[place] ?? 0) : owners;
    const { offset, order: byOwner } = groupByParent(owner, this.#certifications);
    yield;
    const order = byPosition ? byOwner.map((place) => byPosition[place] ?? 0) : byOwner;
    const certification = order.map((place) => owners[place] ?? 0);
    yield;
    const columns = yield* this.#table.inOrder(order);
    return { count: order.length, offset, certification, ...columns };
  }
}

/** The places of small numbers in ascending order; equal ones stay as they were. */
function ascending(numbers: readonly number[]): Int32Array {
  const most = numbers.reduce((least, each) => Math.max(least, each), -1);
  return groupByParent(numbers, most + 1).order;
}
