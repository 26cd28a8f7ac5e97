import type { ColumnHead } from '../dataset.ts';
import { type Language, withLabels } from '../labels.ts';
import {
  isAggregate,
  type ModelMeasure,
  type ModelTable,
  type SemanticModel,
  storedTables,
} from './model.ts';
import { type ModelFile, type WrittenFor, yamlText } from './model-file.ts';
import { addendSql, labelSql, wilsonSql } from './sql.ts';

/** The time that measures without a year are of: the day of the rows. */
const AS_OF = { name: 'as_of', type: 'time', type_params: { time_granularity: 'day' } };

/** A project of dbt over the schema `bi`: sources, models of them, and what MetricFlow reads. */
export function dbtFiles(model: SemanticModel, { language }: WrittenFor): ModelFile[] {
  const tables = storedTables(model);
  const yaml = (path: string, value: object) => ({
    ...{ path, text: yamlText({ version: 2, ...value }) },
  });
  return [
    { path: 'dbt_project.yml', text: yamlText(PROJECT) },
    yaml('models/sources.yml', { sources: [sourceOf(model, tables, language)] }),
    ...tables.map(({ name }) => ({
      path: `models/debouches_${name}.sql`,
      text: `select * from {{ source('debouches', '${name}') }}\n`,
    })),
    { path: 'models/metricflow_time_spine.sql', text: TIME_SPINE },
    ...tables.map((table) =>
      yaml(`models/semantic/${table.name}.yml`, {
        semantic_models: [semanticModelOf(model, table, language)],
      }),
    ),
    yaml('models/semantic/metrics.yml', {
      metrics: model.measures.map((measure) => metricOf(measure, language)),
    }),
  ];
}

const PROJECT = {
  ...{ name: 'debouches', version: '1.0.0', 'config-version': 2, profile: 'debouches' },
  'model-paths': ['models'],
  models: { debouches: { '+materialized': 'view' } },
};

/** The days that MetricFlow wants a table of. */
const TIME_SPINE = `{{ config(materialized='table') }}
select cast(day as date) as date_day
from generate_series(timestamp '1990-01-01', timestamp '2100-12-31', interval '1 day') as day
`;

function sourceOf(
  { description }: SemanticModel,
  tables: readonly ModelTable[],
  language: Language,
) {
  return {
    ...{ name: 'debouches', schema: 'bi', description: description[language] },
    tables: tables.map((table) => ({
      name: table.name,
      description: `${table.title[language]}. ${table.description[language]}`,
      columns: table.columns.map(({ name, label, description: said }) => ({
        name,
        description: `${label[language]}. ${said[language]}`,
      })),
    })),
  };
}

function semanticModelOf(model: SemanticModel, table: ModelTable, language: Language) {
  const { name, key, title, description, columns } = table;
  const measures = model.measures.filter((each) => each.table === name);
  const time = key.includes('year') ? `${name}_year` : AS_OF.name;
  return {
    name,
    description: `${title[language]}. ${description[language]}`,
    model: `ref('debouches_${name}')`,
    defaults: { agg_time_dimension: time },
    entities: [
      { name, type: 'primary', expr: key.join(" || '-' || ") },
      ...model.relations
        .filter(
          ({ from, to }) =>
            from === name &&
            model.tables.some((each) => each.name === to && each.kind !== 'CALENDAR'),
        )
        .map((relation) => ({
          ...{ name: relation.to, type: 'foreign', expr: relation.columns.join(" || '-' || ") },
        })),
    ],
    dimensions: [
      ...columns
        .filter(({ role }) => role === 'DIMENSION')
        .flatMap((column) => dimensionsOf(name, column, language)),
      AS_OF,
    ],
    measures: measures.flatMap((measure) => aggregateOf(measure, language)),
  };
}

function dimensionsOf(table: string, column: ColumnHead, language: Language) {
  const { name, type, codes, label } = column;
  const description = `${label[language]}. ${column.description[language]}`;
  // `year` is a granularity to MetricFlow, and no name.
  if (name === 'year') {
    const own = { name: `${table}_year`, type: 'time', description };
    return [{ ...own, expr: 'make_date(year, 1, 1)', type_params: { time_granularity: 'year' } }];
  }
  if (type === 'DATE' || type === 'DATETIME') {
    return [{ name, type: 'time', description, type_params: { time_granularity: 'day' } }];
  }
  const labels = codes && withLabels([column], language).columns[1];
  return [
    { name, type: 'categorical', description },
    ...(labels
      ? [
          {
            ...{ name: labels.name, type: 'categorical' },
            description: `${labels.label[language]}. ${labels.description[language]}`,
            expr: labelSql(name, codes, language),
          },
        ]
      : []),
  ];
}

/** What a measure adds up; those that are made of others are metrics alone. */
function aggregateOf({ name, label, description, formula }: ModelMeasure, language: Language) {
  if (!isAggregate(formula)) return [];
  const agg = formula.kind === 'DISTINCT' ? 'count_distinct' : 'sum';
  const told = { label: label[language], description: description[language] };
  return [{ name, agg, expr: addendSql(formula, ''), ...told }];
}

function metricOf({ name, label, description, formula }: ModelMeasure, language: Language) {
  const told = { name, label: label[language], description: description[language] };
  if (isAggregate(formula)) {
    return { ...told, type: 'simple', type_params: { measure: { name } } };
  }
  if (formula.kind === 'RATIO') {
    const parts = { numerator: { name: formula.of }, denominator: { name: formula.by } };
    return { ...told, type: 'ratio', type_params: parts };
  }
  const { kind, rate, base } = formula;
  const expr = wilsonSql(kind, rate, base);
  return {
    ...told,
    type: 'derived',
    type_params: { expr, metrics: [{ name: rate }, { name: base }] },
  };
}
