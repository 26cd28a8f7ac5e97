import { expect, test } from 'vitest';
import type { BiDeclaration, DeclaredTable } from '../../../schema/contracts/bi-declaration.ts';
import { compareBi } from '../../../schema/contracts/compare-bi.ts';

const column = (name: string, type = 'text') => ({ name, type, comment: `${name}.` });

const COHORT: DeclaredTable = {
  ...{ name: 'cohort', comment: 'Cohorts.', key: ['year'] },
  columns: [column('year', 'integer'), column('certified', 'integer')],
};

const AS_OF = { name: 'as_of()', returns: 'date' };

const BEFORE: BiDeclaration = { tables: [COHORT], functions: [AS_OF] };

const withTable = (changed: Partial<DeclaredTable>): BiDeclaration => ({
  ...BEFORE,
  tables: [{ ...COHORT, ...changed }],
});

const withYear = (changed: Partial<DeclaredTable['columns'][number]>) =>
  withTable({
    columns: [{ ...column('year', 'integer'), ...changed }, ...COHORT.columns.slice(1)],
  });

test('tables of bi that are the same have no difference, whatever order their columns are in', () => {
  expect(compareBi(BEFORE, structuredClone(BEFORE))).toEqual([]);
  expect(compareBi(BEFORE, withTable({ columns: COHORT.columns.toReversed() }))).toEqual([]);
});

test.each<[string, string, string, BiDeclaration]>([
  ['a table that is gone', 'MAJOR', 'bi.cohort', { ...BEFORE, tables: [] }],
  [
    'a column that is gone',
    'MAJOR',
    'bi.cohort.year',
    withTable({ columns: [column('certified', 'integer')] }),
  ],
  ['another type', 'MAJOR', 'bi.cohort.year', withYear({ type: 'bigint' })],
  ['another key', 'MAJOR', 'bi.cohort', withTable({ key: ['year', 'certified'] })],
  ['a function that is gone', 'MAJOR', 'bi.as_of()', { ...BEFORE, functions: [] }],
  [
    'another result',
    'MAJOR',
    'bi.as_of()',
    { ...BEFORE, functions: [{ ...AS_OF, returns: 'text' }] },
  ],
  ['a table', 'MINOR', 'bi.vae', { ...BEFORE, tables: [COHORT, { ...COHORT, name: 'vae' }] }],
  [
    'a column between others',
    'MINOR',
    'bi.cohort.title',
    withTable({ columns: COHORT.columns.toSpliced(1, 0, column('title')) }),
  ],
  [
    'a function',
    'MINOR',
    'bi.day()',
    { ...BEFORE, functions: [AS_OF, { ...AS_OF, name: 'day()' }] },
  ],
  ['another comment on a table', 'PATCH', 'bi.cohort', withTable({ comment: 'Promotions.' })],
  ['another comment on a column', 'PATCH', 'bi.cohort.year', withYear({ comment: 'Year.' })],
])('tables of bi are changed by %s (%s)', (_, change, subject, now) => {
  expect(compareBi(BEFORE, now)).toEqual([
    { change, subject, text: expect.stringContaining(`${subject}: `) },
  ]);
});
