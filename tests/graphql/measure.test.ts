import { graphqlSync } from 'graphql';
import { expect, test } from 'vitest';
import type { Bilingual } from '../../src/domain/bilingual.ts';
import { LEVELS } from '../../src/domain/certification/level.ts';
import type { Measure } from '../../src/domain/measures/measure.ts';
import { MEASURES } from '../../src/domain/measures/measure-catalogue.ts';
import { DEFAULT_CHOICES } from '../../src/domain/method.ts';
import { schema } from '../../src/graphql/schema.ts';

const CHOSEN = { ...DEFAULT_CHOICES, graceMonths: 18 };

/** Of a snapshot the catalogues read what its figures are made by. */
function ask(source: string): unknown {
  const { data, errors } = graphqlSync({
    schema,
    source,
    contextValue: { snapshot: { method: CHOSEN } },
  });
  if (errors) throw new AggregateError(errors);
  return JSON.parse(JSON.stringify(data));
}

test('the catalogue of measures is answered whole, formula, denominator and source', () => {
  const fields =
    'id labelFr labelEn unit formula numerator denominator missingCase caution source version';
  const measures: readonly Measure[] = MEASURES;
  expect(ask(`{ measures { ${fields} } }`)).toEqual({
    measures: measures.map((measure) => inLanguage(measure, 'en')),
  });
  expect(ask('{ measures { id unit denominator } }')).toMatchObject({
    measures: expect.arrayContaining([
      {
        id: 'POOLED_GLOBAL_6_MONTHS',
        unit: 'PERCENT',
        denominator: 'certified (N) of the same cohorts',
      },
      { id: 'CERTIFIED', unit: 'HEADS', denominator: null },
    ]),
  });
});

test('definitions are given in French where they are asked so', () => {
  const fields = ['formula', 'numerator', 'denominator', 'missingCase', 'caution', 'source'];
  const names = 'id labelFr labelEn unit version';
  const asked = fields.map((field) => `${field}(language: FR)`).join(' ');
  const measures: readonly Measure[] = MEASURES;
  expect(ask(`{ measures { ${names} ${asked} } }`)).toEqual({
    measures: measures.map((measure) => inLanguage(measure, 'fr')),
  });
});

/** A measure as it is answered, its definitions in a language. */
function inLanguage(measure: Measure, language: keyof Bilingual) {
  const { formula, numerator, denominator, missingCase, caution, source, ...rest } = measure;
  return {
    ...{ ...rest, version: '2.0 graceMonths=18' },
    ...{ formula: formula[language], missingCase: missingCase[language] },
    numerator: numerator?.[language] ?? null,
    denominator: denominator?.[language] ?? null,
    caution: caution?.[language] ?? null,
    source: source[language],
  };
}

test('all levels are answered, lowest first, under their French names', () => {
  expect(ask('{ levels { level code label usualDiplomas formerLevel } }')).toEqual({
    levels: LEVELS.map(({ labelFr, usualDiplomasFr, ...rest }) => ({
      ...rest,
      label: labelFr,
      usualDiplomas: usualDiplomasFr,
    })),
  });
});
