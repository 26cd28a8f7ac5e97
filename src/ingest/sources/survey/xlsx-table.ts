import type { DiskFile } from '../disk-file.ts';
import type { SurveyTable } from './survey-table.ts';
export async function openXlsxTable(_file: DiskFile): Promise<SurveyTable> {
  throw new Error('soon');
}
