import { expect, test } from 'vitest';
import { publishFiches } from '../../support/factories.ts';
import { QUESTION_REGISTER } from '../../support/question-register.ts';
import { addSurveys, OPERATOR_HEADERS, SERVED_SURVEYS } from '../../support/survey-rows.ts';
import { odataServer } from './odata-server.ts';

const reads: { readonly codes: readonly string[] }[] = [];
const server = odataServer(
  async (database) => {
    await publishFiches(database, QUESTION_REGISTER);
    await addSurveys(database, ['RNCP101', 'RNCP100']);
  },
  {
    ...SERVED_SURVEYS,
    onRestrictedRead: async (read) => {
      reads.push(read as never);
    },
  },
);

test('rows of surveys are their reader’s: logged, kept by nobody, and nobody else’s', async () => {
  const address = 'survey_quality?$orderby=certification_code&$top=5';
  const own = await server.get(address, OPERATOR_HEADERS);
  expect(own.headers.get('cache-control')).toBe('private, no-store');
  expect(own.headers.get('etag')).toBeNull();
  expect((await own.json()).value.length).toBeGreaterThan(0);
  expect(reads.length).toBeGreaterThan(0);
  const before = reads.length;
  const everybody = await server.get(address);
  expect((await everybody.json()).value).toEqual([]);
  expect(reads.length).toBe(before);
  // Asked again, it is made and logged again.
  await (await server.get(address, OPERATOR_HEADERS)).text();
  expect(reads.length).toBeGreaterThan(before);
});
