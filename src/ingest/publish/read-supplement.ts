import { readFile } from 'node:fs/promises';
import type { SupplementContent } from '../../db/load/supplements.ts';
import { reserveId, type SourceRecord } from '../../db/publications.ts';
import type { FicheCohort } from '../../domain/certification/fiche.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import { RefusedFileError } from '../../domain/errors.ts';
import { type Finding, isRefusedValue } from '../../domain/findings/finding.ts';
import { readFichePage } from '../sources/fiche-page/fiche-page.ts';
import type { SourceFile } from '../sources/source-file.ts';
import { readStatisticsFile } from '../sources/statistics/statistics-file.ts';
import type { DatedFile } from './dated-file.ts';
import type { Import } from './import.ts';

/** A supplement as read: its record (but for the number), what it says, what it got wrong. */
interface ReadSupplement {
  readonly record: Omit<SourceRecord, 'id'>;
  readonly contents: readonly SupplementContent[];
  readonly findings: readonly Finding[];
}

interface SupplementOptions {
  readonly demonstration: boolean;
  /** Title of the certification of a fiche page. */
  readonly title?: string;
}

/** A supplement that was read and has its number. */
export interface NewSupplement extends Omit<ReadSupplement, 'record'> {
  readonly source: SourceRecord;
}

/** Reads all supplements of an import, before anything is changed. */
export async function readNewSupplements(
  { session, options }: Import,
  files: readonly DatedFile[],
): Promise<NewSupplement[]> {
  const added: NewSupplement[] = [];
  for (const file of files) {
    const { record, ...rest } = await readSupplement(file, {
      demonstration: options.demonstration ?? false,
      ...(options.title === undefined ? {} : { title: options.title }),
    });
    added.push({ ...rest, source: { ...record, id: await reserveId(session.db, 'source') } });
  }
  return added;
}

/**
 * Reads a fiche page or a statistics file.
 *
 * - Throws `RefusedFileError` when the file cannot be read as a whole.
 */
async function readSupplement(
  file: DatedFile,
  options: SupplementOptions,
): Promise<ReadSupplement> {
  const text = await readText(file);
  const { contents, findings } = contentsOf(file, text, options);
  const fiches = contents.map((content) => content.fiche);
  const sum = (count: (content: SupplementContent) => number) =>
    contents.reduce((total, content) => total + count(content), 0);
  return {
    contents,
    findings,
    record: {
      kind: file.kind === 'FICHE_PAGE' ? 'FICHE_PAGE' : 'STATISTICS_FILE',
      register: null,
      fileName: file.name,
      sha256: file.sha256,
      bytes: file.bytes,
      flowVersion: null,
      datedOn: file.datedOn,
      demonstration: options.demonstration,
      certifications: fiches.length,
      cohorts: sum((content) => content.cohorts.length),
      blocks: sum((content) => content.fiche?.blocks.length ?? 0),
      certifiers: sum((content) => content.fiche?.certifiers.length ?? 0),
      partners: sum((content) => content.fiche?.partners.length ?? 0),
      refusedFiches: 0,
      refusedValues: findings.filter(isRefusedValue).length,
      unknownElements: {},
    },
  };
}

/** What a text says; why it is refused names its file. */
function contentsOf({ kind, name }: DatedFile, text: string, options: SupplementOptions) {
  try {
    return kind === 'FICHE_PAGE' ? pageContents(text, options) : statisticsContents(text);
  } catch (error) {
    if (!(error instanceof RefusedFileError)) throw error;
    throw new RefusedFileError(`${name}: ${error.message}`, { cause: error });
  }
}

/** The text of a file; no database holds U+0000, which a damaged copy may have anywhere. */
async function readText({ name, path }: SourceFile): Promise<string> {
  const text = await decodedText(name, path);
  if (!text.includes('\0')) return text;
  throw new RefusedFileError(
    `${name} holds the character U+0000, as a damaged file does: save it again as UTF-8 text`,
  );
}

async function decodedText(name: string, path: string): Promise<string> {
  try {
    const bytes = await readFile(path);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC');
  } catch (error) {
    throw new RefusedFileError(`${name} is not UTF-8 text: save it again as UTF-8`, {
      cause: error,
    });
  }
}

function pageContents(text: string, options: SupplementOptions) {
  const { fiche, findings } = readFichePage(text, options.title ? { title: options.title } : {});
  const contents = fiche ? [{ code: fiche.code, fiche, cohorts: fiche.cohorts }] : [];
  return { contents, findings };
}

function statisticsContents(text: string) {
  const { rows, findings } = readStatisticsFile(text);
  const cohortsByCode = new Map<RegisterCode, FicheCohort[]>();
  for (const { code, ...cohort } of rows) {
    const cohorts = cohortsByCode.get(code) ?? [];
    cohortsByCode.set(code, [...cohorts, cohort]);
  }
  const contents = [...cohortsByCode].map(([code, cohorts]) => ({ code, fiche: null, cohorts }));
  return { contents, findings };
}
