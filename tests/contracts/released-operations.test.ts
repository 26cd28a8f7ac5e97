import { readFile } from 'node:fs/promises';
import { parse, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql';
import { describe, expect, test } from 'vitest';
import { readOperations } from '../../src/app.ts';
import { schema } from '../../src/graphql/schema.ts';
import { fieldsOf } from './plain-numbers.ts';

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

/** Fields whose value is another within a publication and a day, for which answers by GET are kept. */
const PASSING = ['DataStatus.databaseReachable', 'DataStatus.refresh'];

test.each(operations.list.map(({ name, text }) => [name, text]))(
  '%s asks for nothing that is another while its answer is kept',
  (_name, text) => {
    const info = new TypeInfo(schema);
    const asked: string[] = [];
    const Field = () => {
      asked.push(`${info.getParentType()?.name}.${info.getFieldDef()?.name}`);
    };
    visit(parse(text ?? ''), visitWithTypeInfo(info, { Field }));
    expect(asked).not.toEqual([]);
    expect(asked.filter((path) => PASSING.includes(path))).toEqual([]);
  },
);

test('the fields that pass are of the schema', () => {
  const paths = fieldsOf(() => true).map(({ path }) => path);
  expect(PASSING.filter((path) => !paths.includes(path))).toEqual([]);
});
