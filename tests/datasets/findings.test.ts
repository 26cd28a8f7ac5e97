import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { findings } from '../../src/datasets/findings/findings.ts';
import type { Database } from '../../src/db/database.ts';
import type { Finding } from '../../src/domain/findings/finding.ts';
import { ask } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { certifierWith, cohortWith, day, ficheWith, publishFiches } from '../support/factories.ts';
import { readRecords } from '../support/report-rows.ts';

const FICHES = [
  ficheWith({
    code: 'RNCP1',
    title: 'Technicien',
    level: { code: 'NIV5', label: null },
    activeFlag: true,
    registrationEndsOn: day('2030-06-30'),
    certifiers: [certifierWith('École A', { siret: '11111111800011' })],
    cohorts: [cohortWith(2022, 10, {}, 12)],
  }),
  ficheWith({
    code: 'RNCP2',
    title: 'Assistant',
    level: { code: 'NIV4', label: null },
    activeFlag: true,
    registrationEndsOn: day('2030-06-30'),
    certifiers: [certifierWith('Institut')],
  }),
];

const REFUSED: Finding = {
  ...{ rule: 'REFUSED_FICHE', certificationCode: null, cohortYear: null },
  ...{ element: 'FICHES/FICHE', given: '<FICHE/>', message: 'no number: a fiche has one' },
};

describeEachEngine('the report of findings on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, FICHES.slice(0, 1));
    await publishFiches(database, FICHES, { findings: [REFUSED] });
  });

  /** What the report says of when each publication was made, oldest first. */
  async function publications() {
    await using session = await database.session();
    const { rows } = await sql<{ id: number; published_at: Date }>`
      select id, published_at from publication order by id`.execute(session.db);
    return rows.map(({ id, published_at }) => ({
      first_seen_publication: id,
      first_seen_at: published_at.toISOString(),
    }));
  }

  test('says what is wrong, where, and since which publication, gravest first', async () => {
    const rows = await readRecords(database, findings, { as_of: '2026-11-24' });
    const seen = await publications();
    expect(seen).toHaveLength(2);
    const { findings: listed } = await ask<{ findings: { nodes: { id: string }[] } }>(
      database,
      '{ findings { nodes { id } } }',
    );
    const ids = listed.nodes.map(({ id }) => ({ finding_id: id }));
    expect(rows).toEqual([
      {
        ...{ ...ids[0], rule: 'REFUSED_FICHE', severity: 'ERROR', certification_code: null },
        ...{ register: null, title: null, active: null },
        ...{ certifier_sirens: null, certifier_names: null, year: null },
        ...{ element: 'FICHES/FICHE', given_value: '<FICHE/>' },
        ...{ message: 'no number: a fiche has one', ...seen[1] },
        message_fr: 'Fiche refusée (en anglais : no number: a fiche has one)',
      },
      {
        ...{ ...ids[1], rule: 'VAE_ABOVE_CERTIFIED', severity: 'WARNING' },
        ...{ certification_code: 'RNCP1', register: 'RNCP', title: 'Technicien', active: true },
        ...{ certifier_sirens: '111111118', certifier_names: 'École A', year: 2022 },
        ...{ element: 'NOMBRE_CERTIFIES_VAE', given_value: '12' },
        message:
          '12 certified through VAE are more than the 10 certified, among whom they are counted: at most 10 are possible',
        message_fr:
          '12 certifiés par la VAE sont plus que les 10 certifiés, parmi lesquels ils comptent : 10 au plus sont possibles',
        ...seen[0],
      },
      {
        ...{ ...ids[2], rule: 'MISSING_SIRET', severity: 'INFORMATION' },
        ...{ certification_code: 'RNCP2', register: 'RNCP', title: 'Assistant', active: true },
        ...{ certifier_sirens: null, certifier_names: 'Institut', year: null },
        ...{ element: 'CERTIFICATEURS', given_value: 'Institut' },
        message:
          'the certifying body "Institut" has no SIRET: 14 digits are expected of a body in force',
        message_fr:
          'le certificateur « Institut » n’a pas de SIRET : 14 chiffres sont attendus d’un certificateur en vigueur',
        ...seen[1],
      },
    ]);
  });

  test.each([
    ['rules', { rule: 'missing_siret,REFUSED_FICHE' }, ['REFUSED_FICHE', 'MISSING_SIRET']],
    ['severities', { severity: 'WARNING' }, ['VAE_ABOVE_CERTIFIED']],
    ['a certification', { code: '2' }, ['MISSING_SIRET']],
    ['a certifying body', { certifier: '111 111 118' }, ['VAE_ABOVE_CERTIFIED']],
    ['years', { year_from: '2022', year_to: '2022' }, ['VAE_ABOVE_CERTIFIED']],
    ['later years', { year_from: '2023' }, []],
  ])('can be asked for %s', async (_what, query, expected) => {
    const rows = await readRecords(database, findings, query);
    expect(rows.map(({ rule }) => rule)).toEqual(expected);
  });

  test('are of one certifying body at a time', async () => {
    await expect(readRecords(database, findings, { certifier: '111111118,2' })).rejects.toThrow(
      'SIREN of nine digits',
    );
  });
});
