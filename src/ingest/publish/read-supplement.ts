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
  const { contents, findings } =
    file.kind === 'FICHE_PAGE' ? pageContents(text, options) : statisticsContents(text);
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

async function readText(file: SourceFile): Promise<string> {
  try {
    const bytes = await readFile(file.path);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC');
  } catch (error) {
    throw new RefusedFileError(`${file.name} is not UTF-8 text: save it again as UTF-8`, {
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
