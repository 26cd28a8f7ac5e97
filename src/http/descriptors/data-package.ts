import { tableName } from '../../datasets/bi.ts';
import { constraintsOf } from '../../datasets/constraints.ts';
import type { ColumnHead, ColumnType, Dataset } from '../../datasets/dataset.ts';
import type { CodeLabels } from '../../domain/bilingual.ts';
import type { Manifest, PublishedFile, PublishedTable } from '../open-data/manifest.ts';
import { tablesOf } from '../open-data/manifest.ts';
import { CATALOGUE_WORDS, SOURCE_SITE, titleOf } from './descriptions.ts';

const PROFILES = 'https://datapackage.org/profiles/2.0';

const TYPES: Readonly<Record<ColumnType, string>> = {
  TEXT: 'string',
  INTEGER: 'integer',
  NUMBER: 'number',
  BOOLEAN: 'boolean',
  DATE: 'date',
  DATETIME: 'datetime',
};

/**
 * A Data Package (version 2) of the files of a manifest, in French, with English in members whose names
 * end in `En`. `folder` is where the manifest is, from the descriptor: '' or `publications/12/`.
 */
export function dataPackage(manifest: Manifest, folder: string) {
  const { publication, licence, attribution, demonstration, notice } = manifest;
  const { title, description, keywords } = CATALOGUE_WORDS;
  const told = notice ?? { fr: '', en: '' };
  return {
    $schema: `${PROFILES}/datapackage.json`,
    name: 'debouches',
    title: titleOf(title.fr, manifest),
    titleEn: titleOf(title.en, manifest),
    description: `${told.fr} ${description.fr}`.trim(),
    descriptionEn: `${told.en} ${description.en}`.trim(),
    version: `${publication}.0.0`,
    publication,
    asOf: manifest.as_of,
    edition: manifest.edition,
    created: manifest.published_at,
    keywords: demonstration ? [...keywords, 'fictif'] : keywords,
    ...(licence && { licenses: [licenseOf(licence)] }),
    sources: [
      {
        title: attribution,
        ...(!demonstration && { path: SOURCE_SITE }),
      },
    ],
    contributors: [
      { title: 'Débouchés', roles: ['wrangler'] },
      ...(demonstration
        ? []
        : [{ title: 'France compétences', path: SOURCE_SITE, roles: ['creator'] }]),
    ],
    citation: manifest.citation.fr,
    methodVersion: manifest.method_version,
    contractVersion: manifest.contract_version,
    resources: tablesOf(manifest).flatMap((table) =>
      table.files.map((file) => resourceOf(table, file, manifest, folder)),
    ),
  };
}

function licenseOf({ spdx, url, name }: NonNullable<Manifest['licence']>) {
  return { name: spdx, path: url, title: name };
}

function resourceOf(
  { dataset, table }: PublishedTable,
  file: PublishedFile,
  manifest: Manifest,
  folder: string,
) {
  const { format } = file;
  const { description, grain } = dataset;
  return {
    $schema: `${PROFILES}/dataresource.json`,
    name: format === 'csv' ? table : `${table}.${format}`,
    path: `${folder}${file.path}`,
    title: titleOf(dataset.title.fr, manifest),
    titleEn: titleOf(dataset.title.en, manifest),
    description: `${description.fr} Ici, ${grain.fr}.`,
    descriptionEn: `${description.en} Here ${grain.en}.`,
    ...{ format, mediatype: file.media_type, bytes: file.bytes, hash: `sha256:${file.sha256}` },
    rows: file.rows,
    ...(format !== 'parquet' && { encoding: 'utf-8' }),
    ...(format === 'csv' && {
      type: 'table',
      dialect: { $schema: `${PROFILES}/tabledialect.json`, delimiter: ',', lineTerminator: '\n' },
      schema: tableSchema(dataset, manifest),
    }),
  };
}

/** The Table Schema of a dataset; foreign keys to the tables that a manifest has. */
export function tableSchema(dataset: Dataset, manifest: Manifest) {
  const { key, nullableKey = [], columns, references = [] } = dataset;
  const tables = tablesOf(manifest);
  return {
    $schema: `${PROFILES}/tableschema.json`,
    fieldsMatch: ['exact'],
    fields: columns.map((column) => fieldOf(dataset, column)),
    missingValues: [''],
    // Of a primary key no cell may be absent; unique keys may have absent ones.
    ...(nullableKey.length === 0 ? { primaryKey: key } : { uniqueKeys: [key] }),
    ...(references.length > 0 && {
      foreignKeys: references.flatMap(({ columns: own, dataset: name }) => {
        const other = tables.find((each) => each.dataset.name === name)?.dataset;
        if (!other) return [];
        return { fields: own, reference: { resource: tableName(other), fields: other.key } };
      }),
    }),
  };
}

function fieldOf(dataset: Dataset, column: ColumnHead) {
  const { name, type, label, description, codes } = column;
  const kept = constraintsOf(dataset, column);
  const isAlone = dataset.key.length === 1 && dataset.key[0] === name && kept.required;
  const constraints = {
    ...(kept.required && { required: true }),
    ...(isAlone && { unique: true }),
    ...(kept.codes && {
      enum: kept.codes.map((code) => (type === 'INTEGER' ? Number(code) : code)),
    }),
    ...(kept.minimum !== undefined && { minimum: kept.minimum }),
    ...(kept.maximum !== undefined && { maximum: kept.maximum }),
  };
  return {
    name,
    type: TYPES[type],
    title: label.fr,
    titleEn: label.en,
    description: description.fr,
    descriptionEn: description.en,
    ...(codes &&
      (type === 'TEXT' || type === 'INTEGER') && { categories: categoriesOf(column, codes) }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}

function categoriesOf({ type }: ColumnHead, codes: CodeLabels) {
  return Object.entries(codes).map(([code, label]) => ({
    value: type === 'INTEGER' ? Number(code) : code,
    label: label.fr,
    labelEn: label.en,
  }));
}
