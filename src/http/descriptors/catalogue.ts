import type { Language } from '../../datasets/labels.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { tablesOf } from '../open-data/manifest.ts';
import { datasetNode } from './catalogue-dataset.ts';
import { dataServices } from './catalogue-services.ts';
import {
  AUTHORITY,
  type CatalogueParts,
  dateTime,
  licenceNode,
  textsOf,
} from './catalogue-terms.ts';
import { CATALOGUE_WORDS, titleOf } from './descriptions.ts';
import type { LinkedNode } from './linked-data.ts';

/** Datasets of a page of the catalogue. */
export const PAGE_DATASETS = 20;

/** How a catalogue is cut into pages: `addressOf` gives that of each. */
export interface CataloguePages {
  readonly page: number;
  readonly size: number;
  readonly addressOf: (page: number) => string;
}

/** How many pages a catalogue has; at least one. */
export function pageCount({ manifest }: CatalogueParts, size: number): number {
  return Math.max(1, Math.ceil(tablesOf(manifest).length / size));
}

/**
 * The catalogue by DCAT-AP 3: a page of its datasets, and with the first one its services. `pages` is
 * null of one that is not cut.
 */
export function catalogue(parts: CatalogueParts, pages: CataloguePages | null): LinkedNode {
  const { manifest, base, of, services } = parts;
  const tables = tablesOf(manifest);
  const size = pages?.size ?? tables.length;
  const page = pages?.page ?? 1;
  const own = tables.slice((page - 1) * size, page * size);
  const notice = manifest.notice ?? { fr: '', en: '' };
  const { title, description } = CATALOGUE_WORDS;
  const number = manifest.publication;
  const name = (language: Language) =>
    titleOf(of === 'NEWEST' ? title[language] : `${title[language]} (${number})`, manifest);
  return {
    '@id': catalogueAddress(parts),
    '@type': pages ? ['dcat:Catalog', 'hydra:Collection'] : 'dcat:Catalog',
    'dct:title': textsOf({ fr: name('fr'), en: name('en') }, parts.language),
    'dct:description': textsOf(
      {
        fr: `${notice.fr} ${description.fr}`.trim(),
        en: `${notice.en} ${description.en}`.trim(),
      },
      parts.language,
    ),
    'dct:publisher': publisherOf(parts),
    'dct:language': [
      { '@id': `${AUTHORITY}/language/FRA`, '@type': 'dct:LinguisticSystem' },
      { '@id': `${AUTHORITY}/language/ENG`, '@type': 'dct:LinguisticSystem' },
    ],
    'dct:spatial': { '@id': `${AUTHORITY}/country/FRA`, '@type': 'dct:Location' },
    'dct:issued': dateTime(parts.firstPublishedAt),
    'dct:modified': dateTime(manifest.published_at),
    'foaf:homepage': { '@id': `${base}/`, '@type': 'foaf:Document' },
    'dcat:themeTaxonomy': {
      '@id': `${AUTHORITY}/data-theme`,
      '@type': 'skos:ConceptScheme',
      'dct:title': textsOf(THEMES, parts.language),
    },
    ...licenceNode(manifest),
    ...(pages && {
      'hydra:totalItems': { '@value': String(tables.length), '@type': 'xsd:integer' },
      'hydra:view': viewOf(parts, pages),
    }),
    'dcat:dataset': own.map((table) => datasetNode(parts, table)),
    ...(services && page === 1 && { 'dcat:service': dataServices(parts, tables) }),
  };
}

const THEMES: Bilingual = { fr: 'Thèmes de données', en: 'Data themes' };

/** The address that a catalogue is known by. */
function catalogueAddress({ base, of, manifest }: CatalogueParts): string {
  return of === 'NEWEST'
    ? `${base}/catalog`
    : `${base}/publications/${manifest.publication}/catalog`;
}

function publisherOf({ base, publisher }: CatalogueParts): LinkedNode {
  return { '@id': `${base}/catalog#publisher`, '@type': 'foaf:Agent', 'foaf:name': publisher };
}

/** Links between pages, as harvesters follow them: `hydra:next` until there is none. */
function viewOf(parts: CatalogueParts, { page, size, addressOf }: CataloguePages): LinkedNode {
  const last = pageCount(parts, size);
  const link = (number: number) => ({ '@id': addressOf(number) });
  return {
    ...link(page),
    '@type': 'hydra:PartialCollectionView',
    'hydra:first': link(1),
    'hydra:last': link(last),
    ...(page > 1 && { 'hydra:previous': link(page - 1) }),
    ...(page < last && { 'hydra:next': link(page + 1) }),
  };
}
