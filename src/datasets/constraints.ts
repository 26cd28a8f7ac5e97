import type { MeasureUnit } from '../domain/measures/measure.ts';
import type { ColumnHead, Dataset } from './dataset.ts';

/** What all cells of a column keep to. */
export interface Constraints {
  /** Whether no cell is absent. */
  readonly required: boolean;
  /** Codes that its cells are; null where they are not codes. */
  readonly codes: readonly string[] | null;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Bounds that the unit of a figure has, both included. */
const BOUNDS: Partial<Readonly<Record<MeasureUnit, Pick<Constraints, 'minimum' | 'maximum'>>>> = {
  HEADS: { minimum: 0 },
  CERTIFICATIONS: { minimum: 0 },
  COHORTS: { minimum: 0 },
  PERCENT: { minimum: 0, maximum: 100 },
  POINTS: { minimum: -100, maximum: 100 },
  GROWTH: { minimum: -100 },
  SQUARED_HEADS: { minimum: 0 },
  EUROS: { minimum: 0 },
  TIMES: { minimum: 0 },
  PROBABILITY: { minimum: 0, maximum: 1 },
  SHARE: { minimum: 0, maximum: 1 },
  TESTS: { minimum: 0 },
  SQUARED_RADIANS: { minimum: 0 },
};

/** What cells of a column of a dataset keep to: by its key, its codes, and the unit of its figure. */
export function constraintsOf(
  { key, nullableKey = [] }: Pick<Dataset, 'key' | 'nullableKey'>,
  { name, type, codes, unit }: ColumnHead,
): Constraints {
  const isNumber = type === 'INTEGER' || type === 'NUMBER';
  return {
    required: key.includes(name) && !nullableKey.includes(name),
    codes: codes && Object.keys(codes),
    ...(isNumber && unit !== null && BOUNDS[unit]),
  };
}
