import { datasetNamed } from '../../datasets/catalogue.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { PublishedTable } from '../open-data/manifest.ts';
import { type CatalogueParts, datasetAddress, licenceNode, textsOf } from './catalogue-terms.ts';
import { titleOf } from './descriptions.ts';
import type { LinkedNode } from './linked-data.ts';

interface Service {
  readonly name: string;
  readonly endpoint: string;
  readonly description: string;
  readonly title: Bilingual;
  readonly said: Bilingual;
}

const SERVICES: readonly Service[] = [
  {
    ...{ name: 'graphql', endpoint: '/graphql', description: '/graphql/schema' },
    title: { fr: 'Débouchés : GraphQL', en: 'Débouchés: GraphQL' },
    said: {
      fr: 'Tout le répertoire, ses promotions et ses taux, avec les opérations enregistrées.',
      en: 'All of the register, its cohorts and rates, with persisted operations.',
    },
  },
  {
    ...{ name: 'reports', endpoint: '/reports', description: '/reports/openapi.json' },
    title: { fr: 'Débouchés : rapports', en: 'Débouchés: reports' },
    said: {
      fr: 'Les mêmes tables avec des paramètres, en CSV, JSON, Parquet et XLSX.',
      en: 'The same tables with parameters, as CSV, JSON, Parquet and XLSX.',
    },
  },
  {
    ...{ name: 'odata', endpoint: '/odata/', description: '/odata/$metadata' },
    title: { fr: 'Débouchés : OData', en: 'Débouchés: OData' },
    said: {
      fr: 'Les mêmes tables par OData, pour les tableurs et outils décisionnels.',
      en: 'The same tables by OData, for spreadsheets and BI tools.',
    },
  },
];

/** Where the datasets can be asked for, beside their files. */
export function dataServices(
  parts: CatalogueParts,
  tables: readonly PublishedTable[],
): readonly LinkedNode[] {
  const { base, manifest, language, publisher } = parts;
  const notice = manifest.notice ?? { fr: '', en: '' };
  return SERVICES.map(({ name, endpoint, description, title, said }) => ({
    '@id': `${base}/catalog#service-${name}`,
    '@type': 'dcat:DataService',
    'dct:identifier': `debouches:service:${name}`,
    'dct:title': textsOf(
      { fr: titleOf(title.fr, manifest), en: titleOf(title.en, manifest) },
      language,
    ),
    'dct:description': textsOf(
      { fr: `${notice.fr} ${said.fr}`.trim(), en: `${notice.en} ${said.en}`.trim() },
      language,
    ),
    'dct:publisher': {
      '@id': `${base}/catalog#publisher`,
      '@type': 'foaf:Agent',
      'foaf:name': publisher,
    },
    'dcat:endpointURL': { '@id': `${base}${endpoint}` },
    'dcat:endpointDescription': { '@id': `${base}${description}` },
    // Tables of the star are no reports, and GraphQL has them as objects of its own.
    'dcat:servesDataset': tables
      .filter(({ dataset }) => name !== 'reports' || datasetNamed(dataset.name) !== undefined)
      .map(({ table }) => ({ '@id': datasetAddress(parts, table) })),
    ...licenceNode(manifest),
  }));
}
