import { ACCESS_ROUTES } from '../../domain/certification/access-route.ts';
import { REGISTERS } from '../../domain/certification/register-code.ts';
import type { Dimension } from '../../domain/insertion/dimension.ts';
import { REGISTRATION_TYPES } from '../build/certifications.ts';
import { listsOf } from '../build/list-builder.ts';
import { type Lists, NONE } from '../columns.ts';
import type { DayView } from '../day-view.ts';
import type { Nomenclature, Snapshot } from '../snapshot.ts';

/**
 * The values of a dimension as numbers, in the order of their keys: 0 stands for what is not known.
 * Either each row has one, or each has several, at least one.
 */
export interface DimensionColumn {
  /** Different values, that of 0 included. */
  readonly size: number;
  /** The key of a value, as text; null for 0. */
  readonly keyOf: (value: number) => string | null;
  readonly values: SingleValues | SeveralValues;
}

export interface SingleValues {
  /** What has one. */
  readonly of: 'CERTIFICATION' | 'COHORT' | 'FINDING';
  readonly value: ArrayLike<number>;
}

export interface SeveralValues extends Lists {
  readonly of: 'LIST';
}

/** The column of a dimension on a day. */
export function dimensionColumn(view: DayView, dimension: Dimension): DimensionColumn {
  const memo = dimension === 'ACTIVE' ? view.memo : view.snapshotMemo;
  return memo.of(`dimension ${dimension}`, () => makeColumn(view, dimension));
}

function makeColumn(view: DayView, dimension: Dimension): DimensionColumn {
  const { snapshot } = view;
  const { certifications, cohorts, specialities, occupations, formacodes } = snapshot;
  switch (dimension) {
    case 'YEAR':
      return numbers(cohorts.year, 'COHORT');
    case 'LEVEL':
      return numbers(certifications.level, 'CERTIFICATION');
    case 'REGISTRATION_YEARS':
      return numbers(certifications.registrationYears, 'CERTIFICATION');
    case 'REGISTER':
      return choices(REGISTERS, Int32Array.from(certifications.register));
    case 'REGISTRATION_TYPE':
      return choices(REGISTRATION_TYPES, Int32Array.from(certifications.registrationType));
    case 'ACTIVE':
      return choices(['false', 'true'], Int32Array.from(view.active));
    case 'REGISTRATION_END_MONTH':
      return endMonths(snapshot);
    case 'ABBREVIATION':
      return choices(snapshot.abbreviations.key, certifications.abbreviationRow);
    case 'CERTIFICATION':
      return choices(
        certifications.code,
        Int32Array.from(certifications.code, (_, row) => row),
      );
    case 'SPECIALITY_DOMAIN':
      return prefixes(specialities, 1);
    case 'SPECIALITY_SUBDOMAIN':
      return prefixes(specialities, 2);
    case 'SPECIALITY':
      return prefixes(specialities, 3);
    case 'OCCUPATION_DOMAIN':
      return prefixes(occupations, 3);
    case 'OCCUPATION':
      return prefixes(occupations, 5);
    case 'FORMACODE':
      return prefixes(formacodes, 5);
    case 'CERTIFIER':
      return lists(snapshot.bodies.siren, snapshot.bodies.ofCertification, (body) => body + 1);
    case 'ACCESS_ROUTE':
      return openRoutes(snapshot);
  }
}

/** Whole numbers, −1 = not known; in ascending order. */
function numbers(column: Int32Array, of: SingleValues['of']): DimensionColumn {
  const known = [...new Set(column)].filter((value) => value !== NONE).sort((a, b) => a - b);
  const place = new Map(known.map((value, index) => [value, index + 1]));
  return {
    size: known.length + 1,
    keyOf: (value) => (value === 0 ? null : String(known[value - 1])),
    values: { of, value: column.map((each) => place.get(each) ?? 0) },
  };
}

/** Texts by number, −1 = not known. */
function choices(keys: readonly string[], column: Int32Array): DimensionColumn {
  return {
    size: keys.length + 1,
    keyOf: (value) => keys[value - 1] ?? null,
    values: { of: 'CERTIFICATION', value: column.map((each) => each + 1) },
  };
}

function endMonths({ certifications: { registrationEndsOn } }: Snapshot): DimensionColumn {
  const months = numbers(
    registrationEndsOn.map((day) => (day === NONE ? NONE : Math.floor(day / 100))),
    'CERTIFICATION',
  );
  return {
    ...months,
    keyOf: (value) => {
      const month = months.keyOf(value)?.padStart(6, '0');
      return month === undefined ? null : `${month.slice(0, 4)}-${month.slice(4)}`;
    },
  };
}

/** The first characters of the codes that a certification carries, each once. */
function prefixes(noun: Nomenclature, length: number): DimensionColumn {
  const keys = [...new Set(noun.code.map((code) => code.slice(0, length)))].sort();
  const place = new Map(keys.map((key, index) => [key, index + 1]));
  const valueOfCode = noun.code.map((code) => place.get(code.slice(0, length)) ?? 0);
  return lists(keys, noun.ofCertification, (code) => valueOfCode[code] ?? 0);
}

function openRoutes({ routes }: Snapshot): DimensionColumn {
  const keys = ACCESS_ROUTES.toSorted();
  const places = new Map<string, number>(keys.map((route, index) => [route, index + 1]));
  return lists(
    keys,
    { offset: routes.offset, value: Int32Array.from(routes.route, (_, at) => at) },
    (at) => (routes.open[at] === 1 ? (places.get(routes.route[at] ?? '') ?? 0) : 0),
  );
}

/** Values of each certification, each once; the one that is not known where there is none. */
function lists(
  keys: readonly string[],
  { offset, value }: Lists,
  placeOf: (each: number) => number,
): DimensionColumn {
  const values = listsOf(offset.length - 1, (row, own) => {
    for (let at = offset[row] ?? 0; at < (offset[row + 1] ?? 0); at++) {
      const each = placeOf(value[at] ?? 0);
      if (each !== 0 && !own.includes(each)) own.push(each);
    }
    if (own.length === 0) own.push(0);
  });
  return {
    size: keys.length + 1,
    keyOf: (each) => keys[each - 1] ?? null,
    values: { of: 'LIST', ...values },
  };
}
