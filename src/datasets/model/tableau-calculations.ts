import type { ColumnHead } from '../dataset.ts';
import {
  type Aggregate,
  type Condition,
  isAggregate,
  type ModelMeasure,
  type ModelTable,
  type SemanticModel,
  tableNamed,
  type WilsonBound,
  Z,
} from './model.ts';

/** A column of a table and the one name it has in the data source. */
export interface Field {
  readonly table: ModelTable;
  readonly column: ColumnHead;
  readonly name: string;
}

/** A column in brackets, by its one name. */
export function fieldOf(fields: readonly Field[], table: string, column: string): string {
  const found = fields.find((each) => each.table.name === table && each.column.name === column);
  if (!found) throw new RangeError(`no column ${column} of ${table}`);
  return `[${found.name}]`;
}

/** How a measure is named in calculations of others. */
export function calculation(name: string): string {
  return `[Calculation_${name}]`;
}

/** A measure as a calculation of Tableau. */
export function formulaOf(
  model: SemanticModel,
  fields: readonly Field[],
  measure: ModelMeasure,
): string {
  const { formula, table } = measure;
  if (isAggregate(formula)) {
    return aggregate(formula, tableNamed(model.tables, table), fields);
  }
  if (formula.kind === 'RATIO') {
    const by = calculation(formula.by);
    return `IF ${by} <> 0 THEN ${calculation(formula.of)} / ${by} END`;
  }
  return wilson(formula);
}

function aggregate(
  { kind, column, where, times }: Aggregate,
  { name, key }: ModelTable,
  fields: readonly Field[],
): string {
  const counted = kind === 'ROWS' && key.length === 1 ? key[0] : column;
  const each = counted == null ? '1' : fieldOf(fields, name, counted);
  const conditions = where.map((condition) => conditionOf(condition, name, fields));
  const value = where.length === 0 ? each : `IF ${conditions.join(' AND ')} THEN ${each} END`;
  const total = kind === 'SUM' || counted == null ? `SUM(${value})` : `COUNTD(${value})`;
  return times === 1 ? total : `${times} * ${total}`;
}

function conditionOf(condition: Condition, table: string, fields: readonly Field[]): string {
  const column = fieldOf(fields, table, condition.column);
  if (condition.is === 'TRUE') return column;
  if (condition.is === 'KNOWN') return `NOT ISNULL(${column})`;
  return condition.is.length === 1
    ? `${column} = ${quoted(condition.is[0] ?? '')}`
    : `${column} IN (${condition.is.map(quoted).join(', ')})`;
}

function wilson({ kind, rate, base }: WilsonBound): string {
  const p = `(${calculation(rate)} / 100)`;
  const n = calculation(base);
  const z2 = Z ** 2;
  const sign = kind === 'LOWER' ? '-' : '+';
  const spread = `(ABS(${p} * (1 - ${p})) + ${z2} / (4 * ${n})) / ${n}`;
  const bound = `100 * (${p} + ${z2} / (2 * ${n}) ${sign} ${Z} * SQRT(${spread})) / (1 + ${z2} / ${n})`;
  const end = kind === 'LOWER' ? 0 : 100;
  return `IF ${n} > 0 THEN IF ${calculation(rate)} = ${end} THEN ${end} ELSE ${bound} END END`;
}

/** A text as calculations of Tableau write it. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
