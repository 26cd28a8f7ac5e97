import type { Bilingual } from '../../domain/bilingual.ts';
import { RELIABILITY_LABELS, STATUS_LABELS } from '../../domain/code-labels.ts';
import { MEASURE_UNITS } from '../../domain/measures/measure.ts';
import { type Interval, wilsonInterval } from '../../domain/rate/interval.ts';
import type { RateStatus } from '../../domain/rate/rate-status.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { dimension, figure, ofMeasure, remembered, weighed } from '../columns.ts';
import type { Cell, Column, ValueOf } from '../dataset.ts';
import { partName, type RateName } from './rate-names.ts';

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
      { label: status.fr, description: `${label.part.fr}\u00a0: état` },
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
      { label: status.fr, description: `${label.part.fr}\u00a0: état` },
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
  const bound = (fr: 'basse' | 'haute', en: 'Lower' | 'Upper') => ({
    fr: `${MEASURE_UNITS.PERCENT.fr} Borne ${fr} de l’intervalle de Wilson de ${name} à 95\u00a0%. Vide quand le taux l’est, ou sans effectif.`,
    en: `${MEASURE_UNITS.PERCENT.en} ${en} bound of the Wilson interval of ${name} at 95 %. Absent when the rate is, or without a base.`,
  });
  const rate = figure<Item>(
    name,
    'NUMBER',
    'PERCENT',
    whole,
    {
      fr: `${MEASURE_UNITS.PERCENT.fr} ${whole.fr}. Vide quand il n’y en a pas\u00a0: ${name}_status dit pourquoi.`,
      en: `${MEASURE_UNITS.PERCENT.en} ${whole.en}. Absent when there is none: ${name}_status says why.`,
    },
    (item, view) => of(item, view).value,
  );
  const low = figure<Item>(
    `${name}_low`,
    'NUMBER',
    'PERCENT',
    partName(part, 'borne basse à 95 %', 'lower bound at 95 %'),
    bound('basse', 'Lower'),
    (item, view) => interval(item, view)?.lower,
  );
  const high = figure<Item>(
    `${name}_high`,
    'NUMBER',
    'PERCENT',
    partName(part, 'borne haute à 95 %', 'upper bound at 95 %'),
    bound('haute', 'Upper'),
    (item, view) => interval(item, view)?.upper,
  );
  const base = figure<Item>(
    `${name}_base`,
    'INTEGER',
    'HEADS',
    partName(part, 'effectif', 'base'),
    {
      fr: `${MEASURE_UNITS.HEADS.fr} Ce sur quoi reposent ${name} et son intervalle\u00a0: les certifiés, car le répertoire ne publie pas les répondants. Vide quand leur nombre n’est pas publié.`,
      en: `${MEASURE_UNITS.HEADS.en} What ${name} and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published.`,
    },
    (item, view) => of(item, view).base,
  );
  const ofRows = weighed({ base: base.name }, rate);
  return [
    id === undefined ? ofRows : ofMeasure(id, ofRows),
    ofMeasure('INTERVAL_LOWER', low),
    ofMeasure('INTERVAL_UPPER', high),
    ofMeasure('BASE', base),
  ];
}

/** How far a rate can be relied on, by its base. */
export function reliability<Item>(
  name: string,
  label: Bilingual,
  value: ValueOf<Item, Cell | undefined>,
): Column<Item> {
  return dimension(name, 'TEXT', label.fr, label.en, value, RELIABILITY_LABELS);
}
