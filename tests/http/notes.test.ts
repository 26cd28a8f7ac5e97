import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, ficheWith, publishFiches } from '../support/factories.ts';
import { newBreak, newNote, note, unnote } from '../support/notes.ts';
import { type QuestionServer, serveQuestions, untilAnswer } from './question-server.ts';

describeEachEngine('a server that notes are added to, on', (openDatabase) => {
  let database: Database;
  let server: QuestionServer;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, [
      ficheWith({
        code: 'RNCP1',
        cohorts: [cohortWith(2020, 200, { global6: 60 }), cohortWith(2021, 200, { global6: 80 })],
      }),
    ]);
    server = await serveQuestions(database, schema);
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const ask = (query: string) =>
    fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { accept: 'application/json' },
    });
  const read = (query: string) => fetch(`${server.url}/reports/cohorts.csv?${query}`);
  const QUESTION =
    '{ certification(code: "RNCP1") { notes { text } cohorts { changeStatus(indicator: GLOBAL_6_MONTHS) } } }';

  /** Answers the same question until it is answered otherwise than a text before. */
  async function after(before: string): Promise<string> {
    let text = before;
    await untilAnswer(
      async () => {
        const response = await ask(QUESTION);
        text = await response.clone().text();
        return response;
      },
      () => text !== before,
    );
    return text;
  }

  test('answers the same question anew, and addresses of a publication as before', async () => {
    const first = await (await ask(QUESTION)).text();
    expect(first).toContain('"notes":[]');
    expect(await (await ask(QUESTION)).text()).toBe(first);
    const file = await read('publication=1');
    const etag = file.headers.get('etag') ?? '';
    const bytes = await file.text();
    const newest = (await read('')).headers.get('etag');

    await note(database, newBreak(2021, { textFr: 'Enquête' }));
    const second = await after(first);
    expect(JSON.parse(second).data.certification).toEqual({
      notes: [{ text: 'Enquête' }],
      cohorts: [{ changeStatus: 'BREAK_IN_SERIES' }, { changeStatus: 'NO_YEAR_BEFORE' }],
    });
    const now = await read('');
    expect(now.headers.get('etag')).not.toBe(newest);
    expect(await now.text()).toContain('Rupture de série 2021 : Enquête');
    const again = await read('publication=1');
    expect([again.headers.get('etag'), await again.text()]).toEqual([etag, bytes]);
    expect(bytes).not.toContain('Enquête');

    const { id } = await note(database, newNote({ textFr: 'Autre' }));
    const third = await after(second);
    expect(third).toContain('Autre');
    await unnote(database, id);
    expect(await after(third)).toBe(second);
  });
});
