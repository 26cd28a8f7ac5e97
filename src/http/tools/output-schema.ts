import type { JsonSchema } from './input-schema.ts';

/**
 * What every answer of a tool has; `data` is as the schema of GraphQL has it. Short, for it is told with
 * each of the tools.
 */
export const OUTPUT_SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    cautions: { type: 'array', items: { type: 'string' } },
    truncated: { type: 'boolean' },
    totalRows: { type: ['integer', 'null'] },
    data: { type: 'object' },
  },
  required: [
    ...['cautions', 'truncated', 'totalRows', 'publication', 'source', 'methodVersion', 'filters'],
    ...['period', 'empty', 'repeat', 'data'],
  ],
};
