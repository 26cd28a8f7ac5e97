import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed documents of schema/operations, for the tests and whoever else sends them. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: 'schema/operations/*.graphql',
  generates: {
    'tests/support/operations.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: {
          Date: 'string',
          DateTime: 'string',
          Percentage: 'number',
          RegisterCode: 'string',
          Siren: 'string',
        },
      },
    },
  },
};

export default config;
