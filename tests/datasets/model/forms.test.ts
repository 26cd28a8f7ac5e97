import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { tableName } from '../../../src/datasets/bi.ts';
import { DATASETS } from '../../../src/datasets/catalogue.ts';
import { withLabels } from '../../../src/datasets/labels.ts';
import { odataPbids, postgresqlPbids, reportOdc } from '../../../src/datasets/model/connections.ts';
import { cubeFiles } from '../../../src/datasets/model/cube.ts';
import { dbtFiles } from '../../../src/datasets/model/dbt.ts';
import { MODEL_FORMS } from '../../../src/datasets/model/forms.ts';
import { type SemanticModel, storedTables, treeOf } from '../../../src/datasets/model/model.ts';
import { ossieText } from '../../../src/datasets/model/ossie.ts';
import { tableauText } from '../../../src/datasets/model/tableau.ts';
import { parseXml, type XmlElement } from '../../http/feeds/xml-tree.ts';
import { ENGLISH, FRENCH, MODEL, WIDER_MODEL } from './wider-star.ts';

// biome-ignore lint/suspicious/noExplicitAny: files of other programs, whose shape is what is tested.
type Read = any;

const MODELS: readonly (readonly [string, SemanticModel])[] = [
  ['the star', MODEL],
  ['a star with more columns', WIDER_MODEL],
];
const namesOf = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
const files = (written: readonly { readonly path: string; readonly text: string }[]) =>
  new Map(
    written.map(({ path, text }) => [path, path.endsWith('.yml') ? (parse(text) as Read) : text]),
  );

test('the model relates tables by their keys, and has each figure once', () => {
  expect(treeOf(MODEL).map(({ from, to, columns }) => [from, to, ...columns])).toEqual([
    ['cohort', 'certification', 'certification_code'],
    ['insertion_rate', 'cohort', 'certification_code', 'year'],
    ...['occupation', 'speciality', 'formacode', 'certifier', 'access_route'].map((name) => [
      ...[`certification_${name}`, 'certification', 'certification_code'],
    ]),
  ]);
  expect(new Set(namesOf(MODEL.measures)).size).toBe(MODEL.measures.length);
  expect(namesOf(WIDER_MODEL.measures)).toContain('made_up_heads');
});

test('every form is the same each time, names no secret, and is in both languages', () => {
  for (const form of MODEL_FORMS) {
    const once = JSON.stringify(form.write(MODEL, FRENCH));
    expect([form.name, JSON.stringify(form.write(MODEL, FRENCH)) === once]).toEqual([
      form.name,
      true,
    ]);
    expect(once).not.toMatch(/pass(?:word|wd)"?\s*[:=]\s*"?\w/i);
    if (!form.name.endsWith('.pbids')) {
      expect([form.name, JSON.stringify(form.write(MODEL, ENGLISH)) === once]).toEqual([
        form.name,
        false,
      ]);
    }
  }
});

describe.each(MODELS)('of %s', (_name, model) => {
  test('the document of Apache Ossie has fields, relationships and metrics of its specification', () => {
    const document = parse(ossieText(model, FRENCH)) as Read;
    expect(Object.keys(document)).toEqual(['version', 'semantic_model']);
    const [own] = document.semantic_model;
    const tables = storedTables(model);
    expect(namesOf(own.datasets)).toEqual(namesOf(tables));
    for (const [at, { columns, key, name }] of tables.entries()) {
      const dataset = own.datasets[at];
      expect(dataset.source).toBe(`debouches.bi.${name}`);
      expect(dataset.primary_key).toEqual(key);
      expect(namesOf(dataset.fields)).toEqual(namesOf(withLabels(columns, 'fr').columns));
      for (const field of dataset.fields) {
        expect(Object.keys(field)).toEqual([
          'name',
          'expression',
          'dimension',
          'label',
          'description',
          'datatype',
          'ai_context',
        ]);
        expect(field.expression.dialects).toEqual([
          { dialect: 'ANSI_SQL', expression: expect.any(String) },
        ]);
        expect(field.datatype).toMatch(/^(String|Integer|Float|Boolean|Date|DateTimeTz)$/);
      }
    }
    const columnsOf = new Map<string, string[]>(
      own.datasets.map((each: Read) => [each.name, namesOf(each.fields)]),
    );
    for (const { from, to, from_columns, to_columns } of own.relationships) {
      expect(columnsOf.get(from)).toEqual(expect.arrayContaining(from_columns));
      expect(own.datasets.find((each: Read) => each.name === to).primary_key).toEqual(to_columns);
    }
    expect(namesOf(own.metrics)).toEqual(namesOf(model.measures));
    for (const { name, expression } of own.metrics) {
      const sql = expression.dialects[0].expression as string;
      for (const [, table = '', column = ''] of sql.matchAll(/\b([a-z_]+)\.([a-z_]+)\b/g)) {
        expect([name, table, columnsOf.get(table)?.includes(column)]).toEqual([name, table, true]);
      }
    }
  });

  test('the cubes have each column and measure once, and the view names what is public', () => {
    const read = files(cubeFiles(model, FRENCH));
    const cubes: Read[] = storedTables(model).map(
      ({ name }) => read.get(`model/cubes/${name}.yml`).cubes[0],
    );
    for (const [at, table] of storedTables(model).entries()) {
      const cube = cubes[at];
      expect(cube.sql_table).toBe(`bi.${table.name}`);
      const members = namesOf([...cube.dimensions, ...cube.measures]);
      expect(new Set(members).size).toBe(members.length);
      const keys = cube.dimensions.filter((each: Read) => each.primary_key);
      expect(namesOf(keys)).toEqual(table.key);
      expect(members).toEqual(
        expect.arrayContaining(
          table.columns.map(({ name, role }) => (role === 'MEASURE' ? `row_${name}` : name)),
        ),
      );
      for (const { sql = '' } of cube.measures) {
        for (const [, name = ''] of sql.matchAll(/\{(\w+)\}/g)) {
          if (name !== 'CUBE') expect(members).toContain(name);
        }
      }
      for (const join of cube.joins ?? []) {
        expect(join.relationship).toBe('one_to_many');
        expect(namesOf(cubes)).toContain(join.name);
      }
    }
    const [view] = read.get('model/views/debouches.yml').views;
    const shown = view.cubes.flatMap(({ join_path, includes }: Read) =>
      includes.map((each: Read) => {
        const cube = cubes.find(({ name }) => name === join_path.split('.').at(-1));
        const name = each.name ?? each;
        const member = [...cube.dimensions, ...cube.measures].find(
          (own: Read) => own.name === name,
        );
        expect([join_path, name, member?.public]).toEqual([join_path, name, true]);
        return each.alias ?? name;
      }),
    );
    expect(new Set(shown).size).toBe(shown.length);
    const measures = model.measures.filter(({ isPart }) => !isPart);
    expect(shown).toEqual(expect.arrayContaining(namesOf(measures)));
  });

  test('dbt has a source and a semantic model for each table, and a metric for each measure', () => {
    const read = files(dbtFiles(model, FRENCH));
    const [source] = read.get('models/sources.yml').sources;
    expect([source.schema, ...namesOf(source.tables)]).toEqual([
      'bi',
      ...namesOf(storedTables(model)),
    ]);
    const name = /^(?!.*__)[a-z][a-z0-9_]*[a-z0-9]$/;
    const measures: string[] = [];
    for (const [at, table] of storedTables(model).entries()) {
      expect(namesOf(source.tables[at].columns)).toEqual(namesOf(table.columns));
      expect(read.get(`models/debouches_${table.name}.sql`)).toBe(
        `select * from {{ source('debouches', '${table.name}') }}\n`,
      );
      const [own] = read.get(`models/semantic/${table.name}.yml`).semantic_models;
      expect(own.model).toBe(`ref('debouches_${table.name}')`);
      const elements = namesOf([...own.entities, ...own.dimensions, ...own.measures]);
      expect(new Set(elements).size).toBe(elements.length);
      for (const element of elements) expect(element).toMatch(name);
      expect(elements).not.toContain('year');
      const time = own.dimensions.find(
        (each: Read) => each.name === own.defaults.agg_time_dimension,
      );
      expect(time.type).toBe('time');
      expect(own.entities.filter((each: Read) => each.type === 'primary')).toHaveLength(1);
      const columns = table.columns.filter(({ role }) => role === 'DIMENSION');
      expect(elements).toEqual(
        expect.arrayContaining(
          columns.map((column) => (column.name === 'year' ? `${table.name}_year` : column.name)),
        ),
      );
      measures.push(...namesOf(own.measures));
    }
    const { metrics } = read.get('models/semantic/metrics.yml');
    expect(namesOf(metrics)).toEqual(namesOf(model.measures));
    for (const { type, type_params: params } of metrics) {
      if (type === 'simple') expect(measures).toContain(params.measure.name);
      else {
        const parts = type === 'ratio' ? [params.numerator, params.denominator] : params.metrics;
        expect(namesOf(metrics)).toEqual(expect.arrayContaining(namesOf(parts)));
      }
    }
  });

  test('the data source of Tableau names each field once, and each calculation fields that are there', () => {
    const root = parseXml(tableauText(model, FRENCH));
    const local = ({ name }: XmlElement) => name.replace(/^\{.*\}/, '');
    const all = (element: XmlElement, name: string): XmlElement[] =>
      element.children.flatMap((child) => [
        ...(local(child) === name ? [child] : []),
        ...all(child, name),
      ]);
    const columns = root.children.filter((child) => local(child) === 'column');
    const names = columns.map(({ attributes }) => attributes['name'] ?? '');
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBe(
      model.measures.length + storedTables(model).flatMap(({ columns: own }) => own).length,
    );
    expect(columns.filter(({ attributes }) => !attributes['caption'])).toEqual([]);
    const maps = all(root, 'map').map(({ attributes }) => attributes['value']);
    expect(maps).toEqual(
      storedTables(model).flatMap((table) =>
        table.columns.map(({ name }) => `[${table.name}].[${name}]`),
      ),
    );
    for (const { attributes } of all(root, 'calculation')) {
      const bare = (attributes['formula'] ?? '').replace(/"(?:[^"\\]|\\.)*"/g, '');
      for (const [field] of bare.matchAll(/\[[^\]]+\]/g)) expect(names).toContain(field);
    }
    const relations = all(root, 'relationship').map((each) =>
      all(each, 'first-end-point')
        .concat(all(each, 'second-end-point'))
        .map(({ attributes }) => attributes['object-id']),
    );
    expect(relations).toEqual(treeOf(model).map(({ from, to }) => [from, to]));
    const register = columns.find(
      ({ attributes }) => attributes['name'] === '[register]',
    ) as XmlElement;
    expect(all(register, 'alias').map(({ attributes }) => attributes)).toEqual([
      { key: '"RNCP"', value: 'Répertoire national des certifications professionnelles' },
      { key: '"RS"', value: 'Répertoire spécifique' },
    ]);
  });
});

test('connections of Power BI name the service, or a server to be written in', () => {
  expect(JSON.parse(odataPbids(FRENCH))).toEqual({
    version: '0.1',
    connections: [
      {
        details: { protocol: 'odata', address: { url: 'https://debouches.example/odata/' } },
        ...{ options: {}, mode: 'Import' },
      },
    ],
  });
  expect(JSON.parse(postgresqlPbids()).connections[0].details).toEqual({
    protocol: 'postgresql',
    address: { server: 'postgresql.example', database: 'debouches' },
  });
});

test('connections of Excel read each report by its columns, and show them under their names', () => {
  for (const report of DATASETS) {
    const text = (element: XmlElement, name: string): string =>
      (element.name.endsWith(name) ? element.text : '') +
      element.children.map((child) => text(child, name)).join('');
    const odc = parseXml(reportOdc(report, FRENCH));
    expect(text(odc, 'CommandText')).toBe(`SELECT * FROM [${tableName(report)}]`);
    const formula = text(parseXml(text(odc, 'PowerQueryMashupData')), 'Formula');
    expect(formula).toContain('OData.Feed("https://debouches.example/odata/"');
    expect(formula).toContain(`Source{[Name = "${tableName(report)}", Signature = "table"]}[Data]`);
    const renamed = /Table\.RenameColumns\(Ordered, \{(.*)\}\)\nin/.exec(formula)?.[1] ?? '';
    const pairs = [...renamed.matchAll(/\{"([^"]+)", "((?:[^"]|"")+)"\}/g)];
    const columns = withLabels(report.columns, 'fr').columns;
    expect(pairs.map(([, name, label]) => [name, label])).toEqual(
      columns.map(({ name, label }) => [name, label.fr.replaceAll('"', '""')]),
    );
    expect(new Set(pairs.map(([, , label]) => label)).size).toBe(columns.length);
  }
});
