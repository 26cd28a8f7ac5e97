import { REPORTS, reportNamed } from '../reports/catalogue.ts';
import type { Report } from '../reports/report.ts';
import type { Problem } from './problem.ts';
import { type FormatName, REPORT_FORMATS } from './report-format.ts';

/** What an address below `/reports` asks for. */
export type ReportAddress =
  | { readonly kind: 'LIST' }
  | { readonly kind: 'OPEN_API' }
  | { readonly kind: 'SCHEMA'; readonly report: Report }
  | {
      readonly kind: 'ROWS';
      readonly report: Report;
      /** null = what the client accepts. */
      readonly format: FormatName | null;
      /** Whether the file itself is packed with gzip: `.csv.gz`. */
      readonly gzipped: boolean;
    };

/** Formats that `.gz` may follow: the others are packed already. */
const FORMATS = Object.keys(REPORT_FORMATS) as FormatName[];
const TEXT_FORMATS = FORMATS.filter((name) => !REPORT_FORMATS[name].packed);

/** Reads the path of an address; null when it is not below `/reports`, else a problem or a place. */
export function reportAddress(path: string): ReportAddress | Problem | null {
  if (path === '/reports' || path === '/reports/') return { kind: 'LIST' };
  if (!path.startsWith('/reports/')) return null;
  const [file = '', rest, ...more] = path.slice('/reports/'.length).split('/');
  if (file === 'openapi.json' && rest === undefined) return { kind: 'OPEN_API' };
  const [name = '', ...endings] = file.split('.');
  const report = reportNamed(name);
  if (!report) return unknownReport(name);
  if (rest === 'schema' && more.length === 0 && endings.length === 0) {
    return { kind: 'SCHEMA', report };
  }
  const [ending, gz] = endings;
  const format = FORMATS.find((each) => each === ending) ?? null;
  const gzipped = gz === 'gz' && TEXT_FORMATS.some((each) => each === format);
  const served = endings.length === 0 || (format && (endings.length === 1 || gzipped));
  if (rest !== undefined || !served || endings.length > 2) return unknownForm(report);
  return { kind: 'ROWS', report, format, gzipped };
}

function unknownForm({ name }: Report): Problem {
  const files = [...FORMATS, ...TEXT_FORMATS.map((each) => `${each}.gz`)];
  return {
    ...{ status: 404, code: 'NOT_FOUND' },
    detail: `the report ${name} is served as ${files.map((each) => `/reports/${name}.${each}`).join(', ')}, and described at /reports/${name}/schema`,
  };
}

/** How many names are proposed in place of one that no report has. */
const PROPOSED = 3;

function unknownReport(name: string): Problem {
  const nearest = REPORTS.map((report) => ({ report, far: distance(name, report.name) }))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, PROPOSED)
    .map(({ report }) => report.name);
  return {
    ...{ status: 404, code: 'NOT_FOUND' },
    detail: `there is no report ${JSON.stringify(name)}: the nearest names are ${nearest.join(', ')}; /reports lists all`,
  };
}

/** Letters to put in, take out or change to get from one word to the other. */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...a.slice(0, 100)].entries()) {
    const line = [row + 1];
    for (const [column, other] of [...b].entries()) {
      line.push(
        Math.min(
          (before[column + 1] ?? 0) + 1,
          (line[column] ?? 0) + 1,
          (before[column] ?? 0) + (letter === other ? 0 : 1),
        ),
      );
    }
    before = line;
  }
  return before.at(-1) ?? 0;
}
