import { beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../support/database.ts';
import { day, publishFiches } from '../support/factories.ts';
import { newBreak, newNote, note } from '../support/notes.ts';
import { NotesDocument } from '../support/operations.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';
import { sendOn } from '../support/questions.ts';

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
