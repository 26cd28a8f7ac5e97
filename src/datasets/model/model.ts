import type { Bilingual } from '../../domain/bilingual.ts';
import type { MeasureUnit } from '../../domain/measures/measure.ts';
import { USUAL_LEVEL, zOf } from '../../domain/rate/interval.ts';
import type { ColumnHead } from '../dataset.ts';

/** A semantic model: tables of the schema `bi`, how they are joined, and figures of any rows of them. */
export interface SemanticModel {
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly tables: readonly ModelTable[];
  readonly relations: readonly Relation[];
  readonly measures: readonly ModelMeasure[];
}

/**
 * A table. `ENTITY`: what others belong to. `FACT`: has figures. `BRIDGE`: several values for each
 * entity. `CALENDAR`: the years of a fact, for tools that filter several facts by one year; it is no
 * table of `bi`.
 */
export interface ModelTable {
  readonly name: string;
  readonly kind: 'ENTITY' | 'FACT' | 'BRIDGE' | 'CALENDAR';
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly key: readonly string[];
  readonly columns: readonly ColumnHead[];
  /** Of a calendar: the table whose years it has. */
  readonly yearsOf?: string;
}

/** Each row of `from` belongs to one row of `to`, by columns of these names in both. */
export interface Relation {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly columns: readonly string[];
}

/** A figure of the rows that a reader chose, whatever they are grouped by. */
export interface ModelMeasure {
  /** snake_case; of no other measure of the model. */
  readonly name: string;
  /** The table that it is listed under. */
  readonly table: string;
  readonly label: Bilingual;
  readonly description: Bilingual;
  /** Which measures are listed together. */
  readonly folder: Bilingual;
  readonly unit: MeasureUnit | null;
  readonly formula: Formula;
  /** What others are made of, and says nothing alone. */
  readonly isPart?: true;
}

/** Relations without those that others imply, and without the calendar: a tree. */
export function treeOf({ tables, relations }: SemanticModel): readonly Relation[] {
  const own = relations.filter(({ to }) => tableNamed(tables, to).kind !== 'CALENDAR');
  const leads = (from: string, to: string) =>
    own.some((each) => each.from === from && each.to === to);
  return own.filter(({ from, to }) =>
    own.every((through) => through.from !== from || !leads(through.to, to)),
  );
}

/** The tables that `bi` has. */
export function storedTables({ tables }: SemanticModel): readonly ModelTable[] {
  return tables.filter(({ kind }) => kind !== 'CALENDAR');
}

/** The table of a name. */
export function tableNamed(tables: readonly ModelTable[], name: string): ModelTable {
  const found = tables.find((each) => each.name === name);
  if (!found) throw new RangeError(`no table ${name}`);
  return found;
}

/** The measure of a name. */
export function measureNamed({ measures }: SemanticModel, name: string): ModelMeasure {
  const found = measures.find((each) => each.name === name);
  if (!found) throw new RangeError(`no measure ${name}`);
  return found;
}

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

/** The normal deviate of the Wilson bounds, as docs/method.md#uncertainty has it. */
export const Z = zOf(USUAL_LEVEL);
