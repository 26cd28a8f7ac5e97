import { AGGREGATIONS } from '../../datasets/expression/aggregate.ts';
import { rateOfRows } from '../../datasets/weighing.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { CALLED } from '../odata-grammar/bind.ts';
import { OPERATORS } from '../odata-grammar/tokens.ts';
import { SUPPORTED_FORMATS } from '../odata-headers/accept.ts';
import { ODATA_VERSIONS } from '../odata-headers/version.ts';
import type { EntitySet, Property } from './model.ts';
import { PAGE_ROWS } from './select-rows.ts';

/** What an annotation says, in either way to write metadata. */
export type AnnotationValue =
  | string
  | boolean
  | { readonly paths: readonly string[] }
  | { readonly path: string }
  | { readonly member: string }
  | { readonly list: readonly AnnotationValue[] }
  | { readonly record: Readonly<Record<string, AnnotationValue>>; readonly notes?: Annotations };

/** Annotations by term, with a qualifier where there are several of one: `Core.Description#fr`. */
export type Annotations = Readonly<Record<string, AnnotationValue>>;

/** The vocabularies of the terms, by their alias. */
export const VOCABULARIES = {
  Core: 'Org.OData.Core.V1',
  Capabilities: 'Org.OData.Capabilities.V1',
  Validation: 'Org.OData.Validation.V1',
  Aggregation: 'Org.OData.Aggregation.V1',
} as const;

export function vocabularyAddress(namespace: string): string {
  return `https://oasis-tcs.github.io/odata-vocabularies/vocabularies/${namespace}`;
}

type Language = keyof Bilingual;

/** A text in both languages: the one that is asked for without a qualifier. */
function said(term: string, text: Bilingual, language: Language): Annotations {
  const other = language === 'fr' ? 'en' : 'fr';
  return { [term]: text[language], [`${term}#${other}`]: text[other] };
}

function joined(texts: readonly (Bilingual | null)[]): Bilingual {
  const known = texts.filter((text) => text !== null);
  return { fr: known.map(({ fr }) => fr).join(' '), en: known.map(({ en }) => en).join(' ') };
}

/** What is said of a property: its name for people, its description, the labels of its codes. */
export function propertyAnnotations(
  { column, isForKey }: Property,
  language: Language,
): Annotations {
  if (isForKey) {
    return said(
      'Core.Description',
      {
        fr: `${column.label.fr}, comme clé\u00a0: un texte, vide là où ${column.name} l’est`,
        en: `${column.label.en}, as a key: a text, empty where ${column.name} is absent`,
      },
      language,
    );
  }
  const codes = Object.entries(column.codes ?? {});
  return {
    ...said('Core.Description', column.label, language),
    ...said('Core.LongDescription', joined([column.description, rateOfRows(column)]), language),
    ...(codes.length > 0 && {
      'Validation.AllowedValues': {
        list: codes.map(([code, label]) => ({
          record: { Value: code },
          notes: said('Core.Description', label, language),
        })),
      },
    }),
  };
}

/** What is said of an entity type. */
export function typeAnnotations({ dataset }: EntitySet, language: Language): Annotations {
  const { title, description, grain } = dataset;
  const row: Bilingual = { fr: `Ici ${grain.fr}.`, en: `Here ${grain.en}.` };
  return {
    ...said('Core.Description', title, language),
    ...said('Core.LongDescription', joined([description, row]), language),
  };
}

/** What may be done with an entity set. */
export function setAnnotations(set: EntitySet, language: Language): Annotations {
  const { properties, dataset } = set;
  const unordered = properties.flatMap(({ name, isForKey }) =>
    isForKey || dataset.readColumns?.includes(name) ? [name] : [],
  );
  const unfiltered = properties.flatMap(({ name, isForKey }) => (isForKey ? [name] : []));
  const grouped = properties.filter(({ name }) => !unordered.includes(name));
  return {
    ...said('Core.Description', dataset.title, language),
    ...denied('InsertRestrictions', 'Insertable'),
    ...denied('UpdateRestrictions', 'Updatable'),
    ...denied('DeleteRestrictions', 'Deletable'),
    ...denied('ExpandRestrictions', 'Expandable'),
    'Capabilities.FilterRestrictions': {
      record: { Filterable: true, NonFilterableProperties: { paths: unfiltered } },
    },
    'Capabilities.SortRestrictions': {
      record: { Sortable: true, NonSortableProperties: { paths: unordered } },
    },
    'Capabilities.SearchRestrictions': { record: { Searchable: true } },
    'Capabilities.CountRestrictions': { record: { Countable: true } },
    'Capabilities.SelectSupport': { record: { Supported: true, Expandable: false } },
    'Capabilities.ComputeSupported': false,
    'Capabilities.IndexableByKey': true,
    'Capabilities.TopSupported': true,
    'Capabilities.SkipSupported': true,
    'Aggregation.ApplySupported': {
      record: {
        Transformations: { list: ['filter', 'groupby', 'aggregate'] },
        PropertyRestrictions: true,
        GroupableProperties: { paths: grouped.map(({ name }) => name) },
        AggregatableProperties: {
          list: grouped.map(({ name, column }) => ({
            record: {
              Property: { path: name },
              SupportedAggregationMethods: { list: methodsOf(column.additive === true) },
            },
          })),
        },
      },
    },
  };
}

function methodsOf(isAdditive: boolean): readonly string[] {
  return AGGREGATIONS.filter((method) => isAdditive || (method !== 'sum' && method !== 'average'));
}

function denied(term: string, name: string): Annotations {
  return { [`Capabilities.${term}`]: { record: { [name]: false } } };
}

/** What holds of the whole service. */
export function serviceAnnotations(language: Language): Annotations {
  return {
    ...said(
      'Core.Description',
      {
        fr: 'Répertoires de France compétences\u00a0: certifications, promotions, insertion. Lecture seule.',
        en: 'The registers of France compétences: certifications, cohorts, what became of the certified. Read-only.',
      },
      language,
    ),
    ...said(
      'Core.LongDescription',
      {
        fr: `Une page a ${PAGE_ROWS} lignes au plus, et un lien vers la suivante. Attribution, licence et citation\u00a0: /about.json.`,
        en: `A page has ${PAGE_ROWS} rows at most, and a link to the next. Attribution, licence and citation: /about.json.`,
      },
      language,
    ),
    'Capabilities.ConformanceLevel': { member: 'Capabilities.ConformanceLevelType/Intermediate' },
    'Core.ODataVersions': ODATA_VERSIONS.join(' '),
    'Capabilities.SupportedFormats': { list: SUPPORTED_FORMATS },
    'Capabilities.SupportedMetadataFormats': { list: ['application/xml', 'application/json'] },
    'Capabilities.BatchSupported': false,
    'Capabilities.BatchSupport': { record: { Supported: false } },
    'Capabilities.AsynchronousRequestsSupported': false,
    'Capabilities.CrossJoinSupported': false,
    'Capabilities.QuerySegmentSupported': false,
    'Capabilities.KeyAsSegmentSupported': false,
    'Capabilities.FilterFunctions': { list: [...OPERATORS, ...CALLED] },
  };
}
