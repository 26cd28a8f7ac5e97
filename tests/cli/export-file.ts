import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportText } from '../ingest/sources/export/export-text.ts';

/** Writes an export of one fiche to a folder, and gives its path. */
export async function exportFile(folder: string): Promise<string> {
  const path = join(folder, 'export_fiches_RNCP_V4_1_2026-01-01.xml');
  await writeFile(path, exportText([{ code: 'RNCP1', title: 'Un titre' }]));
  return path;
}
