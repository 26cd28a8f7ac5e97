import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOperations } from '../../../src/app.ts';
import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { createTools } from '../../../src/http/tools/tools.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { publishFiches } from '../../support/factories.ts';
import { QUESTION_REGISTER } from '../../support/question-register.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';
import { connectMcp } from './mcp-client.ts';

let database: Database;
let server: QuestionServer;
beforeAll(async () => {
  database = await openMigratedPglite();
  await publishFiches(database, QUESTION_REGISTER);
  server = await serveQuestions(database, schema);
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const PAGE = await readFile(new URL('../../../docs/mcp.md', import.meta.url), 'utf8');

test('the page lists each tool by its name and its question', async () => {
  const tools = createTools(schema, await readOperations());
  const rows = PAGE.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows).toEqual(
    tools.map(({ name, title }) => `| \`${name}\` | ${title.fr} / ${title.en} |`),
  );
});

test('the commands of the page, and of an answer, give figures', async () => {
  const run = async (command: string) => {
    const { stdout } = await promisify(execFile)('sh', ['-c', `${command} --silent`], {
      env: { PATH: process.env['PATH'] ?? '' },
      timeout: 10_000,
    });
    // biome-ignore lint/suspicious/noExplicitAny: answers of several addresses.
    return JSON.parse(stdout) as any;
  };
  const [command = ''] = /^curl (?:.|\n)*?$(?=\n```)/m.exec(PAGE) ?? [];
  const told = await run(command.trim().replace('http://localhost:4000', server.url));
  expect(told.result.structuredContent.data.dataStatus.methodVersion).toBe('2.0');
  await using agent = await connectMcp(server.url);
  const { structured } = await agent.call('pooled_rates', { code: 'RNCP101' });
  expect((await run(structured.repeat.curl)).data).toEqual(structured.data);
  const about = (await (await fetch(`${server.url}/about.json`)).json()) as { agents: object };
  expect(about.agents).toEqual({ mcp: '/mcp' });
});
