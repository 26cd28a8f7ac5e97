import type { ColumnHead, ColumnType } from '../dataset.ts';
import type { Language } from '../labels.ts';
import {
  isAggregate,
  type ModelMeasure,
  type ModelTable,
  type SemanticModel,
  storedTables,
  treeOf,
} from './model.ts';
import { PLACEHOLDERS, type WrittenFor } from './model-file.ts';
import { calculation, type Field, fieldOf, formulaOf, quoted } from './tableau-calculations.ts';
import { element, elementText, type XmlElement } from './xml.ts';

const TYPES: Readonly<Record<ColumnType, string>> = {
  ...{ TEXT: 'string', INTEGER: 'integer', NUMBER: 'real' },
  ...{ BOOLEAN: 'boolean', DATE: 'date', DATETIME: 'datetime' },
};

const CONNECTION = 'postgres.debouches';

/** A data source of Tableau (TDS) over the tables of `bi`, which are related and not joined. */
export function tableauText(model: SemanticModel, { language }: WrittenFor): string {
  const tables = storedTables(model);
  const fields = fieldsOf(tables);
  const source = element(
    'datasource',
    {
      ...{ 'formatted-name': 'debouches', caption: model.title[language], inline: 'true' },
      ...{ version: '18.1', 'xmlns:user': 'http://www.tableausoftware.com/xml/user' },
    },
    [
      element('document-format-change-manifest', {}, [
        element('ObjectModelEncapsulateLegacy'),
        element('ObjectModelTableType'),
        element('SchemaViewerObjectModel'),
      ]),
      connection(tables, fields),
      element('aliases', { enabled: 'yes' }),
      ...fields.map((field) => columnElement(field, language)),
      ...model.measures.map((measure) => measureElement(model, fields, measure, language)),
      objectGraph(model, tables, fields, language),
    ],
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${elementText(source)}`;
}

/** All columns; a second one of a name has that of its table behind it, as Tableau writes it. */
function fieldsOf(tables: readonly ModelTable[]): Field[] {
  const taken = new Set<string>();
  return tables.flatMap((table) =>
    table.columns.map((column) => {
      const name = taken.has(column.name) ? `${column.name} (${table.name})` : column.name;
      taken.add(name);
      return { table, column, name };
    }),
  );
}

function relation({ name }: ModelTable): XmlElement {
  const of = { connection: CONNECTION, name, table: `[bi].[${name}]`, type: 'table' };
  return element('relation', of);
}

function connection(tables: readonly ModelTable[], fields: readonly Field[]): XmlElement {
  const { server, database } = PLACEHOLDERS;
  return element('connection', { class: 'federated' }, [
    element('named-connections', {}, [
      element('named-connection', { caption: server, name: CONNECTION }, [
        element('connection', {
          ...{ class: 'postgres', server, port: '5432', dbname: database, schema: 'bi' },
          ...{ username: '', authentication: 'username-password' },
        }),
      ]),
    ]),
    element('relation', { type: 'collection' }, tables.map(relation)),
    element(
      'cols',
      {},
      fields.map(({ table, column, name }) =>
        element('map', { key: `[${name}]`, value: `[${table.name}].[${column.name}]` }),
      ),
    ),
    element('metadata-records', {}, fields.map(metadataRecord)),
  ]);
}

function metadataRecord({ table, column, name }: Field, ordinal: number): XmlElement {
  return element('metadata-record', { class: 'column' }, [
    element('remote-name', {}, column.name),
    element('local-name', {}, `[${name}]`),
    element('parent-name', {}, `[${table.name}]`),
    element('remote-alias', {}, column.name),
    element('ordinal', {}, String(ordinal)),
    element('local-type', {}, TYPES[column.type]),
    element('aggregation', {}, 'None'),
    element('object-id', {}, `[${table.name}]`),
  ]);
}

/** A column with its caption, and the labels of its codes as aliases. Nothing is summed by itself. */
function columnElement({ table, column, name }: Field, language: Language): XmlElement {
  const { type, role, label, description, codes } = column;
  const isFigure = role === 'MEASURE';
  // Keys that another table has are there for the relationships alone.
  const isHidden = table.kind !== 'ENTITY' && (isFigure || column.name === table.key[0]);
  return element(
    'column',
    {
      ...{ caption: label[language], datatype: TYPES[type], name: `[${name}]` },
      ...{ role: isFigure ? 'measure' : 'dimension', type: scaleOf(column) },
      ...(isFigure && { aggregation: 'Sum' }),
      ...(isHidden && { hidden: 'true' }),
    },
    [
      describedAs(description[language]),
      ...(codes
        ? [
            element(
              'aliases',
              {},
              Object.entries(codes).map(([code, said]) =>
                element('alias', { key: quoted(code), value: said[language] }),
              ),
            ),
          ]
        : []),
    ],
  );
}

function scaleOf({ role, type }: ColumnHead): string {
  if (role === 'MEASURE') return 'quantitative';
  return type === 'TEXT' || type === 'BOOLEAN' ? 'nominal' : 'ordinal';
}

function describedAs(text: string): XmlElement {
  return element('desc', {}, [element('formatted-text', {}, [element('run', {}, text)])]);
}

function measureElement(
  model: SemanticModel,
  fields: readonly Field[],
  measure: ModelMeasure,
  language: Language,
): XmlElement {
  const { name, label, description, unit, isPart } = measure;
  const isWhole = isAggregate(measure.formula) && unit !== null;
  return element(
    'column',
    {
      ...{ caption: label[language], datatype: isWhole ? 'integer' : 'real' },
      ...{ 'default-format': isWhole ? 'n#,##0' : 'n#,##0.00', name: calculation(name) },
      ...{ role: 'measure', type: 'quantitative', ...(isPart && { hidden: 'true' }) },
    },
    [
      element('calculation', { class: 'tableau', formula: formulaOf(model, fields, measure) }),
      describedAs(description[language]),
    ],
  );
}

/** The tables and how they are related: Tableau adds up each at its own grain. */
function objectGraph(
  model: SemanticModel,
  tables: readonly ModelTable[],
  fields: readonly Field[],
  language: Language,
): XmlElement {
  const equals = (from: string, to: string, column: string) =>
    element('expression', { op: '=' }, [
      element('expression', { op: fieldOf(fields, from, column) }),
      element('expression', { op: fieldOf(fields, to, column) }),
    ]);
  return element('object-graph', {}, [
    element(
      'objects',
      {},
      tables.map((table) =>
        element('object', { caption: table.title[language], id: table.name }, [
          element('properties', { context: '' }, [relation(table)]),
        ]),
      ),
    ),
    element(
      'relationships',
      {},
      treeOf(model).map(({ from, to, columns }) => {
        const each = columns.map((column) => equals(from, to, column));
        const [only] = each;
        return element('relationship', {}, [
          each.length === 1 && only ? only : element('expression', { op: 'AND' }, each),
          element('first-end-point', { 'object-id': from }),
          element('second-end-point', { 'object-id': to, 'unique-key': 'true' }),
        ]);
      }),
    ),
  ]);
}
