import type { PersistedOperation } from '../src/http/graphql/persisted-operations.ts';

/** The persisted operations that are listed for clients, as constants of the TypeScript client. */
export function printOperations(operations: readonly PersistedOperation[]): string {
  const types = operations.flatMap(({ name }) => [`${name}Query`, `${name}QueryVariables`]);
  return [
    '/** Written by `npm run generate` from schema/operations; never edited. */',
    `import type {\n${types.map((each) => `  ${each},\n`).join('')}} from './operation-types.ts';`,
    "import type { Operation } from './operation.ts';",
    `export type {\n${types.map((each) => `  ${each},\n`).join('')}} from './operation-types.ts';`,
    ...operations.map(printOperation),
    '',
  ].join('\n\n');
}

function printOperation({ name, documentId, description, text }: PersistedOperation): string {
  return `/** ${description.replaceAll('*/', '* /')} */
export const ${name}: Operation<${name}Query, ${name}QueryVariables> = {
  name: '${name}',
  documentId: '${documentId}',
  text: ${templateOf(text)},
};`;
}

/** A text between backquotes. */
function templateOf(text: string): string {
  return `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\``;
}
