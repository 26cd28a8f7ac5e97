import type { JsonSchema } from './input-schema.ts';

/**
 * What the answer of every tool has. `data` is described by the GraphQL schema; this text is short, because
 * `tools/list` repeats it for each tool.
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
