import type { CertificationDimension } from '../../domain/insertion/dimension.ts';
import type { DayView, Mask } from '../day-view.ts';
import { type CertificationFilter, certificationMask } from '../filter/certification-filter.ts';
import { nameOf } from '../filter/mask-names.ts';
import { dimensionColumn } from './dimension-column.ts';

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
export function facets(view: DayView, request: FacetRequest): Facet[] {
  const { filter, dimensions, acrossOwn, first } = request;
  const matched = certificationMask(view, filter);
  return dimensions.map((dimension) => {
    const own = acrossOwn ? OWN[dimension] : undefined;
    const mask =
      own !== undefined && filter[own] != null
        ? certificationMask(view, { ...filter, [own]: null })
        : matched;
    const { keyOf } = dimensionColumn(view, dimension);
    const { values, counts } = countedValues(view, dimension, mask);
    return {
      dimension,
      valueCount: values.length,
      values: Array.from(values.subarray(0, first), (value) => ({
        key: keyOf(value),
        certifications: counts[value] ?? 0,
      })),
    };
  });
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
): CountedValues {
  return view.memo.of(`values of ${dimension} of ${nameOf(mask)}`, () => {
    const { values: of, size } = dimensionColumn(view, dimension);
    const counts = new Int32Array(size);
    const { count } = view.snapshot.certifications;
    for (let row = 0; row < count; row++) {
      if (mask && mask[row] === 0) continue;
      const from = of.of === 'LIST' ? (of.offset[row] ?? 0) : row;
      const to = of.of === 'LIST' ? (of.offset[row + 1] ?? 0) : row + 1;
      for (let at = from; at < to; at++) {
        const value = of.value[at] ?? 0;
        counts[value] = (counts[value] ?? 0) + 1;
      }
    }
    const values = Int32Array.from(counts.keys()).filter((value) => (counts[value] ?? 0) > 0);
    // What is not known is last among equals; values are in the order of their keys.
    const place = (value: number) => (value === 0 ? counts.length : value);
    return {
      counts,
      values: values.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || place(a) - place(b)),
    };
  });
}
