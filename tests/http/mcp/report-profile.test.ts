import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATASETS } from '../../../src/datasets/catalogue.ts';
import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { publishFiches } from '../../support/factories.ts';
import { QUESTION_REGISTER } from '../../support/question-register.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';
import { connectMcp, type McpClient } from './mcp-client.ts';

let database: Database;
let server: QuestionServer;
let agent: McpClient;
beforeAll(async () => {
  database = await openMigratedPglite();
  await publishFiches(database, QUESTION_REGISTER);
  const clock = () => new Date('2026-11-24T12:00:00Z');
  server = await serveQuestions(database, schema, { clock });
  agent = await connectMcp(server.url);
});
afterAll(async () => {
  await agent?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

test('an agent is told which reports there are to look into', async () => {
  const { tools } = await agent.client.listTools();
  const { inputSchema } = tools.find(({ name }) => name === 'report_profile') ?? {};
  expect(inputSchema?.required).toEqual(['name']);
  expect(inputSchema?.properties).toMatchObject({
    name: { type: 'string', enum: DATASETS.map(({ name }) => name) },
    columns: { type: 'array', items: { type: 'string' } },
    parameters: { type: 'array', items: { $ref: '#/$defs/ReportParameterInput' } },
    first: { minimum: 1, maximum: 100, default: 20 },
  });
});

test('an agent gets values with their rows, the range, and of a rate its statuses', async () => {
  const { structured, text } = await agent.call('report_profile', {
    ...{ name: 'insertion-rates', columns: ['indicator', 'rate'], first: 3 },
    parameters: [
      { name: 'register', values: ['RNCP'] },
      { name: 'years', values: ['from(2024)'] },
    ],
  });
  // Three cohorts of 2024, RNCP101, RNCP130 and RNCP160, with three rates each. Of the nine, 50 and 70
  // are there; the global rate of RNCP130 is late. What these fiches were read from has no target rate at
  // 6 months, and the two years of cohorts of 2024 end on 2026-12-31.
  const { columns, ...profile } = structured.data.reportProfile;
  expect(profile).toMatchObject({ rows: 9, report: { name: 'insertion-rates' } });
  expect(columns).toMatchObject([
    {
      ...{ column: { name: 'indicator' }, absent: 0, distinct: 3, least: null, greatest: null },
      values: [{ rows: 3 }, { rows: 3 }, { rows: 3 }],
      statuses: null,
    },
    {
      ...{ column: { name: 'rate' }, absent: 7, distinct: 2, least: '50', greatest: '70' },
      values: [{ rows: 1 }, { rows: 1 }],
      statuses: [
        { value: 'NOT_IN_SOURCE', labelEn: 'Not carried by the source', rows: 3 },
        { value: 'NOT_YET_OBSERVABLE', labelEn: 'Not yet observable', rows: 3 },
        { value: 'PUBLISHED', label: 'Publié', labelEn: 'Published', rows: 2 },
        { value: 'OVERDUE', label: 'En retard', labelEn: 'Overdue', rows: 1 },
      ],
    },
  ]);
  expect(structured.cautions[0]).toContain('France compétences publie');
  expect(structured.cautions.join(' ')).toContain('Un taux absent n’est pas un taux nul');
  expect(text).toContain('"least":"50","greatest":"70"');
  expect(structured.filters).toContainEqual({ name: 'first', value: 3, origin: 'GIVEN' });
});

test('all columns come when none is named, with twenty of their values', async () => {
  const { structured } = await agent.call('report_profile', { name: 'cohorts' });
  const { columns, rows } = structured.data.reportProfile;
  const names = DATASETS.find(({ name }) => name === 'cohorts')?.columns.map(({ name }) => name);
  expect(rows).toBe(20);
  expect(columns.map(({ column }: { column: { name: string } }) => column.name)).toEqual(names);
  const cell = Object.fromEntries(
    columns.map((each: { column: { name: string } }) => [each.column.name, each]),
  );
  // Seventeen cohorts of the RNCP, three of the RS.
  expect(cell['register'].values).toMatchObject([
    { value: 'RNCP', rows: 17 },
    { value: 'RS', rows: 3 },
  ]);
  // The cohort of RS201 is the smallest.
  expect(cell['certified']).toMatchObject({ absent: 0, least: '7', greatest: '100' });
});

test('a report of which the parameters choose no row says why', async () => {
  const { structured, text } = await agent.call('report_profile', {
    ...{ name: 'certifications', columns: ['level'], language: 'en' },
    parameters: [
      { name: 'level', values: ['4'] },
      { name: 'occupation', values: ['M1805'] },
    ],
  });
  expect(structured.data.reportProfile).toMatchObject({
    rows: 0,
    columns: [{ absent: 0, distinct: 0, least: null, greatest: null, values: [] }],
  });
  expect(structured.empty).toMatchObject([
    { path: ['reportProfile'], reason: 'CONDITION_EXCLUDES_ALL', of: 'CERTIFICATIONS' },
  ]);
  expect(text).toContain('Why it is empty:\n- ');
});

test('what is wrong is named, with what is accepted', async () => {
  const messageOf = async (given: Record<string, unknown>) => {
    const { isError, text } = await agent.call('report_profile', { language: 'en', ...given });
    expect(isError).toBe(true);
    return text;
  };
  expect(await messageOf({ name: 'cohort' })).toMatch(
    /^name: there is no report "cohort": certifications, /,
  );
  expect(await messageOf({ name: 'cohorts', columns: ['anne'] })).toMatch(
    /^columns: there is no column "anne": certification_code, /,
  );
  const parameters = [{ name: 'anne', values: ['2023'] }];
  expect(await messageOf({ name: 'cohorts', parameters })).toContain('anne');
  expect(await messageOf({ name: 'cohorts', first: 101 })).toContain('1 to 100');
  expect(await messageOf({})).toContain('name');
});
