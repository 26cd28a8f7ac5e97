import { createHash } from 'node:crypto';
import product from '../../../package.json' with { type: 'json' };
import { BI_DATASETS, tableName } from '../../datasets/bi.ts';
import type { Dataset } from '../../datasets/dataset.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import { CONTRACTS } from '../../domain/contracts.ts';
import { type MethodChoices, methodName } from '../../domain/method.ts';
import { demonstrationNotice, LICENCE } from '../../domain/provenance.ts';
import { cohortYears } from '../../snapshot/cohort-years.ts';
import { viewOn } from '../../snapshot/day-view.ts';
import { attributionOf, citationOf, currentOf } from '../../snapshot/provenance.ts';
import type { Publication, Snapshot } from '../../snapshot/snapshot.ts';
import { REPORT_FORMATS } from '../formats/formats.ts';

/** Formats of whole files, in the order that manifests have them in. */
export const FILE_FORMATS = ['csv', 'jsonl', 'parquet'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** A whole file of a publication. */
export interface PublishedFile {
  /** From the manifest: `files/insertion_rates.csv`. */
  readonly path: string;
  /** Name of its dataset as a table. */
  readonly table: string;
  readonly format: FileFormat;
  readonly title: Bilingual;
  readonly rows: number;
  readonly bytes: number;
  /** Of its bytes, in hexadecimal. */
  readonly sha256: string;
  readonly media_type: string;
}

/** The whole files of a publication, and what they are of. The same files have the same manifest. */
export interface Manifest {
  readonly publication: number;
  /** An instant, in UTC. */
  readonly published_at: string;
  /** The day that stands for today in its figures. */
  readonly as_of: string;
  readonly demonstration: boolean;
  /** Said of fictitious figures; null of others. */
  readonly notice: Bilingual | null;
  /** null of fictitious figures. */
  readonly licence: typeof LICENCE | null;
  readonly attribution: string;
  readonly citation: Bilingual;
  /** Years of the first and the last cohort; null without cohorts. */
  readonly cohort_years: readonly [number, number] | null;
  readonly method_version: string;
  readonly contract_version: string;
  readonly program_version: string;
  /** Tells these files from those of the same publication by another method, contract or program. */
  readonly edition: string;
  /** SHA-256 of the lines `<sha256>  <path>` of all files. */
  readonly files_sha256: string;
  readonly files: readonly PublishedFile[];
}

/** What files of a publication depend on. */
type EditionParts = Pick<Publication, 'id' | 'publishedAt'>;

/**
 * What tells files of a publication from all others: publication, method, version of the program,
 * contract and columns. Erasing a survey changes none: they have no rows that depend on who reads.
 */
export function editionOf({ id, publishedAt }: EditionParts, method: MethodChoices): string {
  const parts = [id, publishedAt.getTime(), methodName(method), product.version];
  declared ??= JSON.stringify(
    BI_DATASETS.map(({ name, key, columns }) => [name, key, columns] as const),
  );
  return createHash('sha256')
    .update(JSON.stringify([...parts, CONTRACTS.datasets, declared]))
    .digest('hex')
    .slice(0, 24);
}

let declared: string | null = null;

/** The manifest of files that were written of a snapshot. */
export function manifestOf(snapshot: Snapshot, files: readonly PublishedFile[]): Manifest {
  const publication = currentOf(snapshot);
  const { id, publishedAt, datedOn, demonstration } = publication;
  return {
    publication: id,
    published_at: publishedAt.toISOString(),
    as_of: datedOn,
    demonstration,
    notice: demonstration ? { ...demonstrationNotice } : null,
    licence: demonstration ? null : LICENCE,
    attribution: attributionOf(publication),
    citation: citationOf(publication, snapshot.method),
    cohort_years: firstAndLastYear(snapshot, datedOn),
    method_version: methodName(snapshot.method),
    contract_version: CONTRACTS.datasets,
    program_version: product.version,
    edition: editionOf(publication, snapshot.method),
    files_sha256: sha256Of(files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('')),
    files,
  };
}

/** The name of a manifest beside its files. */
export const MANIFEST = 'manifest.json';

/** The text that a manifest is served and stored as. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** What a text says as a manifest, which may be of another program; null where it is no object of JSON. */
export function manifestIn(text: string): Partial<Manifest> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

/** The SHA-256 of a text, in hexadecimal. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Years of the first and the last cohort that a publication has on its day; null without cohorts. */
function firstAndLastYear(snapshot: Snapshot, day: PlainDate): readonly [number, number] | null {
  const years = cohortYears(viewOn(snapshot, day));
  const [last] = years;
  return last === undefined ? null : [years.at(-1) ?? last, last];
}

/** The media type of a format, without what a reader of the bytes alone needs. */
export function mediaTypeOf(format: FileFormat): string {
  return REPORT_FORMATS[format].mediaType.split(';')[0] ?? '';
}

/** A dataset, and its files of a publication. */
export interface PublishedTable {
  readonly table: string;
  readonly dataset: Dataset;
  readonly files: readonly PublishedFile[];
}

/** The datasets that a manifest has files of, in the order of their declaration. */
export function tablesOf({ files }: Manifest): readonly PublishedTable[] {
  return BI_DATASETS.flatMap((dataset) => {
    const table = tableName(dataset);
    const own = files.filter((file) => file.table === table);
    return own.length > 0 ? [{ table, dataset, files: own }] : [];
  });
}
