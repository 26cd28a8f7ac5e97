import type { ColumnHead, Dataset } from '../../datasets/dataset.ts';
import type { Parameter, ParameterKind } from '../../datasets/parameter.ts';
import { CONTRACTS } from '../../domain/contracts.ts';
import { REPORT_FORMATS } from '../formats/formats.ts';
import { parametersOf } from './options.ts';

/** What `/reports` lists; descriptions are in English. */
export function reportList(reports: readonly Dataset[]) {
  return {
    reports: reports.map(({ name, title, description, grain }) => ({
      name,
      title,
      description: description.en,
      grain: grain.en,
      schema: `/reports/${name}/schema`,
      excel: `/models/${name}.odc`,
      formats: Object.fromEntries(
        Object.keys(REPORT_FORMATS).map((format) => [format, `/reports/${name}.${format}`]),
      ),
    })),
    openapi: '/reports/openapi.json',
    models: '/models',
  };
}

/**
 * What `/reports/{name}/schema` says, in English: columns, parameters, what figures are made by, the
 * contract.
 */
export function reportSchema(report: Dataset, methodVersion: string) {
  const { name, title, description, grain, key, columns } = report;
  return {
    name,
    title,
    description: description.en,
    grain: grain.en,
    key,
    method_version: methodVersion,
    contract_version: CONTRACTS.datasets,
    columns: columns.map(describeColumn),
    parameters: parametersOf(report, 'csv').map(describeParameter),
  };
}

function describeColumn({ name, type, role, label, description, unit, codes }: ColumnHead) {
  return { name, type, role, label, description: description.en, unit, codes };
}

function describeParameter({
  name,
  description,
  kind,
  many,
  otherwise,
  required,
  example,
}: Parameter) {
  return {
    name,
    description: description.en,
    required: required ?? false,
    many,
    default: otherwise ?? null,
    schema: jsonSchemaOf(kind),
    example,
  };
}

/** The JSON Schema of one value of a parameter. */
export function jsonSchemaOf(kind: ParameterKind) {
  switch (kind.type) {
    case 'INTEGER':
      return { type: 'integer', minimum: kind.from, maximum: kind.to };
    case 'DATE':
      return { type: 'string', format: 'date' };
    case 'BOOLEAN':
      return { type: 'boolean' };
    case 'CHOICE':
      return { type: 'string', enum: kind.of };
    case 'TEXT':
      return { type: 'string', pattern: kind.pattern.source };
  }
}
