import { CAST_TYPES, castName } from '../../datasets/expression/casts.ts';
import { operatorOfTime } from '../../datasets/expression/durations.ts';
import type { Expression, ValueType } from '../../datasets/expression/expression.ts';
import { FUNCTIONS, signatureFor } from '../../datasets/expression/functions.ts';
import { BadUserInputError, NotImplementedError } from '../../domain/errors.ts';
import type { Syntax } from './syntax.ts';
import { EDM, likened } from './types.ts';

/** - Throws `BadUserInputError` for types that the function or operator is not called with. */
export function operation(
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

/** An operation of numbers, or of what is of time: a text beside it is a duration without its prefix. */
export function arithmetic(
  operator: string,
  given: readonly Expression[],
  written: string,
  at: number,
): Expression {
  const types = given.map(({ type }) => type);
  const ofTime = operatorOfTime(operator, types);
  if (ofTime)
    return operation(
      ofTime,
      given.map((each) => likened(each, 'DURATION')),
      written,
      at,
    );
  const isWhole = operator === 'div' && types.every((type) => type === 'INTEGER');
  if (isWhole || operator === 'mod') checkDivisor(given[1], written, at);
  return operation(isWhole ? 'div of whole numbers' : operator, given, written, at);
}

/**
 * By 0 the request fails, as the standard has it: a divisor that is of a row is not taken, so that no
 * row makes the others unreadable.
 */
function checkDivisor(divisor: Expression | undefined, written: string, at: number): void {
  if (divisor?.kind !== 'CONSTANT') {
    throw new NotImplementedError({
      en: `${written}, at character ${at}, divides whole numbers by what differs from row to row, which is not supported: a number is accepted there, and divby divides by anything`,
      fr: `${written}, au caractère ${at}, divise des nombres entiers par ce qui change d’une ligne à l’autre, ce qui n’est pas pris en charge\u00a0: un nombre y est accepté, et divby divise par tout`,
    });
  }
  if (divisor.value !== 0) return;
  throw new BadUserInputError({
    en: `${written}, at character ${at}, divides by 0: another number is accepted`,
    fr: `${written}, au caractère ${at}, divise par 0\u00a0: un autre nombre est accepté`,
  });
}

/**
 * `cast(expression,type)`.
 *
 * - Throws `NotImplementedError` for a type that nothing is cast to.
 */
export function castOf(
  { arguments: given, at }: Extract<Syntax, { kind: 'CALL' }>,
  inner: (part: Syntax) => Expression,
): Expression {
  const [of, type] = given;
  if (!of || type?.kind !== 'TYPE' || given.length !== 2) throw noCast(at);
  if (!CAST_TYPES.includes(type.name)) {
    throw new NotImplementedError({
      en: `casts to ${type.name}, which is not supported: ${CAST_TYPES.join(', ')} are accepted`,
      fr: `convertit en ${type.name}, qui n’est pas pris en charge\u00a0: ${CAST_TYPES.join(', ')} sont acceptés`,
    });
  }
  const value = inner(of);
  // What is absent can be cast to anything, and stays so.
  if (value.type === 'NULL') return value;
  return operation(castName(type.name, value.type), [value], `cast to ${type.name}`, at);
}

function noCast(at: number): BadUserInputError {
  return new BadUserInputError({
    en: `cast, at character ${at}, takes an expression and a type: cast('7',Edm.Int32) is accepted`,
    fr: `cast, au caractère ${at}, prend une expression et un type\u00a0: cast('7',Edm.Int32) est accepté`,
  });
}

/** The error of a type where a value is expected. */
export function misplacedType(name: string, at: number): BadUserInputError {
  return new BadUserInputError({
    en: `${name}, at character ${at}, is a type: only cast(…) is given one`,
    fr: `${name}, au caractère ${at}, est un type\u00a0: seul cast(…) en prend un`,
  });
}
