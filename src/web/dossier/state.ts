import { DATASETS, datasetNamed } from '../../datasets/catalogue.ts';
import type { Dataset } from '../../datasets/dataset.ts';
import { type ParameterValues, parseParameters } from '../../datasets/parameter.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import { readChoice } from '../parameters.ts';

/** Sections of a dossier, at most: each is read anew. */
export const MOST_SECTIONS = 12;

/** Characters of each of its texts, at most. */
export const MOST_TEXT = 4_000;

/** What all sections are asked with, by its name in the address; each report takes what it knows. */
export const SHARED = {
  code: 'code',
  siren: 'certifier',
  registre: 'register',
  active: 'active',
  niveau: 'level',
  nsf: 'speciality',
  rome: 'occupation',
  de: 'year_from',
  a: 'year_to',
  annees: 'years',
} as const;

export type SharedName = keyof typeof SHARED;

const SHARED_NAMES = Object.keys(SHARED) as SharedName[];

/** A report and what it is asked with. */
export interface AskedReport {
  readonly report: Dataset;
  readonly values: ParameterValues;
  /** The same, as in the address of a file. */
  readonly query: URLSearchParams;
  /** Rows, from the start; null = all. */
  readonly limit: number | null;
  /** Shared parameters that the report does not know. */
  readonly ignored: readonly SharedName[];
}

/** A part of a dossier: rows of a report, a text, or both. */
export interface Section {
  /** As in the address: `benchmark?peers_by=LEVEL`. */
  readonly given: string;
  readonly text: string;
  /** null = text alone; words say what is not accepted. */
  readonly asked: AskedReport | Bilingual | null;
}

/** The report of a section; null where it has none, or one that is not accepted. */
export function reportOf({ asked }: Section): AskedReport | null {
  return asked && 'report' in asked ? asked : null;
}

/** A dossier: all of it is in the address. */
export interface Dossier {
  readonly title: string;
  readonly text: string;
  readonly shared: Readonly<Record<SharedName, readonly string[]>>;
  readonly sections: readonly Section[];
}

/** Reads the address of a dossier; throws `BadUserInputError` for what no section can say in its place. */
export function readDossier(query: URLSearchParams): Dossier {
  const shared = Object.fromEntries(
    SHARED_NAMES.map((name) => [name, valuesOf(name, query.getAll(name))]),
  ) as Dossier['shared'];
  for (const each of shared.registre) readChoice('registre', each, ['RNCP', 'RS']);
  for (const each of shared.active) readChoice('active', each, ['oui', 'non']);
  const [reports, texts] = [query.getAll('section'), query.getAll('note')];
  const sections = Array.from({ length: Math.max(reports.length, texts.length) }, (_, at) => ({
    given: (reports[at] ?? '').trim(),
    text: textOf('note', texts[at]),
  })).filter(({ given, text }) => given !== '' || text !== '');
  if (sections.length > MOST_SECTIONS) {
    throw new BadUserInputError({
      en: `section: ${sections.length} are given; a dossier has up to ${MOST_SECTIONS}`,
      fr: `section : ${sections.length} sont données ; un dossier en a ${MOST_SECTIONS} au plus`,
    });
  }
  return {
    title: textOf('titre', query.get('titre')),
    text: textOf('texte', query.get('texte')),
    shared,
    sections: sections.map((each) => ({
      ...each,
      asked: each.given === '' ? null : readAsked(each.given, shared),
    })),
  };
}

/** Values of a parameter, each of which may be several between blanks, commas or semicolons. */
function valuesOf(name: SharedName, given: readonly string[]): readonly string[] {
  // A selection of years has commas of its own.
  if (name === 'annees') return given.filter(Boolean);
  return [...new Set(given.flatMap((text) => text.split(/[\s,;]+/).filter(Boolean)))];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: HTML and spreadsheets have no place for them.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

function textOf(name: string, given: string | null | undefined): string {
  const text = (given ?? '').replace(CONTROL, '').trim();
  if (text.length <= MOST_TEXT) return text;
  throw new BadUserInputError({
    en: `${name}: the text has ${text.length} characters; up to ${MOST_TEXT} are accepted`,
    fr: `${name} : le texte a ${text.length} caractères ; ${MOST_TEXT} au plus sont acceptés`,
  });
}

/** Parameters of files alone, which an address that was copied from a browser may have. */
const OF_FILES = ['labels', 'profile', 'headers', 'key'];

/** What all sections are asked alike, beside the sections. */
const OF_DOSSIER = ['publication', 'known_on', 'publication_token', 'check'];

const NOT_OF_SECTION: Bilingual = {
  en: 'is of the whole file: give it beside the sections',
  fr: 'est celle du dossier entier : donnez-la à côté des sections',
};

/** Reads a section: a report, or the address of one, with parameters of its own. */
function readAsked(given: string, shared: Dossier['shared']): AskedReport | Bilingual {
  // An address that was copied may end in a fragment.
  const [address = ''] = given.split('#', 1);
  const [path = '', ...rest] = address.split('?');
  const search = rest.join('?');
  const [name = ''] = path.slice(path.lastIndexOf('/') + 1).split('.', 1);
  const report = datasetNamed(name);
  if (!report) return unknownReport(given);
  const query = new URLSearchParams(search);
  for (const each of OF_FILES) query.delete(each);
  const limit = readLimit(query.get('limit'));
  query.delete('limit');
  const known = new Set(report.parameters.map((each) => each.name));
  const own = new Set(query.keys());
  for (const each of OF_DOSSIER) query.delete(each);
  const ignored: SharedName[] = [];
  for (const each of SHARED_NAMES) {
    const parameter = SHARED[each];
    if (shared[each].length === 0 || own.has(parameter)) continue;
    if (!known.has(parameter)) ignored.push(each);
    else for (const value of shared[each]) query.append(parameter, reportValue(each, value));
  }
  const { values, problems } = parseParameters(report.parameters, query);
  const told = [
    ...OF_DOSSIER.filter((each) => own.has(each)).map((parameter) => ({
      ...{ parameter, message: NOT_OF_SECTION },
    })),
    ...(limit === undefined ? [NO_LIMIT] : []),
    ...problems,
  ];
  if (told.length > 0) {
    const inWords = (language: keyof Bilingual) =>
      told.map(({ parameter, message }) => `${parameter} ${message[language]}`);
    return { en: inWords('en').join('; '), fr: inWords('fr').join(' ; ') };
  }
  return { report, values, query, limit: limit ?? null, ignored };
}

/** A shared value as reports write it. */
function reportValue(name: SharedName, value: string): string {
  return name === 'active' ? String(value === 'oui') : value;
}

function unknownReport(given: string): Bilingual {
  const names = DATASETS.map(({ name }) => name).join(', ');
  return {
    en: `${JSON.stringify(given)} is no report: ${names} are accepted, with parameters as in benchmark?peers_by=LEVEL`,
    fr: `${JSON.stringify(given)} n’est pas un rapport : sont acceptés ${names}, avec des paramètres comme dans benchmark?peers_by=LEVEL`,
  };
}

/** Rows at most; null = all, undefined = not a number of rows. */
function readLimit(text: string | null): number | null | undefined {
  if (!text) return null;
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

const NO_LIMIT = {
  parameter: 'limit',
  message: { en: 'is not a number of rows', fr: 'n’est pas un nombre de lignes' },
};
