import { sql } from 'kysely';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { comparedPublications } from '../../../src/db/changes/compared-publications.ts';
import type { Database } from '../../../src/db/database.ts';
import { enterPublication } from '../../../src/db/entered-publication.ts';
import { discardUnpublished } from '../../../src/db/load/discard.ts';
import { takeImportLock } from '../../../src/db/load/import-lock.ts';
import { prunePublications } from '../../../src/db/load/prune.ts';
import { withdrawPublication } from '../../../src/db/load/withdraw.ts';
import { listNotes } from '../../../src/db/queries/notes.ts';
import { noteRows } from '../../../src/db/rows/note-rows.ts';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import { cleanFiche, Importer } from '../../ingest/publish/importer.ts';
import { describeEachEngine } from '../../support/database.ts';
import { newBreak, newNote, note, unnote } from '../../support/notes.ts';

describeEachEngine('notes on', (openDatabase) => {
  let database: Database;
  let imports: Importer;

  beforeAll(async () => {
    database = await openDatabase();
  });
  beforeEach(async () => {
    imports = await Importer.into(database);
    await imports.forget();
  });
  afterEach(() => imports[Symbol.asyncDispose]());

  const importDay = (date: string, rate = '80') =>
    imports.export('RNCP', date, [cleanFiche('RNCP1', { cohorts: [['2020', '10', rate]] })]);

  /** French texts of the notes of a publication. */
  async function at(id: number): Promise<string[]> {
    await using reading = await database.startReading();
    await enterPublication(reading.db, id);
    return (await noteRows(reading.db)).map(({ text }) => text.fr);
  }

  async function query<Row>(text: string): Promise<Row[]> {
    await using session = await database.session();
    return (await sql.raw<Row>(text).execute(session.db)).rows;
  }

  async function withdraw() {
    await using session = await database.session();
    return await withdrawPublication(session, 'wrong note');
  }

  async function prune(...ids: number[]) {
    await using session = await database.session();
    return await prunePublications(session, ids);
  }

  async function discard() {
    await using session = await database.session();
    await discardUnpublished(session);
  }

  test('are in the publication that adds them and those after it, and in none before', async () => {
    await importDay('2026-01-01');
    const first = await note(database, newNote({ textFr: 'Un' }));
    expect(first).toEqual({ id: expect.any(Number), publicationId: 2 });
    await importDay('2026-01-02', '81');
    const second = await note(database, newBreak(2020, { textFr: 'Deux' }));
    expect(await unnote(database, first.id)).toEqual({ id: first.id, publicationId: 5 });
    expect(await Promise.all([1, 2, 3, 4, 5].map(at))).toEqual([
      ...[[], ['Un'], ['Un'], ['Un', 'Deux'], ['Deux']],
    ]);
    await using session = await database.session();
    expect(await listNotes(session.db)).toMatchObject([
      { id: second.id, kind: 'BREAK_IN_SERIES', since: 4, until: null, yearFrom: 2020 },
      { id: first.id, kind: 'NOTE', since: 2, until: 5, addedOn: '2026-08-17' },
    ]);
  });

  test('publish the same files and rows again, and nothing has changed in between', async () => {
    await importDay('2026-01-01');
    await importDay('2026-01-02', '81');
    await note(database, newNote({}));
    await importDay('2026-01-03', '82');
    const sources = await query(
      'select publication_id as id, source_id as source from publication_source order by 1, 2',
    );
    expect(sources).toEqual([
      { id: 1, source: expect.any(Number) },
      { id: 2, source: (sources[2] as { source: number }).source },
      { id: 3, source: (sources[1] as { source: number }).source },
      { id: 4, source: expect.any(Number) },
    ]);
    expect(
      await query('select publication_id as id, before, after from change order by 1, position'),
    ).toEqual([
      { id: 2, before: '80', after: '81' },
      { id: 4, before: '81', after: '82' },
    ]);
    await using session = await database.session();
    const history = await comparedPublications(session.db, 4);
    expect(history.map(({ id, day }) => [id, day])).toEqual([
      [4, '2026-01-03'],
      [3, '2026-01-02'],
      [2, '2026-01-02'],
      [1, '2026-01-01'],
    ]);
  });

  test('are taken back by a rollback, and so is their end', async () => {
    await importDay('2026-01-01');
    const { id } = await note(database, newNote({ textFr: 'Un' }));
    expect(await withdraw()).toEqual({ withdrawn: 2, served: 1 });
    expect(await at(1)).toEqual([]);
    expect(await query('select id from versions.note')).toEqual([]);
    const again = await note(database, newNote({ textFr: 'Deux' }));
    expect(again).toMatchObject({ publicationId: 3 });
    expect(again.id).toBeGreaterThan(id);
    await unnote(database, again.id);
    expect(await at(4)).toEqual([]);
    await withdraw();
    expect(await at(3)).toEqual(['Deux']);
    await importDay('2026-01-02');
    expect(await at(5)).toEqual(['Deux']);
  });

  test('that no kept publication shows are removed by a pruning', async () => {
    await importDay('2026-01-01');
    const { id } = await note(database, newNote({ textFr: 'Un' }));
    await note(database, newNote({ textFr: 'Deux' }));
    await unnote(database, id);
    await prune(1, 2);
    expect(await at(3)).toEqual(['Un', 'Deux']);
    await prune(3);
    expect(await at(4)).toEqual(['Deux']);
    expect(await query('select text_fr as text from versions.note')).toEqual([{ text: 'Deux' }]);
  });

  test('that were written and not published are discarded, and ends of others undone', async () => {
    await importDay('2026-01-01');
    await note(database, newNote({ textFr: 'Un' }));
    await query(`update versions.note set until = 3`);
    await query(
      `insert into versions.note (kind, text_fr, since, until) values ('NOTE', 'Deux', 3, 2147483647)`,
    );
    await discard();
    expect(await query('select text_fr as text, until from versions.note')).toEqual([
      { text: 'Un', until: 2_147_483_647 },
    ]);
  });

  test('are not published upon what a killed import left', async () => {
    await importDay('2026-01-01');
    await query(
      `insert into versions.finding (key, rule, severity, message, first_seen_publication_id, since, until)
       values ('left', 'REFUSED_FICHE', 'ERROR', 'left', 2, 2, 2147483647)`,
    );
    await note(database, newNote({}));
    expect(await query(`select key from versions.finding where key = 'left'`)).toEqual([]);
  });

  test('are refused while nothing is served, an import runs, or a publication is held', async () => {
    await expect(note(database, newNote({}))).rejects.toThrow(
      'nothing was imported yet: import the registers first',
    );
    await importDay('2026-01-01');
    await query(
      `insert into publication (id, dated_on, demonstration, state) values (2, '2026-01-02', false, 'HELD')`,
    );
    await expect(note(database, newNote({}))).rejects.toThrow(
      'publication 2 is held: publish or withdraw it first',
    );
    await query('delete from publication where id = 2');
    if (database.engine === 'postgres') {
      await using session = await database.session();
      await takeImportLock(session.db);
      await expect(note(database, newNote({}))).rejects.toThrow(
        'an import is running on this database: wait for its end',
      );
    }
    expect(await query('select id from publication')).toEqual([{ id: 1 }]);
  });

  test('about a certification that is not served, and ends of none, change nothing', async () => {
    await importDay('2026-01-01');
    await expect(note(database, newNote({ certification: 'RNCP2' }))).rejects.toThrow(
      'there is no certification RNCP2 in the registers that are served',
    );
    await expect(unnote(database, 999_999)).rejects.toThrow('there is no note 999999 that holds');
    const { id } = await note(database, newNote({ certification: 'RNCP1' }));
    await unnote(database, id);
    await expect(unnote(database, id)).rejects.toThrow(`there is no note ${id} that holds`);
    expect(await query('select max(id) as id from publication')).toEqual([{ id: 3 }]);
  });

  test('end with the register that they are about: the demonstration, or a real one', async () => {
    await imports.export('RNCP', '2026-01-01', [cleanFiche('RNCP900001')], { demonstration: true });
    await note(database, newNote({ textFr: 'Un' }));
    await imports.export('RNCP', '2026-01-02', [cleanFiche('RNCP900001', { title: 'Autre' })], {
      demonstration: true,
    });
    await importDay('2026-01-03');
    expect(await Promise.all([1, 2, 3, 4].map(at))).toEqual([[], ['Un'], ['Un'], []]);
    await withdraw();
    expect(await at(3)).toEqual(['Un']);
  });

  test('are 200 at most', async () => {
    await importDay('2026-01-01');
    await query(
      `insert into versions.note (kind, text_fr, since, until)
       select 'NOTE', 'Une de plus', 1, 2147483647 from generate_series(1, 200)`,
    );
    await expect(note(database, newNote({}))).rejects.toThrow(
      'there are 200 notes: at most 200 may hold at once',
    );
  });

  test('stand for the day they are added on', async () => {
    await importDay('2026-01-01');
    await note(database, newNote({}), parsePlainDate('2026-09-01'));
    expect(await query('select dated_on from publication order by id desc limit 1')).toEqual([
      { dated_on: '2026-09-01' },
    ]);
  });
});
