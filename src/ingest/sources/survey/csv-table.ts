import { Readable } from 'node:stream';
import Papa, { type ParseResult } from 'papaparse';
import type { Bilingual } from '../../../domain/bilingual.ts';
import { RefusedFileError } from '../../../domain/errors.ts';
import type { DiskFile } from '../disk-file.ts';
import { type CsvEncoding, detectEncoding, fileText } from './csv-text.ts';
import type { SurveyBatch, SurveyTable } from './survey-table.ts';
import { headerNames, isBlankRow } from './table-shape.ts';

type Delimiter = ';' | ',';

/** 2 GiB: ten times two million rows of 14 cells. */
const LARGEST_FILE = 2 * 1024 ** 3;
/**
 * Characters of one row: 18 cells of 200 characters are 3,600. A quote that is never closed makes
 * one row of all that follows.
 */
const LONGEST_ROW = 1024 ** 2;
/** Characters in which the header is looked for, to tell its separator. */
const LONGEST_HEADER = 256 * 1024;

/** Rows of a file, with the line that each begins at; those without any content are left out. */
interface Records {
  readonly lines: number[];
  readonly rows: string[][];
}

/**
 * Reads a CSV file as a table: `;` or `,`, whichever its header has more of; cells in quotes where they
 * hold separators or line breaks; UTF-8, or Windows-1252 with a notice.
 *
 * - Throws `RefusedFileError` for a file that is too large, no text, or without a header; `rows` for
 *   one whose rows have other cells than the header, or whose quotes do not close.
 */
export async function openCsvTable(file: DiskFile): Promise<SurveyTable> {
  const { name, bytes } = file;
  if (bytes > LARGEST_FILE) {
    throw new RefusedFileError(
      `${name} has ${bytes} bytes: a CSV file of at most ${LARGEST_FILE} bytes is accepted`,
    );
  }
  const encoding = await detectEncoding(file);
  const delimiter = await findDelimiter(file, encoding);
  const header = await readHeader(file, encoding, delimiter);
  return {
    ...{ kind: 'CSV', name, sheet: null, otherSheets: [], header },
    rows: () => readRows(file, encoding, delimiter, header.length),
    notices:
      encoding === 'UTF-8'
        ? []
        : [
            `${name} is not encoded in UTF-8 and was read as Windows-1252: check that letters with accents are right, or save it as CSV UTF-8`,
          ],
  };
}

/** The separator of the first line with any content: the one that it has more of outside quotes. */
async function findDelimiter(file: DiskFile, encoding: CsvEncoding): Promise<Delimiter> {
  let text = '';
  for await (const piece of fileText(file, encoding)) {
    text = (text + piece).trimStart();
    if (text.includes('\n') || text.length > LONGEST_HEADER) break;
  }
  const unquoted = text.replace(/"[^"]*"/g, '');
  const line = unquoted.slice(0, `${unquoted}\n`.indexOf('\n'));
  const [semicolons, commas, tabs] = [';', ',', '\t'].map((each) => line.split(each).length);
  if ((tabs ?? 0) > Math.max(semicolons ?? 0, commas ?? 0)) {
    throw new RefusedFileError({
      en: `${file.name} is separated by tabs: a CSV file separated by ";" or "," is accepted`,
      fr: `${file.name} est séparé par des tabulations\u00a0: un fichier CSV séparé par «\u00a0;\u00a0» ou «\u00a0,\u00a0» est accepté`,
    });
  }
  return (commas ?? 0) > (semicolons ?? 0) ? ',' : ';';
}

async function readHeader(
  file: DiskFile,
  encoding: CsvEncoding,
  delimiter: Delimiter,
): Promise<readonly string[]> {
  const of = (line: number | undefined) => ({
    en: `${file.name}, line ${line}`,
    fr: `${file.name}, ligne ${line}`,
  });
  for await (const { lines, rows } of records(file, encoding, delimiter)) {
    const [cells] = rows;
    if (cells !== undefined) {
      return headerNames(cells, of(lines[0]), (at) => ({
        en: `column ${at + 1}`,
        fr: `colonne ${at + 1}`,
      }));
    }
  }
  throw new RefusedFileError({
    en: `${file.name} is blank: a header and one row at least are accepted`,
    fr: `${file.name} est vide\u00a0: un en-tête et une ligne au moins sont acceptés`,
  });
}

async function* readRows(
  file: DiskFile,
  encoding: CsvEncoding,
  delimiter: Delimiter,
  width: number,
): AsyncGenerator<SurveyBatch> {
  let first = true;
  for await (const { lines, rows } of records(file, encoding, delimiter)) {
    if (first && rows.length > 0) {
      first = false;
      rows.shift();
      lines.shift();
    }
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? [];
      if (!cutToWidth(row, width)) {
        throw new RefusedFileError({
          en: `${file.name}, line ${lines[at]} has ${row.length} cells, and the header ${width} columns: a cell that holds the separator or a line break is written in quotes`,
          fr: `${file.name}, la ligne ${lines[at]} a ${row.length} cellules, et l’en-tête ${width} colonnes\u00a0: une cellule qui contient le séparateur ou un saut de ligne s’écrit entre guillemets droits`,
        });
      }
    }
    if (rows.length > 0) yield { lines, rows, numeric: null };
  }
}

/** Cuts empty cells after the last column off a row; false when it has too few cells or too many. */
function cutToWidth(row: string[], width: number): boolean {
  if (row.length === width) return true;
  if (row.length < width || !isBlankRow(row.slice(width))) return false;
  row.length = width;
  return true;
}

async function* records(
  file: DiskFile,
  encoding: CsvEncoding,
  delimiter: Delimiter,
): AsyncGenerator<Records> {
  const { name } = file;
  let line = 1;
  let given = 0;
  let quoted = false;
  const texts = measured(fileText(file, encoding), (text) => {
    given += text.length;
    quoted ||= text.includes('"');
  });
  for await (const { data, errors, meta } of parsed(texts, delimiter)) {
    const fault = errors.find(({ type }) => type === 'Quotes');
    const lines: number[] = [];
    const rows: string[][] = [];
    for (let at = 0; at < data.length; at++) {
      const row = data[at] ?? [];
      if (fault && at >= (fault.row ?? 0)) break;
      if (!isBlankRow(row)) {
        lines.push(line);
        rows.push(row);
      }
      line += 1 + (quoted ? breaksIn(row) : 0);
    }
    if (fault) {
      const { en, fr } = inWords(fault.code);
      throw new RefusedFileError({
        en: `${name}, line ${line}: ${en}`,
        fr: `${name}, ligne ${line}\u00a0: ${fr}`,
      });
    }
    if (given - meta.cursor > LONGEST_ROW) {
      throw new RefusedFileError({
        en: `${name}, line ${line}: a row of more than ${LONGEST_ROW} characters; probably a quote begins a cell there and is not closed`,
        fr: `${name}, ligne ${line}\u00a0: une ligne de plus de ${LONGEST_ROW} caractères\u00a0; sans doute un guillemet y ouvre une cellule et n’est pas fermé`,
      });
    }
    // What is left of this piece goes with the next: its quotes may still be open.
    quoted = quoted && meta.cursor < given;
    yield { lines, rows };
  }
}

function inWords(code: string): Bilingual {
  return code === 'MissingQuotes'
    ? {
        en: 'a quote begins a cell and is not closed before the end of the file',
        fr: 'un guillemet ouvre une cellule et n’est pas fermé avant la fin du fichier',
      }
    : {
        en: 'a quote is closed before the end of its cell; within quotes a quote is written twice, ""',
        fr: 'un guillemet est fermé avant la fin de sa cellule\u00a0; entre guillemets, un guillemet s’écrit deux fois, ""',
      };
}

/** Line breaks within the cells of a row. */
function breaksIn(row: readonly string[]): number {
  let breaks = 0;
  for (const cell of row) if (cell.includes('\n')) breaks += cell.split('\n').length - 1;
  return breaks;
}

async function* measured(
  texts: AsyncIterable<string>,
  measure: (text: string) => void,
): AsyncGenerator<string> {
  for await (const text of texts) {
    measure(text);
    yield text;
  }
}

/** Parses a text as it comes: one result for each piece, and one for its end. */
async function* parsed(
  texts: AsyncIterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<ParseResult<string[]>> {
  const input = new Readable({ objectMode: true, read() {} });
  let deliver: (result: ParseResult<string[]>) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const next = () =>
    new Promise<ParseResult<string[]>>((resolve, reject) => {
      deliver = resolve;
      fail = reject;
    });
  Papa.parse<string[]>(input, {
    ...{ delimiter, newline: '\n' },
    // The parser calls this once for each piece that it is given.
    chunk: (result) => deliver(result),
    error: (error: Error) => fail(error),
    complete: () => {},
  });
  try {
    for await (const text of texts) {
      if (text === '') continue;
      const result = next();
      input.push(text);
      yield await result;
    }
    const last = next();
    input.push(null);
    yield await last;
  } finally {
    input.destroy();
  }
}
