import { BI_DATASETS, tableName } from '../../datasets/bi.ts';
import { DATASETS } from '../../datasets/catalogue.ts';
import type { Cell, ColumnHead, ColumnType, Dataset } from '../../datasets/dataset.ts';
import type { LiteralSyntax } from '../odata-grammar/syntax.ts';

/** The namespace of all types. */
export const NAMESPACE = 'debouches';

/** A property of an entity type: a column, or what stands for one that may be absent in the key. */
export interface Property {
  readonly name: string;
  /** The column that it is of. */
  readonly column: ColumnHead;
  readonly type: ColumnType;
  readonly nullable: boolean;
  /** Whether it is there for the key alone: the column as text, empty where it is absent. */
  readonly isForKey: boolean;
}

/** A dataset as an entity set. */
export interface EntitySet {
  /** As its table of `bi`. */
  readonly name: string;
  readonly dataset: Dataset;
  readonly properties: readonly Property[];
  readonly key: readonly Property[];
}

/** The type of a column in OData. */
export const EDM_TYPES: Readonly<Record<ColumnType, string>> = {
  ...{ TEXT: 'Edm.String', INTEGER: 'Edm.Int32', NUMBER: 'Edm.Double', BOOLEAN: 'Edm.Boolean' },
  ...{ DATE: 'Edm.Date', DATETIME: 'Edm.DateTimeOffset' },
};

function entitySetOf(dataset: Dataset): EntitySet {
  const { key, nullableKey = [], columns } = dataset;
  const properties = columns.flatMap((column): Property[] => {
    const { name, type } = column;
    const isInKey = key.includes(name);
    const mayLack = nullableKey.includes(name);
    const own = { name, column, type, nullable: !isInKey || mayLack, isForKey: false };
    // No property of a key may be absent: a text stands for it.
    const forKey = { name: `${name}_key`, column, type: 'TEXT', nullable: false, isForKey: true };
    return isInKey && mayLack ? [own, forKey as Property] : [own];
  });
  return {
    ...{ name: tableName(dataset), dataset, properties },
    key: key.map((name) => {
      const named = nullableKey.includes(name) ? `${name}_key` : name;
      const property = properties.find((each) => each.name === named);
      if (!property) throw new Error(`${dataset.name} has no column ${name}`);
      return property;
    }),
  };
}

/** All entity sets: reports, then the star, each of them by its name. */
export const ENTITY_SETS: ReadonlyMap<string, EntitySet> = new Map(
  [...new Set([...DATASETS, ...BI_DATASETS])]
    .map(entitySetOf)
    .map((set) => [set.name, set] as const),
);

/** The cell of a property, by that of its column. */
export function cellOf({ isForKey }: Property, cell: Cell): Cell {
  return isForKey ? String(cell ?? '') : cell;
}

/** The value of a property in a key, as it is written in an address. */
function keyLiteral(property: Property, cell: Cell): string {
  const value = cellOf(property, cell);
  if (property.type !== 'TEXT') return String(value);
  return `'${encodeURIComponent(String(value)).replaceAll("'", "''")}'`;
}

/** The key of a row in brackets, as it stands behind the name of its entity set. */
export function keyOf({ key }: EntitySet, cellOfColumn: (column: string) => Cell): string {
  const values = key.map((property) => ({
    name: property.name,
    value: keyLiteral(property, cellOfColumn(property.column.name)),
  }));
  const [first] = values;
  if (first && values.length === 1) return `(${first.value})`;
  return `(${values.map(({ name, value }) => `${name}=${value}`).join(',')})`;
}

/** The literal of a key as its column has it: an empty text of what stands for one is an absent cell. */
export function columnLiteral({ isForKey, column }: Property, literal: LiteralSyntax) {
  if (!isForKey) return literal;
  if (literal.value === '') return { ...literal, type: 'NULL', value: null } as const;
  if (column.type !== 'INTEGER') return literal;
  return { ...literal, type: 'INTEGER', value: Number(literal.value) } as const;
}
