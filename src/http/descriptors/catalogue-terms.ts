import type { Language } from '../../datasets/labels.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { Manifest } from '../open-data/manifest.ts';
import type { LinkedLiteral, LinkedNode } from './linked-data.ts';

/** Vocabularies of the Publications Office of the European Union. */
export const AUTHORITY = 'http://publications.europa.eu/resource/authority';

/** What a catalogue is made of. */
export interface CatalogueParts {
  readonly manifest: Manifest;
  /** Scheme, host and path that all its addresses begin with; no slash at its end. */
  readonly base: string;
  /** Who runs the site. */
  readonly publisher: string;
  /** The catalogue of what is served, or that of one publication, whose datasets are its versions. */
  readonly of: 'NEWEST' | 'PUBLICATION';
  /** Numbers of the publications that can be read, newest first, those after this one left out. */
  readonly publications: readonly number[];
  /** An instant, in UTC: of the oldest publication that is known. */
  readonly firstPublishedAt: string;
  /** Whether `/publications/latest/…` leads to the newest publication: a site of files has no such. */
  readonly hasLatest: boolean;
  /** Whether the site answers requests, beside its files. */
  readonly services: boolean;
  /** Texts in this language alone; null = in both. */
  readonly language: Language | null;
}

export function dateTime(instant: string): LinkedLiteral {
  return { '@value': instant, '@type': 'xsd:dateTime' };
}

/** A text in one language, or in both. */
export function textsOf(text: Bilingual, language: Language | null): readonly LinkedLiteral[] {
  const languages: readonly Language[] = language === null ? ['fr', 'en'] : [language];
  return languages.map((each) => ({ '@value': text[each], '@language': each }));
}

/** The licence of what is described; fictitious figures have none. */
export function licenceNode({ licence }: Manifest): Readonly<Record<string, LinkedNode>> {
  if (!licence) return {};
  return {
    'dct:license': {
      ...{ '@id': licence.url, '@type': 'dct:LicenseDocument' },
      'rdfs:label': licence.name,
    },
  };
}

/** Address of a dataset: the same whichever publication is served. */
export function datasetAddress({ base }: Pick<CatalogueParts, 'base'>, table: string): string {
  return `${base}/catalog#${table}`;
}

/** Address of a dataset in one publication. */
export function versionAddress(
  { base }: Pick<CatalogueParts, 'base'>,
  publication: number,
  table: string,
): string {
  return `${base}/publications/${publication}/catalog#${table}`;
}
