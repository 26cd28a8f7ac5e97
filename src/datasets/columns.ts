import type { Bilingual, CodeLabels } from '../domain/bilingual.ts';
import { MEASURE_UNITS, type MeasureUnit } from '../domain/measures/measure.ts';
import { MEASURES, type MeasureId } from '../domain/measures/measure-catalogue.ts';
import { roundPercentage } from '../domain/rounding.ts';
import type { DayView } from '../snapshot/day-view.ts';
import type { Cell, Column, ColumnType, ValueOf, Weighing } from './dataset.ts';
import { MEASURE_COLUMN_NAMES } from './measure-column-names.ts';

const CATALOGUE = new Map<string, (typeof MEASURES)[number]>(
  MEASURES.map((each) => [each.id, each]),
);

/** What a column is called in a language, and what it says where its name does not say all. */
export type ColumnWords = string | { readonly label: string; readonly description: string };

/** A column that is grouped by. */
export function dimension<Item>(
  name: string,
  type: ColumnType,
  french: ColumnWords,
  english: ColumnWords,
  value: ValueOf<Item, Cell | undefined>,
  codes: CodeLabels | null = null,
): Column<Item> {
  const fr = wordsOf(french);
  const en = wordsOf(english);
  return {
    ...{ name, type, codes, unit: null, role: 'DIMENSION' },
    label: { fr: fr.label, en: en.label },
    description: { fr: `${fr.description}.`, en: `${en.description}.` },
    value: (item, view) => value(item, view) ?? null,
  };
}

function wordsOf(words: ColumnWords): Exclude<ColumnWords, string> {
  return typeof words === 'string' ? { label: words, description: words } : words;
}

/** A text as it begins a sentence; what begins with a formula stays as it is. */
function sentence(text: string): string {
  return /^\p{Ll}{2}/u.test(text) ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
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
    {
      fr: `${MEASURE_UNITS[known.unit].fr} ${sentence(known.formula.fr)}\u00a0; ${known.missingCase.fr}.`,
      en: `${MEASURE_UNITS[known.unit].en} ${known.formula.en}; ${known.missingCase.en}.`,
    },
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
  description: Bilingual,
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

/** A rate, and what the rate of several rows is made of. */
export function weighed<Item>(weighing: Weighing, column: Column<Item>): Column<Item> {
  return { ...column, weighing };
}

/** A probability or a share, 0 to 1, with all its digits. */
export function probability<Item>(
  name: string,
  label: Bilingual,
  description: Bilingual,
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
