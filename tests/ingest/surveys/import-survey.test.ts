import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { withdrawPublication } from '../../../src/db/load/withdraw.ts';
import { describeEachEngine } from '../../support/database.ts';
import { certifierWith, cohortWith, ficheWith, publishFiches } from '../../support/factories.ts';
import { cohortFiles, csv, EXAMPLE, importTexts } from '../../support/surveys.ts';

const FILES = cohortFiles('RNCP1', EXAMPLE);
const HEAD = 'certification,id_titulaire,date_obtention';
const SITUATION = 'certification,id_titulaire,horizon,statut_reponse,situation';

describeEachEngine('surveys imported into', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
  });
  beforeEach(async () => {
    await publishFiches(database, [
      ficheWith({
        code: 'RNCP1',
        certifiers: [certifierWith('École', { siret: '11111111800011' })],
        cohorts: [cohortWith(2024, 60, { global6: 81 })],
      }),
      ficheWith({ code: 'RNCP2' }),
    ]);
    await query(
      'truncate survey.holder, survey.answer, versions.survey_class, versions.survey_cell, versions.survey_paired, versions.survey_finding, survey.secret, survey.import, survey.mapping',
    );
  });

  async function query<Row>(text: string): Promise<Row[]> {
    await using session = await database.session();
    return (await sql.raw<Row>(text).execute(session.db)).rows;
  }

  const classes = (where: string) =>
    query<Record<string, unknown>>(
      `select * from versions.survey_class where until = 2147483647 and ${where} order by value`,
    );
  const counted = () =>
    query<{ holders: number; answers: number; publications: number }>(`select
      (select count(*)::int from survey.holder) as holders,
      (select count(*)::int from survey.answer) as answers,
      (select count(*)::int from publication) as publications`).then(([row]) => row);

  test('count holders, respondents, the eligible and the employed of the worked example', async () => {
    const result = await importTexts(database, {
      'titulaires.csv': FILES.roster,
      'situations.csv': FILES.situations,
    });
    expect(result).toMatchObject({ holders: 60, answers: 60, cohorts: 1 });
    expect(await classes("dimension = 'ALL'")).toMatchObject([
      {
        ...{ certification_code: 'RNCP1', year: 2024, horizon: 6 },
        ...{ holders: 60, respondents: 48, unreachable: 12, studying: 6, employed: 34 },
        ...{ in_target: 25, searching: 8 },
      },
    ]);
    expect(await classes("dimension = 'ROUTE'")).toMatchObject([
      { value: 'APPRENTISSAGE', holders: 20, respondents: 12, studying: 0, employed: 7 },
      { value: 'ELEVE_ETUDIANT', holders: 40, respondents: 36, studying: 6, employed: 27 },
    ]);
    expect(await classes("dimension = 'AGE_BAND'")).toMatchObject([{ value: 'UNDER_26' }]);
    expect(
      await query(`select sum(holders)::int as holders, sum(respondents_6)::int as respondents,
        sum(eligible_6)::int as eligible, sum(employed_6)::int as employed,
        sum(in_target_6)::int as "inTarget", sum(respondents_24)::int as later
        from versions.survey_cell`),
    ).toEqual([
      { holders: 60, respondents: 48, eligible: 42, employed: 34, inTarget: 25, later: null },
    ]);
  });

  test('keep no identifier, and the record key of the worked example', async () => {
    await query("update versions.certification set code = 'RNCP35746' where code = 'RNCP2'");
    await importTexts(database, { 'r.csv': csv(HEAD, 'RNCP35746,H01,2024-01-01') });
    const [row] = await query<Record<string, unknown>>('select * from survey.holder');
    expect(row).toMatchObject({ record_key: 2245154312, year: 2024 });
    expect(JSON.stringify(row)).not.toContain('H01');
  });

  test('are one publication; the former is read as it was', async () => {
    const before = await counted();
    const { publicationId } = await importTexts(database, { 'r.csv': FILES.roster });
    const after = await counted();
    expect(after?.publications).toBe((before?.publications ?? 0) + 1);
    await importTexts(database, { 's.csv': FILES.situations });
    expect(await classes("dimension = 'ALL'")).toHaveLength(1);
    expect(
      await query(`select count(*)::int as count from versions.survey_cell
        where since <= ${publicationId} and until > ${publicationId} and respondents_6 is null`),
    ).not.toEqual([{ count: 0 }]);
  });

  test('of another horizon leave the first one as it is, and tell of the same holders', async () => {
    await importTexts(database, { 'r.csv': FILES.roster, 's.csv': FILES.situations });
    const later = cohortFiles('RNCP1', EXAMPLE, { horizon: 24 }).situations;
    await importTexts(database, { 's.csv': later });
    expect(await classes("dimension = 'ALL' and horizon in (6, 24)")).toMatchObject([
      { respondents: 48 },
      { respondents: 48 },
    ]);
    expect(
      await query(`select rate, "both", first_only, second_only, neither from versions.survey_paired
        where until = 2147483647 order by rate`),
    ).toEqual([
      { rate: 'GLOBAL', both: 34, first_only: 0, second_only: 0, neither: 8 },
      { rate: 'TARGET_OCCUPATION', both: 25, first_only: 0, second_only: 0, neither: 17 },
    ]);
  });

  test('replace what was stored of the cohort and the horizon, whole', async () => {
    await importTexts(database, { 'r.csv': FILES.roster, 's.csv': FILES.situations });
    await importTexts(database, {
      'r.csv': csv(HEAD, 'RNCP1,H001,2024-05-01', 'RNCP1,X,2024-05-01'),
      's.csv': csv(SITUATION, 'RNCP1,X,6,REPONDU,EMPLOI'),
    });
    expect(await classes("dimension = 'ALL'")).toMatchObject([
      { holders: 2, respondents: 1, employed: 1, not_asked: 1 },
    ]);
    const [{ count } = { count: 0 }] = await query<{ count: number }>(
      'select count(*)::int as count from survey.holder where until = 2147483647',
    );
    expect(count).toBe(2);
  });

  test('that are withdrawn leave the former survey as it was', async () => {
    await importTexts(database, { 'r.csv': FILES.roster, 's.csv': FILES.situations });
    await importTexts(database, {
      'r.csv': csv(HEAD, 'RNCP1,X,2024-05-01'),
      's.csv': csv(SITUATION, 'RNCP1,X,6,REPONDU,EMPLOI'),
    });
    {
      await using session = await database.session();
      await withdrawPublication(session, 'wrong file');
    }
    expect(await classes("dimension = 'ALL'")).toMatchObject([{ holders: 60, respondents: 48 }]);
    expect((await counted())?.holders).toBe(60);
  });

  describe('are refused whole, and nothing is stored:', () => {
    const roster = (...lines: readonly string[]) => ({ 'r.csv': csv(HEAD, ...lines) });
    const R = csv(HEAD, 'RNCP1,A,2024-05-01', 'RNCP1,B,2024-05-02');
    const with6 = (...lines: readonly string[]) => ({
      'r.csv': R,
      's.csv': csv(`${SITUATION},metier_vise,contrat,date_observation`, ...lines),
    });
    test.each<readonly [string, Readonly<Record<string, string>>, RegExp]>([
      [
        'an unknown certification',
        roster('RNCP9,A,2024-05-01'),
        /r\.csv, line 2, column certification: "RNCP9": the code of a certification of the registers/,
      ],
      [
        'an unreadable day',
        roster('RNCP1,A,2024-02-30'),
        /line 2, column date_obtention: "2024-02-30": a day from 2000-01-01 to 2026-11-24/,
      ],
      ['a day to come', roster('RNCP1,A,2027-01-01'), /"2027-01-01": a day from 2000-01-01/],
      ['an award without a day', roster('RNCP1,A,'), /column date_obtention: is empty/],
      [
        'a holder twice',
        roster('RNCP1,A,2024-05-01', 'RNCP1,A,2023-05-01'),
        /line 3, column id_titulaire: this holder is there twice/,
      ],
      [
        'an unknown code, with those that are accepted',
        with6('RNCP1,A,6,REPONDU,EN POSTE,,,'),
        /s\.csv, line 2, column situation: "EN POSTE": EMPLOI, RECHERCHE, .*HORS_FRANCE are accepted/,
      ],
      [
        'a situation of nobody in the roster',
        with6('RNCP1,C,6,REPONDU,EMPLOI,,,'),
        /line 2, column id_titulaire: this holder is not in the roster/,
      ],
      [
        'two situations at one horizon',
        with6('RNCP1,A,6,REPONDU,EMPLOI,,,', 'RNCP1,A,6,REPONDU,RECHERCHE,,,'),
        /line 3, column id_titulaire: this holder has two situations at the same horizon/,
      ],
      [
        'a situation without an answer',
        with6('RNCP1,A,6,REFUS,EMPLOI,,,'),
        /column situation: is EMPLOI while statut_reponse is REFUS/,
      ],
      [
        'an answer without a situation',
        with6('RNCP1,A,6,REPONDU,,,,'),
        /column situation: is empty while statut_reponse is REPONDU/,
      ],
      [
        'a contract without a job',
        with6('RNCP1,A,6,REPONDU,RECHERCHE,,CDI,'),
        /column contrat: describes a job while situation is RECHERCHE/,
      ],
      [
        'the target occupation without a job',
        with6('RNCP1,A,6,REPONDU,RECHERCHE,OUI,,'),
        /column metier_vise: describes a job/,
      ],
      [
        'a situation before its horizon',
        with6('RNCP1,A,6,REPONDU,EMPLOI,,,2024-08-31'),
        /column date_observation: 2024-08-31 is too early .* accepted from 2024-09-01 on/,
      ],
      [
        'a horizon that there is not',
        with6('RNCP1,A,18,REPONDU,EMPLOI,,,'),
        /column horizon: "18": 6, 12, 24 are accepted/,
      ],
      [
        'a column that is not known',
        { 'r.csv': csv(`${HEAD},remarque`, 'RNCP1,A,2024-05-01,x') },
        /columns that are not known: "remarque"; name the field of each in the mapping/,
      ],
      [
        'a column of names',
        { 'r.csv': csv(`${HEAD},Prénom`, 'RNCP1,A,2024-05-01,Camille') },
        /the column "Prénom" holds names of persons: remove it/,
      ],
      [
        'identifiers that are e-mail addresses, whatever else is wrong',
        roster('RNCP9,camille@example.org,2024-13-01'),
        /^[^:]*:\s+r\.csv: the column "id_titulaire" holds e-mail addresses[^\n]*$/,
      ],
    ])('%s', async (_what, files, message) => {
      const before = await counted();
      await expect(importTexts(database, files)).rejects.toThrow(message);
      expect(await counted()).toEqual(before);
    });

    test('certifications of another body', async () => {
      await importTexts(database, roster('RNCP1,A,2024-05-01'), { siren: '111111118' });
      await expect(
        importTexts(database, roster('RNCP2,A,2024-05-01'), { siren: '111111118' }),
      ).rejects.toThrow(
        /r\.csv, line 2, column certification: "RNCP2": the code of a certification that the body 111111118 certifies/,
      );
    });

    test('rows of certifications of another body, without telling who is in its roster', async () => {
      await importTexts(database, roster('RNCP2,A,2024-05-01'));
      const refused = (id: string) =>
        importTexts(
          database,
          {
            's.csv': csv(
              'certification,id_titulaire,horizon,statut_reponse,situation',
              `RNCP2,${id},6,REPONDU,EMPLOI`,
            ),
          },
          { siren: '111111118', check: true },
        ).catch((error: Error) => error.message);
      expect(await refused('A')).toMatch(/"RNCP2": the code of a certification that the body/);
      expect(await refused('A')).toBe(await refused('B'));
    });

    test('another secret than that of what is stored', async () => {
      await importTexts(database, roster('RNCP1,A,2024-05-01'));
      await expect(
        importTexts(database, roster('RNCP1,B,2023-05-01'), { secret: 'another secret' }),
      ).rejects.toThrow(/SURVEY_SECRET is not the one/);
    });

    test('a roster that lacks holders of whom situations stay', async () => {
      await importTexts(database, with6('RNCP1,A,6,REPONDU,EMPLOI,,,'));
      await expect(importTexts(database, roster('RNCP1,B,2024-05-01'))).rejects.toThrow(
        /RNCP1 2024: the new roster lacks 1 holders/,
      );
    });
  });

  test('of a wide file are read by its mapping, which is kept of the body', async () => {
    const mapping = JSON.stringify({
      columns: {
        'N° dossier': 'id_titulaire',
        'Diplômé le': 'date_obtention',
        'Situation M+6': 'situation@6',
        'Situation M+24': 'situation@24',
      },
      values: {
        situation: { 'En poste': 'EMPLOI', Chômage: 'RECHERCHE', Alternant: 'ALTERNANCE' },
      },
      constants: { certification: 'RNCP1' },
      ignore: ['Commentaire'],
    });
    const wide = csv(
      'N° dossier;Diplômé le;Situation M+6;Situation M+24;Commentaire',
      '1;01/02/2024;En poste;En poste;',
      '2;01/02/2024;Chômage;;',
      '3;01/02/2024;Alternant;En poste;',
    );
    await importTexts(database, { 'w.csv': wide }, { mapping, siren: '111111118' });
    expect(await classes("dimension = 'ALL' and horizon = 6")).toMatchObject([
      { holders: 3, respondents: 3, work_study: 1, employed: 1, searching: 1 },
    ]);
    expect(await classes("dimension = 'ALL' and horizon = 24")).toMatchObject([
      { holders: 3, respondents: 2, not_asked: 1, employed: 2 },
    ]);
    await importTexts(database, { 'w.csv': wide }, { siren: '111111118' });
    await expect(importTexts(database, { 'w.csv': wide })).rejects.toThrow(/columns that are not/);
  });

  test('a check computes all and writes nothing', async () => {
    const before = await counted();
    const cohorts: string[] = [];
    const files = { 'r.csv': FILES.roster, 's.csv': FILES.situations };
    const result = await importTexts(database, files, {
      check: true,
      onCohort: ({ figures }) => {
        const [all] = figures.classes;
        cohorts.push(`${all?.counts.employed}/${all?.counts.respondents}`);
      },
    });
    expect(result).toMatchObject({ publicationId: null, holders: 60, answers: 60 });
    expect(cohorts).toEqual(['34/48']);
    expect(await counted()).toEqual(before);
  });
});
