import { parse, validate } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { OperationMaker } from '../support/random-operations.ts';
import { answerByBoth, openRandomRegister } from './both-executors.ts';

let database: Database;

beforeAll(async () => {
  database = await openRandomRegister();
  return () => database[Symbol.asyncDispose]();
});

describe('random operations, compiled, answer what interpreted ones do', () => {
  test.each([1, 2, 3, 4, 5])(
    'six hundred of seed %i, right and wrong',
    async (seed) => {
      const maker = new OperationMaker(schema, seed);
      const seen = { valid: 0, withErrors: 0, withData: 0 };
      for (let time = 0; time < 600; time++) {
        const { source, variables } = maker.operation();
        const document = parse(source);
        if (validate(schema, document).length > 0) continue;
        seen.valid += 1;
        const { expected, found } = await answerByBoth(database, document, variables);
        expect([source, variables, found]).toEqual([source, variables, expected]);
        seen.withErrors += Number(expected.errors.length > 0);
        seen.withData += Number(expected.errors.length === 0);
      }
      expect(seen.valid).toBeGreaterThan(400);
      expect(seen.withErrors).toBeGreaterThan(60);
      expect(seen.withData).toBeGreaterThan(60);
    },
    120_000,
  );
});
