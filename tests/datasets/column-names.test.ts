import { describe, expect, test } from 'vitest';
import { BI_DATASETS } from '../../src/datasets/bi.ts';
import { DATASETS } from '../../src/datasets/catalogue.ts';
import { withLabels } from '../../src/datasets/labels.ts';

/** What a header of a sheet or of a chart shows whole. */
const LONGEST = 45;

/** Reports and tables of `bi`, each once. */
const ALL_DATASETS = [...new Set([...DATASETS, ...BI_DATASETS])];

describe.each(ALL_DATASETS)('columns of $name', ({ columns }) => {
  test.each(['fr', 'en'] as const)(
    'have names that fit a header, each its own, in %s',
    (language) => {
      const names = withLabels(columns, language).columns.map(({ label }) => label[language]);
      expect(names.filter((name) => name.length > LONGEST)).toEqual([]);
      expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
      // A sentence is a description.
      expect(names.filter((name) => /[.;]|^(Whether|Which|What|Si|Ce qui) /.test(name))).toEqual(
        [],
      );
    },
  );

  test.each(['fr', 'en'] as const)('are described by a sentence in %s', (language) => {
    const described = columns.map(
      ({ name, description }) => [name, description[language]] as const,
    );
    expect(described.filter(([, text]) => !/^\p{Lu}.*\.$/su.test(text))).toEqual([]);
  });

  test('are measures where they can be computed with, and only there', () => {
    const measures = columns.filter(({ role }) => role === 'MEASURE');
    const types = new Set(measures.map(({ type }) => type));
    expect([...types].filter((type) => type !== 'INTEGER' && type !== 'NUMBER')).toEqual([]);
    const days = columns.filter(({ type }) => type === 'DATE' || type === 'DATETIME');
    for (const { name, role } of days) expect([name, role]).toEqual([name, 'DIMENSION']);
  });
});
