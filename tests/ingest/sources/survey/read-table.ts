import { RefusedFileError } from '../../../../src/domain/errors.ts';
import { openSurveyTable } from '../../../../src/ingest/sources/survey/open-survey-table.ts';

/** A file read whole as a table; `numeric` by batch. */
export async function readTable(path: string) {
  const table = await openSurveyTable(path);
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  const numeric: (Uint8Array | null)[] = [];
  for await (const batch of table.rows()) {
    rows.push(...batch.rows);
    lines.push(...batch.lines);
    numeric.push(batch.numeric);
  }
  const { kind, name, sheet, header, notices } = table;
  return { kind, name, sheet, header, notices, rows, lines, numeric };
}

/** Why a file is refused; fails when it is read. */
export async function refusalOf(path: string): Promise<string> {
  const read = await readTable(path).catch((error: unknown) => error);
  if (read instanceof RefusedFileError) return read.message;
  throw new Error(`not refused: ${JSON.stringify(read)}`, { cause: read });
}
