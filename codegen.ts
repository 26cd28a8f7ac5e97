import type { CodegenConfig } from '@graphql-codegen/cli';

const scalars = {
  Date: 'string',
  DateTime: 'string',
  Percentage: 'number',
  RegisterCode: 'string',
  ReportRow: 'Readonly<Record<string, string | number | boolean | null>>',
  Siren: 'string',
  YearSelection: 'string',
};

const typedDocuments = {
  plugins: ['typescript-operations', 'typed-document-node'],
  config: { useTypeImports: true, enumsAsTypes: true, scalars },
};

/** Typed documents of the saved operations, for the tests and clients, and of what pages ask. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  generates: {
    'tests/support/operations.ts': {
      documents: 'schema/operations/*.graphql',
      ...typedDocuments,
    },
    'clients/typescript/src/operation-types.ts': {
      documents: 'schema/operations/*.graphql',
      plugins: ['typescript-operations'],
      config: typedDocuments.config,
    },
    'src/web/operations.ts': {
      documents: 'src/web/**/*.graphql',
      ...typedDocuments,
    },
  },
};

export default config;
