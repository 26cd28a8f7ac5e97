import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOperations } from '../../src/app.ts';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { createTools } from '../../src/http/tools/tools.ts';
import { connectMcp, type McpClient } from '../http/mcp/mcp-client.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { openMigratedPglite } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { QUESTION_REGISTER, SCHOOL_A } from '../support/question-register.ts';

const tools = createTools(schema, await readOperations());
const has = (tool: (typeof tools)[number], name: string) =>
  tool.variables.some((each) => each.name === name);

/** Tools whose rows are certifications or cohorts of the whole register, chosen by no filter of the caller. */
const LISTS = tools.filter(
  (tool) =>
    tool.plan.lists.some(({ path }) => /^(certifications|cohorts)\.nodes$/.test(path.join('.'))) &&
    !has(tool, 'filter') &&
    !has(tool, 'search'),
);

let database: Database;
let server: QuestionServer;
let agent: McpClient;
beforeAll(async () => {
  database = await openMigratedPglite();
  await publishFiches(database, QUESTION_REGISTER);
  server = await serveQuestions(database, schema, {
    clock: () => new Date('2026-11-24T12:00:00Z'),
  });
  agent = await connectMcp(server.url);
});
afterAll(async () => {
  await agent?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const FICHES = new Map<string, (typeof QUESTION_REGISTER)[number]>(
  QUESTION_REGISTER.map((fiche) => [fiche.code, fiche]),
);

/** What each row is of: its certification and, of a cohort, its year. */
async function rowsOf(tool: string, given: object): Promise<string[]> {
  const answer = await agent.call(tool, { first: 100, ...given });
  expect([tool, answer.isError, answer.text.slice(0, 200)]).toEqual([
    tool,
    false,
    expect.any(String),
  ]);
  const { certifications, cohorts } = answer.structured.data;
  return (cohorts ?? certifications).nodes.map(
    ({ code, year, certification }: Record<string, never>) =>
      `${code ?? certification?.['code']} ${year ?? ''}`,
  );
}

const ficheOf = (row: string) => FICHES.get(row.split(' ')[0] ?? '');

/** What a list is narrowed by, and whether a fiche is kept. */
const NARROWINGS = [
  [{ levels: [6] }, (row: string) => ficheOf(row)?.level?.code === 'NIV6'],
  [
    { specialities: ['326'] },
    (row: string) => ficheOf(row)?.specialities.some(({ code }) => code.startsWith('326')),
  ],
  [
    { certifiers: [SCHOOL_A] },
    (row: string) => ficheOf(row)?.certifiers.some(({ siret }) => siret?.startsWith(SCHOOL_A)),
  ],
] as const;

// Cohorts of the RS: it has no levels.
const NARROWED = LISTS.filter(({ name }) => name !== 'small_rs_cohorts');

test('the lists are of certifications and of cohorts', () => {
  expect(NARROWED.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['falling_rates', 'overdue_rates', 'outside_funnel', 'old_cohorts']),
  );
});

describe('a list is narrowed to a level, an NSF code, a certifying body:', () => {
  test.each(NARROWED.map(({ name }) => name))('%s', async (name) => {
    const all = await rowsOf(name, {});
    for (const [given, keeps] of NARROWINGS) {
      expect([given, await rowsOf(name, given)]).toEqual([given, all.filter(keeps)]);
    }
  });
});
