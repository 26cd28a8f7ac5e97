import { DATASETS } from '../../datasets/catalogue.ts';
import { COLUMN_TYPES, type ColumnHead, type Dataset } from '../../datasets/dataset.ts';
import type { Parameter } from '../../datasets/parameter.ts';
import { builder } from '../core/builder.ts';
import { definitionField, labelField, textIn } from '../core/language.ts';

const COLUMN_TYPE_DESCRIPTIONS: Readonly<Record<(typeof COLUMN_TYPES)[number], string>> = {
  TEXT: 'Text.',
  INTEGER: 'A whole number.',
  NUMBER: 'A number, at two decimals.',
  BOOLEAN: 'true or false.',
  DATE: 'A day in Paris, `YYYY-MM-DD`.',
  DATETIME: 'An instant, ISO 8601 in UTC.',
};

const ReportColumnType = builder.enumType('ReportColumnType', {
  description: 'What the cells of a column hold; any may be absent.',
  values: Object.fromEntries(
    COLUMN_TYPES.map((type) => [type, { description: COLUMN_TYPE_DESCRIPTIONS[type] }]),
  ) as Record<(typeof COLUMN_TYPES)[number], { description: string }>,
});

const ReportColumnRole = builder.enumType('ReportColumnRole', {
  description: 'What a column is for.',
  values: {
    DIMENSION: { description: 'Rows are grouped and filtered by it.' },
    MEASURE: { description: 'It is a figure.' },
  } satisfies Record<ColumnHead['role'], { description: string }>,
});

export const ReportColumnRef = builder.objectRef<ColumnHead>('ReportColumn').implement({
  description: 'A column of a report.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name, which never changes.' }),
    type: t.expose('type', { type: ReportColumnType, description: 'What its cells hold.' }),
    role: t.expose('role', { type: ReportColumnRole, description: 'What it is for.' }),
    label: labelField(t, 'What it is called.', ({ label }, language) => textIn(label, language)),
    description: definitionField(
      t,
      'What it says; of a figure: unit, denominator and missing case.',
      ({ description }) => description,
    ),
    codes: t.stringList({
      nullable: true,
      description: 'The codes that its cells hold. Absent when they are no codes.',
      resolve: ({ codes }) => codes && Object.keys(codes),
    }),
  }),
});

const ReportParameterRef = builder.objectRef<Parameter>('ReportParameter').implement({
  description: 'A parameter that restricts a report, or says what it computes.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name, which never changes.' }),
    description: definitionField(t, 'What it does.', ({ description }) => description),
    many: t.exposeBoolean('many', { description: 'Whether it takes several values: any of them.' }),
    defaultValue: t.string({
      nullable: true,
      description: 'What it is when it is not given. Absent when it restricts nothing then.',
      resolve: ({ otherwise }) => (otherwise === undefined ? null : String(otherwise)),
    }),
    choices: t.stringList({
      nullable: true,
      description: 'All that it accepts. Absent when it is no choice.',
      resolve: ({ kind }) => (kind.type === 'CHOICE' ? [...kind.of] : null),
    }),
    example: t.exposeString('example', { description: 'A value that it accepts.' }),
  }),
});

export const ReportRef = builder.objectRef<Dataset>('Report').implement({
  description:
    'A flat table over the register: by `report` here, as a file of /reports, and, unless its rows depend on who reads them, in the SQL schema `bi`.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name, as in the address of its files.' }),
    title: labelField(t, 'What it is called.', ({ title }, language) => textIn(title, language)),
    description: definitionField(t, 'What it is about.', ({ description }) => description),
    grain: definitionField(t, 'What one row is.', ({ grain }) => grain),
    key: t.exposeStringList('key', { description: 'Columns that no two rows have alike.' }),
    columns: t.field({
      type: [ReportColumnRef],
      description: 'Its columns, in their order.',
      resolve: ({ columns }) => columns,
    }),
    parameters: t.field({
      type: [ReportParameterRef],
      description: 'What it may be asked with.',
      resolve: ({ parameters }) => parameters,
    }),
  }),
});

builder.queryField('reports', (t) =>
  t.field({
    type: [ReportRef],
    description: 'The flat tables that can be asked for: what each row and each column is.',
    resolve: () => DATASETS,
  }),
);
