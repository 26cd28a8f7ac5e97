import type { PROFILE_FR, REPORTS_FR } from '../fr/reports.ts';

export const REPORTS_EN: typeof REPORTS_FR = {
  title: 'Reports',
  lead: 'The data as flat tables, for spreadsheets and BI tools: the same rows in each format, at an address that does not change.',
  rates:
    'Each rate has its interval, its base and its status beside it: an empty cell so says why it is empty. Rates are not to be averaged: for a group, take a report by group, and show its interval between certifications (_low_between, _high_between).',
  columnsStay: (version) =>
    `Names of columns do not change (contract ${version}); read columns by their name, for one that is added may stand between others.`,
  pinned: 'For figures that must not change any more, name the publication:',
  machines: 'For programs, the same description:',
  contents: 'List of reports',
  all: (count) => `The ${count} reports`,
  grain: 'A row is',
  key: 'Key',
  files: 'Files',
  excelFile: 'CSV for Excel under French settings (semicolon, decimal comma)',
  described: 'Description for programs',
  columnsOf: (title) => `Columns of “${title}”`,
  parametersOf: (title) => `Parameters of “${title}”`,
  column: 'Column',
  label: 'Label',
  type: 'Type',
  says: 'What it says, its unit, when it is empty',
  parameter: 'Parameter',
  does: 'What it does',
  accepts: 'Accepted values',
  usual: 'Without it',
  example: 'such as',
  many: 'several values are possible',
  unrestricted: 'restricts nothing',
  noParameters: 'No parameter.',
  types: {
    BOOLEAN: 'true or false',
    DATE: 'day',
    DATETIME: 'instant',
    INTEGER: 'whole number',
    NUMBER: 'number',
    TEXT: 'text',
  },
  excelConnection: 'Connection of Excel (.odc), which can be refreshed',
  models: 'Models to take away',
  modelsLead:
    'Tables, relations and measures that are declared already: their rates are ratios of sums, right for any grouping.',
  howToRead: 'In your tools',
  server: 'https://SERVER',
  serverIs: (server) => `${server} stands for the address of this site.`,
  recipes: {
    excel: 'Best is the workbook, which has real numbers and days:',
    excelCsv: 'For a double click on a CSV under French settings:',
    powerBi:
      'Get data › Blank query › Advanced editor; the base address stays apart, so that a scheduled refresh accepts it.',
    grafana:
      'Infinity data source: type JSON, parser Backend, method GET, Rows/Root “rows”. Address:',
    duckDb: 'Parquet has the type of each column, and keeps the zeros of codes.',
    python:
      'With pandas; SIREN, NSF codes and Formacodes stay text when dtype says so, or in Parquet.',
    r: 'With readr; give col_types for codes, so that they keep their zeros.',
  },
};

export const PROFILE_EN: typeof PROFILE_FR = {
  title: 'what its columns hold',
  described: 'Its files, columns and parameters',
  choose: 'Choose rows',
  any: 'any',
  show: 'Show',
  rows: (count, grain) => `${count} rows (${grain}).`,
  columnsOf: (title) => `What the columns of “${title}” hold`,
  absent: 'Empty',
  distinct: 'Different values',
  many: 'not counted',
  range: 'Range',
  values: 'Most frequent',
  statuses: 'By status:',
  link: 'What its columns hold',
};
