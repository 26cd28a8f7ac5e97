import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { enterPublication } from '../../src/db/entered-publication.ts';
import type { Fiche } from '../../src/domain/certification/fiche.ts';
import { DEFAULT_CHOICES } from '../../src/domain/method.ts';
import { loadSnapshot } from '../../src/snapshot/load.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { describeEachEngine } from '../support/database.ts';
import {
  blockWith,
  certifierWith,
  cohortWith,
  ficheWith,
  partnerWith,
  publishFiches,
} from '../support/factories.ts';

/** A fiche with something in every table, `each` rows of it where there may be several. */
function fiche(number: number, each: number): Fiche {
  const items = Array.from({ length: each }, (_, item) => item);
  const codes = items.map((item) => ({ code: `${1000 * number + item}`, label: null }));
  return ficheWith({
    code: `RNCP${number}`,
    certifiers: items.map((item) => certifierWith(`École ${item}`)),
    partners: items.map((item) => partnerWith(`Partenaire ${item}`)),
    ...{ specialities: codes, occupations: codes, formacodes: codes },
    accessRoutes: [{ route: 'VAE', open: true, jury: null, changedOn: null }],
    blocks: items.map((item) => blockWith(`BC${item}`, `Bloc ${item}`)),
    cohorts: items.map((item) => cohortWith(2000 + item, 10)),
    predecessors: [{ code: `RNCP${number + 1}`, title: null }],
    equivalences: [{ sourceBlocks: [], targetCode: 'RNCP1', targetBlocks: [] }],
  });
}

const register = (count: number, each: number) =>
  Array.from({ length: count }, (_, at) => fiche(at + 1, each));

/** A statement without the length of its list: of publications, there is one more each time. */
const listsLeftOut = (statement: string) => statement.replaceAll(/ in \([^)]*\)/g, ' in (…)');

describeEachEngine('the statements of a load on', (openDatabase) => {
  const sent: string[] = [];
  let listen: (sql: string) => void = () => {};
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase(({ query }) => {
      sent.push(query.sql);
      listen(query.sql);
    });
  });

  /** Loads what is served; gives the statements that the load itself sent. */
  async function load(signal?: AbortSignal): Promise<{ snapshot: Snapshot; statements: string[] }> {
    await using reading = await database.startReading();
    const publication = await enterPublication(reading.db);
    const before = sent.length;
    const of = signal ? { signal } : {};
    const snapshot = await loadSnapshot(reading.db, publication, DEFAULT_CHOICES, of);
    return { snapshot, statements: sent.slice(before) };
  }

  test('are as many for a small register as for a larger one: three a table, and three of publications', async () => {
    await publishFiches(database, register(2, 1));
    const small = await load();
    await publishFiches(database, register(150, 6));
    const large = await load();
    expect(small.snapshot.blocks.count).toBe(2);
    expect(large.snapshot.blocks.count).toBe(900);
    expect(large.snapshot.publications).toHaveLength(2);
    // Certifications, cohorts, blocks, certifiers, three nomenclatures, routes, links, equivalences,
    // partners, findings, supplements by a cursor each; notes; publications, those that were withdrawn,
    // sources; what there is of surveys.
    expect(small.statements).toHaveLength(13 * 3 + 1 + 3 + 1);
    expect(large.statements.map(listsLeftOut).toSorted()).toEqual(
      small.statements.map(listsLeftOut).toSorted(),
    );
  });

  test('are one more of each table of fiches for each 2,000 of them, and no row is missed', async () => {
    const counted = [];
    for (const count of [1999, 2000, 4001]) {
      const fiches = register(count, 1);
      await publishFiches(database, fiches);
      const { snapshot, statements } = await load();
      expect(snapshot.certifications.count).toBe(count);
      const blocks = fiches.flatMap((fiche) => fiche.blocks.map(({ code }) => code));
      expect([...snapshot.blocks.code].toSorted()).toEqual(blocks.toSorted());
      counted.push(statements.filter((each) => !each.includes('finding')).length);
    }
    // Without those of findings; a page that is not full is the last.
    expect(counted).toEqual([41, 41 + 11, 41 + 2 * 11]);
  }, 60_000);

  test('end with the reason of a signal that is aborted on the way, and none comes after', async () => {
    await publishFiches(database, register(2, 1));
    const controller = new AbortController();
    listen = (sql) => {
      if (sql.includes('"cohort"')) controller.abort(new Error('the server stops'));
    };
    try {
      await using reading = await database.startReading();
      const publication = await enterPublication(reading.db);
      await expect(
        loadSnapshot(reading.db, publication, DEFAULT_CHOICES, { signal: controller.signal }),
      ).rejects.toThrow('the server stops');
      const before = sent.length;
      // The transaction can still be used: whoever loads ends it.
      expect(await enterPublication(reading.db)).toEqual(publication);
      expect(sent.length).toBe(before + 1);
    } finally {
      listen = () => {};
    }
    expect((await load()).statements).toHaveLength(44);
  });

  test('are one when the signal was aborted before', async () => {
    await publishFiches(database, register(2, 1));
    const before = sent.length;
    const stopped = AbortSignal.abort(new Error('the server stops'));
    await expect(load(stopped)).rejects.toThrow('the server stops');
    expect(sent.slice(before).filter((sql) => sql.includes('"certification"'))).toHaveLength(1);
    expect(sent.slice(before).filter((sql) => sql.includes('"block"'))).toEqual([]);
  });
});
