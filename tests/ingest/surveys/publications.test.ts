import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { prunePublications } from '../../../src/db/load/prune.ts';
import { withdrawPublication } from '../../../src/db/load/withdraw.ts';
import { parseRegisterCode } from '../../../src/domain/certification/register-code.ts';
import { describeEachEngine } from '../../support/database.ts';
import { ficheWith, publishFiches } from '../../support/factories.ts';
import { cohortFiles, csv, EXAMPLE, importTexts } from '../../support/surveys.ts';
import { everythingStored, forgetSurveys, query, stateOf } from './survey-state.ts';

const FILES = cohortFiles('RNCP1', EXAMPLE);
const OTHER = cohortFiles('RNCP2', EXAMPLE);
const ROSTER = 'certification,id_titulaire,date_obtention';
const SITUATION = 'certification,id_titulaire,horizon,statut_reponse,situation';
const CODE = parseRegisterCode('RNCP1');

describeEachEngine('surveys in publications of', (openDatabase, engine) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  });
  beforeEach(async () => {
    await forgetSurveys(database);
    await publishFiches(database, [ficheWith({ code: 'RNCP1' }), ficheWith({ code: 'RNCP2' })]);
  });

  const both = (files: typeof FILES) => ({ 'r.csv': files.roster, 's.csv': files.situations });
  const small = {
    'r.csv': csv(ROSTER, 'RNCP1,X,2024-05-01', 'RNCP1,Y,2024-06-01'),
    's.csv': csv(SITUATION, 'RNCP1,X,6,REPONDU,EMPLOI'),
  };
  const withdraw = async (id?: number) => {
    await using session = await database.session();
    await withdrawPublication(session, 'wrong file', id);
  };
  const prune = async (...ids: number[]) => {
    await using session = await database.session();
    await prunePublications(session, ids);
  };
  const all = async () => (await stateOf(database)).survey_class.filter(isOfAll);
  const isOfAll = ({ dimension }: Readonly<Record<string, unknown>>) => dimension === 'ALL';

  test('that are replaced, withdrawn and imported again are as if imported once', async () => {
    await importTexts(database, both(FILES));
    const first = await stateOf(database);
    await importTexts(database, small);
    const second = await stateOf(database);
    expect(second.holder).toHaveLength(2);
    await withdraw();
    expect(await stateOf(database)).toEqual(first);
    const { publicationId } = await importTexts(database, small);
    expect(await stateOf(database)).toEqual(second);
    // The one that was withdrawn keeps its number, and nothing that it alone had.
    const withdrawn = (publicationId ?? 0) - 1;
    expect(await stateOf(database, withdrawn)).toEqual(first);
    expect(
      await query(
        database,
        `select count(*)::int as own from survey.holder where since = ${withdrawn}`,
      ),
    ).toEqual([{ own: 0 }]);
  });

  test('stay in registers that are published after them, and in the former ones', async () => {
    const { publicationId } = await importTexts(database, both(FILES));
    const before = await stateOf(database);
    await publishFiches(database, [ficheWith({ code: 'RNCP1', title: 'Autre' })]);
    expect(await stateOf(database)).toEqual(before);
    await importTexts(database, small);
    expect(await stateOf(database, publicationId ?? 0)).toEqual(before);
  });

  test('are pruned with the last publication that has them, and not before', async () => {
    const first = await importTexts(database, both(FILES));
    await importTexts(database, both(OTHER));
    const replaced = await importTexts(database, small);
    const [one = 0, last = 0] = [first.publicationId, replaced.publicationId].map(Number);
    const held = await stateOf(database);
    const before = await stateOf(database, one + 1);
    await prune(one);
    // The publication between has the first survey still.
    expect(await stateOf(database, one + 1)).toEqual(before);
    await prune(one + 1);
    expect(await stateOf(database)).toEqual(held);
    const rows = await query<{ code: string; holders: number }>(
      database,
      `select certification_code as code, count(*)::int as holders from survey.holder
      group by 1 order by 1`,
    );
    expect(rows).toEqual([
      { code: 'RNCP1', holders: 2 },
      { code: 'RNCP2', holders: 60 },
    ]);
    for (const table of ['answer', 'survey_class', 'survey_cell']) {
      const schema = table === 'answer' ? 'survey' : 'versions';
      expect(
        await query(
          database,
          `select count(*)::int as ended from ${schema}.${table} where until <= ${last}`,
        ),
      ).toEqual([{ ended: 0 }]);
    }
  });

  test('are refused while a publication is held, and nothing is stored', async () => {
    const { publicationId } = await importTexts(database, both(FILES));
    const held = (publicationId ?? 0) + 1;
    await query(
      database,
      `insert into publication (id, published_at, dated_on, demonstration, state)
      select ${held}, now(), dated_on, demonstration, 'HELD' from publication
      where id = ${publicationId}`,
    );
    const before = await everythingStored(database);
    await expect(importTexts(database, small)).rejects.toThrow(
      `publication ${held} is held: publish or withdraw it first`,
    );
    expect(await everythingStored(database)).toEqual(before);
    await withdraw(held);
    await importTexts(database, small);
    expect(await all()).toMatchObject([{ holders: 2 }]);
  });

  test('imported at once are one after the other, or one is refused; none is lost', async () => {
    const imports = await Promise.allSettled(
      [both(FILES), both(OTHER)].map((files) => importTexts(database, files)),
    );
    const refused = imports.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    for (const error of refused) {
      expect(error).toMatchObject({ message: /an import is running on this database/ });
    }
    const done = imports.flatMap((each, place) =>
      each.status === 'fulfilled' ? [['RNCP1', 'RNCP2'][place]] : [],
    );
    expect(done.length).toBeGreaterThan(engine === 'pglite' ? 1 : 0);
    const stored = (await all()).map((row) => row['certification_code']);
    expect(stored.toSorted()).toEqual(done);
    expect((await all()).every(({ holders }) => holders === 60)).toBe(true);
  });

  describe('of a certification that is flagged international', () => {
    const abroad = (year: number) => ({
      'r.csv': csv(ROSTER, `RNCP1,A${year},${year}-05-01`, `RNCP1,B${year},${year}-05-01`),
      's.csv': csv(
        SITUATION,
        `RNCP1,A${year},6,REPONDU,HORS_FRANCE`,
        `RNCP1,B${year},6,REPONDU,RECHERCHE`,
      ),
    });
    const counts = async () =>
      (await all()).map(({ year, abroad: neutralised, employed }) => [year, neutralised, employed]);

    test('are counted by one rule, also those that were imported before', async () => {
      await importTexts(database, abroad(2022));
      await importTexts(database, abroad(2023));
      expect(await counts()).toEqual([
        [2022, 1, 0],
        [2023, 1, 0],
      ]);
      const { publicationId } = await importTexts(database, abroad(2023), {
        international: [CODE],
      });
      expect(await counts()).toEqual([
        [2022, 0, 1],
        [2023, 0, 1],
      ]);
      // What was published stays as it was.
      const former = await stateOf(database, (publicationId ?? 0) - 1);
      expect(former.survey_class.filter(isOfAll)).toMatchObject([{ abroad: 1 }, { abroad: 1 }]);
      // It is a setting that holds on.
      await importTexts(database, abroad(2024));
      expect(await counts()).toContainEqual([2024, 0, 1]);
    });

    test('are counted as before when the import that flagged it is withdrawn', async () => {
      await importTexts(database, abroad(2022));
      const before = await everythingStored(database);
      await importTexts(database, abroad(2023), { international: [CODE] });
      await withdraw();
      expect(await counts()).toEqual([[2022, 1, 0]]);
      const after = await everythingStored(database);
      expect(after['survey.international']).toEqual(before['survey.international']);
      await importTexts(database, abroad(2023));
      expect(await counts()).toEqual([
        [2022, 1, 0],
        [2023, 1, 0],
      ]);
    });

    test('are flagged once, however often it is said', async () => {
      for (const year of [2022, 2023]) {
        await importTexts(database, abroad(year), { international: [CODE, CODE] });
      }
      expect(await query(database, 'select certification_code from survey.international')).toEqual([
        { certification_code: 'RNCP1' },
      ]);
    });

    test('have to be of the registers that are served', async () => {
      await expect(
        importTexts(database, abroad(2022), { international: [parseRegisterCode('RS99')] }),
      ).rejects.toThrow(/--international names RS99, which the registers .* do not have/);
    });
  });

  describe('of a holder who is given with another year', () => {
    const roster = (...lines: readonly string[]) => ({ 'r.csv': csv(ROSTER, ...lines) });

    test('are refused as long as the former cohort is not given anew', async () => {
      await importTexts(database, roster('RNCP1,A,2023-05-01', 'RNCP1,B,2023-05-01'));
      const before = await everythingStored(database);
      await expect(importTexts(database, roster('RNCP1,A,2024-05-01'))).rejects.toThrow(
        /RNCP1: holders of 2024 are in the roster of 2023 already/,
      );
      expect(await everythingStored(database)).toEqual(before);
      // Of another certification the same identifier is another holder.
      await importTexts(database, roster('RNCP2,A,2024-05-01'));
      await importTexts(database, roster('RNCP1,A,2024-05-01', 'RNCP1,B,2023-05-01'));
      const cohorts = (await stateOf(database)).holder.map((row) => [
        ...[row['certification_code'], row['year']],
      ]);
      expect(cohorts.toSorted()).toEqual([
        ['RNCP1', 2023],
        ['RNCP1', 2024],
        ['RNCP2', 2024],
      ]);
    });

    test('are refused when a situation of theirs would be left behind', async () => {
      await importTexts(database, {
        ...roster('RNCP1,A,2023-05-01', 'RNCP1,B,2023-05-01'),
        's.csv': csv(SITUATION, 'RNCP1,A,6,REPONDU,EMPLOI'),
      });
      await expect(
        importTexts(database, roster('RNCP1,A,2024-05-01', 'RNCP1,B,2023-05-01')),
      ).rejects.toThrow(/RNCP1 2023: the new roster lacks 1 holders of whom a situation is stored/);
    });
  });

  test('without any row are refused, and no publication is made', async () => {
    const before = await everythingStored(database);
    for (const files of [
      { 'r.csv': csv(ROSTER) },
      { 'r.csv': csv(ROSTER), 's.csv': csv(SITUATION) },
      { 'r.csv': csv(`${ROSTER},resultat`, 'RNCP1,A,,ABSENT', 'RNCP1,B,,NON_CERTIFIE') },
    ]) {
      await expect(importTexts(database, files)).rejects.toThrow(/there is nothing to import/);
    }
    expect(await everythingStored(database)).toEqual(before);
  });

  test('a table without any row beside others is told of', async () => {
    const files = { 'r.csv': FILES.roster, 's.csv': csv(SITUATION) };
    expect((await importTexts(database, files)).notices).toEqual(['s.csv holds no row']);
    expect(await all()).toEqual([]);
    expect((await stateOf(database)).holder).toHaveLength(60);
  });

  test('before any register are refused', async () => {
    const empty = await openDatabase();
    for (const check of [false, true]) {
      await expect(importTexts(empty, small, { check })).rejects.toThrow(
        'nothing was imported yet: import the registers first',
      );
    }
  });
});
