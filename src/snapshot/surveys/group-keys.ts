import {
  HOLDER_DIMENSIONS,
  type HolderDimension,
  type SurveyGroupDimension,
  type SurveySelection,
} from '../../domain/survey/survey-grouping.ts';
import type { Work } from '../../domain/work.ts';
import type { Texts } from '../columns.ts';
import type { DayView } from '../day-view.ts';
import { type DimensionColumn, dimensionColumn } from '../group/dimension-column.ts';
import type { SurveyCells } from './surveys.ts';

/** Which holders are in which group. */
export interface SurveyGrouping {
  readonly selection: SurveySelection;
  readonly groupBy: readonly SurveyGroupDimension[];
}

/** What members of a group have in common: its values by dimension, and a name of its own. */
export interface PartialKey {
  readonly name: string;
  readonly keys: ReadonlyMap<string, string | null>;
}

/** Makes what gives the keys of a cohort by attributes of certifications: several where it has several values; none when it is not selected. */
export function* certificationKeys(
  view: DayView,
  { selection, groupBy }: SurveyGrouping,
): Work<(certification: number, year: number) => readonly PartialKey[]> {
  const wanted = (dimension: SurveyGroupDimension) =>
    groupBy.includes(dimension) || selection[dimension] !== undefined;
  const columns: { readonly name: SurveyGroupDimension; readonly column: DimensionColumn }[] = [];
  for (const name of ['REGISTER', 'LEVEL', 'SPECIALITY_DOMAIN', 'OCCUPATION_DOMAIN'] as const) {
    if (wanted(name)) columns.push({ name, column: yield* dimensionColumn(view, name) });
  }
  return (certification, year) => {
    const { YEAR: asked } = selection;
    if (asked !== undefined && asked !== String(year)) return [];
    let keys: Map<string, string | null>[] = [
      new Map(groupBy.includes('YEAR') ? [['YEAR', String(year)]] : []),
    ];
    for (const { name, column } of columns) {
      const values = valuesOf(column, certification).filter(
        (value) => selection[name] === undefined || value === selection[name],
      );
      if (!groupBy.includes(name)) {
        if (values.length === 0) return [];
        continue;
      }
      keys = keys.flatMap((own) => values.map((value) => new Map([...own, [name, value]])));
    }
    return keys.map((own) => ({ keys: own, name: [...own.values()].join('\t') }));
  };
}

function valuesOf({ values, keyOf }: DimensionColumn, certification: number): (string | null)[] {
  if (values.of !== 'LIST') return [keyOf(values.value[certification] ?? 0)];
  const all: (string | null)[] = [];
  const end = values.offset[certification + 1] ?? 0;
  for (let at = values.offset[certification] ?? 0; at < end; at++) {
    all.push(keyOf(values.value[at] ?? 0));
  }
  return all;
}

/** Makes what gives the key of a cell by attributes of holders; null when it is not selected. */
export function holderKeys(
  cells: SurveyCells,
  { selection, groupBy }: SurveyGrouping,
): (cell: number) => PartialKey | null {
  const columns: Readonly<Record<HolderDimension, Texts>> = {
    ROUTE: cells.route,
    SEX: cells.sex,
    AGE_BAND: cells.ageBand,
    REGION: cells.region,
  };
  const selected = HOLDER_DIMENSIONS.filter((each) => selection[each] !== undefined);
  const grouped = HOLDER_DIMENSIONS.filter((each) => groupBy.includes(each));
  const known = new Map<string, PartialKey>();
  return (cell) => {
    for (const each of selected) if (columns[each][cell] !== selection[each]) return null;
    const name = grouped.map((each) => columns[each][cell]).join('\t');
    const before = known.get(name);
    if (before) return before;
    const keys = new Map(grouped.map((each) => [each, columns[each][cell] ?? null]));
    const key = { name, keys };
    known.set(name, key);
    return key;
  };
}
