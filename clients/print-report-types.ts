import type { ColumnHead, ColumnType, Dataset } from '../src/datasets/dataset.ts';
import type { Parameter, ParameterKind } from '../src/datasets/parameter.ts';
import { parametersOf } from '../src/http/reports/options.ts';

/** Types of rows and parameters of reports, for the TypeScript client. */
export function printReportTypes(reports: readonly Dataset[]): string {
  return [
    '/** Written by `npm run generate` from the declarations of the reports; never edited. */',
    ...reports.flatMap((report) => [
      printRow(report),
      printLabels(report),
      printParameters(report),
    ]),
    printMap('Rows of reports by name.', 'ReportRows', reports, 'Row'),
    printMap('Columns that `labels` adds to them.', 'ReportLabels', reports, 'Labels'),
    printMap('Parameters of reports by name.', 'ReportParameters', reports, 'Parameters'),
    '/** A report. */\nexport type ReportName = keyof ReportRows;',
    '',
  ].join('\n\n');
}

const CELLS: Readonly<Record<ColumnType, string>> = {
  TEXT: 'string',
  INTEGER: 'number',
  NUMBER: 'number',
  BOOLEAN: 'boolean',
  DATE: 'string',
  DATETIME: 'string',
};

function printRow(report: Dataset): string {
  const { title, grain, columns } = report;
  const lines = columns.map(
    (column) =>
      `${comment(wordsOf(column), '  ')}  readonly ${column.name}: ${cellOf(report, column)};\n`,
  );
  return `${comment(`${title.en}: ${grain.en}.`)}export interface ${typeName(report)}Row {\n${lines.join('')}}`;
}

function wordsOf({ label, description, type }: ColumnHead): string {
  const said = description.en === `${label.en}.` ? '' : ` ${description.en}`;
  return `${label.en}.${said}${hintOf(type)}`;
}

/** How a text writes what is no text. */
function hintOf(type: ColumnType): string {
  if (type === 'DATE') return ' As 2026-06-30.';
  return type === 'DATETIME' ? ' As 2026-06-30T09:00:00.000Z.' : '';
}

function cellOf({ key, nullableKey = [] }: Dataset, { name, type, codes }: ColumnHead): string {
  const known = codes && Object.keys(codes).map((code) => `'${code}'`);
  const isThere = key.includes(name) && !nullableKey.includes(name);
  return [...(known ?? [CELLS[type]]), ...(isThere ? [] : ['null'])].join(' | ');
}

function printLabels(report: Dataset): string {
  const lines = report.columns
    .filter(({ codes }) => codes !== null)
    .map(
      ({ name, label }) =>
        `${comment(`Label of ${name}: ${label.en}.`, '  ')}  readonly ${name}_label: string | null;\n`,
    );
  return `${comment(`Columns that \`labels\` adds to \`${report.name}\`.`)}export interface ${typeName(report)}Labels {\n${lines.join('')}}`;
}

function printParameters(report: Dataset): string {
  // Those of rows in JSON Lines; `check` is a question of its own.
  const parameters = parametersOf(report, 'jsonl').filter(({ name }) => name !== 'check');
  const lines = parameters.map(
    (parameter) =>
      `${comment(`${parameter.description.en}${acceptedBy(parameter)}`, '  ')}  readonly ${parameter.name}${parameter.required ? '' : '?'}: ${valueType(parameter)}${parameter.required ? '' : ' | undefined'};\n`,
  );
  return `${comment(`Parameters of \`${report.name}\`.`)}export interface ${typeName(report)}Parameters {\n${lines.join('')}}`;
}

function acceptedBy({ kind, otherwise, example }: Parameter): string {
  const range = kind.type === 'INTEGER' ? ` ${kind.from} to ${kind.to}.` : '';
  const given = otherwise === undefined ? '' : ` When it is not given: ${otherwise}.`;
  return `${range}${given} As ${example}.`;
}

function valueType({ kind, many }: Parameter): string {
  const value = kindType(kind);
  if (!many) return value;
  return `${value} | readonly ${value.includes('|') ? `(${value})` : value}[]`;
}

function kindType(kind: ParameterKind): string {
  switch (kind.type) {
    case 'INTEGER':
      return 'number';
    case 'BOOLEAN':
      return 'boolean';
    case 'CHOICE':
      return kind.of
        .map((each) => (/^\d+$/.test(each) ? `${each} | '${each}'` : `'${each}'`))
        .join(' | ');
    case 'DATE':
    case 'TEXT':
      return 'string';
  }
}

function printMap(said: string, name: string, reports: readonly Dataset[], ending: string): string {
  const lines = reports.map((each) => `  readonly '${each.name}': ${typeName(each)}${ending};\n`);
  return `${comment(said)}export interface ${name} {\n${lines.join('')}}`;
}

/** insertion-rates → InsertionRates */
function typeName({ name }: Dataset): string {
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function comment(text: string, indent = ''): string {
  return `${indent}/** ${text.replaceAll('*/', '* /')} */\n`;
}
