import type { ColumnHead, ColumnType, Dataset } from '../../datasets/dataset.ts';
import type { Parameter } from '../../datasets/parameter.ts';
import { CONTRACTS } from '../../domain/contracts.ts';
import { EMPTY_REASONS } from '../../domain/empty/empty-reason.ts';
import { type FormatName, REPORT_FORMATS } from '../formats/formats.ts';
import { TEXT_FORMATS } from './address.ts';
import { jsonSchemaOf } from './description.ts';
import {
  DESCRIPTION_PROBLEMS,
  problemResponses,
  ROWS_PROBLEMS,
  SECURITY,
  SECURITY_SCHEMES,
} from './open-api-responses.ts';
import { parametersOf } from './options.ts';

/** An OpenAPI 3.1 document of `/reports`, whose figures are made by a method (its name). */
export function openApi(reports: readonly Dataset[], methodVersion: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Débouchés: reports',
      version: methodVersion,
      description:
        'The registers of professional certifications (RNCP and RS) and what became of the people who obtained them, as flat rows. Version: that of the method of the figures, and what was chosen otherwise than its page says. `x-contract-version`: the contract of names, types and parameters.',
      'x-contract-version': CONTRACTS.datasets,
    },
    servers: [{ url: '/', description: 'The server that gave this document' }],
    security: SECURITY,
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
        [`/reports/${report.name}`, { get: rowsOperation(report, REPORT_FORMAT_NAMES, '') }],
        ...REPORT_FORMAT_NAMES.map((format) => [
          `/reports/${report.name}.${format}`,
          { get: rowsOperation(report, [format], format) },
        ]),
        ...TEXT_FORMATS.map((format) => [
          `/reports/${report.name}.${format}.gz`,
          { get: gzippedOperation(report, format) },
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
        EmptyBecause: EMPTY_BECAUSE,
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
                properties: {
                  parameter: { type: 'string' },
                  message: { type: 'string' },
                  reason: { type: 'string', enum: ['UNKNOWN_CODE', 'SOURCE_AWAY'] },
                  given: { type: 'string' },
                  nearest: { type: 'array', items: { type: 'string' } },
                },
              },
            },
            requestId: { type: 'string' },
          },
          required: ['title', 'status', 'code', 'detail'],
        },
        ...Object.fromEntries(reports.map((report) => [rowNameOf(report), rowSchema(report)])),
      },
      responses: problemResponses(),
      securitySchemes: SECURITY_SCHEMES,
    },
  };
}

const ref = (name: string) => ({ $ref: `#/components/${name}` });

const COUNT = { type: ['integer', 'null'] };
const TEXTS = { type: 'array', items: { type: 'string' } };

/** Why a report has no rows, or no rate. */
const EMPTY_BECAUSE = {
  type: ['object', 'null'],
  properties: {
    reason: { type: 'string', enum: EMPTY_REASONS },
    message: { type: 'string' },
    of: { type: 'string' },
    rows: COUNT,
    conditions: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          condition: { type: 'string' },
          given: {},
          state: { type: 'string' },
          alone: COUNT,
          remaining_without: COUNT,
          nearest: TEXTS,
          exists: { type: ['object', 'null'] },
        },
      },
    },
    leave_out: {
      type: 'array',
      items: { type: 'object', properties: { conditions: TEXTS, remaining: COUNT } },
    },
    figures: { type: 'array', items: { type: 'object' } },
  },
};

function described(operationId: string, summary: string, schema: string) {
  return {
    operationId,
    summary,
    responses: {
      200: {
        description: summary,
        content: { 'application/json': { schema: ref(`schemas/${schema}`) } },
      },
      ...DESCRIPTION_PROBLEMS,
    },
  };
}

/** The rows in one of some formats: `ending` tells the operation from those of other addresses. */
function rowsOperation(report: Dataset, formats: readonly FormatName[], ending: string) {
  const content = formats.map((format) => [
    mediaTypeOf(format),
    { schema: contentSchema(report, format) },
  ]);
  const ok = {
    description: report.title.en,
    headers: {
      ETag: { schema: { type: 'string' } },
      'Empty-Because': {
        description:
          'Of a report without rows, or without any rate in them: the reason, and why in words as `message*` (RFC 8187), in the language of `labels` or else in French',
        schema: { type: 'string' },
      },
      'X-Contract-Version': {
        description: 'Number of the contract of names, types and parameters: `major.minor.patch`',
        schema: { type: 'string' },
      },
      'X-Method-Version': {
        description: 'What the figures are made by, and what was chosen otherwise',
        schema: { type: 'string' },
      },
      'X-Row-Count': {
        description: 'Rows, where that is known before they are sent',
        schema: { type: 'integer' },
      },
    },
    content: Object.fromEntries(content),
  };
  const [first = 'csv'] = formats;
  return {
    operationId: idOf(report) + capital(ending),
    summary: report.title.en,
    description: `${report.description.en} Here ${report.grain.en}.`,
    parameters: parametersOf(report, first).map(parameterOf),
    responses: {
      200: ok,
      206: { ...ok, description: 'The part that `Range` names, of a file that is kept' },
      304: { description: 'The client has it' },
      ...ROWS_PROBLEMS,
    },
  };
}

/** The same rows as a file that is compressed. */
function gzippedOperation(report: Dataset, format: FormatName) {
  const { responses, ...operation } = rowsOperation(report, [format], `${format}Gz`);
  const content = { 'application/gzip': { schema: BINARY } };
  return {
    ...operation,
    responses: {
      ...responses,
      200: { ...responses[200], content },
      206: { ...responses[206], content },
    },
  };
}

const REPORT_FORMAT_NAMES = Object.keys(REPORT_FORMATS) as FormatName[];

const BINARY = { type: 'string', format: 'binary' };

function mediaTypeOf(format: FormatName): string {
  return REPORT_FORMATS[format].mediaType.split(';')[0] ?? '';
}

function contentSchema(report: Dataset, format: FormatName) {
  const row = ref(`schemas/${rowNameOf(report)}`);
  if (format === 'json') {
    const rows = { type: 'array', items: row };
    return { type: 'object', properties: { rows, empty_because: ref('schemas/EmptyBecause') } };
  }
  if (format === 'jsonl') return row;
  return REPORT_FORMATS[format].compressed ? BINARY : { type: 'string' };
}

function parameterOf({ name, description, kind, many, otherwise, required, example }: Parameter) {
  const one = jsonSchemaOf(kind);
  return {
    ...{ name, description: description.en, in: 'query', required: required ?? false, example },
    ...(many && { explode: false }),
    schema: {
      ...(many ? { type: 'array', items: one } : one),
      ...(otherwise !== undefined && { default: otherwise }),
    },
  };
}

const TYPES: Readonly<Record<ColumnType, { readonly type: string; readonly format?: string }>> = {
  TEXT: { type: 'string' },
  INTEGER: { type: 'integer' },
  NUMBER: { type: 'number' },
  BOOLEAN: { type: 'boolean' },
  DATE: { type: 'string', format: 'date' },
  DATETIME: { type: 'string', format: 'date-time' },
};

/** A row: what it is known by is there, and any other cell may be absent. */
function rowSchema({ columns, key, nullableKey = [] }: Dataset) {
  const property = ({ name, type: columnType, codes, description }: ColumnHead) => {
    const there = key.includes(name) && !nullableKey.includes(name);
    const { type, ...format } = TYPES[columnType];
    const known = codes && Object.keys(codes);
    return [
      name,
      {
        ...{ type: there ? type : [type, 'null'], ...format, description: description.en },
        ...(known && { enum: there ? known : [...known, null] }),
      },
    ];
  };
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
  return `${capital(idOf(report))}Row`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
