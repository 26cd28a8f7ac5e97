import type { Cell } from '../../datasets/dataset.ts';
import { cellOf, EDM_TYPES, type EntitySet } from './model.ts';
import type { RowsQuery } from './query.ts';

/** A property as rows are written with it. */
export interface WrittenProperty {
  readonly name: string;
  /** The column that its cells are read from. */
  readonly column: string;
  /** As `Edm.Int32`. */
  readonly type: string;
  readonly cellFor: (cell: Cell) => Cell;
}

const asItIs = (cell: Cell) => cell;

/** The properties that an answer has: those that are selected, of the rows that it is of. */
export function writtenProperties(set: EntitySet, { applied, select }: RowsQuery) {
  const all: readonly WrittenProperty[] = applied
    ? applied.columns.map(({ name, type, isDecimal }) => ({
        ...{ name, column: name, type: isDecimal ? 'Edm.Decimal' : EDM_TYPES[type] },
        cellFor: asItIs,
      }))
    : set.properties.map((property) => ({
        ...{ name: property.name, column: property.column.name, type: EDM_TYPES[property.type] },
        cellFor: property.isForKey ? (cell: Cell) => cellOf(property, cell) : asItIs,
      }));
  return select === null ? all : all.filter(({ name }) => select.includes(name));
}
