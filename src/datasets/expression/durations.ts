import type { Scalar, ValueType } from './expression.ts';

/** What a day or a moment may be: years have four digits. */
const LEAST = Date.parse('0001-01-01T00:00:00Z');
const MOST = Date.parse('9999-12-31T23:59:59.999Z');

/** The same, or NaN out of range. */
function inRange(milliseconds: number): number {
  return milliseconds >= LEAST && milliseconds <= MOST ? milliseconds : Number.NaN;
}

/** A day, so much later: any moment of a day is that day. null out of range. */
function later(day: string, milliseconds: number): string | null {
  const moment = inRange(Date.parse(day) + milliseconds);
  return Number.isNaN(moment) ? null : new Date(moment).toISOString().slice(0, 10);
}

const of = (result: ValueType, ...types: readonly ValueType[]) => ({ arguments: types, result });

/** Arithmetic of days, moments and durations. Moments are apart: as values they are like durations. */
export const OF_TIME = {
  'add of moments': {
    signatures: [of('MOMENT', 'MOMENT', 'DURATION')],
    call: (one: number, other: number): Scalar => inRange(one + other),
  },
  'sub of moments': {
    signatures: [of('MOMENT', 'MOMENT', 'DURATION')],
    call: (one: number, other: number): Scalar => inRange(one - other),
  },
  'add of time': {
    signatures: [of('DATE', 'DATE', 'DURATION'), of('DURATION', 'DURATION', 'DURATION')],
    call: (one: string | number, other: number): Scalar =>
      typeof one === 'string' ? later(one, other) : one + other,
  },
  'sub of time': {
    signatures: [
      ...[of('DATE', 'DATE', 'DURATION'), of('DURATION', 'DATE', 'DATE')],
      ...[of('DURATION', 'MOMENT', 'MOMENT'), of('DURATION', 'DURATION', 'DURATION')],
    ],
    call: (one: string | number, other: string | number): Scalar => {
      if (typeof one === 'number') return one - Number(other);
      return typeof other === 'number' ? later(one, -other) : Date.parse(one) - Date.parse(other);
    },
  },
  'mul of time': {
    signatures: [of('DURATION', 'DURATION', 'NUMBER'), of('DURATION', 'NUMBER', 'DURATION')],
    call: (one: number, other: number): Scalar => one * other,
  },
  'div of time': {
    signatures: [of('DURATION', 'DURATION', 'NUMBER')],
    call: (one: number, other: number): Scalar => one / other,
  },
  'negate of time': {
    signatures: [of('DURATION', 'DURATION')],
    call: (given: number): Scalar => -given,
  },
  totalseconds: {
    signatures: [of('NUMBER', 'DURATION')],
    call: (given: number): Scalar => given / 1_000,
  },
};

/** The name of an operator between values of which one is of time; null where none is. */
export function operatorOfTime(operator: string, types: readonly ValueType[]): string | null {
  const [left, right] = types;
  // A text beside a moment is a duration without its prefix.
  const isMoved = left === 'MOMENT' && right !== 'MOMENT' && right !== undefined;
  if (isMoved && (operator === 'add' || operator === 'sub')) return `${operator} of moments`;
  const isOfTime = types.some((type) => ['DATE', 'MOMENT', 'DURATION'].includes(type));
  const name = `${operator === 'divby' ? 'div' : operator} of time`;
  return isOfTime && Object.hasOwn(OF_TIME, name) ? name : null;
}
