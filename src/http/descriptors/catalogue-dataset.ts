import type { FileFormat, PublishedFile, PublishedTable } from '../open-data/manifest.ts';
import {
  AUTHORITY,
  type CatalogueParts,
  datasetAddress,
  dateTime,
  licenceNode,
  textsOf,
  versionAddress,
} from './catalogue-terms.ts';
import { CATALOGUE_WORDS, describedIn, titleOf } from './descriptions.ts';
import type { LinkedLiteral, LinkedNode } from './linked-data.ts';

/** Versions that a dataset names: each names the one before. */
const MOST_VERSIONS = 10;

/**
 * A dataset of a catalogue: the one that is served, with links to its versions, or its version in one
 * publication. Links to versions have no type: harvesters list everything of type `dcat:Dataset` on a page
 * as a dataset of its own.
 */
export function datasetNode(parts: CatalogueParts, table: PublishedTable): LinkedNode {
  const { manifest, base, publisher, language, of } = parts;
  const { dataset, table: name, files } = table;
  const { publication, cohort_years: years, demonstration } = manifest;
  const { keywords } = CATALOGUE_WORDS;
  const said = describedIn(dataset, manifest);
  return {
    '@id': addressOf(parts, name),
    '@type': 'dcat:Dataset',
    'dct:identifier': of === 'NEWEST' ? `debouches:${name}` : `debouches:${name}:${publication}`,
    'dct:title': textsOf(
      { fr: titleOf(dataset.title.fr, manifest), en: titleOf(dataset.title.en, manifest) },
      language,
    ),
    'dct:description': textsOf(said, language),
    'dcat:keyword': [...keywords, ...(demonstration ? ['fictif'] : [])].map((word) => ({
      ...{ '@value': word, '@language': 'fr' },
    })),
    'dcat:theme': {
      '@id': `${AUTHORITY}/data-theme/EDUC`,
      '@type': 'skos:Concept',
      'skos:prefLabel': textsOf(
        { fr: 'Éducation, culture et sport', en: 'Education, culture and sport' },
        language,
      ),
    },
    'dct:publisher': {
      '@id': `${base}/catalog#publisher`,
      '@type': 'foaf:Agent',
      'foaf:name': publisher,
    },
    'dct:provenance': {
      '@type': 'dct:ProvenanceStatement',
      'rdfs:label': { '@value': manifest.attribution, '@language': 'fr' },
    },
    'dct:language': { '@id': `${AUTHORITY}/language/FRA`, '@type': 'dct:LinguisticSystem' },
    'dct:spatial': { '@id': `${AUTHORITY}/country/FRA`, '@type': 'dct:Location' },
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      ...(years && { 'dcat:startDate': dateOf(`${years[0]}-01-01`) }),
      'dcat:endDate': dateOf(manifest.as_of),
    },
    'dct:accrualPeriodicity': { '@id': `${AUTHORITY}/frequency/IRREG`, '@type': 'dct:Frequency' },
    'dct:accessRights': {
      '@id': `${AUTHORITY}/access-right/PUBLIC`,
      '@type': 'dct:RightsStatement',
    },
    'dct:issued': dateTime(of === 'NEWEST' ? parts.firstPublishedAt : manifest.published_at),
    'dct:modified': dateTime(manifest.published_at),
    'dcat:version': String(publication),
    'adms:versionNotes': textsOf(
      {
        fr: `Publication ${publication}, méthode ${manifest.method_version}, contrat ${manifest.contract_version}`,
        en: `Publication ${publication}, method ${manifest.method_version}, contract ${manifest.contract_version}`,
      },
      language,
    ),
    ...versionsOf(parts, name),
    ...(parts.services && {
      'dcat:landingPage': { '@id': `${base}/rapports`, '@type': 'foaf:Document' },
    }),
    'dcat:distribution': files.map((file) => distributionNode(parts, table, file)),
  };
}

function addressOf(parts: CatalogueParts, table: string): string {
  return parts.of === 'NEWEST'
    ? datasetAddress(parts, table)
    : versionAddress(parts, parts.manifest.publication, table);
}

function versionsOf(
  parts: CatalogueParts,
  table: string,
): Readonly<Record<string, LinkedNode | readonly LinkedNode[]>> {
  const { publications, manifest } = parts;
  const link = (publication: number) => ({ '@id': versionAddress(parts, publication, table) });
  if (parts.of === 'NEWEST') {
    return {
      'dcat:hasCurrentVersion': link(manifest.publication),
      'dcat:hasVersion': publications.slice(0, MOST_VERSIONS).map(link),
    };
  }
  const before = publications.find((each) => each < manifest.publication);
  return {
    'dcat:isVersionOf': { '@id': datasetAddress(parts, table) },
    ...(before !== undefined && { 'dcat:previousVersion': link(before) }),
  };
}

const FORMAT_NODES: Readonly<Record<FileFormat, LinkedNode>> = {
  csv: {
    '@id': `${AUTHORITY}/file-type/CSV`,
    '@type': 'dct:MediaTypeOrExtent',
    'rdfs:label': 'csv',
  },
  jsonl: { '@type': 'dct:MediaTypeOrExtent', 'rdfs:label': 'jsonl' },
  parquet: { '@type': 'dct:MediaTypeOrExtent', 'rdfs:label': 'parquet' },
};

const MEDIA_TYPES = 'https://www.iana.org/assignments/media-types';

function distributionNode(
  parts: CatalogueParts,
  { dataset, table }: PublishedTable,
  { path, format, bytes, sha256, media_type: mediaType }: PublishedFile,
): LinkedNode {
  const { manifest, base, language } = parts;
  const { publication } = manifest;
  // The same for ever, where the site can lead from it to the newest: harvesters know a file by it.
  const of = parts.of === 'NEWEST' && parts.hasLatest ? 'latest' : String(publication);
  const download = `${base}/publications/${of}/${path}`;
  const ending = format.toUpperCase();
  return {
    '@id': `${addressOf(parts, table)}-${format}`,
    '@type': 'dcat:Distribution',
    'dct:title': textsOf(
      {
        fr: titleOf(`${dataset.title.fr} (${ending})`, manifest),
        en: titleOf(`${dataset.title.en} (${ending})`, manifest),
      },
      language,
    ),
    'dcat:accessURL': { '@id': download },
    'dcat:downloadURL': { '@id': download },
    'dct:format': FORMAT_NODES[format],
    // No such type is registered for lines of JSON.
    ...(format !== 'jsonl' && {
      'dcat:mediaType': { '@id': `${MEDIA_TYPES}/${mediaType}`, '@type': 'dct:MediaType' },
    }),
    'dcat:byteSize': { '@value': String(bytes), '@type': 'xsd:nonNegativeInteger' },
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': {
        '@id': 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256',
        '@type': 'spdx:ChecksumAlgorithm',
      },
      'spdx:checksumValue': { '@value': sha256, '@type': 'xsd:hexBinary' },
    },
    'dct:issued': dateTime(manifest.published_at),
    'dct:modified': dateTime(manifest.published_at),
    ...licenceNode(manifest),
  };
}

function dateOf(day: string): LinkedLiteral {
  return { '@value': day, '@type': 'xsd:date' };
}
