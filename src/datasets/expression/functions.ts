import { OVER_ROWS, type OverRows } from './arithmetic.ts';
import { CAST_FUNCTIONS, rounded } from './casts.ts';
import { OF_TIME } from './durations.ts';
import type { Scalar, ValueType } from './expression.ts';

/** One way to call a function: the types of its arguments, and what it gives. */
export interface Signature {
  readonly arguments: readonly ValueType[];
  readonly result: ValueType;
}

/** A function of values that are all there: it is not called with an absent one, and then absent. */
export interface RowFunction {
  readonly signatures: readonly Signature[];
  /** Absent = null, or NaN of numbers: `mod` by 0, say. */
  readonly call: (...given: never[]) => Scalar;
  /** The same of two numbers for many rows, where there is a faster way than to call it for each. */
  readonly overRows?: OverRows;
}

const of = (result: ValueType, ...types: readonly ValueType[]): Signature => ({
  arguments: types,
  result,
});

/** Characters of a text that is put together, at most: longer ones are absent. */
export const LONGEST_TEXT = 100_000;

const text = (call: (given: string) => string): RowFunction => ({
  signatures: [of('TEXT', 'TEXT')],
  call,
});

const test = (call: (given: string, part: string) => boolean): RowFunction => ({
  signatures: [of('BOOLEAN', 'TEXT', 'TEXT')],
  call,
});

const rounding = (call: (given: number) => number): RowFunction => ({
  signatures: [of('INTEGER', 'INTEGER'), of('NUMBER', 'NUMBER')],
  call,
});

/** Of two whole numbers a whole one. */
const arithmetic = (
  call: (one: number, other: number) => number,
  overRows?: OverRows,
): RowFunction => ({
  signatures: [of('INTEGER', 'INTEGER', 'INTEGER'), of('NUMBER', 'NUMBER', 'NUMBER')],
  call,
  ...(overRows && { overRows }),
});

/** As a number with decimals, which `div` of whole numbers is not. */
const division: RowFunction = {
  signatures: [of('NUMBER', 'NUMBER', 'NUMBER')],
  call: (one: number, other: number) => one / other,
  overRows: OVER_ROWS.div,
};

/** A part of a day, which is the same of a moment, in UTC. */
const dayPart = (from: number, to: number): RowFunction => ({
  signatures: [of('INTEGER', 'DATE'), of('INTEGER', 'MOMENT')],
  call: (given: string | number) => Number(isoOf(given).slice(from, to)),
});

const momentPart = (from: number, to: number): RowFunction => ({
  signatures: [of('INTEGER', 'MOMENT')],
  call: (given: number) => Number(isoOf(given).slice(from, to)),
});

function isoOf(given: string | number): string {
  return typeof given === 'string' ? given : new Date(given).toISOString();
}

/** What expressions may call, by name. */
export const FUNCTIONS: Readonly<Record<string, RowFunction>> = {
  contains: test((given, part) => given.includes(part)),
  startswith: test((given, part) => given.startsWith(part)),
  endswith: test((given, part) => given.endsWith(part)),
  tolower: text((given) => given.toLowerCase()),
  toupper: text((given) => given.toUpperCase()),
  trim: text((given) => given.trim()),
  length: { signatures: [of('INTEGER', 'TEXT')], call: (given: string) => given.length },
  indexof: {
    signatures: [of('INTEGER', 'TEXT', 'TEXT')],
    call: (given: string, part: string) => given.indexOf(part),
  },
  substring: {
    signatures: [of('TEXT', 'TEXT', 'INTEGER'), of('TEXT', 'TEXT', 'INTEGER', 'INTEGER')],
    call: (given: string, from: number, length = given.length) => {
      // One below 0 counts from the end.
      const start = Math.max(0, from < 0 ? given.length + from : from);
      return given.slice(start, start + Math.max(0, length));
    },
  },
  concat: {
    signatures: [of('TEXT', 'TEXT', 'TEXT')],
    call: (one: string, other: string) =>
      one.length + other.length > LONGEST_TEXT ? null : one + other,
  },
  round: rounding(rounded),
  floor: rounding(Math.floor),
  ceiling: rounding(Math.ceil),
  year: dayPart(0, 4),
  month: dayPart(5, 7),
  day: dayPart(8, 10),
  hour: momentPart(11, 13),
  minute: momentPart(14, 16),
  second: momentPart(17, 19),
  fractionalseconds: {
    signatures: [of('NUMBER', 'MOMENT')],
    call: (given: number) => Number(`0${isoOf(given).slice(19, 23)}`),
  },
  date: {
    signatures: [of('DATE', 'MOMENT')],
    call: (given: number) => isoOf(given).slice(0, 10),
  },
  add: arithmetic((one, other) => one + other, OVER_ROWS.add),
  sub: arithmetic((one, other) => one - other, OVER_ROWS.sub),
  mul: arithmetic((one, other) => one * other, OVER_ROWS.mul),
  mod: arithmetic((one, other) => one % other),
  divby: division,
  // Of whole numbers a whole one, as the standard has it.
  div: division,
  'div of whole numbers': {
    signatures: [of('INTEGER', 'INTEGER', 'INTEGER')],
    call: (one: number, other: number) => (other === 0 ? Number.NaN : Math.trunc(one / other)),
  },
  negate: {
    signatures: [of('INTEGER', 'INTEGER'), of('NUMBER', 'NUMBER')],
    call: (given: number) => -given,
  },
  ...OF_TIME,
  ...CAST_FUNCTIONS,
};

/** Functions that are written with brackets. */
export const CALLED_BY_NAME: readonly string[] = [
  ...['contains', 'startswith', 'endswith', 'tolower', 'toupper', 'trim', 'length', 'indexof'],
  ...['substring', 'concat', 'round', 'floor', 'ceiling', 'year', 'month', 'day', 'hour'],
  ...['minute', 'second', 'fractionalseconds', 'date', 'totalseconds'],
];

/** The signature that fits types: a whole number is a number, and what is absent fits any. */
export function signatureFor(
  { signatures }: RowFunction,
  types: readonly ValueType[],
): Signature | undefined {
  return signatures.find(
    (signature) =>
      signature.arguments.length === types.length &&
      signature.arguments.every((wanted, place) => fits(types[place] ?? 'NULL', wanted)),
  );
}

function fits(given: ValueType, wanted: ValueType): boolean {
  return given === wanted || given === 'NULL' || (given === 'INTEGER' && wanted === 'NUMBER');
}
