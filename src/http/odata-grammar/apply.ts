import type { ColumnHead } from '../../datasets/dataset.ts';
import { AGGREGATIONS, type AggregateFigure } from '../../datasets/expression/aggregate.ts';
import type { Expression } from '../../datasets/expression/expression.ts';
import { rateOfRows } from '../../datasets/weighing.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import { boundCondition, columnNamed, type NamedColumn, type Scope } from './bind.ts';
import { parseApply } from './parse.ts';
import type { FigureSyntax } from './syntax.ts';

/** A column that may be aggregated. */
export interface ApplyColumn extends NamedColumn, Pick<ColumnHead, 'additive' | 'weighing'> {
  /** Whether it is a count or a sum, of Edm.Decimal: it has no bound. */
  readonly isDecimal?: true;
}

/** One transformation of rows into others. */
export type Transformation =
  | { readonly kind: 'FILTER'; readonly filter: Expression }
  | {
      readonly kind: 'GROUP';
      readonly by: readonly string[];
      readonly figures: readonly AggregateFigure[];
      /** What the rows have then. */
      readonly columns: readonly ApplyColumn[];
    };

/** What `$apply` makes of rows, and the columns that they have in the end. */
export interface Applied {
  readonly transformations: readonly Transformation[];
  readonly columns: readonly ApplyColumn[];
}

/**
 * Reads `$apply` of rows with some columns.
 *
 * - Throws `BadUserInputError`, for figures that mean nothing too: sums of what does not add up.
 */
export function boundApply(text: string, scope: Scope, columns: readonly ApplyColumn[]): Applied {
  const transformations: Transformation[] = [];
  let now = columns;
  for (const step of parseApply(text)) {
    const inner: Scope = { ...scope, columns: now };
    if (step.kind === 'FILTER') {
      transformations.push({ kind: 'FILTER', filter: boundCondition(step.filter, inner) });
      continue;
    }
    const by = [...new Set(step.by)].map((name) => columnNamed(name, inner).name);
    const next: ApplyColumn[] = now.filter(({ name }) => by.includes(name));
    const figures = step.figures.map((figure): AggregateFigure => {
      const { column, method } = figureOf(figure, inner, now);
      const { alias } = figure;
      if (next.some(({ name }) => name === alias)) throw twice(alias);
      next.push(columnOf(alias, column, method));
      return { column: column?.name ?? null, method };
    });
    const inOrder = [
      ...by.flatMap((name) => next.filter((each) => each.name === name)),
      ...next.slice(by.length),
    ];
    transformations.push({ kind: 'GROUP', by, figures, columns: inOrder });
    now = inOrder;
  }
  return { transformations, columns: now };
}

function figureOf(
  { column, method, at }: FigureSyntax,
  scope: Scope,
  columns: readonly ApplyColumn[],
): { readonly column: ApplyColumn | null; readonly method: AggregateFigure['method'] } {
  if (column === null) return { column: null, method: 'count' };
  const { name } = columnNamed(column, scope, at);
  const of = columns.find((each) => each.name === name) as ApplyColumn;
  const known = AGGREGATIONS.find((each) => each === method.toLowerCase());
  if (!known) {
    throw new BadUserInputError({
      en: `${JSON.stringify(method)}, at character ${at}, is no method: ${AGGREGATIONS.join(', ')} are accepted, and $count as a name`,
      fr: `${JSON.stringify(method)}, au caractère ${at}, n’est pas une méthode\u00a0: ${AGGREGATIONS.join(', ')} sont acceptés, et $count as un nom`,
    });
  }
  if ((known === 'sum' || known === 'average') && !of.additive) throw notAdditive(of, columns);
  return { column: of, method: known };
}

function notAdditive(column: ApplyColumn, columns: readonly ApplyColumn[]): BadUserInputError {
  const { name } = column;
  const rate = rateOfRows(column);
  const others = columns.flatMap((each) => (each.additive ? [each.name] : [])).join(', ');
  return new BadUserInputError({
    en: `${name} has neither sum nor average here: ${rate ? rate.en : 'it does not add up over rows.'} min, max and countdistinct are accepted${others ? `; what adds up: ${others}` : ''}`,
    fr: `${name} n’a ici ni somme ni moyenne\u00a0: ${rate ? rate.fr : 'cette colonne ne s’additionne pas d’une ligne à l’autre.'} min, max et countdistinct sont acceptés${others ? `\u00a0; ce qui s’additionne\u00a0: ${others}` : ''}`,
  });
}

function columnOf(
  name: string,
  of: ApplyColumn | null,
  method: AggregateFigure['method'],
): ApplyColumn {
  switch (method) {
    case 'count':
    case 'countdistinct':
      // Rows and what they have of different values: those of groups may be in several.
      return {
        name,
        type: 'INTEGER',
        isDecimal: true,
        ...(method === 'count' && { additive: true }),
      };
    case 'sum':
      return of?.type === 'INTEGER'
        ? { name, type: 'INTEGER', isDecimal: true, additive: true }
        : { name, type: 'NUMBER', additive: true };
    case 'average':
      return { name, type: 'NUMBER' };
    default:
      return { name, type: of?.type ?? 'NUMBER' };
  }
}

function twice(alias: string): BadUserInputError {
  return new BadUserInputError({
    en: `${alias} is the name of two properties: each has one of its own`,
    fr: `${alias} est le nom de deux propriétés\u00a0: chacune a le sien`,
  });
}
