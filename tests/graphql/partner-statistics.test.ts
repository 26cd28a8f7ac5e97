import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask, refusal } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { day, ficheWith, partnerWith, publishFiches } from '../support/factories.ts';

const [ONE, OTHER, ELSEWHERE] = ['44444444200011', '44444444200029', '55555555600017'];

const FICHES = [
  ficheWith({
    code: 'RNCP1',
    registrationEndsOn: day('2026-11-24'),
    partners: [
      // One establishment twice, and another of the same legal unit.
      partnerWith('Institut', { role: 'TRAIN', siret: ONE }),
      partnerWith('Institut (bis)', { role: 'TRAIN', siret: ONE }),
      partnerWith('Institut, Lyon', { role: 'TRAIN', siret: OTHER }),
      // Without SIRET: known by name.
      partnerWith('Centre', { role: 'ASSESS', state: 'Inactif' }),
      partnerWith('Atelier', { role: 'ASSESS', state: 'Inactif' }),
      partnerWith('Atelier', { role: 'ASSESS' }),
      partnerWith('Chantier', { state: null }),
    ],
  }),
  ficheWith({
    code: 'RNCP2',
    registrationEndsOn: day('2020-01-01'),
    partners: [
      partnerWith('Institut', { role: 'TRAIN', siret: ONE }),
      partnerWith('Centre', { role: 'ASSESS', state: 'Inactif' }),
      partnerWith('Faculté', { role: 'TRAIN_AND_ASSESS', siret: ELSEWHERE, state: 'Suspendu' }),
    ],
  }),
  ficheWith({ code: 'RNCP3' }),
];

const COUNTS = '{ role state active rows establishments legalUnits }';

interface Count {
  readonly role: string | null;
  readonly state: string | null;
  readonly active: boolean;
  readonly rows: number;
  readonly establishments: number;
  readonly legalUnits: number;
}

const rowsOf = (counts: readonly Count[]) => counts.map((count) => Object.values(count));

describeEachEngine('counts of partners on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, FICHES);
  });

  test('of each certification are by role and state, those in force first', async () => {
    const { certifications } = await ask<{
      certifications: { nodes: { partnerCounts: Count[] }[] };
    }>(database, `{ certifications { nodes { partnerCounts ${COUNTS} } } }`);
    expect(certifications.nodes.map(({ partnerCounts }) => rowsOf(partnerCounts))).toEqual([
      [
        ['ASSESS', 'Actif', true, 1, 1, 1],
        ['ASSESS', 'Inactif', false, 2, 2, 2],
        ['TRAIN', 'Actif', true, 3, 2, 1],
        [null, null, false, 1, 1, 1],
      ],
      [
        ['ASSESS', 'Inactif', false, 1, 1, 1],
        ['TRAIN', 'Actif', true, 1, 1, 1],
        ['TRAIN_AND_ASSESS', 'Suspendu', false, 1, 1, 1],
      ],
      [],
    ]);
  });

  const STATISTICS = `query ($filter: CertificationFilter, $asOf: Date) {
    partnerStatistics(filter: $filter, asOf: $asOf) ${COUNTS}
  }`;

  async function statistics(filter: object | null, asOf?: string) {
    const answer = await ask<{ partnerStatistics: Count[] }>(database, STATISTICS, {
      ...{ filter, asOf },
    });
    return rowsOf(answer.partnerStatistics);
  }

  test('over certifications count each establishment and legal unit once', async () => {
    expect(await statistics(null)).toEqual([
      ['ASSESS', 'Actif', true, 1, 1, 1],
      ['ASSESS', 'Inactif', false, 3, 2, 2], // Centre twice, Atelier
      ['TRAIN', 'Actif', true, 4, 2, 1], // one of them three times
      ['TRAIN_AND_ASSESS', 'Suspendu', false, 1, 1, 1],
      [null, null, false, 1, 1, 1],
    ]);
  });

  test('are over the certifications of a filter, on the as-of day', async () => {
    const two = [
      ['ASSESS', 'Inactif', false, 1, 1, 1],
      ['TRAIN', 'Actif', true, 1, 1, 1],
      ['TRAIN_AND_ASSESS', 'Suspendu', false, 1, 1, 1],
    ];
    expect(await statistics({ codes: ['2'] })).toEqual(two);
    expect(await statistics({ active: false, codes: ['1', '2'] })).toEqual(two);
    expect(await statistics({ active: true }, '2026-11-25')).toEqual([]);
    expect(await statistics({ active: true }, '2020-01-01')).toEqual(await statistics(null));
    expect(await statistics({ codes: ['3'] })).toEqual([]);
  });

  test('of codes that the register lacks, and of days out of bounds, are refused', async () => {
    expect(await refusal(database, STATISTICS, { filter: { codes: ['RNCP9'] } })).toEqual({
      name: 'BadUserInputError',
      message:
        'codes: "RNCP9" is not the number of a fiche that the register has; some that it has: RNCP1, RNCP2, RNCP3',
    });
    expect(await refusal(database, STATISTICS, { asOf: '2201-01-01' })).toMatchObject({
      message:
        'asOf: 2201-01-01 is not accepted: give a day from 1990-01-01 to 2200-12-31, or none for today',
    });
  });
});
