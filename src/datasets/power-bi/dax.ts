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
  type WilsonBound,
  Z,
} from '../model/model.ts';

/** How objects of a model are named in DAX, in a language. */
export class DaxNames {
  readonly #model: SemanticModel;
  readonly #language: Language;

  constructor(model: SemanticModel, language: Language) {
    this.#model = model;
    this.#language = language;
  }

  /** A table in quotes. */
  table(table: ModelTable): string {
    return `'${table.title[this.#language].replaceAll("'", "''")}'`;
  }

  /** A column with its table. */
  column(table: ModelTable, name: string): string {
    const column = table.columns.find((each) => each.name === name);
    if (!column) throw new RangeError(`no column ${name} of ${table.name}`);
    return `${this.table(table)}${bracketed(column.label[this.#language])}`;
  }

  /** A measure, which needs no table. */
  measure(name: string): string {
    return bracketed(measureNamed(this.#model, name).label[this.#language]);
  }

  /** The lines of the expression of a measure. */
  lines({ formula, table }: ModelMeasure): readonly string[] {
    if (isAggregate(formula)) {
      return [this.#aggregate(formula, tableNamed(this.#model.tables, table))];
    }
    if (formula.kind === 'RATIO') {
      return [`DIVIDE(${this.measure(formula.of)}, ${this.measure(formula.by)})`];
    }
    return this.#wilson(formula);
  }

  #aggregate({ kind, column, where, times }: Aggregate, table: ModelTable): string {
    const of = column === null ? '' : this.column(table, column);
    const whole = {
      SUM: `SUM(${of})`,
      ROWS: `COUNTROWS(${this.table(table)})`,
      DISTINCT: `DISTINCTCOUNTNOBLANK(${of})`,
    }[kind];
    // Beside what the reader filters by, not instead of it.
    const filters = where.map((each) => `KEEPFILTERS(${this.#condition(each, table)})`);
    const value = where.length === 0 ? whole : `CALCULATE(${[whole, ...filters].join(', ')})`;
    return times === 1 ? value : `${times} * ${value}`;
  }

  #condition(condition: Condition, table: ModelTable): string {
    const column = this.column(table, condition.column);
    if (condition.is === 'TRUE') return `${column} = TRUE()`;
    if (condition.is === 'KNOWN') return `NOT ISBLANK(${column})`;
    return condition.is.length === 1
      ? `${column} = ${daxText(condition.is[0] ?? '')}`
      : `${column} IN {${condition.is.map(daxText).join(', ')}}`;
  }

  #wilson({ kind, rate, base }: WilsonBound): readonly string[] {
    const [sign, inner, outer, end] =
      kind === 'LOWER' ? ['-', 'MAX', 'MIN', 0] : ['+', 'MIN', 'MAX', 100];
    return [
      `VAR __rate = ${this.measure(rate)}`,
      `VAR __base = ${this.measure(base)}`,
      'VAR __p = __rate / 100',
      `VAR __z = ${Z}`,
      'VAR __w = DIVIDE(__z * __z, __base)',
      'VAR __half = __z * SQRT(DIVIDE(ABS(__p * (1 - __p)) + __w / 4, __base))',
      `VAR __bound = 100 * (__p + __w / 2 ${sign} __half) / (1 + __w)`,
      'RETURN',
      `\tIF(__base > 0 && NOT ISBLANK(__rate), ${outer}(__rate, ${inner}(${end}, __bound)))`,
    ];
  }
}

/** The label of a code in DAX; a code without one stands for itself. */
export function daxLabel(column: string, codes: CodeLabels, language: Language): string {
  const each = Object.entries(codes).map(
    ([code, label]) => `${daxText(code)}, ${daxText(label[language])}`,
  );
  return `SWITCH(${[column, ...each, column].join(', ')})`;
}

/** A name in brackets. */
function bracketed(name: string): string {
  return `[${name.replaceAll(']', ']]')}]`;
}

/** A text as DAX and M write it. */
export function daxText(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
