import { stringify } from 'yaml';
import { BI_DATASETS, tableName } from '../../src/datasets/bi.ts';
import type { ColumnType, Dataset } from '../../src/datasets/dataset.ts';
import { type AnswerColumn, QUESTIONS, type SqlQuestion } from './questions.ts';
import { uuidOf } from './stable-ids.ts';

const VERSION = { version: '1.0.0' };
const DATABASE = uuidOf('superset database');

const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  TEXT: 'TEXT',
  INTEGER: 'INTEGER',
  NUMBER: 'DOUBLE PRECISION',
  BOOLEAN: 'BOOLEAN',
  DATE: 'DATE',
  DATETIME: 'TIMESTAMP WITH TIME ZONE',
};

/** Files of an import of Superset, by path: the tables of `bi`, what the dashboard asks, charts, the dashboard. */
export function printSuperset(): ReadonlyMap<string, string> {
  return new Map([
    // Fixed: Superset asks for no newer day.
    [
      'metadata.yaml',
      yaml({ ...VERSION, type: 'Dashboard', timestamp: '2026-01-01T00:00:00+00:00' }),
    ],
    ['databases/debouches.yaml', yaml(database())],
    ...BI_DATASETS.map(
      (each) => [`datasets/debouches/${tableName(each)}.yaml`, yaml(table(each))] as const,
    ),
    ...QUESTIONS.map(
      (each) => [`datasets/debouches/question_${slug(each)}.yaml`, yaml(answer(each))] as const,
    ),
    ...QUESTIONS.map((each) => [`charts/${slug(each)}.yaml`, yaml(chart(each))] as const),
    ['dashboards/debouches.yaml', yaml(dashboard())],
  ]);
}

function yaml(value: object): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}

const slug = ({ name }: { readonly name: string }) => name.replaceAll('-', '_');

function database() {
  return {
    database_name: 'Débouchés',
    // Superset asks for the password when it imports.
    sqlalchemy_uri: 'postgresql+psycopg2://superset:XXXXXXXXXX@127.0.0.1:5432/debouches',
    expose_in_sqllab: true,
    allow_run_async: false,
    allow_ctas: false,
    allow_cvas: false,
    allow_dml: false,
    allow_file_upload: false,
    extra: { allows_virtual_table_explore: true },
    uuid: DATABASE,
    ...VERSION,
  };
}

function datasetOf(given: {
  readonly name: string;
  readonly description: string;
  readonly sql: string | null;
  readonly uuid: string;
  readonly columns: readonly (AnswerColumn & { readonly description: string | null })[];
}) {
  const { name, description, sql, uuid, columns } = given;
  return {
    table_name: name,
    main_dttm_col: columns.find(({ type }) => type === 'DATE')?.name ?? null,
    description,
    catalog: null,
    schema: 'bi',
    sql,
    filter_select_enabled: true,
    normalize_columns: false,
    uuid,
    metrics: [
      {
        metric_name: 'count',
        verbose_name: 'Lignes',
        metric_type: 'count',
        expression: 'COUNT(*)',
      },
    ],
    columns: columns.map((each) => ({
      column_name: each.name,
      verbose_name: each.label,
      is_dttm: each.type === 'DATE' || each.type === 'DATETIME',
      is_active: true,
      type: SQL_TYPES[each.type],
      groupby: true,
      filterable: true,
      expression: null,
      description: each.description,
    })),
    ...VERSION,
    database_uuid: DATABASE,
  };
}

function table(dataset: Dataset) {
  const { title, description, grain, columns } = dataset;
  return datasetOf({
    name: tableName(dataset),
    description: `${title.fr}. ${description.fr} Ici ${grain.fr}.`,
    sql: null,
    uuid: uuidOf(`superset table ${tableName(dataset)}`),
    columns: columns.map((each) => ({
      ...{ name: each.name, type: each.type, label: each.label.fr },
      description: each.description.fr,
    })),
  });
}

const answerId = ({ name }: SqlQuestion) => uuidOf(`superset question ${name}`);

function answer(question: SqlQuestion) {
  return datasetOf({
    name: `question_${slug(question)}`,
    description: question.description,
    sql: question.sql,
    uuid: answerId(question),
    columns: question.columns.map((each) => ({ ...each, description: null })),
  });
}

const chartId = ({ name }: SqlQuestion) => uuidOf(`superset chart ${name}`);

const VISUALIZATIONS = {
  table: 'table',
  bars: 'echarts_timeseries_bar',
  lines: 'echarts_timeseries_line',
} as const;

function chart(question: SqlQuestion) {
  const { title, description, drawing, columns } = question;
  const viz = VISUALIZATIONS[drawing.as];
  return {
    slice_name: title,
    description,
    viz_type: viz,
    params: {
      viz_type: viz,
      adhoc_filters: [],
      row_limit: 1000,
      ...(drawing.as === 'table'
        ? {
            query_mode: 'raw',
            all_columns: columns.map(({ name }) => name),
            // In the order of the question.
            order_by_cols: [],
            server_pagination: false,
          }
        : {
            x_axis: drawing.over,
            x_axis_sort_asc: true,
            metrics: drawing.figures.map((name) => sumOf(question, name)),
            groupby: [],
            show_legend: true,
            rich_tooltip: true,
            ...(drawing.over === 'month' && { time_grain_sqla: 'P1M' }),
            // A category, and not a number on a scale.
            ...(drawing.over !== 'month' && { xAxisForceCategorical: true }),
          }),
    },
    cache_timeout: null,
    uuid: chartId(question),
    ...VERSION,
    dataset_uuid: answerId(question),
  };
}

/** A question has one row for each point: its figure is the maximum of one value. */
function sumOf(question: SqlQuestion, name: string) {
  const column = question.columns.find((each) => each.name === name);
  return {
    expressionType: 'SQL',
    sqlExpression: `MAX(${name})`,
    label: column?.label ?? name,
    hasCustomLabel: true,
    optionName: `metric_${slug(question)}_${name}`,
  };
}

function dashboard() {
  const rows = QUESTIONS.flatMap((_, index) =>
    index % 2 === 0 ? [QUESTIONS.slice(index, index + 2)] : [],
  );
  const rowId = (index: number) => `ROW-${index + 1}`;
  const own = ({ name }: SqlQuestion) => `CHART-${name}`;
  return {
    dashboard_title: 'Débouchés\u00a0: état des répertoires et insertion',
    description: 'Répertoires, taux par niveau et par année, retards et fins d’enregistrement.',
    css: '',
    slug: 'debouches',
    uuid: uuidOf('superset dashboard'),
    position: {
      DASHBOARD_VERSION_KEY: 'v2',
      ROOT_ID: { id: 'ROOT_ID', type: 'ROOT', children: ['GRID_ID'] },
      GRID_ID: {
        ...{ id: 'GRID_ID', type: 'GRID', parents: ['ROOT_ID'] },
        children: rows.map((_, index) => rowId(index)),
      },
      HEADER_ID: { id: 'HEADER_ID', type: 'HEADER', meta: { text: 'Débouchés' } },
      ...Object.fromEntries(
        rows.map((row, index) => [
          rowId(index),
          {
            ...{ id: rowId(index), type: 'ROW', parents: ['ROOT_ID', 'GRID_ID'] },
            children: row.map(own),
            meta: { background: 'BACKGROUND_TRANSPARENT' },
          },
        ]),
      ),
      ...Object.fromEntries(
        rows.flatMap((row, index) =>
          row.map((question) => [
            own(question),
            {
              ...{ id: own(question), type: 'CHART', children: [] },
              parents: ['ROOT_ID', 'GRID_ID', rowId(index)],
              meta: {
                ...{ uuid: chartId(question), sliceName: question.title, width: 6, height: 50 },
                // Superset finds the chart by its uuid, and writes its own number.
                chartId: QUESTIONS.indexOf(question) + 1,
              },
            },
          ]),
        ),
      ),
    },
    metadata: { label_colors: {} },
    ...VERSION,
  };
}
