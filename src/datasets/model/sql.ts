import type { CodeLabels } from '../../domain/bilingual.ts';
import type { Language } from '../labels.ts';
import {
  type Aggregate,
  type Condition,
  isAggregate,
  type ModelMeasure,
  type ModelTable,
  measureNamed,
  type SemanticModel,
  tableNamed,
  Z,
} from './model.ts';

/** A text as SQL writes it. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A condition in SQL, on columns behind a prefix, `cohort.` or none. */
export function conditionSql(condition: Condition, prefix: string): string {
  const column = `${prefix}${condition.column}`;
  if (condition.is === 'TRUE') return column;
  if (condition.is === 'KNOWN') return `${column} is not null`;
  return condition.is.length === 1
    ? `${column} = ${literal(condition.is[0] ?? '')}`
    : `${column} in (${condition.is.map(literal).join(', ')})`;
}

/** What an aggregate adds up or counts of each row. */
export function addendSql({ kind, column, where, times }: Aggregate, prefix: string): string {
  const each = kind === 'ROWS' ? String(times) : `${prefix}${column}`;
  const value = kind === 'SUM' && times !== 1 ? `${times} * ${each}` : each;
  if (where.length === 0) return value;
  const all = where.map((condition) => conditionSql(condition, prefix)).join(' and ');
  return `case when ${all} then ${value} end`;
}

/** A measure as an aggregate expression of SQL that every dialect has. */
export function measureSql(model: SemanticModel, measure: ModelMeasure): string {
  const { formula, table } = measure;
  if (isAggregate(formula)) {
    return aggregateSql(formula, tableNamed(model.tables, table));
  }
  const of = (name: string) => measureSql(model, measureNamed(model, name));
  if (formula.kind === 'RATIO') return ratioSql(of(formula.of), of(formula.by));
  return wilsonSql(formula.kind, of(formula.rate), of(formula.base));
}

function aggregateSql(formula: Aggregate, { name, key }: ModelTable): string {
  const { kind, times, where } = formula;
  const prefix = `${name}.`;
  if (kind === 'SUM') return `sum(${addendSql(formula, prefix)})`;
  // Joined to several rows of another table, a row counts once by its key.
  const [only] = key;
  const counted = kind === 'DISTINCT' ? formula.column : key.length === 1 ? only : null;
  if (counted == null) return `sum(${addendSql(formula, prefix)})`;
  const values = addendSql({ kind: 'DISTINCT', column: counted, where, times: 1 }, prefix);
  return times === 1 ? `count(distinct ${values})` : `${times} * count(distinct ${values})`;
}

/** One figure by another in SQL; absent where the latter is 0. */
export function ratioSql(of: string, by: string): string {
  return `1.0 * ${of} / nullif(${by}, 0)`;
}

/** A bound of the Wilson interval in SQL, of a rate in percent and its base. */
export function wilsonSql(bound: 'LOWER' | 'UPPER', rate: string, base: string): string {
  const p = `(${rate} / 100.0)`;
  const n = `nullif(${base}, 0)`;
  const z2 = Z ** 2;
  // A sum of floats may miss 100 by a hair: then the root is of 0.
  const spread = `(abs(${p} * (1 - ${p})) + ${z2} / (4.0 * ${n})) / ${n}`;
  const sign = bound === 'LOWER' ? '-' : '+';
  const value = `100.0 * (${p} + ${z2} / (2.0 * ${n}) ${sign} ${Z} * sqrt(${spread})) / (1 + ${z2} / ${n})`;
  // At 0 and at 100 the exact bound is the rate itself.
  const end = bound === 'LOWER' ? 0 : 100;
  return `case when ${rate} = ${end} and ${base} > 0 then ${end} else ${value} end`;
}

/** The label of a code in SQL; a code without one stands for itself. */
export function labelSql(column: string, codes: CodeLabels, language: Language): string {
  const each = Object.entries(codes).map(
    ([code, label]) => `when ${literal(code)} then ${literal(label[language])}`,
  );
  return `case ${column} ${each.join(' ')} else ${column} end`;
}
