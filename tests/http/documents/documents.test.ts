import { readdirSync, readFileSync } from 'node:fs';
import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import { QueryTooComplexError } from '../../../src/domain/errors.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { countTokens } from '../../../src/http/documents/document-size.ts';
import { createDocuments } from '../../../src/http/documents/documents.ts';

const OPERATIONS = new URL('../../../schema/operations/', import.meta.url);

/** Messages of what is wrong with a text; none when it is valid. */
const errorsOf = (text: string, documents = createDocuments(schema)) =>
  documents.read(text).errors.map(({ message }) => message);

describe('a document', () => {
  test('that was read is kept, and is the same the next time', () => {
    const documents = createDocuments(schema);
    const text = '{ dataStatus { exportedOn } }';
    const { document, errors } = documents.read(text);
    expect(errors).toEqual([]);
    expect(documents.counts().documents).toBe(1);
    expect(documents.read(text).document).toBe(document);
  });

  test('that is invalid, or large, is not kept', () => {
    const documents = createDocuments(schema);
    expect(() => documents.read('{ dataStatus')).toThrow('Syntax Error');
    expect(errorsOf('{ nothing }', documents)).toHaveLength(1);
    const large = `{ dataStatus { exportedOn } } # ${'x'.repeat(20_000)}`;
    expect(errorsOf(large, documents)).toEqual([]);
    expect(documents.counts()).toEqual({ documents: 0, bytes: 0 });
  });

  test('past a limit is refused, whichever it is, and is not kept', () => {
    const documents = createDocuments(schema);
    const nested = (open: string, close: string, levels: number) =>
      `${open.repeat(levels)}${close.repeat(levels)}`;
    const texts = [
      `{ ${'a '.repeat(490_000)} }`,
      `{ ${'a '.repeat(4_001)} }`,
      `${'#\n'.repeat(4_000)}{ dataStatus { exportedOn } }`,
      `{ ${'x'.repeat(129)}: __typename }`,
      nested('{a', '}', 300_000),
      nested('{a', '}', 65),
      `{ certification(code: ${nested('[', ']', 1_000)}) { code } }`,
      `{ certification(code: ${nested('{a:', '}', 1_000)}) { code } }`,
      `query ($v: ${nested('[', ']', 1_000)}) { __typename }`,
      `{ ${Array.from({ length: 501 }, (_, index) => `a${index}: __typename`).join(' ')} }`,
      `{ ${nested('node(id: "1") {', '}', 15).replace('{}', '{ id }')} }`,
      // Not asked for, and compared in pairs all the same.
      `{ __typename } fragment F on Query { ${'dataStatus '.repeat(600)} }`,
    ];
    for (const text of texts) {
      expect(() => documents.read(text), text.slice(0, 60)).toThrow(QueryTooComplexError);
    }
    expect(documents.counts()).toEqual({ documents: 0, bytes: 0 });
  });

  test('does not exhaust the memory of its server, however many there are', () => {
    const documents = createDocuments(schema);
    for (let index = 0; index < 2_000; index++) {
      const fields = Array.from({ length: 100 }, (_, field) => `a${index}_${field}: __typename`);
      documents.read(`{ ${fields.join(' ')} }`);
    }
    const { documents: kept, bytes } = documents.counts();
    expect(kept).toBeGreaterThan(100);
    expect(kept).toBeLessThanOrEqual(1_000);
    expect(bytes).toBeLessThanOrEqual(32 * 1024 * 1024);
  });

  test('has ten errors at most', () => {
    const unknown = Array.from({ length: 100 }, (_, index) => `unknown${index}`).join(' ');
    // The last one says that there are more.
    expect(errorsOf(`{ ${unknown} }`)).toHaveLength(11);
  });

  test('of the product fits ten times over', () => {
    const documents = createDocuments(schema);
    const files = readdirSync(OPERATIONS, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((each) => each.endsWith('.graphql'))) {
      const text = readFileSync(new URL(file, OPERATIONS), 'utf8');
      const comments = '#\n'.repeat(9 * countTokens(text));
      expect(errorsOf(text + comments, documents), file).toEqual([]);
    }
  });
});

/** A chain of fragments, each of which spreads the next one twice. */
function doubling(levels: number, type: string, start: string, end: string): string {
  const chain = Array.from(
    { length: levels },
    (_, level) => `fragment A${level} on ${type} { ...A${level + 1} ...A${level + 1} }`,
  );
  return `${start} ${chain.join(' ')} fragment A${levels} on ${type} { ${end} }`;
}

describe('fragments that spread each other twice', () => {
  test.each([
    ['of queries', 'Query', '{ ...A0 }', '__typename'],
    ['of what is served', 'Query', '{ ...A0 }', 'dataStatus { exportedOn }'],
    ['of a type', 'Certification', '{ certification(code: "1") { ...A0 } }', 'code'],
    ['of the schema', '__Type', '{ __schema { types { ...A0 } } }', 'name'],
    ['that nobody asks for', 'Query', '{ __typename }', '__typename'],
  ])('%s are refused, however deep, in no time', (_, type, start, end) => {
    const documents = createDocuments(schema);
    for (const levels of [30, 200]) {
      expect(() => documents.read(doubling(levels, type, start, end))).toThrow(
        /the breadth of the operation is .* and 500 is the limit/,
      );
    }
  });

  test('and that stay within the limits are valid', () => {
    const text = doubling(6, 'Query', '{ ...A0 }', '__typename');
    expect(errorsOf(text)).toEqual([]);
  });

  test('in a circle are invalid', () => {
    const text = '{ ...A } fragment A on Query { ...B ...B } fragment B on Query { ...A ...A }';
    expect(errorsOf(text).length).toBeGreaterThan(0);
  });
});

describe('introspection', () => {
  const FULL = getIntrospectionQuery({
    ...{ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true },
    ...{ schemaDescription: true, inputValueDeprecation: true, oneOf: true },
  });

  test.each([
    ['with all options', FULL],
    ['as it is by default', getIntrospectionQuery()],
  ])('as tools ask it, %s, is valid', (_, text) => {
    expect(errorsOf(text)).toEqual([]);
  });

  const aliases = (count: number, field: string) =>
    Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ');
  const RICH = 'fields { description args { description type { kind name ofType { name } } } }';
  test.each([
    [`{ __schema { ${aliases(30, `types { ${RICH} }`)} } }`],
    [`{ ${aliases(30, `__schema { types { ${RICH} } }`)} }`],
    [`{ __schema { types { ${aliases(50, 'fields { description }')} } } }`],
    [`{ __schema { types { fields { ${aliases(60, 'description')} } } } }`],
    [
      '{ __schema { types { fields { type { fields { args { type { name description } } } } } } } }',
    ],
    [
      `{ ${aliases(40, '__type(name: "Query") { fields { args { type { fields { name } } } } }')} }`,
    ],
    [
      `{ __schema { ${aliases(30, 'types { ...F }')} } } fragment F on __Type { ... on __Type { ${RICH} } }`,
    ],
  ])('that asks for the same again and again is refused: %s', (text) => {
    expect(() => createDocuments(schema).read(text)).toThrow(
      /the complexity of the introspection is \d+ and \d+ is the limit/,
    );
  });
});
