import { beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import {
  EndingRegistrationsDocument,
  FilingPassedDocument,
  TooFewCohortsDocument,
} from '../support/operations.ts';
import { MINISTRY, QUESTION_REGISTER, SCHOOL_A, SCHOOL_B } from '../support/question-register.ts';
import { sendOn } from '../support/questions.ts';
import { by, FORMER, IN_A, IN_B, OF_MINISTRY } from './certifying-bodies.ts';
import { codesOf, WHOLE_LIST } from './pages.ts';

/** The questions about days of registrations: 3, 4 and 9. The day is 2026-11-24. */
describeEachEngine('the calendar of registrations and rates on', (openDatabase) => {
  let send: ReturnType<typeof sendOn>;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    send = sendOn(database);
  });

  test('3: four registrations end by 2027-11-24, counted by month and level, and by body', async () => {
    expect(await send(EndingRegistrationsDocument, {})).toEqual({
      certifications: {
        totalCount: 4,
        nodes: [
          {
            ...{ code: 'RNCP130', title: 'Assistant de gestion', level: 4 },
            ...{ registrationEndsOn: '2026-12-15', certifiers: [IN_A, IN_B] },
          },
          {
            ...{ code: 'RS200', title: 'Sauveteur au travail', level: null },
            ...{ registrationEndsOn: '2027-01-31', certifiers: [IN_A] },
          },
          {
            ...{ code: 'RNCP101', title: 'Concepteur de logiciels', level: 6 },
            ...{ registrationEndsOn: '2027-05-10', certifiers: [IN_A, FORMER] },
          },
          {
            ...{ code: 'RNCP120', title: 'Comptabilité et gestion', level: 5 },
            ...{ registrationEndsOn: '2027-08-31', certifiers: [OF_MINISTRY] },
          },
        ],
        pageInfo: WHOLE_LIST,
      },
      byMonth: {
        total: { certifications: 4 },
        groups: [
          {
            key: {
              ...{ registrationEndMonth: '2026-12-01', level: 4, label: '2026-12 · Niveau 4' },
            },
            summary: { certifications: 1 },
          },
          {
            key: {
              ...{ registrationEndMonth: '2027-01-01', level: null },
              label: '2027-01 · Niveau non renseigné',
            },
            summary: { certifications: 1 },
          },
          {
            key: {
              ...{ registrationEndMonth: '2027-05-01', level: 6, label: '2027-05 · Niveau 6' },
            },
            summary: { certifications: 1 },
          },
          {
            key: {
              ...{ registrationEndMonth: '2027-08-01', level: 5, label: '2027-08 · Niveau 5' },
            },
            summary: { certifications: 1 },
          },
        ],
      },
      // RNCP130 counts for both of its bodies; the former body of RNCP101 does not count.
      byCertifier: {
        overlapping: true,
        groups: [
          { ...by(SCHOOL_A, 'École A'), summary: { certifications: 3 } },
          { ...by(SCHOOL_B, 'École B'), summary: { certifications: 1 } },
          { ...by(MINISTRY, 'Ministère'), summary: { certifications: 1 } },
        ],
      },
    });
  });

  test.each([
    // Both ends of the span are included: the day itself, and the day a month later.
    ['2026-12-15', 1, ['RNCP130']],
    ['2026-12-16', 1, []],
    ['2026-12-31', 1, ['RS200']],
    ['2027-07-31', 1, ['RNCP120']],
    ['2027-07-30', 1, []], // until 2027-08-30
  ])('3: on %s, within %i month', async (asOf, withinMonths, expected) => {
    const { certifications } = await send(EndingRegistrationsDocument, { asOf, withinMonths });
    expect(codesOf(certifications.nodes)).toEqual(expected);
  });

  test('3: of one body alone, those it certifies with others count for the others too', async () => {
    const { certifications, byMonth, byCertifier } = await send(EndingRegistrationsDocument, {
      certifiers: [SCHOOL_B],
    });
    expect(codesOf(certifications.nodes)).toEqual(['RNCP130']);
    expect(byMonth.total).toEqual({ certifications: 1 });
    expect(byCertifier.groups).toEqual([
      { ...by(SCHOOL_A, 'École A'), summary: { certifications: 1 } },
      { ...by(SCHOOL_B, 'École B'), summary: { certifications: 1 } },
    ]);
  });

  test('4: three are late: the recommended day is eight months before the end', async () => {
    const onRequest = { registrationType: 'ON_REQUEST' };
    expect(await send(FilingPassedDocument, {})).toEqual({
      certifications: {
        totalCount: 3,
        nodes: [
          {
            ...{ ...onRequest, code: 'RNCP130', title: 'Assistant de gestion' },
            registrationEndsOn: '2026-12-15',
            renewal: {
              ...{ stage: 'LATE', fileBy: '2026-04-15', fileAtLatest: '2026-05-15' },
              replaced: false,
            },
            certifiers: [IN_A, IN_B],
          },
          {
            ...{ ...onRequest, code: 'RS200', title: 'Sauveteur au travail' },
            registrationEndsOn: '2027-01-31',
            // Seven months before: June has 30 days.
            renewal: {
              ...{ stage: 'LATE', fileBy: '2026-05-31', fileAtLatest: '2026-06-30' },
              replaced: false,
            },
            certifiers: [IN_A],
          },
          {
            ...{ ...onRequest, code: 'RNCP101', title: 'Concepteur de logiciels' },
            registrationEndsOn: '2027-05-10',
            renewal: {
              ...{ stage: 'LATE', fileBy: '2026-09-10', fileAtLatest: '2026-10-10' },
              replaced: false,
            },
            certifiers: [IN_A, FORMER],
          },
          // RNCP120 ends on 2027-08-31: until 2026-12-31 there is time.
        ],
        pageInfo: WHOLE_LIST,
      },
    });
  });

  test.each([
    ['2026-09-10', ['RNCP130 LATE', 'RS200 LATE']],
    ['2026-09-11', ['RNCP130 LATE', 'RS200 LATE', 'RNCP101 FILE_NOW']],
    ['2026-12-16', ['RS200 LATE', 'RNCP101 LATE']], // RNCP130 has ended
    ['2027-01-01', ['RS200 LATE', 'RNCP101 LATE', 'RNCP120 FILE_NOW']],
  ])('4: on %s', async (asOf, expected) => {
    const { certifications } = await send(FilingPassedDocument, { asOf });
    const found = certifications.nodes.map(({ code, renewal }) => `${code} ${renewal.stage}`);
    expect(found).toEqual(expected);
  });

  test('4: page by page', async () => {
    const { certifications: page } = await send(FilingPassedDocument, { first: 2 });
    expect(page).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(codesOf(page.nodes)).toEqual(['RNCP130', 'RS200']);
    const { endCursor: after } = page.pageInfo;
    const { certifications: rest } = await send(FilingPassedDocument, { first: 2, after });
    expect(rest).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: false } });
    expect(codesOf(rest.nodes)).toEqual(['RNCP101']);
  });

  test('9: nine lack two cohorts with a global rate: one published, one late, or none', async () => {
    const published = { status: 'PUBLISHED', cohorts: 1 };
    const oneCohort = {
      ...{ cohorts: 1, usableCohorts: 1, usualCohorts: 2, statuses: [published] },
    };
    const noCohort = { cohorts: 0, usableCohorts: 0, usualCohorts: 2, statuses: [] };
    expect(await send(TooFewCohortsDocument, {})).toEqual({
      certifications: {
        totalCount: 9,
        nodes: [
          {
            ...{ code: 'RNCP130', title: 'Assistant de gestion', registrationType: 'ON_REQUEST' },
            ...{ registrationEndsOn: '2026-12-15', certifiers: [IN_A, IN_B] },
            renewal: {
              ...{ stage: 'LATE', fileBy: '2026-04-15' },
              readiness: {
                ...{ cohorts: 2, usableCohorts: 1, usualCohorts: 2 },
                statuses: [published, { status: 'OVERDUE', cohorts: 1 }],
              },
            },
          },
          {
            ...{ code: 'RNCP120', title: 'Comptabilité et gestion', registrationType: 'BY_LAW' },
            ...{ registrationEndsOn: '2027-08-31', certifiers: [OF_MINISTRY] },
            renewal: { stage: 'WATCH', fileBy: '2026-12-31', readiness: noCohort },
          },
          ...[1, 2, 3, 4, 5, 6].map((index) => ({
            ...{ code: `RNCP11${index}`, title: `Développeur ${index}` },
            ...{ registrationType: 'ON_REQUEST', registrationEndsOn: '2029-12-31' },
            certifiers: [IN_B],
            renewal: { stage: 'NOT_OPEN', fileBy: '2029-04-30', readiness: oneCohort },
          })),
          {
            ...{ code: 'RNCP121', title: 'Comptabilité et gestion, rénové' },
            ...{ registrationType: 'BY_LAW', registrationEndsOn: '2031-08-31' },
            certifiers: [OF_MINISTRY],
            renewal: { stage: 'NOT_OPEN', fileBy: '2030-12-31', readiness: noCohort },
          },
        ],
        pageInfo: WHOLE_LIST,
      },
      byMonth: {
        groups: [
          {
            key: { registrationEndMonth: '2026-12-01', label: '2026-12' },
            summary: { certifications: 1, withCohorts: 1 },
          },
          {
            key: { registrationEndMonth: '2027-08-01', label: '2027-08' },
            summary: { certifications: 1, withCohorts: 0 },
          },
          {
            key: { registrationEndMonth: '2029-12-01', label: '2029-12' },
            summary: { certifications: 6, withCohorts: 6 },
          },
          {
            key: { registrationEndMonth: '2031-08-01', label: '2031-08' },
            summary: { certifications: 1, withCohorts: 0 },
          },
        ],
      },
    });
  });

  test.each([
    ['that end within a year', { withinMonths: 12 }, ['RNCP130', 'RNCP120']],
    [
      'of them, not those registered by law',
      { withinMonths: 12, registrationTypes: ['ON_REQUEST' as const] },
      ['RNCP130'],
    ],
    ['of one body', { certifiers: [MINISTRY] }, ['RNCP120', 'RNCP121']],
  ])('9: those %s', async (_which, variables, expected) => {
    const { certifications, byMonth } = await send(TooFewCohortsDocument, variables);
    expect(codesOf(certifications.nodes)).toEqual(expected);
    const counted = byMonth.groups.map(({ summary }) => summary.certifications);
    expect(counted).toEqual(expected.map(() => 1));
  });

  test.each([
    ['2025-12-31', 'IN_COLLECTION'],
    ['2026-01-01', 'OVERDUE'],
  ])('9: on %s the missing rate of RNCP130 is %s', async (asOf, status) => {
    const variables = { asOf, certifiers: [SCHOOL_A] };
    const { certifications } = await send(TooFewCohortsDocument, variables);
    expect(certifications.nodes.map(({ renewal }) => renewal.readiness.statuses)).toEqual([
      [
        { status: 'PUBLISHED', cohorts: 1 },
        { status, cohorts: 1 },
      ],
    ]);
  });
});
