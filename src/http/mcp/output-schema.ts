import type { JsonSchema } from './input-schema.ts';

const text = { type: 'string' };
const rows = { type: ['integer', 'null'] };

/** What every answer of a tool has; `data` is as the schema of GraphQL has it. */
export const OUTPUT_SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    cautions: { type: 'array', items: text },
    labels: { type: 'object', additionalProperties: text },
    publication: {
      type: 'object',
      properties: { number: { type: 'integer' }, day: text, notice: { type: ['string', 'null'] } },
      required: ['number', 'day', 'notice'],
    },
    source: {
      type: 'object',
      properties: { attribution: text, licence: { type: ['object', 'null'] }, citation: text },
      required: ['attribution', 'licence', 'citation'],
    },
    methodVersion: text,
    truncated: { type: 'boolean' },
    totalRows: rows,
    lists: {
      type: 'array',
      items: { type: 'object', properties: { list: text, rows, totalRows: rows } },
    },
    filters: {
      type: 'array',
      items: {
        type: 'object',
        properties: { name: text, origin: text },
        required: ['name', 'origin'],
      },
    },
    period: { type: 'object' },
    empty: { type: 'array' },
    repeat: { type: 'object', properties: { address: text, curl: text } },
    data: { type: 'object' },
  },
  required: [
    ...['cautions', 'publication', 'source', 'methodVersion', 'truncated', 'totalRows', 'filters'],
    ...['period', 'empty', 'repeat', 'data'],
  ],
};
