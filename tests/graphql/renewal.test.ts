import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, day, ficheWith, publishFiches } from '../support/factories.ts';

const FICHES = [
  // The worked example of the method, and two cohorts more.
  ficheWith({
    code: 'RNCP35746',
    registrationEndsOn: day('2023-07-08'),
    cohorts: [
      cohortWith(2018, 17, { global6: 100 }),
      cohortWith(2019, 21, { global6: 93 }),
      cohortWith(2020, 23, { global6: 86 }),
      cohortWith(2021, 20),
      cohortWith(2022, 20),
    ],
  }),
  ficheWith({ code: 'RNCP1', registrationEndsOn: day('2027-10-31') }),
  ficheWith({ code: 'RNCP2', registrationEndsOn: day('2024-02-29') }),
  ficheWith({ code: 'RNCP3', activeFlag: true, successors: [{ code: 'RNCP999', title: null }] }),
  ficheWith({ code: 'RNCP4', predecessors: [{ code: 'RNCP1', title: null }] }),
  ficheWith({
    code: 'RS1',
    registrationEndsOn: day('2027-01-01'),
    cohorts: [cohortWith(2020, 10, { global6: 90 }), cohortWith(2021, 10, { global6: 80 })],
  }),
];

const RENEWAL = `query ($code: RegisterCode!, $asOf: Date) {
  certification(code: $code, asOf: $asOf) { renewal {
    stage watchOpensOn fileBy fileAtLatest lastActiveDay replaced
    readiness { cohorts usableCohorts usualCohorts statuses { status cohorts } }
  } }
}`;

interface Renewal {
  readonly stage: string;
  readonly readiness: { readonly statuses: readonly { status: string; cohorts: number }[] };
}

describeEachEngine('the renewal of a registration on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, FICHES);
  });

  async function renewal(code: string, asOf?: string): Promise<Renewal> {
    const answer = await ask<{ certification: { renewal: Renewal } }>(database, RENEWAL, {
      code,
      asOf,
    });
    return answer.certification.renewal;
  }

  test.each([
    ['2022-07-07', 'NOT_OPEN'],
    ['2022-07-08', 'WATCH'], // twelve months before
    ['2022-11-08', 'WATCH'], // eight months before: the recommended day
    ['2022-11-09', 'FILE_NOW'],
    ['2022-12-08', 'FILE_NOW'], // seven months before
    ['2022-12-09', 'LATE'],
    ['2023-07-08', 'LATE'], // the last active day
    ['2023-07-09', 'ENDED'],
  ])('stands on %s at %s', async (asOf, stage) => {
    expect(await renewal('RNCP35746', asOf)).toMatchObject({
      stage,
      ...{ watchOpensOn: '2022-07-08', fileBy: '2022-11-08', fileAtLatest: '2022-12-08' },
      lastActiveDay: '2023-07-08',
    });
  });

  test.each([
    // 31 February, 31 March and 31 October; then 29 February 2023, 29 June and 29 July.
    ['RNCP1', '2026-10-31', '2027-02-28', '2027-03-31'],
    ['RNCP2', '2023-02-28', '2023-06-29', '2023-07-29'],
  ])(
    'of %s has days that end with their month',
    async (code, watchOpensOn, fileBy, fileAtLatest) => {
      expect(await renewal(code)).toMatchObject({ watchOpensOn, fileBy, fileAtLatest });
    },
  );

  test('has no day without an end, active or not', async () => {
    expect(await renewal('RNCP3')).toMatchObject({
      stage: 'UNKNOWN_END',
      ...{ watchOpensOn: null, fileBy: null, fileAtLatest: null, lastActiveDay: null },
    });
  });

  test.each([
    ['RNCP3', true], // it says so, of a certification that is not there
    ['RNCP1', true], // the other fiche says so
    ['RNCP4', false], // it replaces
    ['RNCP35746', false],
  ])('tells whether %s is replaced: %s', async (code, replaced) => {
    expect(await renewal(code)).toMatchObject({ replaced });
  });

  const statuses = ({ readiness }: Renewal) =>
    readiness.statuses.map(({ status, cohorts }) => `${cohorts} ${status}`);

  test('shows what a request could rest on, and why the rest is missing, on the day', async () => {
    // 2021 is observed on 2022-06-30 and due on 2022-12-31; 2022 a year later, after the end.
    const early = await renewal('RNCP35746', '2022-06-29');
    expect(early.readiness).toMatchObject({ cohorts: 5, usableCohorts: 3, usualCohorts: 2 });
    expect(statuses(early)).toEqual(['3 PUBLISHED', '2 NOT_YET_OBSERVABLE']);
    expect(statuses(await renewal('RNCP35746', '2023-01-01'))).toEqual([
      ...['3 PUBLISHED', '1 NOT_YET_OBSERVABLE', '1 OVERDUE'],
    ]);
    expect(statuses(await renewal('RNCP35746', '2024-01-01'))).toEqual([
      ...['3 PUBLISHED', '1 CLOSED_BEFORE_DUE', '1 OVERDUE'],
    ]);
  });

  test('counts no cohort of the RS as usable, and none where there is none', async () => {
    const rs = await renewal('RS1');
    expect(rs.readiness).toMatchObject({ cohorts: 2, usableCohorts: 0 });
    expect(statuses(rs)).toEqual(['2 NOT_APPLICABLE']);
    expect((await renewal('RNCP1')).readiness).toEqual({
      ...{ cohorts: 0, usableCohorts: 0, usualCohorts: 2, statuses: [] },
    });
  });
});
