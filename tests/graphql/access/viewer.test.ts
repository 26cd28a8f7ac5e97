import { parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import type { Reader } from '../../../src/domain/access/reader.ts';
import { ReaderAccess } from '../../../src/domain/access/reader-access.ts';
import { createExecutor } from '../../../src/graphql/core/executor.ts';
import { answerOperation } from '../../../src/graphql/core/operations.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { ask, SERVICES, storeOf, TODAY } from '../../support/client.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { ficheWith, publishFiches } from '../../support/factories.ts';

let database: Database;
beforeAll(async () => {
  database = await openMigratedPglite();
  await publishFiches(database, [ficheWith({ code: 'RNCP1', title: 'Boulanger' })]);
  await storeOf(database).refresh();
});
afterAll(() => database?.[Symbol.asyncDispose]());

const READERS: readonly (readonly [Reader, object])[] = [
  [{ role: 'PUBLIC' }, { role: 'PUBLIC', name: null, siren: null }],
  [
    { role: 'BODY', siren: '552100554', name: 'alpha' },
    { role: 'BODY', name: 'alpha', siren: '552100554' },
  ],
  [
    { role: 'EXAMINER', name: 'marie' },
    { role: 'EXAMINER', name: 'marie', siren: null },
  ],
  [
    { role: 'OPERATOR', name: 'root' },
    { role: 'OPERATOR', name: 'root', siren: null },
  ],
];

// One document for all of them: interpreted, then compiled.
const document = parse('{ viewer { role name siren } }');
const executor = createExecutor(schema);

test.each([...READERS, ...READERS])('the viewer is who asks: %j', async (reader, viewer) => {
  const parts = { executor, store: storeOf(database), database, services: SERVICES };
  const access = new ReaderAccess(reader);
  const { result } = await answerOperation(parts, { document }, { today: TODAY, access });
  expect(JSON.parse(JSON.stringify(result.data))).toEqual({ viewer });
  // An answer that names a reader is theirs alone.
  expect(access.isConsulted).toBe(reader.role !== 'PUBLIC');
});

test('an answer that does not name the reader does not depend on them', async () => {
  const parts = { executor, store: storeOf(database), database, services: SERVICES };
  const access = new ReaderAccess({ role: 'OPERATOR', name: 'root' });
  const asked = { document: parse('{ certification(code: "RNCP1") { title } }') };
  await answerOperation(parts, asked, { today: TODAY, access });
  expect(access.isConsulted).toBe(false);
});

test('where nobody is known everybody asks', async () => {
  expect(await ask(database, '{ viewer { role name } }')).toEqual({
    viewer: { role: 'PUBLIC', name: null },
  });
});
