import { basename } from 'node:path';
import { fileSize } from '../disk-file.ts';
import { openCsvTable } from './csv-table.ts';
import type { SurveyTable } from './survey-table.ts';

const ACCEPTED =
  'give a CSV file, an XLSX file, or the XML file handed over to the Caisse des Dépôts';

export async function openSurveyTable(path: string, name = basename(path)): Promise<SurveyTable> {
  const bytes = await fileSize(path, name, ACCEPTED);
  return openCsvTable({ path, name, bytes });
}
