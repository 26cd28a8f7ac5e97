import type { ReportFormat } from './format.ts';
import { sheetName } from './sheet.ts';
import { workbook } from './workbook.ts';

/** A workbook of one sheet. */
export const xlsxFormat: ReportFormat = {
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  compressed: true,
  whole: false,
  write: ({ report, language, source, columns, batches }) =>
    workbook({
      title: report.title[language],
      ...{ source, language },
      sheets: [{ name: sheetName(report.name), columns, batches }],
    }),
};
