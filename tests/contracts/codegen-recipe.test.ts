import { readFile } from 'node:fs/promises';
import { isScalarType, isSpecifiedScalarType } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';

test('the recipe for generated types says what each scalar of the schema is in JSON', async () => {
  const page = await readFile(new URL('../../docs/recipes/javascript.md', import.meta.url), 'utf8');
  const [, mapping = ''] = /scalars: \{\n([\s\S]*?)\n {4}\}/.exec(page) ?? [];
  const mapped = [...mapping.matchAll(/^ {6}(\w+):/gm)].map(([, name]) => name);
  const scalars = Object.values(schema.getTypeMap())
    .filter((type) => isScalarType(type) && !isSpecifiedScalarType(type))
    .map(({ name }) => name);
  expect(mapped.toSorted()).toEqual(scalars.toSorted());
});
