import { durationOf, textAs } from '../../datasets/expression/casts.ts';
import type { Scalar, ValueType } from '../../datasets/expression/expression.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import type { LiteralSyntax } from './syntax.ts';

const DAY = /^\d{4}-\d\d-\d\d/;
const NUMBER = /^\d/;
const DURATION = /^duration'(.*)'$/i;

/**
 * The value of a literal as it is written.
 *
 * - Throws `BadUserInputError` for a day or a moment that the calendar has not, and for a duration
 *   that is none.
 */
export function literalOf(image: string, at: number): LiteralSyntax {
  const literal = (type: ValueType, value: Scalar): LiteralSyntax => ({
    ...{ kind: 'LITERAL', type, value, at },
  });
  if (image.startsWith("'")) return literal('TEXT', image.slice(1, -1).replaceAll("''", "'"));
  const duration = DURATION.exec(image);
  if (duration) {
    const milliseconds = durationOf(duration[1] ?? '');
    if (milliseconds === null) throw noDuration(image, at);
    return literal('DURATION', milliseconds);
  }
  if (DAY.test(image)) {
    const type = image.length === 10 ? 'DATE' : 'MOMENT';
    // In an address a plus sign is a space.
    const value = textAs(type, image.replace(' ', '+'));
    if (value === null) throw noDay(image, at);
    return literal(type, value);
  }
  if (NUMBER.test(image)) {
    return literal(/^\d+$/.test(image) ? 'INTEGER' : 'NUMBER', Number(image));
  }
  const word = image.toLowerCase();
  if (word === 'null') return literal('NULL', null);
  if (word === 'inf') return literal('NUMBER', Number.POSITIVE_INFINITY);
  if (word === 'nan') return literal('NUMBER', Number.NaN);
  return literal('BOOLEAN', word === 'true');
}

function noDuration(image: string, at: number): BadUserInputError {
  return new BadUserInputError({
    en: `${image}, at character ${at}, is no duration: write duration'P30D', or duration'PT1H30M'`,
    fr: `${image}, au caractère ${at}, n’est pas une durée\u00a0: écrivez duration'P30D', ou duration'PT1H30M'`,
  });
}

function noDay(image: string, at: number): BadUserInputError {
  return new BadUserInputError({
    en: `${image}, at character ${at}, is no day or moment of the calendar: write 2026-01-31, or 2026-01-31T10:00:00Z`,
    fr: `${image}, au caractère ${at}, n’est ni un jour ni un instant du calendrier\u00a0: écrivez 2026-01-31, ou 2026-01-31T10:00:00Z`,
  });
}

/**
 * A number with its sign turned; what is absent stays so.
 *
 * - Throws `BadUserInputError` for what is no number.
 */
export function negative(literal: LiteralSyntax, at: number): LiteralSyntax {
  if (typeof literal.value === 'number' && literal.type !== 'MOMENT') {
    return { ...literal, value: -literal.value, at };
  }
  if (literal.value === null) return { ...literal, at };
  throw new BadUserInputError({
    en: `the minus sign at character ${at} is not before a number`,
    fr: `le signe moins, au caractère ${at}, n’est pas devant un nombre`,
  });
}
