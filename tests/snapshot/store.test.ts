import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { SnapshotStore } from '../../src/snapshot/store.ts';
import { cleanFiche, Importer } from '../ingest/publish/importer.ts';
import { describeEachEngine } from '../support/database.ts';
import { ficheWith, publishFiches } from '../support/factories.ts';

/** A database whose readings begin once they are let, in any order. */
function gated(database: Database) {
  const waiting: (() => void)[] = [];
  let open = true;
  let readings = 0;
  const through: Database = {
    ...database,
    startReading: async (signal) => {
      readings += 1;
      if (!open) await new Promise<void>((resolve) => waiting.push(resolve));
      return database.startReading(signal);
    },
  };
  return {
    through,
    close: () => {
      open = false;
    },
    /** Lets later readings begin at once; gives what lets those that wait begin, oldest first. */
    open: () => {
      open = true;
      return waiting.splice(0);
    },
    readings: () => readings,
    /** Resolves once so many readings wait. */
    waits: async (count: number) => {
      while (waiting.length < count) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describeEachEngine('a store of snapshots on', (openDatabase) => {
  let database: Database;
  let store: SnapshotStore;
  let number = 0;

  beforeEach(async () => {
    database ??= await openDatabase();
    store = new SnapshotStore(database);
  });

  /** Publishes a register of one certification; gives its code. */
  async function publishNext(): Promise<string> {
    number += 1;
    await publishFiches(database, [ficheWith({ code: `RNCP${number}` })]);
    return `RNCP${number}`;
  }

  test('has nothing to answer with before something was published and loaded', async () => {
    expect(store.current).toBeNull();
    expect(store.held).toBe(0);
    expect(store.lastLoad).toBeNull();
    const nothing = { name: 'NoPublicationError' };
    expect(() => store.lease()).toThrow(expect.objectContaining(nothing));
    // The first test alone finds a database in which nothing was published.
    await expect(store.refresh()).rejects.toMatchObject(nothing);
    await publishNext();
    expect(() => store.lease()).toThrow(expect.objectContaining(nothing));
    expect((await store.refresh()).certifications.count).toBe(1);
    expect(store.held).toBe(1);
  });

  test('serves what an import published, and the one before until it is loaded', async () => {
    await using importer = await Importer.into(database);
    await importer.export('RNCP', '2026-11-22', [cleanFiche('RNCP500')]);
    const before = await store.refresh();
    const id = await importer.export('RNCP', '2026-11-23', [
      cleanFiche('RNCP500'),
      cleanFiche('RNCP501'),
    ]);
    expect(store.current).toBe(before);
    const after = await store.refresh();
    expect(store.current).toBe(after);
    expect(after.publication.id).toBe(id);
    expect(after.certifications.code).toContain('RNCP501');
    expect(before.certifications.code).not.toContain('RNCP501');
    expect(store.lastLoad).toMatchObject({ publication: id });
  });

  test('loads a publication once, however many ask for it', async () => {
    await publishNext();
    const { through, readings } = gated(database);
    store = new SnapshotStore(through);
    const asked = await Promise.all([store.refresh(), store.refresh(), store.refresh()]);
    expect(new Set([...asked, await store.refresh()]).size).toBe(1);
    expect(readings()).toBe(1);
  });

  test('holds a past snapshot while a transfer reads it, and no longer', async () => {
    const first = await publishNext();
    await store.refresh();
    const [one, two] = [store.lease(), store.lease()];
    await publishNext();
    await store.refresh();
    expect(store.held).toBe(2);
    expect(one.snapshot.certifications.code).toEqual([first]);
    expect(store.current).not.toBe(one.snapshot);
    one[Symbol.dispose]();
    one[Symbol.dispose]();
    expect(store.held).toBe(2);
    expect(two.signal.aborted).toBe(false);
    two[Symbol.dispose]();
    expect(store.held).toBe(1);
  });

  test('lets a past snapshot that nobody reads go at once, and keeps the current one', async () => {
    await publishNext();
    await store.refresh();
    store.lease()[Symbol.dispose]();
    expect(store.held).toBe(1);
    const code = await publishNext();
    await store.refresh();
    expect(store.held).toBe(1);
    expect(store.current?.certifications.code).toEqual([code]);
  });

  test('holds two past snapshots at most: transfers of the oldest are told to begin again', async () => {
    const leases = [];
    for (let turn = 0; turn < 3; turn++) {
      await publishNext();
      await store.refresh();
      leases.push(store.lease());
    }
    const also = store.lease();
    expect(store.held).toBe(3);
    expect(leases.map(({ signal }) => signal.aborted)).toEqual([false, false, false]);

    await publishNext();
    const { publication } = await store.refresh();
    expect(store.held).toBe(3);
    expect(leases.map(({ signal }) => signal.aborted)).toEqual([true, false, false]);
    const [oldest] = leases;
    expect(oldest?.signal.reason).toMatchObject({
      name: 'PublicationReplacedError',
      message: `publication ${oldest?.snapshot.publication.id} was replaced by ${publication.id} while it was read: ask again`,
    });
    oldest?.[Symbol.dispose]();
    expect(store.held).toBe(3);
    for (const lease of leases) lease[Symbol.dispose]();
    // The third one has another transfer.
    expect(store.held).toBe(2);
    expect(also.signal.aborted).toBe(false);
    also[Symbol.dispose]();
    expect(store.held).toBe(1);
  });

  test('replaces by the order of loads: one that was begun earlier and ends later is left', async () => {
    await publishNext();
    const gate = gated(database);
    store = new SnapshotStore(gate.through);
    gate.close();
    const slow = store.refresh();
    await gate.waits(1);
    await publishNext();
    const begin = gate.open();
    const newer = await store.refresh();
    for (const start of begin) start();
    // Whoever asked for the earlier one is given what answers by then.
    expect(await slow).toBe(newer);
    expect(store.current).toBe(newer);
    expect(gate.readings()).toBe(2);
    expect(store.held).toBe(1);
  });

  test('says nothing of an older load that fails after a newer one succeeded', async () => {
    await publishNext();
    const late = Promise.withResolvers<never>();
    let readings = 0;
    store = new SnapshotStore({
      ...database,
      startReading: (signal) => {
        readings += 1;
        return readings === 1 ? late.promise : database.startReading(signal);
      },
    });
    const slow = store.refresh();
    while (readings === 0) await new Promise((resolve) => setImmediate(resolve));
    await publishNext();
    const newer = await store.refresh();
    late.reject(new Error('the connection is gone'));
    await expect(slow).rejects.toThrow('the connection is gone');
    expect(store.failure).toBeNull();
    expect(store.lastLoad?.publication).toBe(newer.publication.id);
  });

  test('replaces by what is served, also when an older publication is served again', async () => {
    const older = await publishNext();
    const { publication } = await store.refresh();
    await publishNext();
    const newer = await store.refresh();
    {
      await using session = await database.session();
      await sql`update current_publication set publication_id = ${publication.id}`.execute(
        session.db,
      );
    }
    const restored = await store.refresh();
    expect(restored.publication.id).toBe(publication.id);
    expect(restored.publication.id).toBeLessThan(newer.publication.id);
    expect(restored.certifications.code).toEqual([older]);
    expect(store.current).toBe(restored);
  });
});
