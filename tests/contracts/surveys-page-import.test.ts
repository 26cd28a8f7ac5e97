import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { openPostgres } from '../../src/db/engines/postgres.ts';
import { migrate } from '../../src/db/migrations.ts';
import type { WrittenCohort } from '../../src/db/surveys/survey-writer.ts';
import { eligibleOf } from '../../src/domain/survey/counts.ts';
import type { Horizon } from '../../src/domain/survey/layout.ts';
import { ROSTER_FIELDS, SITUATION_FIELDS } from '../../src/domain/survey/layout.ts';
import { createScratchUrl, openMigratedPglite } from '../support/database.ts';
import { certifierWith, ficheWith, publishFiches } from '../support/factories.ts';
import { cohortFiles, csv, EXAMPLE, importTexts } from '../support/surveys.ts';

const PAGE = readFileSync(new URL('../../docs/surveys.md', import.meta.url), 'utf8');

/** The snippet of the page in a language. */
function snippet(language: string): string {
  return PAGE.split(`\`\`\`${language}\n`)[1]?.split('\n```')[0] ?? '';
}

async function query<Row>(database: Database, text: string): Promise<Row[]> {
  await using session = await database.session();
  return (await sql.raw<Row>(text).execute(session.db)).rows;
}

test('the mapping of the page reads the wide file of the page', async () => {
  await using database = await openMigratedPglite();
  await publishFiches(database, [ficheWith({ code: 'RNCP900012' })]);
  const cohorts: WrittenCohort[] = [];
  const result = await importTexts(
    database,
    { 'suivi.csv': `${snippet('csv')}\n` },
    { mapping: snippet('json'), onCohort: (cohort) => cohorts.push(cohort) },
  );
  expect(result).toMatchObject({ holders: 3, answers: 5, cohorts: 1, notices: [] });
  const at = (horizon: Horizon) =>
    cohorts[0]?.figures.classes.find((each) => each.horizon === horizon && each.dimension === 'ALL')
      ?.counts;
  // D-001 is employed at both; D-002 searches, then is employed; D-003 was not asked, then studies.
  expect(at(6)).toMatchObject({
    ...{ holders: 3, respondents: 2, notAsked: 1, employed: 1, inTarget: 1, searching: 1 },
  });
  expect(at(24)).toMatchObject({ holders: 3, respondents: 3, employed: 2, workStudy: 1 });
  const later = at(24);
  expect(later && eligibleOf(later)).toBe(2);
});

describe('what the page says is not stored', () => {
  /** A row with every field, each with a value that nothing else has. */
  const HOLDER = {
    certification: 'RNCP1',
    id_titulaire: 'IDENTIFIANT-7',
    date_obtention: '2023-06-30',
    voie_acces: 'APPRENTISSAGE',
    sexe: 'F',
    annee_naissance: '1987',
    region_formation: '94',
    siret_organisme: '00000001800010',
    niveau_avant: 'AUCUN',
    situation_avant: 'DEMANDEUR_EMPLOI',
    resultat: 'CERTIFIE',
  };
  const SITUATION = {
    id_titulaire: 'IDENTIFIANT-7',
    certification: 'RNCP1',
    horizon: '6',
    statut_reponse: 'REPONDU',
    date_observation: '2024-01-17',
    source: 'JUSTIFICATIF',
    situation: 'EMPLOI',
    metier_vise: 'OUI',
    contrat: 'CDD',
    duree_contrat_mois: '37',
    temps_travail: 'PARTIEL',
    quotite: '83',
    categorie: 'INTERMEDIAIRE',
    remuneration_brute_annuelle: '19417',
    rome_emploi: 'E1103',
    region_emploi: '28',
    pays_emploi: 'FR',
    intitule_poste: 'Technicienne polyvalente',
  };

  test('is in no row of any table, and the rest is', async () => {
    expect(Object.keys(HOLDER)).toEqual(ROSTER_FIELDS.map(({ name }) => name));
    expect(Object.keys(SITUATION)).toEqual(SITUATION_FIELDS.map(({ name }) => name));
    await using database = await openMigratedPglite();
    await publishFiches(database, [ficheWith({ code: 'RNCP1' })]);
    const table = (row: Readonly<Record<string, string>>) =>
      csv(Object.keys(row).join(';'), Object.values(row).join(';'));
    await importTexts(database, {
      'liste-de-camille.csv': table(HOLDER),
      'enquete.csv': table(SITUATION),
    });
    const stored = JSON.stringify(await everyRow(database));
    const said = /\*\*Checked and not stored:\*\* (.+?)\. Counts/.exec(PAGE)?.[1] ?? '';
    const fields = [...said.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '');
    expect(fields.toSorted()).toEqual([
      'niveau_avant',
      'quotite',
      'rome_emploi',
      'siret_organisme',
      'situation_avant',
    ]);
    expect(said).toMatch(/^identifier, year of birth, .*source and day of observation; names of/);
    const values: Readonly<Record<string, string>> = { ...HOLDER, ...SITUATION };
    for (const name of [
      ...fields,
      ...['id_titulaire', 'annee_naissance', 'source', 'date_observation', 'intitule_poste'],
    ]) {
      expect(values[name], name).toBeDefined();
      expect(stored, name).not.toMatch(new RegExp(`[":]${values[name]}[",}]`));
    }
    expect(stored).not.toContain('camille');
    for (const value of ['2023-06-30', 'APPRENTISSAGE', '"94"', ':37', ':19417', '"28"']) {
      expect(stored).toContain(value);
    }
  });

  test('but for titles of jobs, when the mapping keeps them', async () => {
    await using database = await openMigratedPglite();
    await publishFiches(database, [ficheWith({ code: 'RNCP1' })]);
    const table = (row: Readonly<Record<string, string>>) =>
      csv(Object.keys(row).join(';'), Object.values(row).join(';'));
    await importTexts(
      database,
      { 'r.csv': table(HOLDER), 's.csv': table(SITUATION) },
      { mapping: '{"keepJobTitles": true}' },
    );
    expect(await query(database, 'select job_title from survey.answer')).toEqual([
      { job_title: 'Technicienne polyvalente' },
    ]);
  });
});

/** All rows of the tables of surveys. */
async function everyRow(database: Database): Promise<unknown[]> {
  const tables = await query<{ name: string }>(
    database,
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_type = 'BASE TABLE'
       and (table_schema = 'survey' or table_schema = 'versions' and table_name like 'survey%')
     order by name`,
  );
  expect(tables.length).toBeGreaterThan(8);
  const all: unknown[] = [];
  for (const { name } of tables) all.push(...(await query(database, `select * from ${name}`)));
  return all;
}

const SERVER = process.env['TEST_DATABASE_URL'];

test.skipIf(!SERVER)(
  'the statements of the page let a role read the rows of one body, and no key of a holder',
  async () => {
    const scratch = await createScratchUrl(SERVER ?? '');
    // Names of roles are those of the whole server, on which other tests run.
    const role = `ecole_reader_${randomBytes(4).toString('hex')}`;
    const owner = new pg.Client({ connectionString: scratch.href });
    await owner.connect();
    const reader = new URL(scratch.href);
    reader.username = role;
    reader.password = 'secret';
    const client = new pg.Client({ connectionString: reader.href });
    try {
      {
        await using database = openPostgres(scratch.href);
        await migrate(database);
        await publishFiches(database, [
          ficheWith({
            code: 'RNCP1',
            certifiers: [certifierWith('École', { siret: '11111111800011' })],
          }),
          ficheWith({ code: 'RNCP2' }),
        ]);
        for (const code of ['RNCP1', 'RNCP2']) {
          const { roster, situations } = cohortFiles(code, EXAMPLE);
          await importTexts(database, { 'r.csv': roster, 's.csv': situations });
        }
      }
      for (const statement of snippet('sql').split(';')) {
        await owner.query(statement.replaceAll('ecole_reader', role).replaceAll("'…'", "'secret'"));
      }
      await client.connect();
      const read = async (text: string) => (await client.query(text)).rows;
      for (const [table, count] of [
        ['survey.holder', 60],
        ['survey.answer', 60],
      ] as const) {
        expect(
          await read(`select certification_code as code, count(holder)::int as count from ${table}
            where until = 2147483647 group by code`),
        ).toEqual([{ code: 'RNCP1', count }]);
      }
      expect(
        await read(
          `select certification_code as code, holders, respondents from versions.survey_class
           where dimension = 'ALL' and until = 2147483647`,
        ),
      ).toEqual([{ code: 'RNCP1', holders: 60, respondents: 48 }]);
      for (const forbidden of [
        'select record_key from survey.holder',
        'select job_title from survey.answer',
        'select * from versions.survey_cell',
        'select * from survey.sql_reader',
        'select * from survey.assignment',
        'select * from survey.access',
        'select * from publication',
      ]) {
        await expect(client.query(forbidden), forbidden).rejects.toThrow('permission denied');
      }
      await owner.query('delete from survey.sql_reader');
      expect(await read('select holder from survey.holder')).toEqual([]);
    } finally {
      await client.end();
      await owner.query(`drop owned by ${role}`).catch(() => {});
      await owner.query(`drop role if exists ${role}`);
      await owner.end();
      await scratch.drop();
    }
  },
  60_000,
);
