import type { MeasureUnit } from '../domain/measures/measure.ts';
import type { MeasureId } from '../domain/measures/measure-catalogue.ts';
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

/** Figures that published numbers push past the bounds of their unit: more through VAE than in all. */
const PAST_BOUNDS: readonly (MeasureId | undefined)[] = ['VAE_SHARE'];

/** What cells of a column of a dataset keep to: by its key, its codes, and the unit of its figure. */
export function constraintsOf(
  { key, nullableKey = [] }: Pick<Dataset, 'key' | 'nullableKey'>,
  { name, type, codes, unit, measure }: ColumnHead,
): Constraints {
  const isBounded = (type === 'INTEGER' || type === 'NUMBER') && !PAST_BOUNDS.includes(measure);
  return {
    required: key.includes(name) && !nullableKey.includes(name),
    codes: codes && Object.keys(codes),
    ...(isBounded && unit !== null && BOUNDS[unit]),
  };
}
