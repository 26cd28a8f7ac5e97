import { expect, test } from 'vitest';
import { prunePublications } from '../../src/db/load/prune.ts';
import { withdrawPublication } from '../../src/db/load/withdraw.ts';
import { ask, refusal, send } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, day, ficheWith, publishFiches } from '../support/factories.ts';
import { SMALL_REGISTER } from '../support/register.ts';

describeEachEngine('publications on', (openDatabase) => {
  test('are listed newest first, of which one is current, and lose none when paged', async () => {
    const database = await openDatabase();
    for (const datedOn of ['2026-08-14', '2026-08-15', '2026-08-16']) {
      await publishFiches(database, SMALL_REGISTER, { datedOn: day(datedOn) });
    }
    const { publications } = await ask<{ publications: object }>(
      database,
      `{ publications { totalCount nodes { number current demonstration sources { datedOn } } } }`,
    );
    const of = (number: number, datedOn: string) => ({
      number,
      current: number === 3,
      demonstration: false,
      sources: [{ datedOn }, { datedOn }],
    });
    expect(publications).toEqual({
      totalCount: 3,
      nodes: [of(3, '2026-08-16'), of(2, '2026-08-15'), of(1, '2026-08-14')],
    });
    const pages = await ask<Record<string, object>>(
      database,
      `{ newest: publications(first: 2) { nodes { number } pageInfo { hasNextPage } }
        oldest: publications(last: 2) { nodes { number } pageInfo { hasPreviousPage } } }`,
    );
    expect(pages).toEqual({
      newest: { nodes: [{ number: 3 }, { number: 2 }], pageInfo: { hasNextPage: true } },
      oldest: { nodes: [{ number: 2 }, { number: 1 }], pageInfo: { hasPreviousPage: true } },
    });
  });

  test('say which of them can be asked for, and why those that were withdrawn cannot', async () => {
    const database = await openDatabase();
    for (let number = 1; number <= 4; number++) await publishFiches(database, SMALL_REGISTER);
    const states = async () => {
      const { publications } = await ask<{ publications: { nodes: object[] } }>(
        database,
        '{ publications { nodes { number state withdrawnBecause } } }',
      );
      return publications.nodes.map((each) => Object.values(each));
    };
    expect(await states()).toEqual([4, 3, 2, 1].map((number) => [number, 'PUBLISHED', null]));
    const retire = async () => {
      await using session = await database.session();
      await withdrawPublication(session, 'a wrong column', 3);
      await withdrawPublication(session, 'two days in one', 2);
      // What was withdrawn stays so when it is let go as well.
      await prunePublications(session, [1, 2]);
    };
    await retire();
    expect(await states()).toEqual([
      [4, 'PUBLISHED', null],
      [3, 'WITHDRAWN', 'a wrong column'],
      [2, 'WITHDRAWN', 'two days in one'],
      [1, 'NOT_KEPT', null],
    ]);
  });

  test('have sources that say what they brought in, and what of it is unknown', async () => {
    const database = await openDatabase();
    await publishFiches(database, SMALL_REGISTER);
    const { publications } = await ask<{ publications: { nodes: { sources: object[] }[] } }>(
      database,
      `{ publications { nodes { sources {
        kind register fileName sha256 bytes flowVersion datedOn demonstration
        certifications blocks cohorts certifiers partners refusedFiches refusedValues
        unknownElements { path count }
      } } } }`,
    );
    expect(publications.nodes[0]?.sources[0]).toEqual({
      kind: 'FEED',
      register: 'RNCP',
      fileName: 'RNCP.xml',
      sha256: '0'.repeat(64),
      bytes: 3_000_000_000,
      flowVersion: '4.1',
      datedOn: '2026-08-16',
      demonstration: false,
      certifications: 5,
      blocks: 4,
      cohorts: 7,
      certifiers: 7,
      partners: 5,
      refusedFiches: 0,
      refusedValues: 0,
      unknownElements: [
        { path: 'FICHES/FICHE/AUTRE', count: 1 },
        { path: 'FICHES/FICHE/NOUVEAU', count: 2 },
      ],
    });
  });

  test('tell of each certification where it was read', async () => {
    const database = await openDatabase();
    const [first] = SMALL_REGISTER;
    if (!first) throw new Error('no fiche');
    const page = ficheWith({ code: 'RNCP900099', title: 'Connue de sa page seule' });
    await publishFiches(database, SMALL_REGISTER, {
      supplements: [
        {
          kind: 'FICHE_PAGE',
          contents: [{ code: page.code, fiche: page, cohorts: [] }],
        },
        {
          kind: 'STATISTICS_FILE',
          contents: [{ code: first.code, fiche: null, cohorts: [cohortWith(2025, 3)] }],
        },
      ],
    });
    const { certifications } = await ask<{ certifications: object }>(
      database,
      `{ certifications(filter: { codes: ["900001", "900002", "900099", "RS900001"] }) {
        nodes { sources { kind register } }
      } }`,
    );
    const feed = (register: string) => ({ kind: 'FEED', register });
    const supplement = (kind: string) => ({ kind, register: null });
    expect(certifications).toEqual({
      nodes: [
        { sources: [feed('RNCP'), supplement('STATISTICS_FILE')] },
        { sources: [feed('RNCP')] },
        { sources: [supplement('FICHE_PAGE')] },
        { sources: [feed('RS')] },
      ],
    });
  });

  test('have to be there before anything can be asked', async () => {
    const database = await openDatabase();
    await expect(send(database, '{ levels { code } }')).rejects.toMatchObject({
      code: 'NO_PUBLICATION',
    });
    await publishFiches(database, []);
    expect(await refusal(database, '{ certifications { totalCount } }')).toBeNull();
  });
});
