import type { Tool } from '@modelcontextprotocol/client';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DATASETS } from '../../../src/datasets/catalogue.ts';
import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import type { RestrictedRead } from '../../../src/http/access/restricted-reads.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { type KeyName, OTHER, SCHOOL, servedToReaders } from '../../support/survey-readers.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';
import { connectMcp, type McpClient } from './mcp-client.ts';
import { CANARIES, type Canary, publishSurveyed } from './surveyed-register.ts';

type Who = KeyName | 'nobody';

/** What each reader is shown of what is restricted: no more, and no less. */
const SHOWN: Readonly<Record<Who, readonly Canary[]>> = {
  nobody: [],
  plain: [],
  school: ['EXACT_PAY', 'PAY_OF_CLASS'],
  other: ['PAY_OF_COHORT'],
  alice: ['PAY_OF_COHORT'],
  boss: ['EXACT_PAY', 'PAY_OF_CLASS', 'PAY_OF_COHORT', 'LOGGED_READ'],
};
const LEAST_FIRST = Object.keys(SHOWN) as Who[];

let database: Database;
let server: QuestionServer;
let reads: RestrictedRead[];
beforeAll(async () => {
  database = await openMigratedPglite();
  await publishSurveyed(database);
});
afterEach(() => server?.[Symbol.asyncDispose]());
afterAll(() => database?.[Symbol.asyncDispose]());

async function serve(): Promise<void> {
  reads = [];
  server = await serveQuestions(database, schema, {
    clock: () => new Date('2026-11-24T12:00:00Z'),
    ...servedToReaders(),
    onRestrictedRead: (read) => void reads.push(read),
  });
}

const headersOf = (who: Who): Record<string, string> =>
  who === 'nobody' ? {} : { 'x-api-key': who };

/** The canaries that are in a text, as numbers of their own. */
function canariesIn(text: string): Canary[] {
  const found = new Set(text.match(/\d+/g));
  return (Object.keys(CANARIES) as Canary[]).filter((name) => found.has(CANARIES[name]));
}

/** What is given to arguments that have to be given. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  code: ['RNCP1', 'RNCP2'],
  codes: [['RNCP1', 'RNCP2']],
  siren: [SCHOOL, OTHER],
  search: ['Surveyed'],
  name: DATASETS.map(({ name }) => name),
};

/** Calls of a tool: as few arguments as there may be, and as many rows. */
function callsOf({ inputSchema }: Tool): Record<string, unknown>[] {
  const most = inputSchema.properties?.['first'] ? { first: 100 } : {};
  return (inputSchema.required ?? []).reduce<Record<string, unknown>[]>(
    (calls, name) =>
      calls.flatMap((call) => {
        const values = VALUES[name];
        if (!values) throw new Error(`no value of ${name} is known to this test`);
        return values.map((value) => ({ ...call, [name]: value }));
      }),
    [most],
  );
}

/** Profiles of reports of surveys that are asked for in other ways. */
const SURVEY_CALLS = [
  { name: 'survey-outcomes', language: 'en' },
  { name: 'survey-outcomes', publication: 2 },
  { name: 'survey-outcomes', knownOn: '2026-11-24' },
  { name: 'survey-outcomes', asOf: '2026-11-23' },
  { name: 'survey-outcomes', columns: ['pay_median'] },
  {
    name: 'survey-outcomes',
    columns: ['pay_lower', 'pay_upper', 'certification_code'],
    parameters: [
      { name: 'code', values: ['RNCP1', 'RNCP2'] },
      { name: 'dimension', values: ['ROUTE'] },
      { name: 'horizon', values: ['6'] },
    ],
  },
  { name: 'survey-access', parameters: [{ name: 'code', values: ['RNCP1'] }] },
];

/** What a person fills in where a prompt asks. */
const FILLED_IN: Readonly<Record<string, string>> = {
  ...{ code: 'RNCP2', codes: 'RNCP1, RNCP2', siren: '130025265', withinMonths: '12' },
  indicator: 'GLOBAL_6_MONTHS',
};

/** All that the door says to a reader: of tools, resources, prompts and completions. */
async function askEverything({ client, call }: McpClient): Promise<string[]> {
  const said: unknown[] = [];
  const { tools } = await client.listTools();
  said.push(tools);
  for (const tool of tools) {
    for (const given of callsOf(tool)) said.push([tool.name, await call(tool.name, given)]);
  }
  for (const given of SURVEY_CALLS) said.push(await call('report_profile', given));
  const { resources } = await client.listResources();
  const cards = ['RNCP1', 'RNCP2'].map((code) => `debouches://certification/${code}`);
  for (const uri of [...resources.map((each) => each.uri), ...cards]) {
    said.push(await client.readResource({ uri }));
  }
  said.push(resources, await client.listResourceTemplates());
  const { prompts } = await client.listPrompts();
  for (const { name, arguments: asked = [] } of prompts) {
    const given = Object.fromEntries(asked.map((each) => [each.name, FILLED_IN[each.name] ?? '']));
    said.push(await client.getPrompt({ name, arguments: given }));
    for (const argument of asked) {
      for (const value of ['', 'RNCP', ...Object.values(CANARIES)]) {
        const ref = { type: 'ref/prompt', name } as const;
        said.push(await client.complete({ ref, argument: { name: argument.name, value } }));
      }
    }
  }
  said.push(prompts);
  return said.map((each) => JSON.stringify(each));
}

const ORDERS: readonly (readonly [string, readonly Who[]])[] = [
  ['who may see least first', LEAST_FIRST],
  ['who may see most first', LEAST_FIRST.toReversed()],
];

describe.each(ORDERS)('restricted figures of surveys, %s', (_, order) => {
  test('are told by agents’ tools to their reader alone, kept answers among them', async () => {
    await serve();
    const found: [Who, Canary[]][] = [];
    // Twice: by the second time what is kept is kept.
    for (const mode of ['modern', 'legacy'] as const) {
      for (const who of order) {
        await using agent = await connectMcp(server.url, { mode, headers: headersOf(who) });
        const said = await askEverything(agent);
        expect(said.length).toBeGreaterThan(100);
        found.push([who, canariesIn(said.join('\n'))]);
      }
    }
    expect(found).toEqual([...order, ...order].map((who) => [who, SHOWN[who]]));
    const kept = server.lines.filter(({ path, cache }) => path === '/mcp' && cache === 'hit');
    expect(kept.length).toBeGreaterThan(100);
  }, 120_000);
});

interface Profile {
  readonly rows: number;
  readonly columns: readonly {
    readonly least: string | null;
    readonly greatest: string | null;
    readonly values: readonly { readonly value: string; readonly rows: number }[];
  }[];
}

/** What a reader gets of columns of the outcomes of a certification, and how long it may be kept. */
async function outcomes(who: Who, code: string, columns: readonly string[], type = '') {
  const parameters = [
    { name: 'code', values: [code] },
    { name: 'dimension', values: ['ALL', 'ROUTE'] },
  ];
  const response = await fetch(`${server.url}/mcp`, {
    method: 'POST',
    headers: {
      'content-type': `application/json${type}`,
      accept: 'application/json, text/event-stream',
      ...headersOf(who),
    },
    body: JSON.stringify({
      ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
      params: {
        name: 'report_profile',
        arguments: { name: 'survey-outcomes', columns, parameters },
      },
    }),
  });
  const { result } = (await response.json()) as {
    result: { structuredContent: { data: { reportProfile: Profile } } };
  };
  return {
    profile: result.structuredContent.data.reportProfile,
    control: response.headers.get('cache-control'),
  };
}

test('what is suppressed stays a row, without figures, for all but who reads it in full', async () => {
  await serve();
  const seen = async (who: Who, code: string) => {
    const { profile } = await outcomes(who, code, ['status', 'eligible', 'pay_median']);
    const [status, eligible, pay] = profile.columns;
    const statuses = status?.values.map(({ value, rows }) => `${value} ${rows}`);
    const numbers = (column: Profile['columns'][number] | undefined) =>
      column?.values.map(({ value }) => Number(value)).sort((one, other) => one - other);
    return [profile.rows, statuses?.sort(), numbers(eligible), numbers(pay)];
  };
  // RNCP1: all, with 27 + 3 + 7 + 5 eligible; the apprentices are too few, and so the students are not shown.
  const ofMany = [3, ['SHOWN 1', 'SUPPRESSED 2'], [42], [31_300]];
  const ofManyInFull = [3, ['SHOWN 3'], [12, 30, 42], [31_337, 41_443]];
  // RNCP2: 12 + 3 eligible, all of one route; a cohort that is suppressed has no classes.
  const ofFew = [1, ['SUPPRESSED 1'], [], []];
  const ofFewInFull = [2, ['SHOWN 2'], [15], [52_717]];
  for (const who of ['boss', 'nobody', 'school', 'other', 'plain', 'alice', 'boss'] as const) {
    const [first, second] = [await seen(who, 'RNCP1'), await seen(who, 'RNCP2')];
    expect([who, first]).toEqual([who, SHOWN[who].includes('EXACT_PAY') ? ofManyInFull : ofMany]);
    expect([who, second]).toEqual([
      who,
      SHOWN[who].includes('PAY_OF_COHORT') ? ofFewInFull : ofFew,
    ]);
  }
});

// By the protocol's library, and by the shorter way that plain calls take.
test.each(['', '; charset=utf-8'])(
  'what is read in full is logged before it is sent, each time, and kept by nobody %s',
  async (type) => {
    await serve();
    for (const time of [1, 2]) {
      const { control } = await outcomes('school', 'RNCP1', ['pay_median'], type);
      expect(control).toBe('private, no-store');
      expect(reads).toHaveLength(time);
      expect(reads.at(-1)).toMatchObject({
        ...{ operation: 'ReportProfile', certifications: ['RNCP1'] },
        reader: { role: 'BODY', siren: SCHOOL },
      });
    }
    for (const who of ['nobody', 'plain', 'other'] as const) {
      await outcomes(who, 'RNCP1', ['pay_median'], type);
    }
    expect(reads).toHaveLength(2);
  },
);
