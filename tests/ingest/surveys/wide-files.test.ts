import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import type { WrittenCohort } from '../../../src/db/surveys/survey-writer.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { ficheWith, publishFiches } from '../../support/factories.ts';
import { csv, importTexts } from '../../support/surveys.ts';

let database: Database;
beforeAll(async () => {
  database = await openMigratedPglite();
  await publishFiches(database, [ficheWith({ code: 'RNCP1' })]);
});
afterAll(() => database[Symbol.asyncDispose]());

/** The one cohort that a wide file gives by a mapping; nothing is written. */
async function cohortOf(mapping: object, ...lines: readonly string[]): Promise<WrittenCohort> {
  const cohorts: WrittenCohort[] = [];
  await importTexts(
    database,
    { 'w.csv': csv(...lines) },
    { mapping: JSON.stringify(mapping), check: true, onCohort: (cohort) => cohorts.push(cohort) },
  );
  const [cohort] = cohorts;
  if (!cohort || cohorts.length > 1) throw new Error(`${cohorts.length} cohorts`);
  return cohort;
}

const IDS = { constants: { certification: 'RNCP1' } };
const COLUMNS = { Id: 'id_titulaire', Jour: 'date_obtention', 'À 6': 'situation@6' };
const LATER = { ...COLUMNS, 'À 24': 'situation@24' };

describe('a constant of the mapping', () => {
  test('that names a horizon is said of it alone', async () => {
    const cohort = await cohortOf(
      {
        columns: LATER,
        constants: {
          ...IDS.constants,
          ...{ 'pays_emploi@6': 'BE', 'pays_emploi@24': 'LU', pays_emploi: 'FR' },
        },
      },
      'Id,Jour,À 6,À 24',
      'A,2024-03-15,EMPLOI,EMPLOI',
    );
    const told = cohort.answers.map(({ horizon, jobCountry }) => [horizon, jobCountry]);
    expect(told).toEqual([
      [6, 'BE'],
      [24, 'LU'],
    ]);
  });

  test('that names none is said of all of them', async () => {
    const constants = { ...IDS.constants, contrat: 'CDI' };
    const cohort = await cohortOf(
      { columns: LATER, constants },
      'Id,Jour,À 6,À 24',
      'A,2024-03-15,EMPLOI,EMPLOI',
    );
    expect(cohort.answers.map(({ contract }) => contract)).toEqual(['CDI', 'CDI']);
  });

  test('tells nothing of a horizon that a row leaves empty', async () => {
    const constants = { ...IDS.constants, statut_reponse: 'REPONDU', temps_travail: 'PLEIN' };
    const cohort = await cohortOf(
      { columns: LATER, constants },
      'Id,Jour,À 6,À 24',
      'A,2024-03-15,EMPLOI,',
    );
    expect(cohort.answers.map(({ horizon }) => horizon)).toEqual([6]);
  });

  test('gives the status that a situation must have', async () => {
    const constants = { ...IDS.constants, statut_reponse: 'REFUS' };
    await expect(
      cohortOf({ columns: COLUMNS, constants }, 'Id,Jour,À 6', 'A,2024-03-15,EMPLOI'),
    ).rejects.toThrow(/column À 6: is EMPLOI while statut_reponse is REFUS/);
  });

  test('that cannot be read is refused by its name, and not on a line', async () => {
    const constants = { certification: 'RNCP1', 'contrat@6': 'PERMANENT' };
    await expect(
      cohortOf({ columns: COLUMNS, constants }, 'Id,Jour,À 6', 'A,2024-03-15,EMPLOI'),
    ).rejects.toThrow(/ {2}w\.csv, column constants\.contrat@6: "PERMANENT": CDI, CDD/);
  });
});

describe('a row of a wide file', () => {
  test('that describes a job at a horizon whose situation is empty is refused', async () => {
    const columns = { ...LATER, 'Contrat 24': 'contrat@24' };
    await expect(
      cohortOf({ columns, ...IDS }, 'Id,Jour,À 6,À 24,Contrat 24', 'A,2024-03-15,EMPLOI,,CDI'),
    ).rejects.toThrow(/line 2, column Contrat 24: describes a job while situation is empty/);
  });

  test('of which only the day is known at a horizon is no situation', async () => {
    const columns = { ...LATER, 'Jour 24': 'date_observation@24', Par: 'source@24' };
    const cohort = await cohortOf(
      { columns, ...IDS },
      'Id,Jour,À 6,À 24,Jour 24,Par',
      'A,2024-03-15,EMPLOI,,2026-03-20,TELEPHONE',
    );
    expect(cohort.horizons).toEqual([6]);
  });

  test('of somebody who did not obtain the certification has no situation', async () => {
    const columns = { ...COLUMNS, Fin: 'resultat' };
    const cohort = await cohortOf(
      { columns, ...IDS },
      'Id,Jour,À 6,Fin',
      'A,2024-03-15,EMPLOI,CERTIFIE',
      'B,,,NON_CERTIFIE',
      'C,,,absent',
    );
    expect(cohort.holders).toHaveLength(1);
    await expect(
      cohortOf({ columns, ...IDS }, 'Id,Jour,À 6,Fin', 'B,,EMPLOI,ABSENT'),
    ).rejects.toThrow(/column Id: this holder did not obtain the certification/);
  });

  test('may leave its one horizon empty, whoever it is of', async () => {
    const columns = { Id: 'id_titulaire', Jour: 'date_obtention', Fin: 'resultat' };
    const cohort = await cohortOf(
      {
        columns: { ...columns, Emploi: 'situation' },
        constants: { certification: 'RNCP1', horizon: '6' },
      },
      'Id,Jour,Fin,Emploi',
      'A,2024-03-15,,EMPLOI',
      'B,2024-03-15,,',
      'C,,NON_CERTIFIE,',
    );
    const [all] = cohort.figures.classes;
    expect(all?.counts).toMatchObject({ holders: 2, respondents: 1, notAsked: 1, employed: 1 });
  });
});

test('columns without a horizon are refused where others have one: nobody would read them', async () => {
  const columns = { ...LATER, Par: 'source', Contrat: 'contrat' };
  await expect(
    cohortOf({ columns, ...IDS }, 'Id,Jour,À 6,À 24,Par,Contrat', 'A,2024-03-15,EMPLOI,,CV,CDI'),
  ).rejects.toThrow(
    /w\.csv: has columns without a horizon while others have one: "Par", "Contrat"; say it in the mapping \(source@6, source@24\)/,
  );
});

test('a column of names that is mapped onto codes repeats none of them', async () => {
  const columns = { ...COLUMNS, Personne: 'voie_acces' };
  const rows = Array.from({ length: 35 }, (_, at) => `T${at},2024-03-15,EMPLOI,Nom${at} Prénom`);
  const refused = cohortOf({ columns, ...IDS }, 'Id,Jour,À 6,Personne', ...rows);
  const message = await refused.then(
    () => '',
    (error: Error) => error.message,
  );
  expect(message).toMatch(/column Personne: has more than 30 different values .* \(35 rows\)$/);
  expect(message).not.toMatch(/Nom\d/);
});
