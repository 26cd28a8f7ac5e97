import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../../src/graphql/schema.ts';
import { QUESTION_GROUPS } from '../../../src/http/graphiql/questions.ts';
import { describeEachEngine } from '../../support/database.ts';
import { publishFiches } from '../../support/factories.ts';
import { QUESTION_REGISTER } from '../../support/question-register.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';
import { connectMcp, type McpClient, type ToolAnswer } from './mcp-client.ts';
import { TOOL_ARGUMENTS } from './tool-arguments.ts';

const clock = () => new Date('2026-11-24T12:00:00Z');

/** What GraphQL answers, without the measures after the hundredth: no list of an answer is longer. */
function firstHundred(data: unknown): unknown {
  const { measures, ...rest } = data as { readonly measures?: readonly unknown[] };
  return measures ? { ...rest, measures: measures.slice(0, 100) } : rest;
}

describeEachEngine('tools of agents on', (openDatabase) => {
  let server: QuestionServer;
  let agent: McpClient;
  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    server = await serveQuestions(database, schema, { clock });
    agent = await connectMcp(server.url);
  });
  afterAll(async () => {
    await agent?.[Symbol.asyncDispose]();
    await server?.[Symbol.asyncDispose]();
  });

  /** What GraphQL answers at an address of this server. */
  const twin = async (address: string) => {
    const response = await fetch(`${server.url}${address}`);
    return ((await response.json()) as { data: unknown }).data;
  };

  test('are the saved questions, with a title in each language', async () => {
    const { tools } = await agent.client.listTools();
    const titles = QUESTION_GROUPS.flatMap(({ questions }) => questions.map(({ title }) => title));
    expect(tools.map(({ title }) => title)).toEqual(titles.map(({ fr }) => fr));
    await using english = await connectMcp(server.url, { headers: { 'accept-language': 'en' } });
    const listed = (await english.client.listTools()).tools;
    expect(listed.map(({ title }) => title)).toEqual(titles.map(({ en }) => en));
    expect(new Set(tools.map(({ name }) => name)).size).toBe(titles.length);
    // A sentence of its own beside the title, by which an agent chooses.
    for (const { description } of tools) {
      expect(description).toMatch(/^[^.]+\. \p{Lu}[^.]{25,}\./u);
    }
    expect(new Set(tools.map(({ description }) => description?.split('. ', 2)[1])).size).toBe(
      titles.length,
    );
    expect(tools.find(({ name }) => name === 'overdue_rates')?.annotations).toMatchObject({
      readOnlyHint: true,
    });
  });

  test('describe their arguments: codes with labels, ranges, formats, defaults', async () => {
    const { tools } = await agent.client.listTools();
    const overdue = tools.find(({ name }) => name === 'overdue_rates')?.inputSchema;
    expect(overdue?.properties).toMatchObject({
      indicator: {
        enum: ['GLOBAL_6_MONTHS', 'TARGET_OCCUPATION_2_YEARS', 'TARGET_OCCUPATION_6_MONTHS'],
        default: 'GLOBAL_6_MONTHS',
      },
      certifiers: { type: 'array', items: { type: 'string' } },
      first: { type: 'integer', minimum: 1, maximum: 100, default: 50 },
      asOf: { type: 'string', format: 'date' },
    });
    const pooled = tools.find(({ name }) => name === 'pooled_rates')?.inputSchema;
    expect(pooled?.required).toEqual(['code']);
    expect(pooled?.properties).toMatchObject({
      lastCohorts: { type: 'integer', minimum: 1, maximum: 50, default: 3 },
    });
    const groups = tools.find(({ name }) => name === 'insertion_by_dimensions')?.inputSchema;
    expect(groups?.properties).toMatchObject({ filter: { $ref: '#/$defs/CohortFilter' } });
  });

  test('only those of an address are listed, and all are called', async () => {
    await using few = await connectMcp(server.url, {
      path: '/mcp?tools=benchmark,pooled_rates',
    });
    const { tools } = await few.client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(['benchmark', 'pooled_rates']);
    expect((await few.call('data_status')).isError).toBe(false);
  });

  const names = QUESTION_GROUPS.flatMap(({ questions }) => questions.map(({ name }) => name));
  describe.each(names)('%s', (operation) => {
    const tool = operation.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();

    test('answers as GraphQL does, and says how to ask it again', async () => {
      const { isError, structured, text } = await agent.call(tool, TOOL_ARGUMENTS[tool]);
      expect([isError, text.slice(0, 300)]).toEqual([false, expect.any(String)]);
      expect(structured.data).toEqual(firstHundred(await twin(structured.repeat.address)));
      expect(structured.repeat.curl).toBe(`curl '${server.url}${structured.repeat.address}'`);
      expect(JSON.parse(text.slice(text.lastIndexOf('\n') + 1))).toEqual(structured.data);
      expect(structured).toMatchObject({
        publication: { number: 1, demonstration: false, notice: null },
        source: {
          attribution: 'Source : France compétences (data.gouv.fr), export du 16/08/2026',
          licence: { name: 'Licence Ouverte 2.0 (Etalab)' },
        },
        methodVersion: '2.0',
        period: { asOf: '2026-11-24' },
      });
      expect(text).toContain('Licence Ouverte 2.0');
    });
  });

  const POOLED = { code: 'RNCP101', lastCohorts: 2 };

  test('tell every filter, and which were defaults', async () => {
    const { structured } = await agent.call('pooled_rates', POOLED);
    expect(structured.filters).toEqual([
      { name: 'code', value: 'RNCP101', origin: 'GIVEN' },
      { name: 'lastCohorts', value: 2, origin: 'GIVEN' },
      { name: 'asOf', value: '2026-11-24', origin: 'DEFAULT' },
    ]);
    const search = (await agent.call('search_certifications', { search: 'gestion' })).structured;
    expect(search.filters).toEqual([
      { name: 'search', value: 'gestion', origin: 'GIVEN' },
      { name: 'first', value: 10, origin: 'DEFAULT' },
      { name: 'after', value: null, origin: 'DEFAULT' },
      { name: 'asOf', value: '2026-11-24', origin: 'DEFAULT' },
      { name: 'certifications.filter.active', value: true, origin: 'FIXED' },
      {
        ...{ name: 'certifications.nodes.insertionRate.indicator', origin: 'FIXED' },
        value: 'GLOBAL_6_MONTHS',
      },
    ]);
  });

  // RNCP101: 2022, 2023 and 2024 have the global rate; 2022 and 2023 alone the others.
  const PERIODS: readonly (readonly [string, object, readonly number[]])[] = [
    ['pooled_rates', { code: 'RNCP101' }, [2022, 2023, 2024]],
    ['pooled_rates', { code: 'RNCP101', lastCohorts: 1 }, [2024]],
    // Its cohort of 2024 has no rate.
    ['certification_cohorts', { code: 'RNCP130' }, [2023]],
    ['pooled_rates', { code: 'RNCP130' }, [2023]],
    ['compare_certifications', { codes: ['RNCP130', 'RNCP140'] }, [2018, 2019, 2023]],
    ['benchmark', { code: 'RNCP130' }, [2023]],
    ['insertion_by_dimensions', { groupBy: ['REGISTER'] }, [2018, 2019, 2021, 2022, 2023, 2024]],
    [
      'insertion_by_dimensions',
      { groupBy: ['YEAR'], filter: { year: { to: 2019 } } },
      [2018, 2019],
    ],
    ['certifier_portfolio', { siren: '222222226' }, [2023, 2024]],
    ['search_certifications', { search: 'Dirigeant' }, [2018, 2019]],
    // Nothing but numbers of certified.
    ['small_rs_cohorts', {}, [2023, 2024]],
    ['data_status', {}, []],
    ['pooled_rates', { code: 'RNCP120' }, []],
  ];
  test.each(PERIODS)(
    '%s of %j tells the years that its figures are of',
    async (name, given, years) => {
      const { structured, text } = await agent.call(name, given as Record<string, unknown>);
      expect(structured.period.coveredYears).toEqual(years);
      if (years.length > 0) expect(text).toContain(`avec des chiffres\u00a0: ${years.join(', ')}`);
      else expect(text).toContain('avec des chiffres\u00a0: aucune');
    },
  );

  test('tell the period that was asked', async () => {
    const { structured } = await agent.call('insertion_by_dimensions', {
      groupBy: ['LEVEL'],
      filter: { year: { from: 2023, to: 2024 } },
    });
    expect(structured.period.asked).toEqual({
      asOf: '2026-11-24',
      'filter.year': { from: 2023, to: 2024 },
    });
  });

  test('begin with the cautions of their figures', async () => {
    const { structured, text } = await agent.call('benchmark', { code: 'RNCP111' });
    expect(structured.cautions[0]).toContain('France compétences publie');
    expect(structured.cautions.join(' ')).toContain('n’est pas l’effet d’une formation');
    expect(text.startsWith(`Précautions\u00a0:\n- ${structured.cautions[0]}`)).toBe(true);
    expect(structured.labels).toMatchObject({ COMPARED: expect.any(String), GOOD: 'Bonne' });
    const english = await agent.call('benchmark', { code: 'RNCP111', language: 'en' });
    expect(english.text).toMatch(/^Cautions:\n- Rates are those that certifying bodies declare/);
  });

  test('give pages of rows, with their number and the cursor of the next', async () => {
    const rows = (answer: ToolAnswer) =>
      answer.structured.data.certifications.nodes.map(({ code }: { code: string }) => code);
    const first = await agent.call('ending_registrations', { first: 3 });
    expect(first.structured).toMatchObject({ truncated: true, totalRows: 4 });
    expect(rows(first)).toEqual(['RNCP130', 'RS200', 'RNCP101']);
    const [list] = first.structured.lists;
    expect(list).toMatchObject({
      ...{ list: 'certifications.nodes', rows: 3, totalRows: 4, truncated: true },
      next: { argument: 'after' },
    });
    expect(first.text).toContain('certifications.nodes\u00a0: 3 sur 4, tronqué');
    const second = await agent.call('ending_registrations', { first: 3, after: list.next.cursor });
    expect(rows(second)).toEqual(['RNCP120']);
    expect(second.structured).toMatchObject({ truncated: false, totalRows: 4 });
    expect(await twin(first.structured.repeat.rest)).toMatchObject({
      certifications: { nodes: [{}, {}, {}, { code: 'RNCP120' }] },
    });
  });

  test('say why they are empty', async () => {
    const { structured, text, isError } = await agent.call('certification_card', {
      code: 'RNCP999',
    });
    expect(isError).toBe(false);
    expect(structured.data).toEqual({ certification: null });
    expect(structured.empty).toMatchObject([{ path: ['certification'], reason: 'UNKNOWN_CODE' }]);
    expect(text).toContain('Pourquoi c’est vide\u00a0:\n- code : « RNCP999 »');
    const none = await agent.call('largest_gaps', { certifiedFrom: 5_000, language: 'en' });
    expect(none.structured.totalRows).toBe(0);
    expect(none.text).toContain('Why it is empty:\n- ');
  });

  test('answer from a past publication, which they name', async () => {
    const { structured } = await agent.call('pooled_rates', { ...POOLED, publication: 1 });
    expect(structured.publication.number).toBe(1);
    expect((await agent.call('pooled_rates', { ...POOLED, publication: 7 })).text).toContain('7');
  });
});
