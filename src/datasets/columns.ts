import type { Bilingual, CodeLabels } from '../domain/bilingual.ts';
import { RELIABILITY_LABELS, STATUS_LABELS } from '../domain/code-labels.ts';
import { MEASURE_UNITS, type MeasureUnit } from '../domain/measures/measure.ts';
import { MEASURES, type MeasureId } from '../domain/measures/measure-catalogue.ts';
import { type Interval, wilsonInterval } from '../domain/rate/interval.ts';
import type { RateStatus } from '../domain/rate/rate-status.ts';
import { roundPercentage } from '../domain/rounding.ts';
import type { DayView } from '../snapshot/day-view.ts';
import { MEASURE_COLUMN_NAMES, partName, type RateName } from './column-names.ts';
import type { Cell, Column, ColumnType, ValueOf } from './dataset.ts';

const CATALOGUE = new Map<string, (typeof MEASURES)[number]>(
  MEASURES.map((each) => [each.id, each]),
);

/** What a column is called in English, and what it says where its name does not say all. */
export type English = string | { readonly label: string; readonly description: string };

/** A column that is grouped by. */
export function dimension<Item>(
  name: string,
  type: ColumnType,
  fr: string,
  english: English,
  value: ValueOf<Item, Cell | undefined>,
  codes: CodeLabels | null = null,
): Column<Item> {
  const en = typeof english === 'string' ? { label: english, description: english } : english;
  return {
    ...{ name, type, codes, unit: null, role: 'DIMENSION', label: { fr, en: en.label } },
    description: `${en.description}.`,
    value: (item, view) => value(item, view) ?? null,
  };
}

/** A figure of the catalogue of measures, which says what it is. */
export function measure<Item>(
  name: string,
  type: ColumnType,
  id: MeasureId,
  value: ValueOf<Item, Cell | undefined>,
  label: Bilingual | null = null,
): Column<Item> {
  const known = measureNamed(id);
  const column = figure(
    name,
    type,
    known.unit,
    label ?? MEASURE_COLUMN_NAMES[id] ?? { fr: known.labelFr, en: known.labelEn },
    `${MEASURE_UNITS[known.unit]} ${known.formula}; ${known.missingCase}.`,
    value,
  );
  return { ...column, measure: id };
}

/** A column that is a figure of the catalogue, and says in its own words of what. */
export function ofMeasure<Item>(id: MeasureId, column: Column<Item>): Column<Item> {
  return { ...column, measure: id, unit: measureNamed(id).unit };
}

function measureNamed(id: MeasureId): (typeof MEASURES)[number] {
  const known = CATALOGUE.get(id);
  if (!known) throw new Error(`no measure ${id}`);
  return known;
}

/**
 * A figure; `unit` is null where the description alone tells it. Those with decimals are rounded
 * here, last.
 */
export function figure<Item>(
  name: string,
  type: ColumnType,
  unit: MeasureUnit | null,
  label: Bilingual,
  description: string,
  value: ValueOf<Item, Cell | undefined>,
): Column<Item> {
  return {
    ...{ name, type, unit, label, description, codes: null },
    // A day is nothing to compute with.
    role: type === 'INTEGER' || type === 'NUMBER' ? 'MEASURE' : 'DIMENSION',
    value:
      type === 'NUMBER'
        ? (item, view) => rounded(value(item, view))
        : (item, view) => value(item, view) ?? null,
  };
}

/** A probability or a share, 0 to 1, with all its digits. */
export function probability<Item>(
  name: string,
  label: Bilingual,
  description: string,
  value: ValueOf<Item, Cell | undefined>,
): Column<Item> {
  return {
    ...{ name, label, description, type: 'NUMBER', unit: null, role: 'MEASURE', codes: null },
    value: (item, view) => value(item, view) ?? null,
  };
}

/** Texts in one cell, each once, in their order; absent when there is none. */
export function joined(texts: readonly (string | null)[]): string | null {
  const each = new Set(texts.filter((text) => text !== null));
  return each.size > 0 ? [...each].join(' ; ') : null;
}

function rounded(value: Cell | undefined): Cell {
  return typeof value === 'number' ? roundPercentage(value) : (value ?? null);
}

/** A rate on a base. Percent, 0 to 100, unrounded, and heads. */
interface RateCells {
  readonly value: number | null;
  readonly base: number | null;
}

/**
 * A published rate and what goes with it: `_low` and `_high` of its interval at 95 %, `_base`,
 * `_status`.
 */
export function publishedRateColumns<Item>(
  name: string,
  label: RateName,
  of: ValueOf<Item, RateCells & { readonly status: RateStatus }>,
): Column<Item>[] {
  const status = statusName(label);
  return [
    ...rateColumns<Item>(name, label, of),
    dimension(
      `${name}_status`,
      'TEXT',
      status.fr,
      status.en,
      (item, view) => of(item, view).status,
      STATUS_LABELS,
    ),
  ];
}

const POOLED_STATUS_LABELS = {
  POOLED: { fr: 'Calculé', en: 'Pooled' },
  NO_RATE: { fr: 'Aucun taux publié', en: 'No rate published' },
} as const;

/**
 * A pooled rate and what goes with it: `_low` and `_high` of its interval at 95 %, `_base`, and
 * `_status`: `POOLED`, or `NO_RATE` when no cohort has both a published rate and certified.
 */
export function pooledRateColumns<Item>(
  name: string,
  label: RateName,
  of: ValueOf<Item, RateCells>,
): Column<Item>[] {
  const pooled = remembered(of);
  const status = statusName(label);
  return [
    ...rateColumns<Item>(name, label, pooled),
    dimension(
      `${name}_status`,
      'TEXT',
      status.fr,
      status.en,
      (item, view) => (pooled(item, view).value === null ? 'NO_RATE' : 'POOLED'),
      POOLED_STATUS_LABELS,
    ),
  ];
}

function statusName({ part }: RateName): Bilingual {
  return partName(part, 'état', 'status');
}

function rateColumns<Item>(
  name: string,
  { whole, part, measure: id }: RateName,
  of: ValueOf<Item, RateCells>,
): Column<Item>[] {
  const interval = remembered((item: Item, view: DayView): Interval | null => {
    const { value, base } = of(item, view);
    return wilsonInterval(value, base);
  });
  const bound = (which: 'Lower' | 'Upper') =>
    `${MEASURE_UNITS.PERCENT} ${which} bound of the Wilson interval of ${name} at 95 %. Absent when the rate is, or without a base.`;
  const rate = figure<Item>(
    name,
    'NUMBER',
    'PERCENT',
    whole,
    `${MEASURE_UNITS.PERCENT} ${whole.en}. Absent when there is none: ${name}_status says why.`,
    (item, view) => of(item, view).value,
  );
  const low = figure<Item>(
    `${name}_low`,
    'NUMBER',
    'PERCENT',
    partName(part, 'borne basse à 95 %', 'lower bound at 95 %'),
    bound('Lower'),
    (item, view) => interval(item, view)?.lower,
  );
  const high = figure<Item>(
    `${name}_high`,
    'NUMBER',
    'PERCENT',
    partName(part, 'borne haute à 95 %', 'upper bound at 95 %'),
    bound('Upper'),
    (item, view) => interval(item, view)?.upper,
  );
  const base = figure<Item>(
    `${name}_base`,
    'INTEGER',
    'HEADS',
    partName(part, 'effectif', 'base'),
    `${MEASURE_UNITS.HEADS} What ${name} and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published.`,
    (item, view) => of(item, view).base,
  );
  return [
    id === undefined ? rate : ofMeasure(id, rate),
    ofMeasure('INTERVAL_LOWER', low),
    ofMeasure('INTERVAL_UPPER', high),
    ofMeasure('BASE', base),
  ];
}

/** The same, computed once for all columns of a row. For columns that are made for one reading. */
export function remembered<Item, Value>(of: ValueOf<Item, Value>): ValueOf<Item, Value> {
  let last: { readonly item: Item; readonly view: DayView; readonly value: Value } | null = null;
  return (item, view) => {
    if (last === null || last.item !== item || last.view !== view) {
      last = { item, view, value: of(item, view) };
    }
    return last.value;
  };
}

/** How far a rate can be relied on, by its base. */
export function reliability<Item>(
  name: string,
  label: Bilingual,
  value: ValueOf<Item, Cell | undefined>,
): Column<Item> {
  return dimension(name, 'TEXT', label.fr, label.en, value, RELIABILITY_LABELS);
}
