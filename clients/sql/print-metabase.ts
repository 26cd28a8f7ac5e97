import { stringify } from 'yaml';
import { tableName } from '../../src/datasets/bi.ts';
import type { ColumnType, Dataset } from '../../src/datasets/dataset.ts';
import { QUESTIONS, type SqlQuestion, USED } from './questions.ts';
import { nanoIdOf } from './stable-ids.ts';

/** What the database has to be called in Metabase. */
const DATABASE = 'Débouchés';

/** Metabase’s own user, in whose name it imports. */
const CREATOR = 'internal@metabase.com';

const COLLECTION = nanoIdOf('metabase collection');

const BASE_TYPES: Readonly<Record<ColumnType, string>> = {
  TEXT: 'type/Text',
  INTEGER: 'type/Integer',
  NUMBER: 'type/Float',
  BOOLEAN: 'type/Boolean',
  DATE: 'type/Date',
  DATETIME: 'type/DateTimeWithTZ',
};

/** Files of Metabase’s serialization, by path: a collection of models, questions and a dashboard. */
export function printMetabase(): ReadonlyMap<string, string> {
  const folder = 'collections/main/debouches';
  return new Map([
    [`${folder}.yaml`, yaml(collection())],
    ...Object.values(USED).map(
      (each) => [`${folder}/model_${tableName(each)}.yaml`, yaml(model(each))] as const,
    ),
    ...QUESTIONS.map((each) => [`${folder}/${slug(each.name)}.yaml`, yaml(card(each))] as const),
    [`${folder}/dashboard.yaml`, yaml(dashboard())],
  ]);
}

function yaml(value: object): string {
  return stringify(value, { lineWidth: 0 });
}

const slug = (name: string) => name.replaceAll('-', '_');

function meta(id: string, label: string, modelName: string) {
  return { 'serdes/meta': [{ id, label, model: modelName }] };
}

function collection() {
  return {
    name: DATABASE,
    entity_id: COLLECTION,
    description: 'Modèles, questions et tableau de bord du schéma bi.',
    slug: 'debouches',
    ...meta(COLLECTION, 'debouches', 'Collection'),
  };
}

/** A table of `bi` as a model: its columns with their French labels and descriptions. */
function model(dataset: Dataset) {
  const table = tableName(dataset);
  const id = nanoIdOf(`metabase model ${table}`);
  return {
    name: dataset.title.fr,
    entity_id: id,
    description: `${dataset.description.fr} Ici ${dataset.grain.fr}.`,
    display: 'table',
    type: 'model',
    creator_id: CREATOR,
    collection_id: COLLECTION,
    dataset_query: nativeQuery(
      `select ${dataset.columns.map(({ name }) => name).join(', ')}\nfrom bi.${table}`,
    ),
    result_metadata: dataset.columns.map(({ name, type, label, description }) => ({
      name,
      display_name: label.fr,
      description: description.fr,
      base_type: BASE_TYPES[type],
    })),
    visualization_settings: {},
    parameters: [],
    parameter_mappings: [],
    ...meta(id, `model_${table}`, 'Card'),
  };
}

const cardId = ({ name }: SqlQuestion) => nanoIdOf(`metabase question ${name}`);

function card(question: SqlQuestion) {
  const { name, title, description, sql, columns, drawing } = question;
  return {
    name: title,
    entity_id: cardId(question),
    description,
    display: drawing.as === 'bars' ? 'bar' : drawing.as === 'lines' ? 'line' : 'table',
    type: 'question',
    creator_id: CREATOR,
    collection_id: COLLECTION,
    dataset_query: nativeQuery(sql),
    visualization_settings: {
      ...(drawing.as !== 'table' && {
        'graph.dimensions': [drawing.over],
        'graph.metrics': drawing.figures,
      }),
      column_settings: Object.fromEntries(
        columns.map((each) => [JSON.stringify(['name', each.name]), { column_title: each.label }]),
      ),
      ...(drawing.as !== 'table' && {
        series_settings: Object.fromEntries(
          columns
            .filter((each) => drawing.figures.includes(each.name))
            .map((each) => [each.name, { title: each.label }]),
        ),
      }),
    },
    parameters: [],
    parameter_mappings: [],
    ...meta(cardId(question), slug(name), 'Card'),
  };
}

function nativeQuery(sql: string) {
  return {
    'lib/type': 'mbql/query',
    database: DATABASE,
    stages: [{ 'lib/type': 'mbql.stage/native', native: sql, 'template-tags': [] }],
  };
}

function dashboard() {
  const id = nanoIdOf('metabase dashboard');
  return {
    name: 'État des répertoires et insertion',
    entity_id: id,
    description: 'Répertoires, taux par niveau et par année, retards et fins d’enregistrement.',
    creator_id: CREATOR,
    collection_id: COLLECTION,
    width: 'full',
    parameters: [],
    dashcards: QUESTIONS.map((question, index) => {
      const own = nanoIdOf(`metabase dashcard ${question.name}`);
      return {
        entity_id: own,
        card_id: cardId(question),
        ...{ row: Math.floor(index / 2) * 8, col: (index % 2) * 12, size_x: 12, size_y: 8 },
        parameter_mappings: [],
        series: [],
        visualization_settings: {},
        'serdes/meta': [
          { id, model: 'Dashboard' },
          { id: own, model: 'DashboardCard' },
        ],
      };
    }),
    ...meta(id, 'etat_des_repertoires_et_insertion', 'Dashboard'),
  };
}
