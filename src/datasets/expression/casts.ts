import { plainDate } from '../../domain/calendar.ts';
import type { Scalar, ValueType } from './expression.ts';

const DURATION =
  /^([-+]?)P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;

/** A duration in milliseconds, as `P1DT2H`; null for what is none. */
export function durationOf(text: string): number | null {
  const parts = DURATION.exec(text);
  if (!parts) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(2)
    .map((part) => Number(part ?? 0));
  const total = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;
  return parts[1] === '-' ? -Math.trunc(total) : Math.trunc(total);
}

/** The same as text: in seconds, which every reader of durations takes. */
function durationText(milliseconds: number): string {
  const sign = milliseconds < 0 ? '-' : '';
  return `${sign}PT${Math.abs(milliseconds) / 1_000}S`;
}

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

function dayOf(text: string): string | null {
  const [, year, month, day] = DAY.exec(text) ?? [];
  return plainDate(Number(year), Number(month), Number(day));
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?:Z|[-+]\d\d:\d\d)$/i;

function momentOf(text: string): number | null {
  if (!MOMENT.test(text) || dayOf(text.slice(0, 10)) === null) return null;
  // Digits past the milliseconds are cut: cells have none.
  const milliseconds = Date.parse(text.toUpperCase().replace(/(\.\d{3})\d+/, '$1'));
  return Number.isNaN(milliseconds) ? null : milliseconds;
}

const NUMBER = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i;

function numberOf(text: string): number | null {
  if (text === 'INF' || text === '-INF') return text === 'INF' ? Infinity : -Infinity;
  return NUMBER.test(text) ? Number(text) : null;
}

function truthOf(text: string): boolean | null {
  const word = text.toLowerCase();
  return word === 'true' || word === 'false' ? word === 'true' : null;
}

/** Whole numbers of each type, from and to; one of Int64 is given as far as a number is exact. */
const WHOLE: Readonly<Record<string, readonly [number, number]>> = {
  ...{ 'Edm.Byte': [0, 255], 'Edm.SByte': [-128, 127], 'Edm.Int16': [-32_768, 32_767] },
  'Edm.Int32': [-2_147_483_648, 2_147_483_647],
  'Edm.Int64': [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
};

/** A way to make a value of one type of those of some. */
interface Cast {
  readonly from: readonly ValueType[];
  readonly to: ValueType;
  /** null where it cannot be made. */
  readonly call: (given: Scalar) => Scalar;
}

function ofText(to: ValueType, read: (text: string) => Scalar): Cast {
  return {
    ...{ from: ['TEXT', to], to },
    call: (given) => (typeof given === 'string' ? read(given) : given),
  };
}

/** The nearest whole number; half of one goes away from 0. */
export function rounded(given: number): number {
  return Math.sign(given) * Math.round(Math.abs(given));
}

function whole(least: number, most: number): Cast {
  return {
    ...{ from: ['TEXT', 'INTEGER', 'NUMBER'], to: 'INTEGER' },
    call: (given) => {
      const number = typeof given === 'string' ? numberOf(given) : Number(given);
      if (number === null || (typeof given === 'string' && !Number.isInteger(number))) return null;
      const nearest = rounded(number);
      return nearest >= least && nearest <= most ? nearest : null;
    },
  };
}

const NUMERIC: Cast = {
  ...{ from: ['TEXT', 'INTEGER', 'NUMBER'], to: 'NUMBER' },
  call: (given) => (typeof given === 'string' ? numberOf(given) : given),
};

/** Texts of moments and durations, which are numbers, are made by casts of their own. */
const TEXTUAL: Cast = {
  ...{ from: ['TEXT', 'INTEGER', 'NUMBER', 'BOOLEAN', 'DATE'], to: 'TEXT' },
  call: (given) => {
    if (given === Infinity) return 'INF';
    return given === -Infinity ? '-INF' : String(given);
  },
};

/** What a value can be cast to, by the name of the type. */
const CASTS: Readonly<Record<string, readonly Cast[]>> = {
  ...Object.fromEntries(
    Object.entries(WHOLE).map(([type, [least, most]]) => [type, [whole(least, most)]]),
  ),
  ...{ 'Edm.Double': [NUMERIC], 'Edm.Single': [NUMERIC], 'Edm.Decimal': [NUMERIC] },
  'Edm.Boolean': [ofText('BOOLEAN', truthOf)],
  // A day is text already: one that is cast to itself is read again.
  'Edm.Date': [ofText('DATE', dayOf)],
  'Edm.DateTimeOffset': [ofText('MOMENT', momentOf)],
  'Edm.Duration': [ofText('DURATION', durationOf)],
  'Edm.String': [
    TEXTUAL,
    { from: ['MOMENT'], to: 'TEXT', call: (given) => new Date(Number(given)).toISOString() },
    { from: ['DURATION'], to: 'TEXT', call: (given) => durationText(Number(given)) },
  ],
};

/** Types of values by which a text is read. */
const OF_TEXT: Partial<Record<ValueType, string>> = {
  ...{ INTEGER: 'Edm.Int32', NUMBER: 'Edm.Double', BOOLEAN: 'Edm.Boolean', DATE: 'Edm.Date' },
  ...{ MOMENT: 'Edm.DateTimeOffset', DURATION: 'Edm.Duration' },
};

/** A text as a value of a type; null where it is none. */
export function textAs(type: ValueType, text: string): Scalar {
  return CASTS[OF_TEXT[type] ?? '']?.[0]?.call(text) ?? null;
}

/** Types that a value can be cast to. */
export const CAST_TYPES: readonly string[] = Object.keys(CASTS);

/** Types whose values are no numbers. */
const TEXTS: ReadonlySet<ValueType> = new Set(['TEXT', 'DATE', 'BOOLEAN']);

/** The name of the function that casts to a type what is of another. */
export function castName(type: string, from: ValueType): string {
  return `cast ${from} to ${type}`;
}

/** Functions that cast, by `castName`. */
export const CAST_FUNCTIONS = Object.fromEntries(
  Object.entries(CASTS).flatMap(([type, casts]) =>
    casts.flatMap(({ from, to, call }) =>
      from.map((each) => [
        castName(type, each),
        {
          signatures: [{ arguments: [each], result: to }],
          // Absent is NaN of numbers.
          call: TEXTS.has(to) ? call : (given: Scalar) => call(given) ?? Number.NaN,
        },
      ]),
    ),
  ),
);
