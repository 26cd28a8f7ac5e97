import type { ColumnType } from '../../datasets/dataset.ts';
import type {
  Arithmetic,
  Comparison,
  Expression,
  ValueType,
} from '../../datasets/expression/expression.ts';
import { CALLED_BY_NAME, FUNCTIONS, signatureFor } from '../../datasets/expression/functions.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import { nearestNames } from '../nearest-names.ts';
import { negative } from './literals.ts';
import { checkDepth, parseFilter } from './parse.ts';
import type { LiteralSyntax, Syntax } from './syntax.ts';

/** A column that expressions may name. */
export interface NamedColumn {
  readonly name: string;
  readonly type: ColumnType;
}

/** What names and aliases stand for. */
export interface Scope {
  readonly columns: readonly NamedColumn[];
  /** Names of properties that stand for others in keys alone, with those. */
  readonly keyNames: ReadonlyMap<string, string>;
  /** Texts of `@alias`; one that is not given is absent. */
  readonly aliases: ReadonlyMap<string, string>;
  /** What `now()` is, in milliseconds; told when it was asked for. */
  readonly now: () => number;
}

const TYPES: Readonly<Record<ColumnType, ValueType>> = {
  ...{ TEXT: 'TEXT', INTEGER: 'INTEGER', NUMBER: 'NUMBER', BOOLEAN: 'BOOLEAN', DATE: 'DATE' },
  DATETIME: 'MOMENT',
};

const EDM: Readonly<Record<ValueType, string>> = {
  ...{ TEXT: 'Edm.String', INTEGER: 'Edm.Int32', NUMBER: 'Edm.Double', BOOLEAN: 'Edm.Boolean' },
  ...{ DATE: 'Edm.Date', MOMENT: 'Edm.DateTimeOffset', NULL: 'null' },
};

/**
 * What is written as an expression whose types fit.
 *
 * - Throws `BadUserInputError` for an unknown name and for types that do not fit,
 *   `QueryTooComplexError` for what is too deep.
 */
export function bound(syntax: Syntax, scope: Scope, depth = 0): Expression {
  checkDepth(depth);
  const inner = (part: Syntax) => bound(part, scope, depth + 1);
  switch (syntax.kind) {
    case 'LITERAL':
      return constant(syntax);
    case 'ALIAS':
      return constant(literalOfAlias(syntax.name, scope));
    case 'NAME': {
      const { name, type } = columnNamed(syntax.name, scope, syntax.at);
      return { kind: 'COLUMN', type: TYPES[type], name };
    }
    case 'CALL':
      return calledBy(syntax, syntax.arguments.map(inner), scope);
    case 'UNARY': {
      if (syntax.operator === 'not') {
        return { kind: 'NOT', type: 'BOOLEAN', of: truth(inner(syntax.of), syntax.of.at) };
      }
      if (syntax.of.kind === 'LITERAL') return constant(negative(syntax.of, syntax.at));
      return operation('negate', [inner(syntax.of)], '-', syntax.at);
    }
    case 'LOGICAL':
      return {
        kind: syntax.operator === 'and' ? 'ALL' : 'ANY',
        type: 'BOOLEAN',
        parts: syntax.parts.map((part) => truth(inner(part), part.at)),
      };
    case 'IN': {
      const of = inner(syntax.of);
      const values = syntax.values.map((each) => {
        const value = inner(each);
        checkComparable('in', of.type, value.type, each.at);
        return value.kind === 'CONSTANT' ? value.value : null;
      });
      return { kind: 'AMONG', type: 'BOOLEAN', of, values };
    }
    case 'BINARY':
      return binary(syntax.operator, inner(syntax.left), inner(syntax.right), syntax.at);
  }
}

/** The same of what has to hold or not. */
export function boundCondition(syntax: Syntax, scope: Scope): Expression {
  return truth(bound(syntax, scope), syntax.at);
}

function constant({ type, value }: LiteralSyntax): Expression {
  return { kind: 'CONSTANT', type, value };
}

/** The literal that an alias stands for. */
function literalOfAlias(name: string, { aliases }: Scope): LiteralSyntax {
  const text = aliases.get(name);
  if (text === undefined) return { kind: 'LITERAL', type: 'NULL', value: null, at: 1 };
  const syntax = parseFilter(text);
  if (syntax.kind === 'LITERAL') return syntax;
  if (syntax.kind === 'UNARY' && syntax.operator === '-' && syntax.of.kind === 'LITERAL') {
    return negative(syntax.of, syntax.at);
  }
  throw new BadUserInputError({
    en: `${name} is ${JSON.stringify(text)}: an alias stands for one value`,
    fr: `${name} vaut ${JSON.stringify(text)}\u00a0: un alias tient lieu d’une valeur`,
  });
}

/** - Throws `BadUserInputError` for a name that no column has, with the nearest ones. */
export function columnNamed(name: string, scope: Scope, at: number | null = null): NamedColumn {
  const column = scope.columns.find((each) => each.name === name);
  if (column) return column;
  const other = scope.keyNames.get(name);
  if (other !== undefined) {
    throw new BadUserInputError({
      en: `${name} is there for keys alone: ${other} says the same, absent where it is empty`,
      fr: `${name} ne sert que de clé\u00a0: ${other} dit la même chose, absent là où elle est vide`,
    });
  }
  const nearest = nearestNames(
    name.toLowerCase(),
    scope.columns.map((each) => each.name),
  ).join(', ');
  const [en, fr] = at === null ? ['', ''] : [`, at character ${at}`, `, au caractère ${at}`];
  throw new BadUserInputError({
    en: `there is no property ${JSON.stringify(name)}${en}: the nearest names are ${nearest}`,
    fr: `il n’y a pas de propriété ${JSON.stringify(name)}${fr}\u00a0: les noms les plus proches sont ${nearest}`,
  });
}

function calledBy(
  syntax: Extract<Syntax, { kind: 'CALL' }>,
  given: readonly Expression[],
  scope: Scope,
): Expression {
  const name = syntax.name.toLowerCase();
  if (name === 'now' && given.length === 0) {
    return { kind: 'CONSTANT', type: 'MOMENT', value: scope.now() };
  }
  if (CALLED_BY_NAME.includes(name)) return operation(name, given, name, syntax.at);
  const nearest = nearestNames(name, [...CALLED_BY_NAME, 'now']).join(', ');
  throw new BadUserInputError({
    en: `there is no function ${JSON.stringify(syntax.name)}, at character ${syntax.at}: the nearest names are ${nearest}`,
    fr: `il n’y a pas de fonction ${JSON.stringify(syntax.name)}, au caractère ${syntax.at}\u00a0: les noms les plus proches sont ${nearest}`,
  });
}

function operation(
  name: string,
  given: readonly Expression[],
  written: string,
  at: number,
): Expression {
  const known = FUNCTIONS[name];
  const types = given.map(({ type }) => type);
  const signature = known && signatureFor(known, types);
  if (signature) return { kind: 'CALL', type: signature.result, name, arguments: given };
  const listed = (list: readonly ValueType[]) => list.map((type) => EDM[type]).join(', ');
  const accepted = (known?.signatures ?? [])
    .map((each) => `${written}(${listed(each.arguments)})`)
    .join(', ');
  throw new BadUserInputError({
    en: `${written}, at character ${at}, is given (${listed(types)}): ${accepted} is accepted`,
    fr: `${written}, au caractère ${at}, reçoit (${listed(types)})\u00a0: ${accepted} est accepté`,
  });
}

const COMPARISONS: ReadonlySet<string> = new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le']);

function binary(
  operator: Comparison | Arithmetic,
  left: Expression,
  right: Expression,
  at: number,
): Expression {
  if (COMPARISONS.has(operator)) {
    checkComparable(operator, left.type, right.type, at);
    return { kind: 'COMPARISON', type: 'BOOLEAN', operator: operator as Comparison, left, right };
  }
  const isWhole = left.type === 'INTEGER' && right.type === 'INTEGER';
  const name = operator === 'div' && isWhole ? 'div of whole numbers' : operator;
  return operation(name, [left, right], operator, at);
}

function isNumber(type: ValueType): boolean {
  return type === 'INTEGER' || type === 'NUMBER';
}

function checkComparable(operator: string, left: ValueType, right: ValueType, at: number): void {
  if (left === right || left === 'NULL' || right === 'NULL') return;
  if (isNumber(left) && isNumber(right)) return;
  const hint = hintFor(left, right);
  throw new BadUserInputError({
    en: `${operator}, at character ${at}, compares ${EDM[left]} with ${EDM[right]}: both sides have one type${hint.en}`,
    fr: `${operator}, au caractère ${at}, compare ${EDM[left]} à ${EDM[right]}\u00a0: les deux côtés sont du même type${hint.fr}`,
  });
}

function hintFor(left: ValueType, right: ValueType) {
  const types = [left, right];
  if (types.includes('DATE') && types.includes('MOMENT')) {
    return {
      en: '; date(…) makes a day of a moment',
      fr: '\u00a0; date(…) fait un jour d’un instant',
    };
  }
  if (types.includes('TEXT')) {
    return {
      en: "; texts are written 'so', all else without quotes",
      fr: "\u00a0; les textes s’écrivent 'ainsi', le reste sans apostrophes",
    };
  }
  return { en: '', fr: '' };
}

function truth(expression: Expression, at: number): Expression {
  if (expression.type === 'BOOLEAN' || expression.type === 'NULL') return expression;
  throw new BadUserInputError({
    en: `what begins at character ${at} is ${EDM[expression.type]}: Edm.Boolean is accepted, as of a comparison`,
    fr: `ce qui commence au caractère ${at} est ${EDM[expression.type]}\u00a0: Edm.Boolean est accepté, comme d’une comparaison`,
  });
}
