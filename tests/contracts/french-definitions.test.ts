import { describe, expect, test } from 'vitest';
import { BI_DATASETS } from '../../src/datasets/bi.ts';
import { DATASETS } from '../../src/datasets/catalogue.ts';
import { withLabels } from '../../src/datasets/labels.ts';
import type { Bilingual } from '../../src/domain/bilingual.ts';
import { MEASURE_UNITS, type Measure } from '../../src/domain/measures/measure.ts';
import { MEASURES } from '../../src/domain/measures/measure-catalogue.ts';
import { parametersOf } from '../../src/http/reports/options.ts';

/** A text and where it is from. */
type Definition = readonly [place: string, text: Bilingual];

function definitionsOf(measure: Measure): Definition[] {
  const { id, formula, numerator, denominator, missingCase, caution, source } = measure;
  const texts = { formula, numerator, denominator, missingCase, caution, source };
  return Object.entries(texts).flatMap(([name, text]) => (text ? [[`${id} ${name}`, text]] : []));
}

const OF_MEASURES: readonly Definition[] = [
  ...Object.entries(MEASURE_UNITS),
  ...MEASURES.flatMap(definitionsOf),
];

/** Reports and tables of `bi`, each once. */
const ALL_DATASETS = [...new Set([...DATASETS, ...BI_DATASETS])];

const OF_REPORTS: readonly Definition[] = ALL_DATASETS.flatMap((dataset) => {
  const { name, description, grain, columns } = dataset;
  const parts = [...withLabels(columns, 'fr').columns, ...parametersOf(dataset, 'csv')];
  return [
    [`${name} description`, description] as const,
    [`${name} grain`, grain] as const,
    ...parts.map((part) => [`${name}.${part.name}`, part.description] as const),
  ];
});

const DEFINITIONS = [...OF_MEASURES, ...OF_REPORTS];

/** Texts that are rightly the same: formulas, places, and words that both languages have. */
const ALIKE: readonly string[] = [
  ...['se² / (R·(100 − R)/W)', 'd + t(C − 1)·se'],
  ...['Certifications.', 'Tests.', 'Formacode.'],
];
const PLACE = /^docs\/method\.md#[\w-]+$/;

function placesWhere(isWrong: (text: Bilingual) => boolean): string[] {
  return DEFINITIONS.filter(([, text]) => isWrong(text)).map(([place]) => place);
}

describe('the French of definitions', () => {
  test('is there for each', () => {
    expect(DEFINITIONS.length).toBeGreaterThan(1000);
    expect(placesWhere(({ fr, en }) => fr.trim() === '' || en.trim() === '')).toEqual([]);
    expect(placesWhere(({ fr }) => /\b(undefined|null)\b|\[object/.test(fr))).toEqual([]);
  });

  test('is not the English', () => {
    const alike = DEFINITIONS.filter(([, { fr, en }]) => fr === en).map(([, { fr }]) => fr);
    const texts = new Set(alike.filter((text) => !PLACE.test(text)));
    expect([...texts].toSorted()).toEqual(ALIKE.toSorted());
  });

  test('has no English words, and the English no French ones', () => {
    expect(placesWhere(({ fr }) => /\b(the|of|which|when|absent unless|with)\b/i.test(fr))).toEqual(
      [],
    );
    expect(placesWhere(({ en }) => /\b(quand|des|dont|est|une|pas|sur|avec)\b/.test(en))).toEqual(
      [],
    );
  });

  test('ends as the English does, and says as much in particular', () => {
    expect(placesWhere(({ fr, en }) => fr.endsWith('.') !== en.endsWith('.'))).toEqual([]);
    // Codes and numbers are the same in both.
    const marks = (text: string) =>
      (text.match(/[A-Z]{2,}(_[A-Z0-9]+)+|\d+(?:[.,]\d+)?/g) ?? [])
        .map((each) => each.replace(',', '.'))
        .toSorted();
    const others = DEFINITIONS.filter(
      ([, { fr, en }]) => marks(fr).join(' ') !== marks(en).join(' '),
    );
    expect(others.map(([place, { fr }]) => [place, fr])).toEqual([]);
  });

  test.each([
    ['a no-break space before : ; ! ? % and inside « »', /[ \t][:;!?%»]|«[^\u00a0]/],
    ['a space before ; ! ? at the end of words', /[\p{L}\d)][;!?](\s|$)/u],
    ['a space before a colon at the end of words', /\p{L}:(\s|$)/u],
    ['typographic apostrophes', /\p{L}'\p{L}/u],
    ['no space before a comma or a full stop', /[\s\u00a0][,.](\s|$)/],
    ['single spaces', /[\s\u00a0]{2}/],
    ['a capital letter after a full stop', /\p{L}\. \p{Ll}{2}/u],
  ])('has %s', (_what, wrong) => {
    expect(placesWhere(({ fr }) => wrong.test(fr))).toEqual([]);
  });
});

/** Units are the first sentence of a description in either language. */
test('figures of reports begin with their unit in French where they do in English', () => {
  for (const { fr, en } of Object.values(MEASURE_UNITS)) {
    const of = OF_REPORTS.filter(([, text]) => text.en.startsWith(`${en} `));
    expect(of.filter(([, text]) => !text.fr.startsWith(`${fr} `))).toEqual([]);
  }
});

/** Words that tell a column apart are said in both languages or in neither. */
test('columns say more than their label in French where they do in English', () => {
  const columns = ALL_DATASETS.flatMap((dataset) =>
    dataset.columns.map((column) => [`${dataset.name}.${column.name}`, column] as const),
  );
  const isBare = ({ label, description }: (typeof columns)[number][1], language: 'fr' | 'en') =>
    description[language].replace('\u00a0:', ' :') === `${label[language]}.`;
  const others = columns.filter(([, column]) => isBare(column, 'fr') && !isBare(column, 'en'));
  expect(others.map(([place]) => place)).toEqual([]);
});
