import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../../../src/graphql/schema.ts';
import { describeEachEngine } from '../../support/database.ts';
import { publishFiches } from '../../support/factories.ts';
import { QUESTION_REGISTER } from '../../support/question-register.ts';
import { publishSmallRegister, type QuestionServer, serveQuestions } from '../question-server.ts';
import { askReports, problem } from './report-server.ts';

/** Header `Empty-Because` as its parts; null without one. */
function because(response: Response) {
  const header = response.headers.get('empty-because');
  if (header === null) return null;
  expect(header).toMatch(/^[\x20-\x7e]+$/);
  const [, reason, language, text = ''] =
    /^([A-Z_]+); message\*=UTF-8'(\w\w)'(\S+)$/.exec(header) ?? [];
  return { reason, language, message: decodeURIComponent(text) };
}

describeEachEngine('a report without rows on', (openDatabase) => {
  let server: QuestionServer;
  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    server = await serveQuestions(database, schema, {
      clock: () => new Date('2026-11-24T12:00:00Z'),
    });
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const EMPTY = 'level=6&year_from=2030&labels=en';

  test.each(['csv', 'json', 'jsonl', 'parquet', 'arrow', 'xlsx', 'csv.gz'])(
    'says why in a header of each format, to HEAD and from memory as well: %s',
    async (format) => {
      const expected = {
        ...{ reason: 'CONDITION_EXCLUDES_ALL', language: 'en' },
        message: expect.stringMatching(
          /^none of \d+ cohorts meets all conditions: without year_from \(2030\), \d+ remain \(with year_from 2021 to 2024\)$/,
        ),
      };
      for (const method of ['HEAD', 'GET', 'GET', 'HEAD']) {
        const response = await askReports(server, `/cohorts.${format}?${EMPTY}`, {}, method);
        expect([method, response.status, because(response)]).toEqual([method, 200, expected]);
        expect(response.headers.get('access-control-expose-headers')).toContain('empty-because');
        await response.arrayBuffer();
      }
    },
  );

  test('says it in French unless labels are asked for in English, and in the body of JSON', async () => {
    const response = await askReports(server, '/cohorts.json?level=6&year_from=2030');
    expect(because(response)).toMatchObject({
      language: 'fr',
      message: expect.stringContaining('sans year_from (2030), il en reste'),
    });
    const body = (await response.json()) as { rows: unknown[]; empty_because: object };
    expect(body.rows).toEqual([]);
    expect(body.empty_because).toMatchObject({
      ...{ reason: 'CONDITION_EXCLUDES_ALL', of: 'COHORTS' },
      message: because(response)?.message,
      conditions: [
        {
          ...{ condition: 'year_from', given: 2030, state: 'VOID', alone: 0 },
          ...{ remaining_without: expect.any(Number), exists: { from: 2021, to: 2024 } },
        },
        { condition: 'level', given: [6], state: 'MET_BY_SOME', remaining_without: 0 },
      ],
    });
  });

  test('says nothing where there are rows with rates, or none were wanted', async () => {
    for (const path of ['/cohorts.json?level=6', '/cohorts.json?level=6&limit=0']) {
      const response = await askReports(server, path);
      expect(because(response)).toBeNull();
      expect(await response.json()).toMatchObject({ empty_because: null });
    }
  });

  test('counts what asking without a parameter gives', async () => {
    const rows = async (query: string) => {
      const response = await askReports(server, `/cohorts.json?${query}`);
      return ((await response.json()) as { rows: unknown[] }).rows.length;
    };
    const response = await askReports(server, `/cohorts.json?${EMPTY}&register=RNCP`);
    const { empty_because: why } = (await response.json()) as {
      empty_because: { conditions: { condition: string; remaining_without: number }[] };
    };
    for (const { condition, remaining_without: left } of why.conditions) {
      const query = new URLSearchParams(`${EMPTY}&register=RNCP`);
      query.delete(condition);
      expect([condition, await rows(query.toString())]).toEqual([condition, left]);
    }
    expect(why.conditions).toHaveLength(3);
  });

  test.each([
    ['/overdue-rates.json?year_to=1999', 'CONDITION_EXCLUDES_ALL', 'year_to'],
    ['/expiring.json?months=1&level=6', 'CONDITION_EXCLUDES_ALL', 'months'],
    ['/blocks.json?code=RNCP120', 'CONDITION_EXCLUDES_ALL', 'code'],
    ['/certifications.json?level=1', 'CONDITION_EXCLUDES_ALL', 'level'],
    ['/findings.json?rule=REFUSED_FILE_NAME', '', ''],
    ['/cohorts.json?as_of=2012-01-01', 'HIDDEN_UNDER_AS_OF', 'as_of'],
  ])('has the names of its parameters: %s', async (path, reason, condition) => {
    const response = await askReports(server, path);
    if (reason === '') {
      // A rule that there is not is no empty answer.
      expect(response.status).toBe(400);
      return;
    }
    const { rows, empty_because: why } = (await response.json()) as {
      rows: unknown[];
      empty_because: { reason: string; leave_out: { conditions: string[] }[] } | null;
    };
    expect([path, rows.length, why?.reason]).toEqual([path, 0, reason]);
    expect(why?.leave_out.map(({ conditions }) => conditions)).toContainEqual([condition]);
  });

  test('names no day as the value of a number of months', async () => {
    const response = await askReports(server, '/expiring.json?months=1&level=6&labels=fr');
    const { empty_because: why } = (await response.json()) as {
      empty_because: { message: string; conditions: { condition: string; exists: unknown }[] };
    };
    const months = why.conditions.find(({ condition }) => condition === 'months');
    expect(months).toMatchObject({ condition: 'months', exists: null });
    expect(why.message).not.toMatch(/\d{4}-\d\d-\d\d/);
  });

  test('tells why no row has a rate by the statuses of the cohorts', async () => {
    const response = await askReports(server, '/insertion-by-year.json?register=RS&labels=en');
    const body = (await response.json()) as { rows: object[]; empty_because: object };
    expect(body.rows.length).toBeGreaterThan(0);
    expect(body.empty_because).toMatchObject({
      reason: 'NO_FIGURE',
      message: expect.stringContaining('Not applicable'),
      figures: [
        {
          indicator: 'GLOBAL_6_MONTHS',
          statuses: [{ status: 'NOT_APPLICABLE', cohorts: expect.any(Number) }],
        },
        ...[{}, {}],
      ],
    });
  });

  test('is no error, as an unknown code is: its problem names the nearest for programs', async () => {
    const response = await askReports(server, '/cohorts.csv?occupation=M1899&labels=fr');
    expect(response.status).toBe(400);
    expect(await problem(response)).toMatchObject({
      code: 'BAD_USER_INPUT',
      errors: [
        {
          parameter: 'occupation',
          message: expect.stringContaining('« M1899 » n’est pas un code ROME du répertoire'),
          ...{ reason: 'UNKNOWN_CODE', given: 'M1899' },
          nearest: expect.arrayContaining(['M1805', 'M1203']),
        },
      ],
    });
  });
});

describeEachEngine('an empty answer of GraphQL over HTTP on', (openDatabase) => {
  let server: QuestionServer;
  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    server = await serveQuestions(database, schema, {
      clock: () => new Date('2026-11-24T12:00:00Z'),
    });
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  interface Answer {
    readonly data: unknown;
    readonly extensions?: { readonly emptyAnswers?: readonly { readonly reason: string }[] };
    readonly errors?: readonly { readonly extensions: object }[];
  }

  test('is explained in its extensions, the first time and when it is compiled', async () => {
    const query = '{ certifications(filter: { levels: [1] }) { totalCount } }';
    const answers: Answer[] = [];
    for (const headers of [{}, {}, {}, { accept: 'application/json' }]) {
      answers.push((await (await server.ask({ query }, headers)).json()) as Answer);
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.extensions?.emptyAnswers).toMatchObject([
      { path: ['certifications'], reason: 'CONDITION_EXCLUDES_ALL' },
    ]);
    const full = await server.ask({ query: '{ certifications { totalCount } }' });
    expect(await full.json()).not.toHaveProperty('extensions.emptyAnswers');
  });

  test('is kept with its explanation', async () => {
    const list = (await (await fetch(`${server.url}/graphql/documents`)).json()) as {
      name: string;
      documentId: string;
    }[];
    const id = list.find(({ name }) => name === 'CertificationCard')?.documentId ?? '';
    const variables = encodeURIComponent('{"code":"RNCP999999"}');
    const url = `${server.url}/graphql?documentId=${encodeURIComponent(id)}&variables=${variables}`;
    const first = await fetch(url);
    const second = await fetch(url);
    expect(second.headers.get('server-timing')).toContain('hit');
    const answer = (await first.json()) as Answer;
    expect(answer.extensions?.emptyAnswers).toMatchObject([
      { path: ['certification'], reason: 'UNKNOWN_CODE' },
    ]);
    expect(await second.json()).toEqual(answer);
  });

  test('that is an unknown code is an error with members for programs', async () => {
    const response = await server.ask({
      query: '{ certifications(filter: { specialities: ["326z"] }) { totalCount } }',
    });
    const { errors } = (await response.json()) as Answer;
    expect(errors?.[0]?.extensions).toMatchObject({
      ...{ code: 'BAD_USER_INPUT', reason: 'UNKNOWN_CODE', argument: 'specialities' },
      ...{ given: '326z', nearest: expect.arrayContaining(['326n', '326t', '314']) },
    });
  });
});

describeEachEngine('a register that was not imported on', (openDatabase) => {
  let server: QuestionServer;
  beforeAll(async () => {
    const database = await openDatabase();
    await publishSmallRegister(database);
    server = await serveQuestions(database, schema);
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  test('is distinguished from an unknown code, in GraphQL and in reports', async () => {
    const response = await server.ask({
      query:
        '{ certification(code: "RS1") { code } certifications(filter: { register: RS }) { totalCount } }',
    });
    const { extensions } = (await response.json()) as { extensions: { emptyAnswers: object[] } };
    expect(extensions.emptyAnswers).toMatchObject([
      { path: ['certification'], reason: 'SOURCE_AWAY', conditions: [{ state: 'SOURCE_AWAY' }] },
      {
        ...{ path: ['certifications'], reason: 'SOURCE_AWAY' },
        message: {
          en: 'register (RS): no export of the RS was imported',
          fr: 'register (RS) : aucun export du RS n’a été importé',
        },
      },
    ]);
    const report = await askReports(server, '/certifications.csv?register=RS&labels=en');
    expect(because(report)).toMatchObject({
      ...{ reason: 'SOURCE_AWAY', message: 'register (RS): no export of the RS was imported' },
    });
    const unknown = await askReports(server, '/certifications.csv?code=RS1&labels=en');
    expect(await problem(unknown)).toMatchObject({
      detail: expect.stringContaining('no export of the RS was imported'),
      errors: [{ parameter: 'code', reason: 'SOURCE_AWAY', given: 'RS1' }],
    });
  });
});
