import { readFile } from 'node:fs/promises';
import { parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { readOperations } from '../../src/app.ts';
import { schema } from '../../src/graphql/schema.ts';

const RELEASED = await readFile(
  new URL('../../schema/releases/operations.txt', import.meta.url),
  'utf8',
);
const operations = await readOperations();

describe('an operation of a release', () => {
  test.each(
    RELEASED.trim()
      .split('\n')
      .map((line) => line.split('  ')),
  )('%s is still answered: %s', (documentId, name) => {
    const operation = operations.find(documentId ?? '');
    expect(operation?.name).toBe(name);
    expect(validate(schema, parse(operation?.text ?? ''))).toEqual([]);
  });

  test('is listed once, by its present text', () => {
    const names = operations.list.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
