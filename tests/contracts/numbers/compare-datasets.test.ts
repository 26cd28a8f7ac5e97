import { describe, expect, test } from 'vitest';
import { compareDatasets } from '../../../schema/contracts/compare-datasets.ts';
import type {
  DatasetsDeclaration,
  DeclaredColumn,
  DeclaredDataset,
  DeclaredParameter,
} from '../../../schema/contracts/dataset-declaration.ts';

const words = (text: string) => ({ fr: `${text} (fr)`, en: text });

const YEAR: DeclaredColumn = {
  ...{ name: 'year', type: 'INTEGER', role: 'DIMENSION', nullable: false, unit: null },
  ...{ label: words('Year'), description: 'Calendar year.', codes: null },
};

const CERTIFIED: DeclaredColumn = {
  ...{ name: 'certified', type: 'INTEGER', role: 'MEASURE', nullable: true, unit: 'HEADS' },
  ...{ label: words('Certified'), description: 'Heads. As published.', codes: null },
};

const STATUS: DeclaredColumn = {
  ...{ name: 'status', type: 'TEXT', role: 'DIMENSION', nullable: true, unit: null },
  ...{ label: words('Status'), description: 'Status on the day.' },
  codes: { PUBLISHED: words('Published'), OVERDUE: words('Overdue') },
};

const LEVEL: DeclaredParameter = {
  ...{ name: 'level', description: 'Level.', required: false, many: false, default: null },
  ...{ schema: { type: 'integer', minimum: 1, maximum: 8 }, example: '5' },
};

const SORT: DeclaredParameter = {
  ...{ name: 'sort', description: 'Order.', required: false, many: false, default: 'YEAR' },
  ...{ schema: { type: 'string', enum: ['YEAR', 'CODE'] }, example: 'YEAR' },
};

const COHORTS: DeclaredDataset = {
  ...{ name: 'cohorts', title: words('Cohorts'), description: 'Cohorts.', grain: 'one a year' },
  ...{ key: ['year'], columns: [YEAR, CERTIFIED, STATUS], parameters: [LEVEL, SORT] },
};

const CSV = { name: 'csv', mediaType: 'text/csv', members: [] };
const JSON_FORMAT = { name: 'json', mediaType: 'application/json', members: ['report', 'rows'] };

const BEFORE: DatasetsDeclaration = { formats: [CSV, JSON_FORMAT], datasets: [COHORTS] };

/** The declaration with another dataset in place of the one it has. */
const withDataset = (changed: Partial<DeclaredDataset>): DatasetsDeclaration => ({
  ...BEFORE,
  datasets: [{ ...COHORTS, ...changed }],
});

/** With another second column. */
const withCertified = (changed: Partial<DeclaredColumn>) =>
  withDataset({ columns: [YEAR, { ...CERTIFIED, ...changed }, STATUS] });

/** With other codes of the third. */
const withCodes = (codes: DeclaredColumn['codes']) =>
  withDataset({ columns: [YEAR, CERTIFIED, { ...STATUS, codes }] });

const withLevel = (changed: Partial<DeclaredParameter>) =>
  withDataset({ parameters: [{ ...LEVEL, ...changed }, SORT] });

const withSort = (changed: Partial<DeclaredParameter>) =>
  withDataset({ parameters: [LEVEL, { ...SORT, ...changed }] });

const level = (minimum: number, maximum: number) =>
  withLevel({ schema: { type: 'integer', minimum, maximum } });

const sort = (...names: readonly string[]) => withSort({ schema: { type: 'string', enum: names } });

/** What differs, what is declared now, and what was where that is not `BEFORE`. */
type Planted = readonly [subject: string, now: DatasetsDeclaration, before?: DatasetsDeclaration];

const BREAKS: Readonly<Record<string, Planted>> = {
  'a report that is gone': ['cohorts', { ...BEFORE, datasets: [] }],
  'a format that is gone': ['csv', { ...BEFORE, formats: [JSON_FORMAT] }],
  'another media type': [
    'csv',
    { ...BEFORE, formats: [{ ...CSV, mediaType: 'text/plain' }, JSON_FORMAT] },
  ],
  'what a file says no longer': [
    'json.report',
    { ...BEFORE, formats: [CSV, { ...JSON_FORMAT, members: ['rows'] }] },
  ],
  'another key': ['cohorts', withDataset({ key: ['year', 'status'] })],
  'a column that is gone': ['cohorts.status', withDataset({ columns: [YEAR, CERTIFIED] })],
  'columns in another order': ['cohorts', withDataset({ columns: [CERTIFIED, YEAR, STATUS] })],
  'another type': ['cohorts.certified', withCertified({ type: 'NUMBER' })],
  'another role': ['cohorts.certified', withCertified({ role: 'DIMENSION' })],
  'another unit': ['cohorts.certified', withCertified({ unit: 'PERCENT' })],
  'a unit that is told no longer': ['cohorts.certified', withCertified({ unit: null })],
  'a cell that may be absent now': [
    'cohorts.year',
    withDataset({ columns: [{ ...YEAR, nullable: true }, CERTIFIED, STATUS] }),
  ],
  'a code that is gone': ['cohorts.status.OVERDUE', withCodes({ PUBLISHED: words('Published') })],
  'codes without labels': ['cohorts.status', withCodes(null)],
  'a parameter that is gone': ['cohorts?sort', withDataset({ parameters: [LEVEL] })],
  'a parameter that is wanted now': ['cohorts?level', withLevel({ required: true })],
  'an added parameter that is wanted': [
    'cohorts?code',
    withDataset({ parameters: [LEVEL, SORT, { ...LEVEL, name: 'code', required: true }] }),
  ],
  'another default': ['cohorts?sort', withSort({ default: 'CODE' })],
  'one value where there were several': ['cohorts?level', BEFORE, withLevel({ many: true })],
  'a value of a parameter that is gone': ['cohorts?sort.CODE', sort('YEAR')],
  'a range with a later beginning': ['cohorts?level', level(2, 8)],
  'a range with an earlier end': ['cohorts?level', level(1, 7)],
  'a range where there was none': [
    'cohorts?sort',
    withSort({ schema: { type: 'string', enum: ['YEAR', 'CODE'], maximum: 3 } }),
  ],
  'another type of a parameter': [
    'cohorts?level',
    withLevel({ schema: { type: 'number', minimum: 1, maximum: 8 } }),
  ],
  'another pattern': [
    'cohorts?level',
    withLevel({ schema: { ...LEVEL.schema, pattern: String.raw`\d` } }),
  ],
};

const ADDITIONS: Readonly<Record<string, Planted>> = {
  'a report': ['vae', { ...BEFORE, datasets: [COHORTS, { ...COHORTS, name: 'vae' }] }],
  'a format': ['ods', { ...BEFORE, formats: [CSV, JSON_FORMAT, { ...CSV, name: 'ods' }] }],
  'what a file says more': [
    'json.notice',
    { ...BEFORE, formats: [CSV, { ...JSON_FORMAT, members: ['report', 'notice', 'rows'] }] },
  ],
  'a column between others': [
    'cohorts.title',
    withDataset({ columns: [YEAR, { ...STATUS, name: 'title' }, CERTIFIED, STATUS] }),
  ],
  'a cell that is always there now': ['cohorts.certified', withCertified({ nullable: false })],
  'a unit that was not told': [
    'cohorts.year',
    withDataset({ columns: [{ ...YEAR, unit: 'YEARS' }, CERTIFIED, STATUS] }),
  ],
  'a code': ['cohorts.status.UNREADABLE', withCodes({ ...STATUS.codes, UNREADABLE: words('Un') })],
  'labels of codes': ['cohorts.certified', withCertified({ codes: { 0: words('None') } })],
  'a parameter': [
    'cohorts?code',
    withDataset({ parameters: [{ ...LEVEL, name: 'code' }, LEVEL, SORT] }),
  ],
  'several values': ['cohorts?level', withLevel({ many: true })],
  'a value of a parameter': ['cohorts?sort.RATE', sort('YEAR', 'CODE', 'RATE')],
  'a range with an earlier beginning': ['cohorts?level', level(0, 8)],
  'a range with a later end': ['cohorts?level', level(1, 9)],
  'a range without an end': [
    'cohorts?level',
    withLevel({ schema: { type: 'integer', minimum: 1 } }),
  ],
};

const WORDING: Readonly<Record<string, Planted>> = {
  'another title': ['cohorts', withDataset({ title: words('Promotions') })],
  'another grain': ['cohorts', withDataset({ grain: 'one a calendar year' })],
  'another label': ['cohorts.certified', withCertified({ label: words('Heads') })],
  'another description': ['cohorts.certified', withCertified({ description: 'Heads.' })],
  'another label of a code': [
    'cohorts.status.OVERDUE',
    withCodes({ PUBLISHED: words('Published'), OVERDUE: words('Late') }),
  ],
  'another description of a parameter': ['cohorts?level', withLevel({ description: '1 to 8.' })],
  'another example': ['cohorts?level', withLevel({ example: '6' })],
};

describe('reports and files', () => {
  test('that are the same have no difference, whatever order reports and parameters are in', () => {
    expect(compareDatasets(BEFORE, structuredClone(BEFORE))).toEqual([]);
    const turned = {
      formats: BEFORE.formats.toReversed(),
      datasets: [{ ...COHORTS, parameters: [SORT, LEVEL] }],
    };
    expect(compareDatasets(BEFORE, turned)).toEqual([]);
  });

  const one = (subject: string, change: string) => [
    expect.objectContaining({ change, subject, text: expect.stringContaining(`${subject}: `) }),
  ];

  test.each(Object.entries(BREAKS))('are broken by %s', (_, [subject, now, before = BEFORE]) => {
    expect(compareDatasets(before, now)).toEqual(one(subject, 'MAJOR'));
  });

  test.each(Object.entries(ADDITIONS))('are extended by %s', (_, [subject, now]) => {
    expect(compareDatasets(BEFORE, now)).toEqual(one(subject, 'MINOR'));
  });

  test.each(Object.entries(WORDING))('are worded otherwise by %s', (_, [subject, now]) => {
    expect(compareDatasets(BEFORE, now)).toEqual(one(subject, 'PATCH'));
  });
});
