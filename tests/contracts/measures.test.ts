import { readFile } from 'node:fs/promises';
import { isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { printMeasures } from '../../docs/print-measures.ts';
import { MEASURES, measureDescription } from '../../src/domain/measures/measure-catalogue.ts';
import { schema } from '../../src/graphql/schema.ts';

test('docs/measures.md is what the catalogue says (npm run generate)', async () => {
  const page = await readFile(new URL('../../docs/measures.md', import.meta.url), 'utf8');
  expect(page).toBe(printMeasures());
});

/** Descriptions of all fields and enum values of the schema. */
const DESCRIPTIONS = Object.values(schema.getTypeMap()).flatMap((type) => {
  if (isObjectType(type)) return Object.values(type.getFields()).map((each) => each.description);
  return 'getValues' in type ? type.getValues().map(({ description }) => description) : [];
});

/** Measures that the schema serves under a description of their own: they are of one indicator. */
const OF_ONE_INDICATOR = /^POOLED_/;

test.each(MEASURES.filter(({ id }) => !OF_ONE_INDICATOR.test(id)).map(({ id }) => id))(
  'the schema describes what serves %s as the catalogue does',
  (id) => {
    expect(DESCRIPTIONS).toContain(measureDescription(id));
  },
);
