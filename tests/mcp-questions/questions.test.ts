import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { connectMcp, type McpClient } from '../http/mcp/mcp-client.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { openMigratedPglite } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';
import { faultsOf } from './check.ts';
import { PLANTED } from './planted.ts';
import { FINALS, QUESTIONS } from './questions.ts';
import { recorded, type Transcript } from './transcript.ts';

/** One transcript in a line. Written by this test, with RECORD=1: see docs/mcp.md. */
const FILE = new URL('transcripts.jsonl', import.meta.url);

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
  if (process.env['RECORD'] === '1') {
    const all: string[] = [];
    for (const { question, tool, arguments: given } of QUESTIONS) {
      const answer = recorded((await agent.call(tool, given)).structured);
      const calls = [{ tool, arguments: given, answer }];
      all.push(JSON.stringify({ question, calls, final: FINALS.get(question) }));
    }
    await writeFile(FILE, `${all.join('\n')}\n`);
  }
});
afterAll(async () => {
  await agent?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const transcriptOf = async (question: string): Promise<Transcript> => {
  const lines = (await readFile(FILE, 'utf8')).trim().split('\n');
  const found = lines.map((line) => JSON.parse(line) as Transcript);
  const own = found.find((each) => each.question === question);
  if (!own) throw new Error(`no transcript answers: ${question}`);
  return own;
};

test('forty questions are asked, each once', async () => {
  expect(QUESTIONS).toHaveLength(40);
  expect(new Set(QUESTIONS.map(({ question }) => question)).size).toBe(40);
  const lines = (await readFile(FILE, 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(40);
});

describe.each(QUESTIONS)('$question', (asked) => {
  test('is answered with its figures by its tool, as was recorded', async () => {
    const transcript = await transcriptOf(asked.question);
    expect(faultsOf(asked, transcript)).toEqual([]);
    for (const { tool, arguments: given, answer } of transcript.calls) {
      expect(recorded((await agent.call(tool, given)).structured)).toEqual(answer);
    }
  });
});

test.each(PLANTED)('a transcript with $rule fails', async ({ question, spoil, fault }) => {
  const asked = QUESTIONS.find((each) => each.question === question);
  if (!asked) throw new Error(`no such question: ${question}`);
  const faults = faultsOf(asked, spoil(await transcriptOf(question)));
  expect(faults).toContainEqual(expect.stringMatching(fault));
});
