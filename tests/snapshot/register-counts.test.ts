import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { Fiche } from '../../src/domain/certification/fiche.ts';
import { finish } from '../../src/domain/work.ts';
import { viewOn } from '../../src/snapshot/day-view.ts';
import { type RegisterCounts, registerCounts } from '../../src/snapshot/register-counts.ts';
import { storeOf } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import {
  blockWith,
  certifierWith,
  cohortWith,
  day,
  ficheWith,
  partnerWith,
  publishFiches,
} from '../support/factories.ts';

const NOTHING = {
  ...{ certifications: 0, active: 0, blocks: 0, cohorts: 0, certifiers: 0, partners: 0 },
};

const RNCP = [
  ficheWith({
    code: 'RNCP1',
    registrationEndsOn: day('2026-11-24'),
    blocks: [blockWith('BC01', 'Un'), blockWith('BC02', 'Deux'), blockWith('BC03', 'Trois')],
    cohorts: [cohortWith(2023, 5), cohortWith(2024, 5)],
    certifiers: [certifierWith('A'), certifierWith('B', { state: 'Inactif' })],
    // Of one role and state, or not: partners are rows.
    partners: [
      partnerWith('P', { role: 'TRAIN' }),
      partnerWith('P', { role: 'TRAIN' }),
      partnerWith('Q', { role: 'ASSESS', state: 'Inactif' }),
    ],
  }),
  ficheWith({ code: 'RNCP2', activeFlag: true, cohorts: [cohortWith(2020, null)] }),
  ficheWith({ code: 'RNCP3', activeFlag: false }),
];
const RS = [
  ficheWith({
    code: 'RS1',
    registrationEndsOn: day('2026-11-25'),
    blocks: [blockWith('BC01', 'Un')],
    certifiers: [certifierWith('A')],
    partners: [partnerWith('P')],
  }),
];
const OF_RNCP = {
  ...{ certifications: 3, active: 2, blocks: 3, cohorts: 3, certifiers: 2, partners: 3 },
};
const OF_RS = {
  ...{ certifications: 1, active: 1, blocks: 1, cohorts: 0, certifiers: 1, partners: 1 },
};

describeEachEngine('counts of what is served on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
  });

  async function counts(fiches: readonly Fiche[], on = '2026-11-24') {
    await publishFiches(database, fiches);
    const view = viewOn(await storeOf(database).refresh(), day(on));
    expect(finish(registerCounts(view))).toBe(finish(registerCounts(view)));
    return finish(registerCounts(view));
  }

  const expected = (
    rncp: Omit<RegisterCounts, 'register'>,
    rs: Omit<RegisterCounts, 'register'>,
  ) => [
    { register: 'RNCP', ...rncp },
    { register: 'RS', ...rs },
  ];

  test('are of each register, the RNCP first', async () => {
    expect(await counts([...RS, ...RNCP])).toEqual(expected(OF_RNCP, OF_RS));
  });

  test('both registers are always there', async () => {
    expect(await counts(RNCP)).toEqual(expected(OF_RNCP, NOTHING));
    expect(await counts(RS)).toEqual(expected(NOTHING, OF_RS));
    expect(await counts([])).toEqual(expected(NOTHING, NOTHING));
  });

  test('active are those of the day that is asked for', async () => {
    // Each is active up to and including its last day.
    expect(await counts([...RNCP, ...RS], '2026-11-25')).toEqual(
      expected({ ...OF_RNCP, active: 1 }, OF_RS),
    );
    const view = viewOn(await storeOf(database).refresh(), day('2026-11-26'));
    expect(finish(registerCounts(view)).map(({ active }) => active)).toEqual([1, 0]);
  });
});
