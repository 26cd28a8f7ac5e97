import { ACCESS_ROUTES } from '../../domain/certification/access-route.ts';
import { REGISTERS } from '../../domain/certification/register-code.ts';
import type { Dimension } from '../../domain/insertion/dimension.ts';
import type { Work } from '../../domain/work.ts';
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
export function dimensionColumn(view: DayView, dimension: Dimension): Work<DimensionColumn> {
  const memo = dimension === 'ACTIVE' ? view.memo : view.snapshotMemo;
  return memo.work(`dimension ${dimension}`, () => makeColumn(view, dimension));
}

function* makeColumn(view: DayView, dimension: Dimension): Work<DimensionColumn> {
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
      yield* view.ready('active', 'inactive');
      return choices(
        ['false', 'true'],
        Int32Array.from(view.active, (_, row) => numberOf(view.activity(row))),
      );
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
      return yield* prefixes(specialities, 1);
    case 'SPECIALITY_SUBDOMAIN':
      return yield* prefixes(specialities, 2);
    case 'SPECIALITY':
      return yield* prefixes(specialities, 3);
    case 'OCCUPATION_DOMAIN':
      return yield* prefixes(occupations, 3);
    case 'OCCUPATION':
      return yield* prefixes(occupations, 5);
    case 'FORMACODE':
      return yield* prefixes(formacodes, 5);
    case 'CERTIFIER':
      return yield* certifiers(snapshot);
    case 'ACCESS_ROUTE':
      return yield* openRoutes(snapshot);
  }
}

/** Whole numbers, −1 = not known; in ascending order. */
function numbers(column: Int32Array, of: SingleValues['of']): DimensionColumn {
  const different = new Set<number>();
  for (const value of column) different.add(value);
  different.delete(NONE);
  const known = [...different].sort((a, b) => a - b);
  const place = new Map(known.map((value, index) => [value, index + 1]));
  return {
    size: known.length + 1,
    keyOf: (value) => (value === 0 ? null : String(known[value - 1])),
    values: { of, value: column.map((each) => place.get(each) ?? 0) },
  };
}

function numberOf(flag: boolean | null): number {
  return flag === null ? NONE : Number(flag);
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

function* certifiers({ bodies }: Snapshot): Work<DimensionColumn> {
  const { offset, value } = bodies.ofCertification;
  return yield* lists(bodies.siren, offset, (at) => (value[at] ?? 0) + 1);
}

/** The first characters of the codes that a certification carries, each once. */
function* prefixes(noun: Nomenclature, length: number): Work<DimensionColumn> {
  const keys = [...new Set(noun.code.map((code) => code.slice(0, length)))].sort();
  const place = new Map(keys.map((key, index) => [key, index + 1]));
  const valueOfCode = noun.code.map((code) => place.get(code.slice(0, length)) ?? 0);
  const { offset, value } = noun.ofCertification;
  return yield* lists(keys, offset, (at) => valueOfCode[value[at] ?? 0] ?? 0);
}

function* openRoutes({ routes }: Snapshot): Work<DimensionColumn> {
  const keys = ACCESS_ROUTES.toSorted();
  const places = new Map<string, number>(keys.map((route, index) => [route, index + 1]));
  return yield* lists(keys, routes.offset, (at) =>
    routes.open[at] === 1 ? (places.get(routes.route[at] ?? '') ?? 0) : 0,
  );
}

/**
 * Values of each certification, each once; the one that is not known where there is none. Those of
 * row i are of the places from `offset[i]` up to `offset[i + 1]`.
 */
function* lists(
  keys: readonly string[],
  offset: Int32Array,
  valueAt: (at: number) => number,
): Work<DimensionColumn> {
  const values = yield* listsOf(offset.length - 1, (row, own) => {
    for (let at = offset[row] ?? 0; at < (offset[row + 1] ?? 0); at++) {
      const each = valueAt(at);
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
