import { constraintsOf } from '../../datasets/constraints.ts';
import type { ColumnHead, ColumnType, Dataset } from '../../datasets/dataset.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { type Manifest, type PublishedTable, tablesOf } from '../open-data/manifest.ts';
import { CATALOGUE_WORDS, describedIn, titleOf } from './descriptions.ts';

const CONTEXT = ['http://www.w3.org/ns/csvw', { '@language': 'fr' }] as const;

const BASES: Readonly<Record<ColumnType, string>> = {
  TEXT: 'string',
  INTEGER: 'integer',
  NUMBER: 'number',
  BOOLEAN: 'boolean',
  DATE: 'date',
  DATETIME: 'dateTime',
};

/** What CSVW asks a site for, where it looks for the description of a CSV file that names none. */
export const CSVM = '{+url}-metadata.json\ncsv-metadata.json\n';

const DIALECT = {
  ...{ encoding: 'utf-8', delimiter: ',', quoteChar: '"', doubleQuote: true, header: true },
  lineTerminators: ['\n'],
} as const;

/**
 * CSV on the Web: the CSV files of a manifest as a group of tables, which lies where the manifest is.
 */
export function csvwGroup(manifest: Manifest) {
  const tables = withCsv(manifest);
  return {
    '@context': CONTEXT,
    '@type': 'TableGroup',
    'dc:title': bothLanguages({
      fr: titleOf(CATALOGUE_WORDS.title.fr, manifest),
      en: titleOf(CATALOGUE_WORDS.title.en, manifest),
    }),
    ...noticeOf(manifest),
    ...(manifest.licence && { 'dc:license': { '@id': manifest.licence.url } }),
    'dc:source': manifest.attribution,
    dialect: DIALECT,
    tables: tables.map((each) => tableOf(each, manifest, 'files/')),
  };
}

/**
 * CSV on the Web: the file of one table, in a description that lies beside it. Files that it refers to
 * are described with it, for a foreign key is to a table of its group.
 */
export function csvwTable(table: PublishedTable, manifest: Manifest) {
  const references = new Set(table.dataset.references?.map(({ dataset }) => dataset));
  if (references.size === 0) {
    return { '@context': CONTEXT, ...tableOf(table, manifest, ''), dialect: DIALECT };
  }
  const all = withCsv(manifest).filter(
    (each) => each.table === table.table || isReached(each.dataset, table.dataset, manifest),
  );
  return {
    '@context': CONTEXT,
    '@type': 'TableGroup',
    ...noticeOf(manifest),
    dialect: DIALECT,
    tables: all.map((each) => tableOf(each, manifest, '')),
  };
}

/** Whether rows of a dataset refer to another one, or to one that does. */
function isReached(other: Dataset, from: Dataset, manifest: Manifest): boolean {
  return (from.references ?? []).some(({ dataset: name }) => {
    if (name === other.name) return true;
    const next = tablesOf(manifest).find(({ dataset }) => dataset.name === name);
    return next !== undefined && isReached(other, next.dataset, manifest);
  });
}

function withCsv(manifest: Manifest): readonly PublishedTable[] {
  return tablesOf(manifest).filter(({ files }) => files.some(({ format }) => format === 'csv'));
}

function tableOf({ dataset, table }: PublishedTable, manifest: Manifest, folder: string) {
  const { key, nullableKey = [], references = [] } = dataset;
  const others = withCsv(manifest);
  return {
    '@type': 'Table',
    url: `${folder}${table}.csv`,
    'dc:title': bothLanguages({
      fr: titleOf(dataset.title.fr, manifest),
      en: titleOf(dataset.title.en, manifest),
    }),
    'dc:description': bothLanguages(describedIn(dataset, manifest)),
    tableSchema: {
      columns: dataset.columns.map((column) => columnOf(dataset, column)),
      // No cell of a primary key may be absent.
      ...(nullableKey.length === 0 && { primaryKey: key }),
      ...(references.length > 0 && {
        foreignKeys: references.flatMap(({ columns, dataset: name }) => {
          const other = others.find((each) => each.dataset.name === name);
          if (!other) return [];
          return {
            columnReference: columns,
            reference: {
              resource: `${folder}${other.table}.csv`,
              columnReference: other.dataset.key,
            },
          };
        }),
      }),
    },
  };
}

function columnOf(dataset: Dataset, column: ColumnHead) {
  const { name, type, label, description } = column;
  const { required, codes, minimum, maximum } = constraintsOf(dataset, column);
  const facets = {
    ...(codes && type === 'TEXT' && { format: codes.map(escaped).join('|') }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  };
  const hasFacets = Object.keys(facets).length > 0;
  return {
    name,
    // The first line has names: in no language, they go with each.
    titles: { und: name, fr: label.fr, en: label.en },
    'dc:description': bothLanguages(description),
    datatype: hasFacets ? { base: BASES[type], ...facets } : BASES[type],
    ...(required && { required: true }),
  };
}

function escaped(code: string): string {
  return code.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function bothLanguages({ fr, en }: Bilingual) {
  return [
    { '@value': fr, '@language': 'fr' },
    { '@value': en, '@language': 'en' },
  ];
}

function noticeOf({ notice }: Manifest) {
  return notice && { 'rdfs:comment': bothLanguages(notice) };
}
