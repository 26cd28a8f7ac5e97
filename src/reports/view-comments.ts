import type { ViewComment } from '../db/bi-views.ts';
import { REPORTS } from './catalogue.ts';
import type { Report } from './report.ts';

/** The view of a report in the schema `bi`. */
export function viewOf({ name }: Report): string {
  return name.replaceAll('-', '_');
}

/** What the catalogue says of the views of all reports. */
export function viewComments(): ViewComment[] {
  return REPORTS.map((report) => ({
    view: viewOf(report),
    comment: `${report.title.fr} (${report.title.en}). ${report.description} Here ${report.grain}.`,
    columns: report.columns.map(({ name, label, description }) => ({
      name,
      comment: `${label.fr}. ${description}`,
    })),
  }));
}
