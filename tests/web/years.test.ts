import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, day, ficheWith, publishFiches } from '../support/factories.ts';
import { textOf } from './body-register.ts';

describeEachEngine('the newest years in addresses of pages on', (openDatabase) => {
  let server: QuestionServer;

  beforeAll(async () => {
    const database = await openDatabase();
    const fiches = ['RNCP1', 'RNCP2'].map((code, at) =>
      ficheWith({
        code,
        cohorts: [2020, 2021, 2022].map((year) =>
          cohortWith(year, 10 * (at + 1), { global6: 50 + 10 * at }),
        ),
      }),
    );
    await publishFiches(database, fiches, { datedOn: day('2026-11-01') });
    server = await serveQuestions(database, schema);
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const pageAt = async (address: string) => (await fetch(server.url + address)).text();

  test('group them alone, and go on in the addresses of files', async () => {
    const page = await pageAt('/statistiques?par=YEAR&annees=latest(2)&lang=en');
    // (10 · 50 + 20 · 60) / 30 in each year.
    expect(textOf(page)).toMatch(/2021 2 2 30 56\.67%.* 2022 2 2 30 56\.67%/);
    expect(textOf(page)).not.toMatch(/2020 2 2 30/);
    expect(page).toContain('/reports/insertion-by-year.csv?years=latest%282%29');
    expect(page).toContain('value="latest(2)"');
  });

  test('are compared, and kept in the address that checks the sheet', async () => {
    const page = await pageAt('/comparer?codes=RNCP1+RNCP2&annees=from(2022)&lang=en');
    expect(page).toMatch(/<th scope="row">2022<\/th>/);
    expect(page).not.toMatch(/<th scope="row">2021<\/th>/);
    expect(page).toContain('annees=from%282022%29');
    const file = await pageAt(
      '/dossier?section=cohorts&code=RNCP1&annees=range(2020,2021)&lang=en',
    );
    expect(file).toContain('2021');
    expect(textOf(file)).not.toMatch(/RNCP1 .* 2022/);
  });

  test('are refused beside the ends of a range, and as another text', async () => {
    const both = await fetch(`${server.url}/statistiques?annees=latest(2)&de=2020&lang=fr`);
    expect(both.status).toBe(400);
    expect(textOf(await both.text())).toContain('annees et de sont donnés tous deux');
    const none = await fetch(`${server.url}/comparer?annees=trois&lang=en`);
    expect(none.status).toBe(400);
    expect(textOf(await none.text())).toContain('trois&quot; names no years: give latest(N)');
  });
});
