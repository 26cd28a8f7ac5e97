import type { CertificationDimension } from '../../domain/insertion/dimension.ts';
import { orderedPlaces } from '../../domain/order.ts';
import { inRanges, type Work } from '../../domain/work.ts';
import type { DayView, Mask } from '../day-view.ts';
import { type CertificationFilter, certificationMask } from '../filter/certification-filter.ts';
import { nameOf } from '../filter/mask-names.ts';
import { type DimensionColumn, dimensionColumn } from './dimension-column.ts';

/** One value of a dimension and how many certifications have it. */
export interface FacetValue {
  /** As text; null = not known. */
  readonly key: string | null;
  readonly certifications: number;
}

export interface Facet {
  readonly dimension: CertificationDimension;
  /** How many values the dimension has in all. */
  readonly valueCount: number;
  /** The most frequent first, then by key; what is not known last among equals. */
  readonly values: readonly FacetValue[];
}

/** What a filter asks of each dimension. */
const OWN: Partial<Record<CertificationDimension, keyof CertificationFilter>> = {
  REGISTER: 'register',
  LEVEL: 'levels',
  REGISTRATION_TYPE: 'registrationTypes',
  REGISTRATION_END_MONTH: 'registrationEnds',
  ABBREVIATION: 'abbreviations',
  ACTIVE: 'active',
  SPECIALITY_DOMAIN: 'specialities',
  SPECIALITY_SUBDOMAIN: 'specialities',
  SPECIALITY: 'specialities',
  OCCUPATION_DOMAIN: 'occupations',
  OCCUPATION: 'occupations',
  FORMACODE: 'formacodes',
  CERTIFIER: 'certifiers',
  ACCESS_ROUTE: 'accessRoutes',
};

export interface FacetRequest {
  readonly filter: CertificationFilter;
  readonly dimensions: readonly CertificationDimension[];
  /** Whether a dimension is counted without what the filter asks of that very dimension. */
  readonly acrossOwn: boolean;
  /** Values that each dimension gives at most. */
  readonly first: number;
}

/** Counts the certifications of a filter by the values of several dimensions. */
export function* facets(view: DayView, request: FacetRequest): Work<Facet[]> {
  const { filter, dimensions, acrossOwn, first } = request;
  const matched = yield* certificationMask(view, filter);
  const found: Facet[] = [];
  for (const dimension of dimensions) {
    const own = acrossOwn ? OWN[dimension] : undefined;
    const mask =
      own !== undefined && filter[own] != null
        ? yield* certificationMask(view, { ...filter, [own]: null })
        : matched;
    const { keyOf } = yield* dimensionColumn(view, dimension);
    const { values, counts } = yield* countedValues(view, dimension, mask);
    found.push({
      dimension,
      valueCount: values.length,
      values: Array.from(values.subarray(0, first), (value) => ({
        key: keyOf(value),
        certifications: counts[value] ?? 0,
      })),
    });
  }
  return found;
}

/** How many certifications have each value of a dimension. */
interface CountedValues {
  readonly counts: Int32Array;
  /** Values that some have: the most frequent first, then by key. */
  readonly values: Int32Array;
}

function countedValues(
  view: DayView,
  dimension: CertificationDimension,
  mask: Mask | null,
): Work<CountedValues> {
  return view.memo.work(`values of ${dimension} of ${nameOf(mask)}`, function* () {
    const column = yield* dimensionColumn(view, dimension);
    const counts = new Int32Array(column.size);
    yield* inRanges(view.snapshot.certifications.count, (from, to) =>
      countValues(counts, column, mask, from, to),
    );
    return { counts, values: yield* mostFrequent(counts) };
  });
}

/** Adds the values of certifications from one row up to another. */
function countValues(
  counts: Int32Array,
  { values: of }: DimensionColumn,
  mask: Mask | null,
  first: number,
  end: number,
): void {
  for (let row = first; row < end; row++) {
    if (mask && mask[row] === 0) continue;
    const from = of.of === 'LIST' ? (of.offset[row] ?? 0) : row;
    const to = of.of === 'LIST' ? (of.offset[row + 1] ?? 0) : row + 1;
    for (let at = from; at < to; at++) {
      const value = of.value[at] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
}

/** Values that are counted at all: the most frequent first, then by key, the one not known last. */
function* mostFrequent(counts: Int32Array): Work<Int32Array> {
  const values: number[] = [];
  // Values are in the order of their keys, but for the one that is not known.
  for (let value = 1; value < counts.length; value++) if (counts[value]) values.push(value);
  if (counts[0]) values.push(0);
  const frequency = Float64Array.from(values, (value) => counts[value] ?? 0);
  const places = yield* orderedPlaces(values.length, [{ values: frequency, direction: 'DESC' }]);
  return places.map((place) => values[place] ?? 0);
}
