import { readdir, readFile } from 'node:fs/promises';
import { getOperationAST, type OperationDefinitionNode, parse } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { OperationMaker } from '../support/random-operations.ts';
import { answerByBoth, openRandomRegister } from './both-executors.ts';

const OPERATIONS = new URL('../../schema/operations/', import.meta.url);

let database: Database;

beforeAll(async () => {
  database = await openRandomRegister();
  return () => database[Symbol.asyncDispose]();
});

describe('saved operations, compiled, answer what interpreted ones do', async () => {
  const names = (await readdir(OPERATIONS, { recursive: true })).filter((name) =>
    name.endsWith('.graphql'),
  );

  test.each(names)('%s, whatever its variables', async (name) => {
    const document = parse(await readFile(new URL(name, OPERATIONS), 'utf8'));
    const operation = getOperationAST(document) as OperationDefinitionNode;
    const maker = new OperationMaker(schema, 35746);
    for (let time = 0; time < 20; time++) {
      const variables = maker.variablesOf(operation);
      const { expected, found } = await answerByBoth(database, document, variables);
      expect([variables, found]).toEqual([variables, expected]);
    }
  });
});
