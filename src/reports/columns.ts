import { MEASURE_UNITS, type MeasureUnit } from '../domain/measure.ts';
import { MEASURES } from '../domain/measure-catalogue.ts';
import { RELIABILITY_LABELS, STATUS_LABELS } from './code-labels.ts';
import type { Bilingual, Cell, Column, ColumnType } from './report.ts';

type MeasureId = (typeof MEASURES)[number]['id'];
type Codes = Readonly<Record<string, Bilingual>>;

const CATALOGUE = new Map<string, (typeof MEASURES)[number]>(
  MEASURES.map((each) => [each.id, each]),
);

/** A column that is grouped by. */
export function dimension<Item>(
  name: string,
  type: ColumnType,
  fr: string,
  en: string,
  of: (item: Item) => Cell | undefined,
  codes: Codes | null = null,
): Column<Item> {
  return {
    ...{ name, type, codes, unit: null, role: 'DIMENSION', label: { fr, en } },
    description: `${en}.`,
    of: (item) => of(item) ?? null,
  };
}

/** A figure of the catalogue of measures, which says what it is, under its own labels. */
export function measure<Item>(
  name: string,
  type: ColumnType,
  id: MeasureId,
  of: (item: Item) => Cell | undefined,
): Column<Item> {
  const known = CATALOGUE.get(id);
  if (!known) throw new Error(`no measure ${id}`);
  return figure(
    name,
    type,
    known.unit,
    { fr: known.labelFr, en: known.labelEn },
    `${MEASURE_UNITS[known.unit]} ${known.formula}; ${known.missingCase}.`,
    of,
  );
}

/** A figure that is reckoned with; `unit` is null where the description alone tells it. */
export function figure<Item>(
  name: string,
  type: ColumnType,
  unit: MeasureUnit | null,
  label: Bilingual,
  description: string,
  of: (item: Item) => Cell | undefined,
): Column<Item> {
  return {
    ...{ name, type, unit, label, description, role: 'MEASURE', codes: null },
    of: (item) => of(item) ?? null,
  };
}

/** Texts in one cell, each once, in their order; absent when there is none. */
export function joined(texts: readonly (string | null)[]): string | null {
  const each = new Set(texts.filter((text) => text !== null));
  return each.size > 0 ? [...each].join(' ; ') : null;
}

/** A rate of one cohort, as the documents ask for it. */
export interface PublishedRateCells {
  readonly value: number | null;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly base: number | null;
  readonly status: string;
}

/**
 * A published rate and what goes with it: `_low` and `_high` of its interval at 95 %, `_base`,
 * `_status`.
 */
export function publishedRateColumns<Item>(
  name: string,
  label: Bilingual,
  of: (item: Item) => PublishedRateCells | undefined,
): Column<Item>[] {
  return [
    ...rateColumns<Item>(name, label, of),
    dimension(
      `${name}_status`,
      'TEXT',
      `${label.fr} : état`,
      `${label.en}: status`,
      (item) => of(item)?.status,
      STATUS_LABELS,
    ),
  ];
}

/** A rate over several cohorts, as the documents ask for it. */
export interface PooledRateCells {
  readonly value: number | null;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly base: number;
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
  label: Bilingual,
  of: (item: Item) => PooledRateCells | undefined,
): Column<Item>[] {
  return [
    ...rateColumns<Item>(name, label, of),
    dimension(
      `${name}_status`,
      'TEXT',
      `${label.fr} : état`,
      `${label.en}: status`,
      (item) => ((of(item)?.value ?? null) === null ? 'NO_RATE' : 'POOLED'),
      POOLED_STATUS_LABELS,
    ),
  ];
}

function rateColumns<Item>(
  name: string,
  { fr, en }: Bilingual,
  of: (item: Item) => Omit<PublishedRateCells, 'status'> | undefined,
): Column<Item>[] {
  const part = (
    suffix: string,
    type: ColumnType,
    unit: MeasureUnit,
    label: Bilingual,
    description: string,
    cell: (rate: Omit<PublishedRateCells, 'status'>) => Cell | undefined,
  ) => {
    const said = { fr: `${fr}${label.fr}`, en: `${en}${label.en}` };
    const read = (item: Item) => {
      const rate = of(item);
      return rate && cell(rate);
    };
    return figure<Item>(`${name}${suffix}`, type, unit, said, description, read);
  };
  return [
    part(
      '',
      'NUMBER',
      'PERCENT',
      { fr: '', en: '' },
      `${MEASURE_UNITS.PERCENT} ${en}. Absent when there is none: ${name}_status says why.`,
      ({ value }) => value,
    ),
    part(
      '_low',
      'NUMBER',
      'PERCENT',
      { fr: ' : borne basse à 95 %', en: ': lower bound at 95 %' },
      `${MEASURE_UNITS.PERCENT} Lower bound of the Wilson interval of ${name} at 95 %. Absent when the rate is, or without a base.`,
      ({ interval }) => interval?.lower,
    ),
    part(
      '_high',
      'NUMBER',
      'PERCENT',
      { fr: ' : borne haute à 95 %', en: ': upper bound at 95 %' },
      `${MEASURE_UNITS.PERCENT} Upper bound of the Wilson interval of ${name} at 95 %. Absent when the rate is, or without a base.`,
      ({ interval }) => interval?.upper,
    ),
    part(
      '_base',
      'INTEGER',
      'HEADS',
      { fr: ' : effectif', en: ': base' },
      `${MEASURE_UNITS.HEADS} What ${name} and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published.`,
      ({ base }) => base,
    ),
  ];
}

/** How far a rate can be relied on, by its base. */
export function reliability<Item>(
  name: string,
  label: Bilingual,
  of: (item: Item) => Cell | undefined,
): Column<Item> {
  return dimension(name, 'TEXT', label.fr, label.en, of, RELIABILITY_LABELS);
}
