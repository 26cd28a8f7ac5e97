import type { Language } from '../../datasets/labels.ts';
import { xmlAttribute } from '../../domain/xml-text.ts';
import {
  type Annotations,
  type AnnotationValue,
  propertyAnnotations,
  serviceAnnotations,
  setAnnotations,
  typeAnnotations,
  VOCABULARIES,
  vocabularyAddress,
} from './annotations.ts';
import { EDM_TYPES, ENTITY_SETS, NAMESPACE, type Property } from './model.ts';

const CONTAINER = 'Container';

/** Digits of seconds that moments have. */
const PRECISION = 3;

/** The metadata as CSDL JSON 4.01. */
export function csdlJson(language: Language): object {
  const types: Record<string, object> = {};
  const sets: Record<string, object> = {};
  for (const set of ENTITY_SETS.values()) {
    types[set.name] = {
      $Kind: 'EntityType',
      $Key: set.key.map(({ name }) => name),
      ...jsonNotes(typeAnnotations(set, language)),
      ...Object.fromEntries(
        set.properties.map((property) => [property.name, jsonProperty(property, language)]),
      ),
    };
    sets[set.name] = {
      $Collection: true,
      $Type: `${NAMESPACE}.${set.name}`,
      ...jsonNotes(setAnnotations(set, language)),
    };
  }
  return {
    $Version: '4.01',
    $EntityContainer: `${NAMESPACE}.${CONTAINER}`,
    $Reference: Object.fromEntries(
      Object.entries(VOCABULARIES).map(([alias, namespace]) => [
        `${vocabularyAddress(namespace)}.json`,
        { $Include: [{ $Namespace: namespace, $Alias: alias }] },
      ]),
    ),
    [NAMESPACE]: {
      ...types,
      [CONTAINER]: {
        $Kind: 'EntityContainer',
        ...jsonNotes(serviceAnnotations(language)),
        ...sets,
      },
    },
  };
}

function jsonProperty(property: Property, language: Language): object {
  const type = EDM_TYPES[property.type];
  return {
    // A string that is there is what a property is unless something else is said.
    ...(type !== 'Edm.String' && { $Type: type }),
    ...(property.nullable && { $Nullable: true }),
    ...(property.type === 'DATETIME' && { $Precision: PRECISION }),
    ...jsonNotes(propertyAnnotations(property, language)),
  };
}

function jsonNotes(annotations: Annotations): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(annotations).map(([term, value]) => [`@${term}`, jsonValue(value)]),
  );
}

function jsonValue(value: AnnotationValue): unknown {
  if (typeof value !== 'object') return value;
  if ('paths' in value) return value.paths;
  if ('path' in value) return value.path;
  if ('member' in value) return value.member.slice(value.member.indexOf('/') + 1);
  if ('list' in value) return value.list.map(jsonValue);
  return {
    ...Object.fromEntries(
      Object.entries(value.record).map(([name, each]) => [name, jsonValue(each)]),
    ),
    ...jsonNotes(value.notes ?? {}),
  };
}

/** The same as CSDL XML, in the version that a client knows. */
export function csdlXml(version: '4.0' | '4.01', language: Language): string {
  const references = Object.entries(VOCABULARIES).map(
    ([alias, namespace]) =>
      `<edmx:Reference Uri="${vocabularyAddress(namespace)}.xml"><edmx:Include Namespace="${namespace}" Alias="${alias}"/></edmx:Reference>`,
  );
  const sets = [...ENTITY_SETS.values()];
  const types = sets.map(
    (set) =>
      `<EntityType Name="${set.name}"><Key>${set.key
        .map(({ name }) => `<PropertyRef Name="${name}"/>`)
        .join('')}</Key>${set.properties
        .map((property) => xmlProperty(property, language))
        .join('')}${xmlNotes(typeAnnotations(set, language))}</EntityType>`,
  );
  const container = sets.map(
    (set) =>
      `<EntitySet Name="${set.name}" EntityType="${NAMESPACE}.${set.name}">${xmlNotes(setAnnotations(set, language))}</EntitySet>`,
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="${version}">`,
    ...references,
    '<edmx:DataServices>',
    `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="${NAMESPACE}">`,
    ...types,
    `<EntityContainer Name="${CONTAINER}">`,
    ...container,
    `${xmlNotes(serviceAnnotations(language))}</EntityContainer>`,
    '</Schema></edmx:DataServices></edmx:Edmx>\n',
  ].join('\n');
}

function xmlProperty(property: Property, language: Language): string {
  const { name, type, nullable } = property;
  const facets = [
    ...(nullable ? [] : [' Nullable="false"']),
    ...(type === 'DATETIME' ? [` Precision="${PRECISION}"`] : []),
  ].join('');
  return `<Property Name="${name}" Type="${EDM_TYPES[type]}"${facets}>${xmlNotes(propertyAnnotations(property, language))}</Property>`;
}

function xmlNotes(annotations: Annotations): string {
  return Object.entries(annotations)
    .map(([key, value]) => {
      const [term = '', qualifier] = key.split('#');
      const qualified = qualifier === undefined ? '' : ` Qualifier="${qualifier}"`;
      return `<Annotation Term="${term}"${qualified}${xmlValue(value, 'Annotation')}`;
    })
    .join('');
}

/** What follows the attributes of an element that says a value, with its end. */
function xmlValue(value: AnnotationValue, element: string): string {
  if (typeof value === 'string') return ` String="${xmlAttribute(value)}"/>`;
  if (typeof value === 'boolean') return ` Bool="${value}"/>`;
  if ('path' in value) return ` PropertyPath="${value.path}"/>`;
  if ('member' in value) return ` EnumMember="${value.member}"/>`;
  return `>${xmlElement(value)}</${element}>`;
}

function xmlElement(value: AnnotationValue): string {
  if (typeof value === 'string') return `<String>${xmlAttribute(value)}</String>`;
  if (typeof value === 'boolean') return `<Bool>${value}</Bool>`;
  if ('path' in value) return `<PropertyPath>${value.path}</PropertyPath>`;
  if ('member' in value) return `<EnumMember>${value.member}</EnumMember>`;
  if ('paths' in value) {
    return `<Collection>${value.paths.map((path) => xmlElement({ path })).join('')}</Collection>`;
  }
  if ('list' in value) return `<Collection>${value.list.map(xmlElement).join('')}</Collection>`;
  const properties = Object.entries(value.record).map(
    ([name, each]) => `<PropertyValue Property="${name}"${xmlValue(each, 'PropertyValue')}`,
  );
  return `<Record>${properties.join('')}${xmlNotes(value.notes ?? {})}</Record>`;
}
