import type { ColumnHead, ColumnType, Dataset } from '../../datasets/dataset.ts';
import type { Parameter } from '../../datasets/parameter.ts';
import { METHOD_VERSION } from '../../domain/measures/measure.ts';
import { type FormatName, REPORT_FORMATS } from '../formats/formats.ts';
import { jsonSchemaOf } from './description.ts';
import { parametersOf } from './options.ts';

/** An OpenAPI 3.1 document of `/reports`. */
export function openApi(reports: readonly Dataset[]) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Débouchés: reports',
      version: METHOD_VERSION,
      description:
        'The registers of professional certifications (RNCP and RS) and what became of the people who obtained them, as flat rows. Version: that of the method of the figures.',
    },
    paths: Object.fromEntries([
      ['/reports', { get: described('listReports', 'The reports', 'List') }],
      ['/reports/openapi.json', { get: described('openApi', 'This document', 'Any') }],
      ...reports.flatMap((report) => [
        [
          `/reports/${report.name}/schema`,
          {
            get: described(
              `${idOf(report)}Schema`,
              `Columns and parameters: ${report.title.en}`,
              'Any',
            ),
          },
        ],
        ...(Object.keys(REPORT_FORMATS) as FormatName[]).map((format) => [
          `/reports/${report.name}.${format}`,
          { get: rowsOperation(report, format) },
        ]),
      ]),
    ]),
    components: {
      schemas: {
        Any: { type: 'object' },
        List: {
          type: 'object',
          properties: { reports: { type: 'array', items: { type: 'object' } } },
        },
        Problem: {
          type: 'object',
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { type: 'string' },
            detail: { type: 'string' },
            errors: {
              type: 'array',
              items: {
                type: 'object',
                properties: { parameter: { type: 'string' }, message: { type: 'string' } },
              },
            },
            requestId: { type: 'string' },
          },
          required: ['title', 'status', 'code', 'detail'],
        },
        ...Object.fromEntries(reports.map((report) => [rowNameOf(report), rowSchema(report)])),
      },
      responses: {
        Problem: {
          description: 'Why there is no report',
          content: { 'application/problem+json': { schema: ref('schemas/Problem') } },
        },
      },
    },
  };
}

const ref = (name: string) => ({ $ref: `#/components/${name}` });

function described(operationId: string, summary: string, schema: string) {
  return {
    operationId,
    summary,
    responses: {
      200: {
        description: summary,
        content: { 'application/json': { schema: ref(`schemas/${schema}`) } },
      },
      default: ref('responses/Problem'),
    },
  };
}

function rowsOperation(report: Dataset, format: FormatName) {
  const [mediaType = ''] = REPORT_FORMATS[format].mediaType.split(';');
  return {
    operationId: `${idOf(report)}${format[0]?.toUpperCase()}${format.slice(1)}`,
    summary: report.title.en,
    description: `${report.description} Here ${report.grain}.`,
    parameters: parametersOf(report, format).map(parameterOf),
    responses: {
      200: {
        description: report.title.en,
        headers: {
          ETag: { schema: { type: 'string' } },
          'X-Row-Count': {
            description: 'Rows, where that is known before they are sent',
            schema: { type: 'integer' },
          },
        },
        content: { [mediaType]: { schema: contentSchema(report, format) } },
      },
      304: { description: 'The client has it' },
      default: ref('responses/Problem'),
    },
  };
}

function contentSchema(report: Dataset, format: FormatName) {
  const row = ref(`schemas/${rowNameOf(report)}`);
  if (format === 'json') {
    return { type: 'object', properties: { rows: { type: 'array', items: row } } };
  }
  return format === 'jsonl' ? row : { type: 'string' };
}

function parameterOf({ name, description, kind, many, otherwise, required, example }: Parameter) {
  const one = jsonSchemaOf(kind);
  return {
    ...{ name, description, in: 'query', required: required ?? false, example },
    ...(many && { explode: false }),
    schema: {
      ...(many ? { type: 'array', items: one } : one),
      ...(otherwise !== undefined && { default: otherwise }),
    },
  };
}

const TYPES: Readonly<Record<ColumnType, object>> = {
  TEXT: { type: ['string', 'null'] },
  INTEGER: { type: ['integer', 'null'] },
  NUMBER: { type: ['number', 'null'] },
  BOOLEAN: { type: ['boolean', 'null'] },
  DATE: { type: ['string', 'null'], format: 'date' },
  DATETIME: { type: ['string', 'null'], format: 'date-time' },
};

function rowSchema({ columns }: Dataset) {
  const property = ({ name, type, description }: ColumnHead) => [
    name,
    { ...TYPES[type], description },
  ];
  return {
    type: 'object',
    properties: Object.fromEntries(columns.map(property)),
    required: columns.map(({ name }) => name),
  };
}

/** insertion-rates → insertionRates */
function idOf({ name }: Dataset): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function rowNameOf(report: Dataset): string {
  const id = idOf(report);
  return `${id[0]?.toUpperCase()}${id.slice(1)}Row`;
}
