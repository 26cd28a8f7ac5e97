import type { ViewComment } from '../db/bi-views.ts';
import { REPORTS } from './catalogue.ts';
import type { Report } from './report.ts';

/** The view of a report in the schema `bi`. */
export function viewOf({ name }: Report): string {
  return name.replaceAll('-', '_');
}

/** A view takes no parameters: it has the rows that the report has when none is given. */
function defaultsOf({ parameters }: Report): string {
  const given = parameters.flatMap(({ name, otherwise }) =>
    otherwise === undefined ? [] : `${name}=${otherwise}`,
  );
  return given.length > 0 ? `, with ${given.join(', ')}` : '';
}

/** What the catalogue says of the views of all reports. */
export function viewComments(): ViewComment[] {
  return REPORTS.map((report) => ({
    view: viewOf(report),
    comment: `${report.title.fr} (${report.title.en}). ${report.description} Here ${report.grain}${defaultsOf(report)}.`,
    columns: report.columns.map(({ name, label, description }) => ({
      name,
      comment: `${label.fr}. ${description}`,
    })),
  }));
}
