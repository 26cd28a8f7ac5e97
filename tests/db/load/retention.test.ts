import { sql } from 'kysely';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { enterPublication } from '../../../src/db/entered-publication.ts';
import { prunePublications } from '../../../src/db/load/prune.ts';
import { withdrawPublication } from '../../../src/db/load/withdraw.ts';
import { listPublications } from '../../../src/db/queries/publications.ts';
import { SnapshotStore } from '../../../src/snapshot/store.ts';
import { cleanFiche, Importer } from '../../ingest/publish/importer.ts';
import { refusal } from '../../support/client.ts';
import { describeEachEngine } from '../../support/database.ts';

const fiche = (code: string, title: string, rate: string) =>
  cleanFiche(code, { title, cohorts: [['2020', '10', rate]] });

describeEachEngine('publications of the past on', (openDatabase) => {
  let database: Database;
  let imports: Importer;

  beforeAll(async () => {
    database = await openDatabase();
  });
  beforeEach(async () => {
    imports = await Importer.into(database);
    await imports.forget();
    await imports.export('RNCP', '2026-01-01', [
      fiche('RNCP1', 'Un', '80'),
      fiche('RNCP2', 'Deux', '70'),
    ]);
    await imports.export('RNCP', '2026-01-02', [
      fiche('RNCP1', 'Un bis', '81'),
      fiche('RNCP2', 'Deux', '70'),
    ]);
    await imports.statisticsOf('2026-01-03', 'RNCP2;2020;10;;71;;');
    await imports.export('RNCP', '2026-01-04', [
      fiche('RNCP1', 'Un ter', '81'),
      fiche('RNCP2', 'Deux', '70'),
    ]);
  });
  afterEach(() => imports[Symbol.asyncDispose]());

  /** Titles and rates of a publication. */
  async function at(id: number): Promise<unknown[]> {
    await using reading = await database.startReading();
    await enterPublication(reading.db, id);
    const { rows } = await sql<Record<string, unknown>>`
      select title, global_6_months as rate from certification
      join cohort on certification_code = code order by code`.execute(reading.db);
    return rows.flatMap((row) => Object.values(row));
  }

  async function count(table: string): Promise<number> {
    await using session = await database.session();
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.id('versions', table)}`.execute(session.db);
    return rows[0]?.count ?? 0;
  }

  async function list() {
    await using session = await database.session();
    return await listPublications(session.db);
  }

  async function prune(...ids: number[]) {
    await using session = await database.session();
    return await prunePublications(session, ids);
  }

  async function withdraw(reason: string, id?: number) {
    await using session = await database.session();
    return await withdrawPublication(session, reason, id);
  }

  test('are read as they were, and listed with what each brought', async () => {
    expect(await at(1)).toEqual(['Un', 80, 'Deux', 70]);
    expect(await at(2)).toEqual(['Un bis', 81, 'Deux', 70]);
    expect(await at(3)).toEqual(['Un bis', 81, 'Deux', 71]);
    expect(await at(4)).toEqual(['Un ter', 81, 'Deux', 71]);
    const told = (await list()).map(({ id, current, state, versions }) => [
      ...[id, current, state, versions],
    ]);
    expect(told).toEqual([
      [4, true, 'PUBLISHED', 1],
      [3, false, 'PUBLISHED', 1],
      [2, false, 'PUBLISHED', 1],
      [1, false, 'PUBLISHED', 2],
    ]);
  });

  test('that are let go leave what others have, and what supplements are merged with', async () => {
    const versions = await count('certification');
    expect(await prune(1)).toEqual({ versions: 1, findings: expect.any(Number) });
    expect(await count('certification')).toBe(versions - 1);
    await expect(at(1)).rejects.toThrow('no register was imported yet');
    expect(await at(2)).toEqual(['Un bis', 81, 'Deux', 70]);
    expect(await at(4)).toEqual(['Un ter', 81, 'Deux', 71]);
    expect((await list()).map(({ state }) => state)).toEqual([
      ...['PUBLISHED', 'PUBLISHED', 'PUBLISHED', 'PRUNED'],
    ]);
    // RNCP2 of the export is in no publication then, and is needed by the next statistics file.
    await prune(2, 3);
    expect(await at(4)).toEqual(['Un ter', 81, 'Deux', 71]);
    await imports.statisticsOf('2026-01-05', 'RNCP2;2021;10;;90;;');
    expect(await at(5)).toEqual(['Un ter', 81, 'Deux', 71, 'Deux', 90]);
  });

  test('are let go but for the one that is served, and nothing is removed twice', async () => {
    await prune(1, 2, 3, 4);
    expect(await at(4)).toEqual(['Un ter', 81, 'Deux', 71]);
    expect(await prune(1, 2, 3, 4)).toEqual({ versions: 0, findings: 0 });
  });

  test('are served again after a rollback, and the next import is another number', async () => {
    expect(await withdraw('wrong files')).toEqual({ withdrawn: 4, served: 3 });
    expect(await at(3)).toEqual(['Un bis', 81, 'Deux', 71]);
    await expect(at(4)).rejects.toThrow();
    const [newest] = await list();
    expect(newest).toMatchObject({
      ...{ id: 4, state: 'WITHDRAWN', withdrawnBecause: 'wrong files', versions: 0 },
    });
    const next = await imports.export('RNCP', '2026-01-06', [
      fiche('RNCP1', 'Un quater', '82'),
      fiche('RNCP2', 'Deux', '70'),
    ]);
    expect(next).toBe(5);
    expect(await at(5)).toEqual(['Un quater', 82, 'Deux', 71]);
    expect(await at(3)).toEqual(['Un bis', 81, 'Deux', 71]);
    expect(await withdraw('again')).toEqual({ withdrawn: 5, served: 3 });
    expect(await withdraw('and again')).toEqual({ withdrawn: 3, served: 2 });
    expect(await at(2)).toEqual(['Un bis', 81, 'Deux', 70]);
  });

  test('that are rolled back are gone, for the reason, until there is a newer one and afterwards', async () => {
    const store = new SnapshotStore(database);
    await withdraw('wrong files');
    const because = 'publication 4 was withdrawn (wrong files)';
    const changes = 'query ($n: Int!) { changes(since: { number: $n }) { totalCount } }';
    const expectGone = async (served: number) => {
      await store.refresh();
      await expect(store.leaseOf({ publication: 4 })).rejects.toThrow(
        `${because}: ${served} is the newest`,
      );
    };
    await expectGone(3);
    expect(await refusal(database, changes, { n: 4 })).toEqual({
      ...{ name: 'PublicationGoneError', message: `${because}: 3 is the newest` },
    });
    await expect(store.leaseOf({ publication: 5 })).rejects.toThrow('there is no publication 5');
    await imports.statisticsOf('2026-01-06', 'RNCP2;2021;10;;90;;');
    await expectGone(5);
    await prune(1);
    await expectGone(5);
  });

  test('are withdrawn with a reason that servers tell, of whichever number', async () => {
    const store = new SnapshotStore(database);
    await store.refresh();
    const lease = await store.leaseOf({ publication: 2 });
    expect(await withdraw('a column was shifted', 2)).toEqual({ withdrawn: 2, served: 4 });
    await store.refresh();
    expect(lease.signal.aborted).toBe(true);
    lease[Symbol.dispose]();
    await expect(store.leaseOf({ publication: 2 })).rejects.toThrow(
      'publication 2 was withdrawn (a column was shifted): 4 is the newest',
    );
    // The day of a withdrawn one is answered from the one before.
    expect((await store.leaseOf({ publication: 1 })).snapshot.publication.id).toBe(1);
    await expect(withdraw('twice', 2)).rejects.toThrow(
      'publication 2 is withdrawn: only one that can be read can be withdrawn',
    );
    await expect(withdraw('none', 9)).rejects.toThrow('there is no publication 9');
  });

  test('cannot be gone back to when none is kept', async () => {
    await prune(1, 2, 3);
    await expect(withdraw('wrong')).rejects.toThrow(
      'there is no publication before 4 that is kept',
    );
    expect(await at(4)).toEqual(['Un ter', 81, 'Deux', 71]);
  });
});
