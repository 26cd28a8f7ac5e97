import type { ColumnHead, ColumnType } from '../dataset.ts';
import { type Language, withLabels } from '../labels.ts';
import {
  isAggregate,
  type ModelMeasure,
  type ModelTable,
  type Relation,
  type SemanticModel,
  storedTables,
  treeOf,
} from './model.ts';
import { type ModelFile, type WrittenFor, yamlText } from './model-file.ts';
import { addendSql, conditionSql, labelSql, ratioSql, wilsonSql } from './sql.ts';

const TYPES: Readonly<Record<ColumnType, string>> = {
  ...{ TEXT: 'string', INTEGER: 'number', NUMBER: 'number' },
  ...{ BOOLEAN: 'boolean', DATE: 'time', DATETIME: 'time' },
};

/** The data model of Cube over the tables of `bi`: a cube for each, and a view of all. */
export function cubeFiles(model: SemanticModel, { language }: WrittenFor): ModelFile[] {
  const relations = treeOf(model);
  const cubes = storedTables(model).map((table) => cubeOf(model, table, relations, language));
  return [
    ...cubes.map((cube) => ({
      path: `model/cubes/${cube.name}.yml`,
      text: yamlText({ cubes: [cube] }),
    })),
    {
      path: 'model/views/debouches.yml',
      text: yamlText({ views: [viewOf(model, cubes, relations, language)] }),
    },
  ];
}

type Cube = ReturnType<typeof cubeOf>;

function cubeOf(
  model: SemanticModel,
  table: ModelTable,
  relations: readonly Relation[],
  language: Language,
) {
  const { name, title, description, columns } = table;
  // From what others belong to: Cube then counts each row once, whatever it is joined to.
  const joins = relations
    .filter(({ to }) => to === name)
    .map(({ from, columns: by }) => ({
      name: from,
      relationship: 'one_to_many',
      sql: by.map((column) => `{CUBE}.${column} = {${from}}.${column}`).join(' and '),
    }));
  return {
    ...{ name, sql_table: `bi.${name}`, title: title[language] },
    description: description[language],
    public: false,
    ...(joins.length > 0 && { joins }),
    dimensions: columns.flatMap((column) => dimensionsOf(table, column, language)),
    measures: model.measures
      .filter((measure) => measure.table === name)
      .map((measure) => measureOf(measure, language)),
  };
}

/** A column, and one of the labels of its codes; a figure of a row is no member of the view. */
function dimensionsOf({ key }: ModelTable, column: ColumnHead, language: Language) {
  const { name, type, role, codes } = column;
  const member = (head: ColumnHead, sql: string) => ({
    ...{ sql, type: TYPES[head.type], title: head.label[language] },
    ...{ description: head.description[language], public: role === 'DIMENSION' },
  });
  const labels = codes && withLabels([column], language).columns[1];
  return [
    {
      name: role === 'MEASURE' ? `row_${name}` : name,
      ...member(column, `{CUBE}.${name}`),
      type: TYPES[type],
      ...(key.includes(name) && { primary_key: true }),
    },
    ...(labels
      ? [{ name: labels.name, ...member(labels, labelSql(`{CUBE}.${name}`, codes, language)) }]
      : []),
  ];
}

function measureOf(
  { name, label, description, formula, isPart }: ModelMeasure,
  language: Language,
) {
  const told = {
    ...{ name, title: label[language], description: description[language], public: !isPart },
  };
  if (!isAggregate(formula)) {
    const sql =
      formula.kind === 'RATIO'
        ? ratioSql(`{${formula.of}}`, `{${formula.by}}`)
        : wilsonSql(formula.kind, `{${formula.rate}}`, `{${formula.base}}`);
    return { ...told, type: 'number', sql };
  }
  if (formula.kind === 'ROWS' && formula.times === 1) {
    const filters = formula.where.map((each) => ({ sql: conditionSql(each, '{CUBE}.') }));
    return { ...told, type: 'count', ...(filters.length > 0 && { filters }) };
  }
  const type = formula.kind === 'DISTINCT' ? 'count_distinct' : 'sum';
  return { ...told, type, sql: addendSql(formula, '{CUBE}.') };
}

/** All public members; a second one of a name has that of its cube before it. */
function viewOf(
  { title, description }: SemanticModel,
  cubes: readonly Cube[],
  relations: readonly Relation[],
  language: Language,
) {
  const taken = new Set<string>();
  return {
    ...{ name: 'debouches', title: title[language], description: description[language] },
    cubes: cubes.map((cube) => ({
      join_path: pathTo(cube.name, relations).join('.'),
      includes: [...cube.dimensions, ...cube.measures]
        .filter((member) => member.public)
        .map(({ name }) => {
          if (!taken.has(name)) {
            taken.add(name);
            return name;
          }
          const alias = `${cube.name}_${name}`;
          taken.add(alias);
          return { name, alias };
        }),
    })),
  };
}

function pathTo(cube: string, relations: readonly Relation[]): string[] {
  const own = relations.find(({ from }) => from === cube);
  return own ? [...pathTo(own.to, relations), cube] : [cube];
}
