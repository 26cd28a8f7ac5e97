import { DATASETS, datasetNamed } from '../../datasets/catalogue.ts';
import type { Dataset } from '../../datasets/dataset.ts';
import { type FormatName, REPORT_FORMATS } from '../formats/formats.ts';
import { nearestNames } from '../nearest-names.ts';
import type { Problem } from '../problem.ts';

/** What an address below `/reports` asks for. */
export type ReportAddress =
  | { readonly kind: 'LIST' }
  | { readonly kind: 'OPEN_API' }
  | { readonly kind: 'SCHEMA'; readonly report: Dataset }
  | RowsAddress;

/** The rows of a report. */
export interface RowsAddress {
  readonly kind: 'ROWS';
  readonly report: Dataset;
  /** null = what the client accepts. */
  readonly format: FormatName | null;
  /** Whether the file itself is compressed with gzip: `.csv.gz`. */
  readonly gzipped: boolean;
}

const FORMATS = Object.keys(REPORT_FORMATS) as FormatName[];
/** Formats that `.gz` may follow: the others are compressed already. */
export const TEXT_FORMATS = FORMATS.filter((name) => !REPORT_FORMATS[name].compressed);

/** Reads the path of an address at or below `/reports`. */
export function reportAddress(path: string): ReportAddress | Problem {
  const [file = '', rest, ...more] = path.slice('/reports/'.length).split('/');
  if (file === '' && rest === undefined) return { kind: 'LIST' };
  if (file === 'openapi.json' && rest === undefined) return { kind: 'OPEN_API' };
  const [name = '', ...endings] = file.split('.');
  const report = datasetNamed(name);
  // One without a name before its ending is repeated as it was given.
  if (!report) return unknownReport(name === '' ? file : name);
  if (rest === 'schema' && more.length === 0 && endings.length === 0) {
    return { kind: 'SCHEMA', report };
  }
  const [ending, gz] = endings;
  const format = FORMATS.find((each) => each === ending) ?? null;
  const gzipped = gz === 'gz' && TEXT_FORMATS.some((each) => each === format);
  const served = endings.length === 0 || (format && (endings.length === 1 || gzipped));
  if (rest !== undefined || !served || endings.length > 2) return unknownFormat(report);
  return { kind: 'ROWS', report, format, gzipped };
}

function unknownFormat({ name }: Dataset): Problem {
  const endings = [...FORMATS, ...TEXT_FORMATS.map((each) => `${each}.gz`)];
  const files = endings.map((each) => `/reports/${name}.${each}`).join(', ');
  return {
    ...{ status: 404, code: 'NOT_FOUND' },
    detail: {
      en: `the report ${name} is served as ${files}, and described at /reports/${name}/schema`,
      fr: `le rapport ${name} est servi en ${files}, et décrit en /reports/${name}/schema`,
    },
  };
}

function unknownReport(name: string): Problem {
  const nearest = nearestNames(
    name,
    DATASETS.map((report) => report.name),
  );
  return {
    ...{ status: 404, code: 'NOT_FOUND' },
    detail: {
      en: `there is no report ${JSON.stringify(name)}: the nearest names are ${nearest.join(', ')}; /reports lists all`,
      fr: `il n’y a pas de rapport ${JSON.stringify(name)} : les noms les plus proches sont ${nearest.join(', ')} ; /reports les donne tous`,
    },
  };
}
