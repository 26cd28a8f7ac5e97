import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { schema } from '../../src/graphql/schema.ts';
import { operationsTrying } from '../support/argument-walk.ts';
import { send } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';

const EXTREMES = [-2147483648, -1, 0, 2147483647];

const ALL = EXTREMES.flatMap((value) =>
  operationsTrying(schema, ({ name }, isList) =>
    name !== 'Int' ? null : isList ? `[${value}]` : `${value}`,
  ),
);

describeEachEngine('an integer at its extremes, on', (openDatabase) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
  });

  test('is answered or refused with a reason, wherever one is asked for', async () => {
    expect(ALL.length).toBeGreaterThan(300);
    const faults: string[] = [];
    for (const source of ALL) {
      const { errors = [] } = await send(database, source);
      for (const error of errors) {
        if (!(error.originalError instanceof DomainError))
          faults.push(`${source}: ${error.message}`);
      }
    }
    expect(faults).toEqual([]);
  });
});
