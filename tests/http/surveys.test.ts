import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { RegisterCode } from '../../src/domain/certification/register-code.ts';
import { schema } from '../../src/graphql/schema.ts';
import type { RestrictedRead } from '../../src/http/access/restricted-reads.ts';
import { eraseSurvey } from '../../src/ingest/surveys/erase-survey.ts';
import { surveyService } from '../../src/snapshot/surveys/survey-service.ts';
import { describeEachEngine } from '../support/database.ts';
import { certifierWith, cohortWith, day, ficheWith, publishFiches } from '../support/factories.ts';
import { type KeyName, OTHER, SCHOOL, servedToReaders } from '../support/survey-readers.ts';
import { cohortFiles, EXAMPLE, importTexts, SECRET } from '../support/surveys.ts';
import { type QuestionServer, serveQuestions } from './question-server.ts';

type Who = KeyName | null;

/** A cohort of which 15 are eligible, 12 of them employed. */
const SMALL = [
  {
    ...{ route: 'VAE', holders: 20, respondents: 18 },
    ...{ neutralised: 3, employed: 12, inTarget: 9 },
  },
];

describeEachEngine('surveys served over', (openDatabase) => {
  let database: Database;
  let server: QuestionServer;
  const reads: RestrictedRead[] = [];

  beforeAll(async () => {
    database = await openDatabase();
    const by = (siren: string) => [certifierWith(`Body ${siren}`, { siret: `${siren}00011` })];
    await publishFiches(database, [
      ficheWith({
        code: 'RNCP1',
        certifiers: by(SCHOOL),
        cohorts: [cohortWith(2024, 60, { global6: 81, target6: 70 })],
      }),
      ficheWith({ code: 'RNCP2', certifiers: by(OTHER), cohorts: [cohortWith(2024, 20)] }),
      ficheWith({ code: 'RNCP3', certifiers: by(OTHER) }),
    ]);
    const files = ['RNCP1', 'RNCP2', 'RNCP3'].map((code) =>
      cohortFiles(code, code === 'RNCP2' ? SMALL : EXAMPLE),
    );
    const named = files.flatMap(({ roster, situations }, at) => [
      [`r${at}.csv`, roster],
      [`s${at}.csv`, situations],
    ]);
    await importTexts(database, Object.fromEntries(named));
    server = await serveQuestions(database, schema, {
      ...servedToReaders(),
      onRestrictedRead: (read) => void reads.push(read),
    });
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const send = (query: string, who: Who = null) =>
    server.ask({ query }, who ? { 'x-api-key': who } : {});
  async function ask<Data>(query: string, who: Who = null): Promise<Data> {
    const answer = (await (await send(query, who)).json()) as { data: Data; errors?: unknown };
    expect(answer.errors).toBeUndefined();
    return answer.data;
  }

  const RATE = (code: string) => `{ certification(code: "${code}") { cohorts {
    insertionRate(indicator: GLOBAL_6_MONTHS) { value survey { status reason differs
      rate { value numerator base basis interval { lower upper }
        boundsNonResponse { lower upper }
        weighted { value effectiveBase interval { lower upper } } } } }
    surveys { horizon status inFull holders respondents neutralised eligible employed inTarget
      responseRate neutralisedShare coverage details { targetUnknown situations { code count } }
      classes(by: ROUTE) { value label(language: EN) status reason eligible } } } } }`;
  interface Rated {
    certification: {
      cohorts: {
        insertionRate: { survey: Record<string, unknown> };
        surveys: Record<string, unknown>[];
      }[];
    };
  }
  const cohortOf = async (code: string, who: Who = null) =>
    (await ask<Rated>(RATE(code), who)).certification.cohorts[0];

  test('stand beside the published rate, with the figures of the worked example', async () => {
    const cohort = await cohortOf('RNCP1');
    expect(cohort?.insertionRate).toEqual({
      value: 81,
      survey: {
        ...{ status: 'SHOWN', reason: null, differs: false },
        rate: {
          ...{ value: 80.95, numerator: 34, base: 42, basis: 'RESPONDENTS' },
          interval: { lower: 66.7, upper: 90.02 },
          boundsNonResponse: { lower: 62.96, upper: 85.19 },
          // Of the apprentices 12 are eligible: weights would tell what they answered.
          weighted: null,
        },
      },
    });
    expect(cohort?.surveys[0]).toMatchObject({
      ...{ horizon: 'MONTHS_6', status: 'SHOWN', inFull: false, holders: 60, respondents: 48 },
      ...{ neutralised: 6, eligible: 42, employed: 34, inTarget: 25, responseRate: 80 },
      ...{ neutralisedShare: 12.5, coverage: 70, details: null },
      classes: [
        { value: 'APPRENTISSAGE', status: 'SUPPRESSED', reason: 'SMALL_BASE', eligible: null },
        { value: 'ELEVE_ETUDIANT', status: 'SUPPRESSED', reason: 'COMPLEMENTARY', eligible: null },
      ],
    });
    expect(cohort?.surveys.slice(1)).toMatchObject([
      { horizon: 'MONTHS_12', status: 'NOT_SURVEYED', holders: null },
      { horizon: 'MONTHS_24', status: 'NOT_SURVEYED', holders: null },
    ]);
  });

  test('give the weighted rate, routes and details to the body that certifies', async () => {
    const cohort = await cohortOf('RNCP1', 'school');
    expect(cohort?.insertionRate.survey).toMatchObject({
      rate: {
        weighted: { value: 78.13, interval: { lower: 63.26, upper: 88.1 } },
      },
    });
    expect(cohort?.surveys[0]).toMatchObject({
      inFull: true,
      details: { targetUnknown: 0 },
      classes: [
        { value: 'APPRENTISSAGE', label: 'Apprenticeship', status: 'SHOWN', eligible: 12 },
        { value: 'ELEVE_ETUDIANT', status: 'SHOWN', eligible: 30 },
      ],
    });
  });

  test.each<readonly [Who, boolean, boolean]>([
    [null, false, false],
    ['plain', false, false],
    ['school', true, false],
    ['other', false, true],
    ['alice', false, true],
    ['boss', true, true],
  ])('%s reads RNCP1 in full: %s, RNCP2 in full: %s', async (who, first, second) => {
    const inFull = async (code: string) => (await cohortOf(code, who))?.surveys[0]?.['inFull'];
    expect([await inFull('RNCP1'), await inFull('RNCP2')]).toEqual([first, second]);
  });

  test('are suppressed under 20 eligible, for everybody but their readers', async () => {
    for (const who of [null, 'school'] as const) {
      expect((await cohortOf('RNCP2', who))?.surveys[0]).toMatchObject({
        ...{ status: 'SUPPRESSED', holders: null, eligible: null, employed: null },
        ...{ responseRate: null, details: null },
      });
    }
    expect((await cohortOf('RNCP2', 'alice'))?.surveys[0]).toMatchObject({ eligible: 15 });
  });

  test('that are read in full are noted before they are sent, and kept by nobody', async () => {
    reads.length = 0;
    const own = await send(RATE('RNCP1'), 'school');
    expect(own.headers.get('cache-control')).toBe('private, no-store');
    expect(reads).toMatchObject([
      { reader: { role: 'BODY', siren: SCHOOL }, certifications: ['RNCP1'] },
    ]);
    await send(RATE('RNCP1'));
    expect(reads).toHaveLength(1);
  });

  describe('across certifications', () => {
    const GROUPS = (where: string, groupBy = '') => `{ surveyStatistics(horizon: MONTHS_6
      where: { ${where} } groupBy: [${groupBy}]) { status
      groups { keys { value } certifications status reason holders respondents eligible employed
        inTarget globalRate { status percent lower upper } } noise { variance } } }`;
    interface Grouped {
      surveyStatistics: { status: string; groups: Record<string, unknown>[] };
    }
    const groups = async (where: string, by = '', who: Who = null) =>
      (await ask<Grouped>(GROUPS(where, by), who)).surveyStatistics.groups;

    test('have noise, the same for whoever asks and however the group is named', async () => {
      const [all] = await groups('');
      expect(all).toMatchObject({ certifications: 3, status: 'SHOWN' });
      const true_ = { holders: 140, respondents: 114, eligible: 99, employed: 80, inTarget: 59 };
      for (const [name, count] of Object.entries(true_)) {
        const given = all?.[name] as number;
        expect(Math.abs(given - count)).toBeLessThanOrEqual(5);
      }
      for (const who of ['school', 'boss'] as const)
        expect(await groups('', '', who)).toEqual([all]);
      // All holders are of 2024, under 26 years old and of no known region.
      for (const [where, by] of [
        ['year: 2024', ''],
        ['ageBand: "UNDER_26"', ''],
        ['year: 2024, ageBand: "UNDER_26"', ''],
        ['', 'YEAR'],
        ['', 'AGE_BAND'],
        ['', 'REGION'],
        ['ageBand: "UNDER_26"', 'YEAR, REGION'],
      ] as const) {
        const [same] = await groups(where, by);
        expect({ ...same, keys: [] }).toEqual(all);
      }
    });

    test('are suppressed under three certifications or two bodies', async () => {
      const [none] = await groups('year: 2019');
      expect(none).toBeUndefined();
    });

    test('refuse lists, too many attributes, and an attribute twice', async () => {
      const refused = async (where: string, by: string) =>
        ((await (await send(GROUPS(where, by))).json()) as { errors: { message: string }[] })
          .errors;
      expect((await refused('', 'ROUTE, SEX, AGE_BAND, REGION'))[0]?.message).toMatch(
        /too many attributes at once.*3 of them/,
      );
      expect((await refused('year: 2024', 'LEVEL, REGISTER'))[0]?.message).toMatch(/2 of them/);
      expect((await refused('sex: "F"', 'SEX'))[0]?.message).toMatch(/SEX is given twice/);
      expect((await refused('sex: ["F", "M"]', ''))[0]?.message).toMatch(/String cannot represent/);
    });
  });

  test('that are erased are gone from every publication', async () => {
    const past =
      '{ certification(code: "RNCP1", publication: 2) { survey(horizon: MONTHS_6) { status } } }';
    expect(await ask(past)).toEqual({ certification: { survey: { status: 'SHOWN' } } });
    const erased = { certificationCode: 'RNCP1' as RegisterCode, year: null, holder: 'H001' };
    await eraseSurvey(database, erased, {
      ...{ secret: SECRET, today: day('2026-11-24') },
    });
    const holders = async () => {
      const cohort = await cohortOf('RNCP1', 'boss');
      return cohort?.surveys[0]?.['holders'];
    };
    await expect.poll(holders, { timeout: 10_000 }).toBe(59);
    const response = await send(past);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'SURVEY_ERASED' } }],
    });
  });

  test('are off without a secret, or with another one than they were made with', async () => {
    for (const other of [null, surveyService('another secret', { has: () => true })]) {
      await using off = await serveQuestions(database, schema, {
        surveys: other,
        apiKeys: [
          {
            name: 'boss',
            sha256: createHash('sha256').update('boss').digest('hex'),
            reader: { role: 'OPERATOR', name: 'boss' },
          },
        ],
      });
      for (const headers of [{}, { 'x-api-key': 'boss' }] as Record<string, string>[]) {
        const answer = await (
          await off.ask(
            {
              query: `{ certification(code: "RNCP1") { survey(horizon: MONTHS_6) { status holders } }
              surveyStatistics(horizon: MONTHS_6) { status groups { holders } } }`,
            },
            headers,
          )
        ).json();
        expect(answer).toMatchObject({
          data: {
            certification: { survey: { status: 'OFF', holders: null } },
            surveyStatistics: { status: 'OFF', groups: [] },
          },
        });
      }
    }
  });
});
