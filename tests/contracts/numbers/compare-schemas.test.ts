import { expect, test } from 'vitest';
import { compareSchemas } from '../../../schema/contracts/compare-schemas.ts';
import { largestChange } from '../../../schema/contracts/contract-change.ts';

const BEFORE = `
type Query {
  "A cohort."
  cohort("Its year." year: Int!, order: Order = YEAR, filter: Filter): Cohort
}
type Cohort { year: Int! certified: Int }
enum Order { YEAR CODE }
input Filter { code: String }
`;

/** The schema with one text in place of another, which it has. */
function planted(text: string, other: string): string {
  if (!BEFORE.includes(text)) throw new Error(`the schema has no ${text}`);
  return BEFORE.replace(text, other);
}

test.each<[string, string, string, string]>([
  ['a field that is gone', 'MAJOR', 'Cohort.certified', planted(' certified: Int', '')],
  ['another type', 'MAJOR', 'Cohort.certified', planted('certified: Int', 'certified: Float')],
  [
    'a field that may be absent now',
    'MAJOR',
    'Cohort.year',
    planted('{ year: Int!', '{ year: Int'),
  ],
  ['a value that is gone', 'MAJOR', 'Order.CODE', planted('YEAR CODE', 'YEAR')],
  [
    'an argument that is wanted now',
    'MAJOR',
    'Query.cohort.filter',
    planted('filter: Filter)', 'filter: Filter!)'),
  ],
  ['another default', 'MAJOR', 'Query.cohort.order', planted('= YEAR', '= CODE')],
  [
    'an input field that is wanted',
    'MAJOR',
    'Filter.level',
    planted('code: String', 'code: String level: Int!'),
  ],
  ['a field', 'MINOR', 'Cohort.title', planted('certified: Int', 'certified: Int title: String')],
  [
    'a field that is never absent now',
    'MINOR',
    'Cohort.certified',
    planted('certified: Int', 'certified: Int!'),
  ],
  ['a value', 'MINOR', 'Order.RATE', planted('YEAR CODE', 'YEAR CODE RATE')],
  [
    'an argument',
    'MINOR',
    'Query.cohort.level',
    planted('year: Int!, ', 'year: Int!, level: Int, '),
  ],
  ['an input field', 'MINOR', 'Filter.level', planted('code: String', 'code: String level: Int')],
  ['a type', 'MINOR', 'Level', `${BEFORE}\nenum Level { ONE }`],
  ['another description', 'PATCH', 'Query.cohort', planted('"A cohort."', '"One cohort."')],
  [
    'another description of an argument',
    'PATCH',
    'Query.cohort.year',
    planted('"Its year."', '"The year."'),
  ],
])('a schema is changed by %s (%s)', async (_, change, subject, now) => {
  const differences = await compareSchemas(BEFORE, now);
  expect(largestChange(differences)).toBe(change);
  expect(differences).toContainEqual({ change, subject, text: expect.stringContaining(subject) });
});

test('a deprecation is told like an addition, and so is one that is taken back', async () => {
  const deprecated = planted('certified: Int', 'certified: Int @deprecated(reason: "Gone soon.")');
  for (const [before, now] of [
    [BEFORE, deprecated],
    [deprecated, BEFORE],
    [deprecated, deprecated.replace('Gone soon', 'Gone in 0.4.0')],
  ] as const) {
    expect(largestChange(await compareSchemas(before, now))).toBe('MINOR');
  }
});

test('a schema that is the same has no difference', async () => {
  expect(await compareSchemas(BEFORE, BEFORE)).toEqual([]);
});
