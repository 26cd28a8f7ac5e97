import type { ColumnType } from '../../datasets/dataset.ts';
import type {
  Arithmetic,
  Comparison,
  Expression,
  ValueType,
} from '../../datasets/expression/expression.ts';
import { CALLED_BY_NAME } from '../../datasets/expression/functions.ts';
import { BadUserInputError, NotImplementedError } from '../../domain/errors.ts';
import { nearestNames } from '../nearest-names.ts';
import { negative } from './literals.ts';
import { arithmetic, castOf, misplacedType, operation } from './operations.ts';
import { checkDepth, parseFilter } from './parse.ts';
import type { LiteralSyntax, Syntax } from './syntax.ts';
import { checkComparable, likened, truth } from './types.ts';
import { unsupportedFunction } from './unsupported.ts';

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
    case 'TYPE':
      throw misplacedType(syntax.name, syntax.at);
    case 'CALL':
      return called(syntax, inner, scope);
    case 'UNARY': {
      if (syntax.operator === 'not') {
        return { kind: 'NOT', type: 'BOOLEAN', of: truth(inner(syntax.of), syntax.of.at) };
      }
      if (syntax.of.kind === 'LITERAL') return constant(negative(syntax.of, syntax.at));
      return arithmetic('negate', [inner(syntax.of)], '-', syntax.at);
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
        const value = likened(inner(each), of.type);
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
export function literalOfAlias(name: string, { aliases }: Pick<Scope, 'aliases'>): LiteralSyntax {
  const text = aliases.get(name);
  if (text === undefined) return { kind: 'LITERAL', type: 'NULL', value: null, at: 1 };
  const syntax = parseFilter(text);
  if (syntax.kind === 'LITERAL') return syntax;
  if (syntax.kind === 'UNARY' && syntax.operator === '-' && syntax.of.kind === 'LITERAL') {
    return negative(syntax.of, syntax.at);
  }
  throw new NotImplementedError({
    en: `${name} is ${JSON.stringify(text)}: expressions are not supported there; an alias stands for one literal value`,
    fr: `${name} vaut ${JSON.stringify(text)}\u00a0: les expressions n’y sont pas prises en charge\u00a0; un alias tient lieu d’une valeur littérale`,
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

/** What filters may call, with what is no function of a value. */
export const CALLED: readonly string[] = [...CALLED_BY_NAME, 'now', 'cast'];

function called(
  syntax: Extract<Syntax, { kind: 'CALL' }>,
  inner: (part: Syntax) => Expression,
  scope: Scope,
): Expression {
  const name = syntax.name.toLowerCase();
  const unsupported = unsupportedFunction(name, CALLED);
  if (unsupported) throw unsupported;
  if (name === 'now' && syntax.arguments.length === 0) {
    return { kind: 'CONSTANT', type: 'MOMENT', value: scope.now() };
  }
  if (name === 'cast') return castOf(syntax, inner);
  const given = syntax.arguments.map(inner);
  if (name === 'totalseconds') {
    return operation(
      name,
      given.map((each) => likened(each, 'DURATION')),
      name,
      syntax.at,
    );
  }
  if (CALLED_BY_NAME.includes(name)) return operation(name, given, name, syntax.at);
  const nearest = nearestNames(name, CALLED).join(', ');
  throw new BadUserInputError({
    en: `there is no function ${JSON.stringify(syntax.name)}, at character ${syntax.at}: the nearest names are ${nearest}`,
    fr: `il n’y a pas de fonction ${JSON.stringify(syntax.name)}, au caractère ${syntax.at}\u00a0: les noms les plus proches sont ${nearest}`,
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
    const [one, other] = [likened(left, right.type), likened(right, left.type)];
    checkComparable(operator, one.type, other.type, at);
    return {
      ...{ kind: 'COMPARISON', type: 'BOOLEAN', operator: operator as Comparison },
      ...{ left: one, right: other },
    };
  }
  return arithmetic(operator, [left, right], operator, at);
}
