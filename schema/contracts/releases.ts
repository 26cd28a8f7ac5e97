import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import type { BiDeclaration } from './bi-declaration.ts';
import type { DatasetsDeclaration } from './dataset-declaration.ts';

/** What each contract says: as a release said it, or as the program says it now. */
export interface Declarations {
  /** In the language of GraphQL. */
  readonly schema: string;
  /** Reports and their files. */
  readonly datasets: DatasetsDeclaration;
  /** The schema `bi` of the database. */
  readonly bi: BiDeclaration;
}

export type ContractName = keyof Declarations;

/** Numbers `major.minor.patch`. */
export type ContractNumbers = Readonly<Record<ContractName, string>>;

export interface Release {
  /** That of the program. */
  readonly version: string;
  readonly numbers: ContractNumbers;
  readonly declarations: Declarations;
}

export const RELEASES = new URL('../releases/', import.meta.url);

/** The releases that are kept in a folder, the oldest first. */
export async function readReleases(folder: URL = RELEASES): Promise<readonly Release[]> {
  const names = await readdir(folder);
  const versions = names.filter((name) => /^\d+\.\d+\.\d+$/.test(name));
  return Promise.all(versions.toSorted(byVersion).map((version) => readRelease(folder, version)));
}

/**
 * The last of some releases.
 *
 * - Throws when there is none.
 */
export function lastOf(releases: readonly Release[]): Release {
  const last = releases.at(-1);
  if (!last) throw new Error('no release is kept in schema/releases');
  return last;
}

async function readRelease(folder: URL, version: string): Promise<Release> {
  const read = (file: string) => readFile(new URL(`${version}/${file}`, folder), 'utf8');
  const [numbers = '', schema = '', datasets = '', bi = ''] = await Promise.all(
    ['contracts.json', 'schema.graphql', 'datasets.json', 'bi.json'].map(read),
  );
  return {
    version,
    numbers: JSON.parse(numbers) as ContractNumbers,
    declarations: {
      schema,
      datasets: JSON.parse(datasets) as DatasetsDeclaration,
      bi: JSON.parse(bi) as BiDeclaration,
    },
  };
}

/**
 * Keeps a release in a folder, for good.
 *
 * - Throws when it is there already: what a release promised is not changed.
 */
export async function keepRelease(
  { version, numbers, declarations }: Release,
  folder: URL = RELEASES,
): Promise<void> {
  const own = new URL(`${version}/`, folder);
  await mkdir(own).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new Error(`${version} is released already: what it promised is not changed any longer`);
  });
  const files = {
    'contracts.json': printDeclaration(numbers),
    'schema.graphql': declarations.schema,
    'datasets.json': printDeclaration(declarations.datasets),
    'bi.json': printDeclaration(declarations.bi),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(new URL(name, own), text);
}

/** 0.9.0 before 0.10.0. */
function byVersion(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** JSON with a line for each part of a declaration, so that a difference is a line. */
function printDeclaration(declaration: object): string {
  return `${printed(declaration, '')}\n`;
}

function printed(value: unknown, indent: string): string {
  if (!hasParts(value)) return JSON.stringify(value);
  const within = `${indent} `;
  const lines = Array.isArray(value)
    ? value.map((part) => within + printed(part, within))
    : Object.entries(value).map(
        ([name, part]) => `${within}${JSON.stringify(name)}: ${printed(part, within)}`,
      );
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

/** Whether a value is a list of objects, or has a list. */
function hasParts(value: unknown): value is object {
  if (Array.isArray(value)) return value.some((part) => typeof part === 'object');
  return typeof value === 'object' && value !== null && Object.values(value).some(Array.isArray);
}
