import type { Dataset } from '../../datasets/dataset.ts';
import type { Language } from '../../datasets/labels.ts';
import {
  type Parameter,
  type ParameterProblem,
  type ParameterValues,
  parseParameters,
} from '../../datasets/parameter.ts';
import type { Table } from '../formats/format.ts';
import { CSV_PROFILES, type FormatName } from '../formats/formats.ts';

/** What every report may be asked, whatever it is about. */
export const OPTIONS: readonly Parameter[] = [
  {
    name: 'limit',
    description: 'How many rows at most, from the start; all of them when it is not given.',
    kind: { type: 'INTEGER', from: 0, to: 1_000_000_000 },
    ...{ many: false, example: '1000' },
  },
  {
    name: 'labels',
    description:
      'Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given.',
    kind: { type: 'CHOICE', of: ['fr', 'en'] },
    ...{ many: false, example: 'fr' },
  },
  {
    name: 'publication',
    description:
      'Number of the publication. The address then always means the same bytes: the day of the publication stands in for today, and the answer may be kept for good. Another one than is served is refused.',
    kind: { type: 'INTEGER', from: 1, to: 2_147_483_647 },
    ...{ many: false, example: '12' },
  },
];

const PROFILE: Parameter = {
  name: 'profile',
  description:
    'CSV alone: `fr-excel` has semicolons, decimal commas, a byte order mark, CRLF, and `="…"` around texts that look like numbers or days, for a double click in a French Excel.',
  kind: { type: 'CHOICE', of: Object.keys(CSV_PROFILES) },
  ...{ many: false, otherwise: 'default', example: 'fr-excel' },
};

const HEADERS: Parameter = {
  name: 'headers',
  description:
    'CSV alone: whether the first line has the names of columns, which never change, or their labels, in the language of `labels` or else in French. When it is not given: labels for `profile=fr-excel` with `labels`, otherwise names.',
  kind: { type: 'CHOICE', of: ['names', 'labels'] },
  ...{ many: false, example: 'labels' },
};

/** What a query string asks of a report. */
export interface ReportOptions {
  readonly values: ParameterValues;
  readonly limit: number | null;
  readonly labels: Language | null;
  readonly publication: number | null;
  readonly profile: keyof typeof CSV_PROFILES;
  readonly headers: Table['headers'];
}

/** The parameters of a report in a format, those of all reports included. */
export function parametersOf(report: Dataset, format: FormatName): readonly Parameter[] {
  return [...report.parameters, ...OPTIONS, ...(format === 'csv' ? [PROFILE, HEADERS] : [])];
}

/** The name under which BI tools send a key, which is no matter of the report. */
const KEY = 'key';

/** Reads a query string, with all that is wrong with it at once. */
export function reportOptions(
  report: Dataset,
  format: FormatName,
  query: URLSearchParams,
): { readonly options: ReportOptions; readonly problems: readonly ParameterProblem[] } {
  const asked = new URLSearchParams([...query].filter(([name]) => name !== KEY));
  const { values, problems } = parseParameters(parametersOf(report, format), asked);
  const { limit, labels, publication, profile, headers, ...rest } = values;
  return {
    problems,
    options: {
      values: rest,
      limit: typeof limit === 'number' ? limit : null,
      labels: labels === 'fr' || labels === 'en' ? labels : null,
      publication: typeof publication === 'number' ? publication : null,
      profile: profile === 'fr-excel' ? 'fr-excel' : 'default',
      headers:
        headers === 'labels' || (headers === undefined && profile === 'fr-excel' && labels)
          ? 'labels'
          : 'names',
    },
  };
}
