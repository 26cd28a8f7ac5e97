import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { ask } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { day, publishFiches } from '../support/factories.ts';
import { newBreak, newNote, note } from '../support/notes.ts';
import { NotesDocument } from '../support/operations.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';
import { sendOn } from '../support/questions.ts';

const OPERATIONS = new URL('../../schema/operations/', import.meta.url);

/** All lists of notes in an answer, but for the root one. */
function* notesIn(value: unknown): Generator<readonly { readonly text: string }[]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    if (name === 'notes' && Array.isArray(part)) yield part;
    else yield* notesIn(part);
  }
}

describeEachEngine('saved operations of a register with a note on', (openDatabase) => {
  test('have it beside the rates that they show', async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    await note(database, newNote({ textFr: 'De tous' }));
    const given: Record<string, unknown> = {
      ...{ code: 'RNCP101', codes: ['RNCP101', 'RNCP111'], siren: '111111118' },
      search: 'logiciels',
    };
    const seen: string[] = [];
    for (const file of await readdir(OPERATIONS)) {
      if (!file.endsWith('.graphql')) continue;
      const source = await readFile(new URL(file, OPERATIONS), 'utf8');
      if (!/^ +notes \{$/m.test(source)) continue;
      const asked = Object.entries(given).filter(([name]) => source.includes(`$${name}:`));
      const answer = await ask(database, source, Object.fromEntries(asked));
      const lists = [...notesIn(answer)];
      if (lists.length === 0) continue;
      seen.push(file);
      // A rate over no cohort has none.
      const texts = new Set(lists.flat().map(({ text }) => text));
      expect([file, [...texts]]).toEqual([file, ['De tous']]);
    }
    expect(seen.length).toBeGreaterThan(12);
  });
});

describeEachEngine('the list of notes on', (openDatabase) => {
  let send: ReturnType<typeof sendOn>;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    await note(database, newNote({ textFr: 'Un', textEn: 'One', certification: 'RNCP101' }));
    await note(database, newBreak(2023, { textFr: 'Deux', indicator: 'GLOBAL_6_MONTHS' }));
    await note(database, newNote({ textFr: 'Trois', register: 'RS' }));
    await note(database, newNote({ textFr: 'Quatre', startsOn: day('2027-01-01') }));
    send = sendOn(database);
  });

  test('has those about what is asked, in both languages, by pages and days', async () => {
    const of101 = { certification: 'RNCP101', indicator: 'GLOBAL_6_MONTHS' as const };
    const { notes } = await send(NotesDocument, { filter: of101, asOf: '2026-11-24' });
    expect(notes.nodes).toMatchObject([
      { number: 1, kind: 'NOTE', text: 'Un', textEn: 'One', certificationCode: 'RNCP101' },
      { number: 2, kind: 'BREAK_IN_SERIES', text: 'Deux', textEn: 'Deux', yearFrom: 2023 },
    ]);
    const first = await send(NotesDocument, { first: 2, asOf: '2026-11-24' });
    expect(first.notes).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const after = first.notes.pageInfo.endCursor ?? null;
    const rest = await send(NotesDocument, { first: 2, after, asOf: '2026-11-24' });
    expect(rest.notes.nodes).toMatchObject([{ number: 3, register: 'RS' }]);
    const later = await send(NotesDocument, { asOf: '2027-01-01' });
    expect(later.notes.nodes.at(-1)).toMatchObject({ number: 4, startsOn: '2027-01-01' });
  });
});
