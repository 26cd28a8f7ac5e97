import { parse } from 'yaml';
import { cubeFiles } from '../../../src/datasets/model/cube.ts';
import { dbtFiles } from '../../../src/datasets/model/dbt.ts';
import { type SemanticModel, storedTables } from '../../../src/datasets/model/model.ts';
import { ossieText } from '../../../src/datasets/model/ossie.ts';
import { tableauText } from '../../../src/datasets/model/tableau.ts';
import { parseXml } from '../../http/feeds/xml-tree.ts';
import { FRENCH } from './wider-star.ts';

/** SQL of the measures of a form, on rows of their table under its own name. */
export type MeasuresAsSql = (model: SemanticModel) => ReadonlyMap<string, string>;

interface CubeMeasure {
  readonly name: string;
  readonly type: string;
  readonly sql?: string;
  readonly filters?: readonly { readonly sql: string }[];
}

/** What Cube makes of its measures: a count of rows or an aggregate; others are put in place of their names. */
export const cubeSql: MeasuresAsSql = (model) => {
  const all = new Map<string, string>();
  for (const { path, text } of cubeFiles(model, FRENCH)) {
    const { cubes = [] } = parse(text) as {
      readonly cubes?: readonly {
        readonly name: string;
        readonly measures: readonly CubeMeasure[];
      }[];
    };
    if (path.includes('/views/')) continue;
    for (const cube of cubes) {
      const byName = new Map(cube.measures.map((each) => [each.name, each]));
      const of = ({ type, sql = '1', filters }: CubeMeasure): string => {
        const own = (part: string) => part.replaceAll('{CUBE}', cube.name);
        if (type === 'number') {
          return sql.replace(/\{(\w+)\}/g, (_, name) => of(byName.get(name) as CubeMeasure));
        }
        if (type === 'count_distinct') return `count(distinct ${own(sql)})`;
        if (type === 'sum') return `sum(${own(sql)})`;
        if (type !== 'count') throw new Error(`no type ${type}`);
        const when = (filters ?? []).map((filter) => `(${own(filter.sql)})`).join(' and ');
        return when === '' ? 'count(*)' : `count(case when ${when} then 1 end)`;
      };
      for (const each of cube.measures) all.set(each.name, of(each));
    }
  }
  return all;
};

interface Metric {
  readonly name: string;
  readonly type: string;
  readonly type_params: {
    readonly measure?: { readonly name: string };
    readonly numerator?: { readonly name: string };
    readonly denominator?: { readonly name: string };
    readonly expr?: string;
    readonly metrics?: readonly { readonly name: string }[];
  };
}

/** What MetricFlow makes of its metrics: aggregates of measures, ratios, and expressions of metrics. */
export const dbtSql: MeasuresAsSql = (model) => {
  const measures = new Map<string, string>();
  const metrics = new Map<string, Metric>();
  for (const { path, text } of dbtFiles(model, FRENCH)) {
    if (!path.startsWith('models/semantic/')) continue;
    const { semantic_models: models = [], metrics: listed = [] } = parse(text);
    for (const { measures: own } of models) {
      for (const { name, agg, expr } of own) {
        measures.set(name, agg === 'sum' ? `sum(${expr})` : `count(distinct ${expr})`);
      }
    }
    for (const metric of listed as Metric[]) metrics.set(metric.name, metric);
  }
  const of = (name: string): string => {
    const { type, type_params: params } = metrics.get(name) as Metric;
    if (type === 'simple') return measures.get(params.measure?.name ?? '') ?? '';
    if (type === 'ratio') {
      const parts = [params.numerator, params.denominator].map((part) => of(part?.name ?? ''));
      return `cast(${parts[0]} as double precision) / nullif(${parts[1]}, 0)`;
    }
    return (params.metrics ?? []).reduce(
      (expr, part) => expr.replaceAll(new RegExp(`\\b${part.name}\\b`, 'g'), `(${of(part.name)})`),
      params.expr ?? '',
    );
  };
  return new Map([...metrics.keys()].map((name) => [name, of(name)]));
};

/** The metrics of a document of Apache Ossie, as they stand in it. */
export const ossieSql: MeasuresAsSql = (model) => {
  const { semantic_model: models } = parse(ossieText(model, FRENCH));
  return new Map(
    models[0].metrics.map(
      (metric: { name: string; expression: { dialects: { expression: string }[] } }) => [
        metric.name,
        metric.expression.dialects[0]?.expression ?? '',
      ],
    ),
  );
};

/** Calculations of Tableau in SQL: its functions have other names there, and its fields no brackets. */
export const tableauSql: MeasuresAsSql = (model) => {
  const columns = parseXml(tableauText(model, FRENCH)).children.filter(({ name }) =>
    name.endsWith('column'),
  );
  const formulas = new Map<string, string>();
  for (const { attributes, children } of columns) {
    const calculation = children.find(({ name }) => name.endsWith('calculation'));
    if (calculation) {
      const name = (attributes['name'] ?? '').replace(/^\[Calculation_|\]$/g, '');
      formulas.set(name, calculation.attributes['formula'] ?? '');
    }
  }
  const of = (name: string): string =>
    (formulas.get(name) ?? '')
      .replace(/\[Calculation_(\w+)\]/g, (_, other) => `(${of(other)})`)
      .replace(/NOT ISNULL\((\[[^\]]+\])\)/g, '$1 is not null')
      .replace(/\[(\w+)(?: \(\w+\))?\]/g, '$1')
      .replaceAll('"', "'")
      .replace(/\bIF\b/g, 'case when')
      // Tableau divides whole numbers to a real one.
      .replaceAll(' / ', '::float8 / ')
      .replace(/COUNTD\(/g, 'count(distinct ');
  return new Map([...formulas.keys()].map((name) => [name, of(name)]));
};

/** The table that each measure is of. */
export function tablesOf(model: SemanticModel): ReadonlyMap<string, readonly string[]> {
  return new Map(
    storedTables(model).map(({ name }) => [
      name,
      model.measures.filter(({ table }) => table === name).map((measure) => measure.name),
    ]),
  );
}
