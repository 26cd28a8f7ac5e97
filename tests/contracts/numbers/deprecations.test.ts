import { buildSchema, NoDeprecatedCustomRule, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { deprecationProblems } from '../../../schema/contracts/deprecations.ts';
import { readOperations } from '../../../src/app.ts';
import { schema } from '../../../src/graphql/schema.ts';

const schemaWith = (cohort: string, order = 'YEAR') => `
type Query { cohort(year: Int, order: Order): Cohort }
type Cohort { year: Int ${cohort} }
enum Order { ${order} }
`;

const HEADS = 'heads: Int';
const DEPRECATED = 'heads: Int @deprecated(reason: "Use `Cohort.certified`. Deprecated in 0.3.0.")';
const BOTH = `certified: Int ${DEPRECATED}`;

test('a name goes in two releases: deprecated in one, gone in the next', () => {
  expect(deprecationProblems(schemaWith(HEADS), schemaWith(BOTH))).toEqual([]);
  expect(deprecationProblems(schemaWith(BOTH), schemaWith('certified: Int'))).toEqual([]);
});

test.each([
  ['a field', schemaWith(HEADS), schemaWith(''), 'Cohort.heads'],
  ['a value', schemaWith('', 'YEAR CODE'), schemaWith(''), 'Order.CODE'],
  ['an argument', schemaWith(''), schemaWith('').replace('year: Int, ', ''), 'Query.cohort(year:)'],
])('%s that goes at once is told', (_what, before, now, coordinate) => {
  buildSchema(now);
  expect(deprecationProblems(before, now)).toEqual([
    `${coordinate} is gone, and the last release did not deprecate it: keep it with @deprecated for one release`,
  ]);
});

test.each([
  'No longer supported',
  'Use another one. Deprecated in 0.3.0.',
  'Use `Cohort.graduates`. Deprecated in 0.3.0.',
  'Use `Cohort.year`.',
])('a reason that does not say what to use, and since when, is told: %s', (reason) => {
  const now = schemaWith(`heads: Int @deprecated(reason: "${reason}")`);
  expect(deprecationProblems(schemaWith(HEADS), now)).toEqual([
    expect.stringContaining(`Cohort.heads is deprecated with ${JSON.stringify(reason)}: say what`),
  ]);
});

test('saved operations use no deprecated name', async () => {
  const { list } = await readOperations();
  expect(list.length).toBeGreaterThan(35);
  for (const { name, text } of list) {
    expect([name, validate(schema, parse(text), [NoDeprecatedCustomRule])]).toEqual([name, []]);
  }
});
