import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import type { RegisterCode } from '../../../src/domain/certification/register-code.ts';
import type { RateSource } from '../../../src/domain/rate/rate-source.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { eraseSurvey } from '../../../src/ingest/surveys/erase-survey.ts';
import { surveyService } from '../../../src/snapshot/surveys/survey-service.ts';
import { describeEachEngine } from '../../support/database.ts';
import {
  certifierWith,
  cohortWith,
  day,
  ficheWith,
  publishFiches,
} from '../../support/factories.ts';
import { cohortFiles, EXAMPLE, importTexts, SECRET } from '../../support/surveys.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';

const SCHOOL = '111111118';

/** A cohort of which 15 are eligible, 12 of them employed: too few for everybody. */
const SMALL = [
  {
    ...{ route: 'VAE', holders: 20, respondents: 18 },
    ...{ neutralised: 3, employed: 12, inTarget: 9 },
  },
];

const RATE = `value basis base unweightedMean
  coverage { certified certifiedWithRate cohorts cohortsWithRate ratio cohortsFromSurvey baseFromSurvey }`;
const STATISTICS = (source: string) => `{ insertionStatistics(groupBy: [YEAR]${source}) {
  total { global: rate(indicator: GLOBAL_6_MONTHS) { ${RATE} }
    target: rate(indicator: TARGET_OCCUPATION_6_MONTHS) { value base coverage { cohortsWithRate } }
    twoYears: rate(indicator: TARGET_OCCUPATION_2_YEARS) { value base coverage { ratio } } }
  groups { key { year } summary { certified
    rate(indicator: GLOBAL_6_MONTHS) { value basis base change { from difference } changeStatus } } } } }`;

interface Statistics {
  insertionStatistics: {
    total: Record<'global' | 'target' | 'twoYears', Record<string, unknown>>;
    groups: { key: { year: number }; summary: { rate: Record<string, unknown> } }[];
  };
}

describeEachEngine('figures with the rates of surveys over', (openDatabase) => {
  let database: Database;
  let server: QuestionServer;
  let off: QuestionServer;

  beforeAll(async () => {
    database = await openDatabase();
    const certifiers = [certifierWith('School', { siret: `${SCHOOL}00011` })];
    const of = { certifiers, level: { code: 'NIV6', label: 'Niveau 6' }, activeFlag: true };
    await publishFiches(database, [
      ficheWith({
        ...{ code: 'RNCP1', ...of },
        cohorts: [cohortWith(2024, 60, { global6: 81 }), cohortWith(2023, 40, { global6: 90 })],
      }),
      ficheWith({ code: 'RNCP2', ...of, cohorts: [cohortWith(2024, 20, { global6: 50 })] }),
      ficheWith({ code: 'RNCP3', ...of, cohorts: [cohortWith(2024, 30)] }),
      ficheWith({ code: 'RNCP4', ...of, cohorts: [cohortWith(2024, 10, { global6: 70 })] }),
      ficheWith({ code: 'RS1', ...of, cohorts: [cohortWith(2024, 60)] }),
    ]);
    const files = ['RNCP1', 'RNCP2', 'RNCP3', 'RS1'].map((code) =>
      cohortFiles(code, code === 'RNCP2' ? SMALL : EXAMPLE),
    );
    const named = files.flatMap(({ roster, situations }, at) => [
      [`r${at}.csv`, roster],
      [`s${at}.csv`, situations],
    ]);
    await importTexts(database, Object.fromEntries(named));
    const apiKeys = [
      {
        ...{ name: 'school', reader: { role: 'BODY', siren: SCHOOL, name: 'school' } as const },
        sha256: createHash('sha256').update('school').digest('hex'),
      },
    ];
    const surveys = surveyService(SECRET, { has: () => false });
    server = await serveQuestions(database, schema, { surveys, apiKeys });
    off = await serveQuestions(database, schema, { surveys: null });
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await off?.[Symbol.asyncDispose]();
  });

  async function ask<Data>(query: string, { by = server, headers = {} } = {}): Promise<Data> {
    const answer = (await (await by.ask({ query }, headers)).json()) as {
      data: Data;
      errors?: unknown;
    };
    expect(answer.errors).toBeUndefined();
    return answer.data;
  }
  const statistics = async (source: RateSource | null, with_ = {}) =>
    (await ask<Statistics>(STATISTICS(source ? `, source: ${source}` : ''), with_))
      .insertionStatistics;

  test('are those of the register unless others are asked for', async () => {
    const register = await statistics('REGISTER');
    expect(await statistics(null)).toEqual(register);
    expect(register.total.global).toEqual({
      // (60·81 + 40·90 + 20·50 + 10·70) / 130; without RNCP3, of whose 30 no rate is published.
      ...{ value: 78.15, basis: 'CERTIFIED_WEIGHTED', base: 130 },
      unweightedMean: 68.2, // (84.6 + 50 + 70) / 3
      coverage: {
        ...{ certified: 220, certifiedWithRate: 130, cohorts: 6, cohortsWithRate: 4, ratio: 59.09 },
        ...{ cohortsFromSurvey: 0, baseFromSurvey: 0 },
      },
    });
    expect(register.total.target).toMatchObject({ value: null, base: 0 });
  });

  test('of surveys alone add counts of the cohorts that everybody may see', async () => {
    const { total, groups } = await statistics('SURVEY');
    expect(total).toEqual({
      global: {
        // 34 of 42 twice; RNCP2 has n = 15, RS1 is on the RS.
        ...{ value: 80.95, basis: 'RESPONDENTS', base: 84, unweightedMean: 80.95 },
        coverage: {
          // 60 of RNCP1 and 30 of RNCP3, as the register has them, of 220.
          ...{ certified: 220, certifiedWithRate: 90, cohorts: 6, cohortsWithRate: 2 },
          ...{ ratio: 40.91, cohortsFromSurvey: 2, baseFromSurvey: 84 },
        },
      },
      target: { value: 59.52, base: 84, coverage: { cohortsWithRate: 2 } }, // 25 of 42 twice
      twoYears: { value: null, base: 0, coverage: { ratio: 0 } },
    });
    expect(groups.map(({ key: { year }, summary: { rate } }) => [year, rate])).toEqual([
      [2023, expect.objectContaining({ value: null, base: 0, changeStatus: 'NO_YEAR_BEFORE' })],
      [2024, expect.objectContaining({ value: 80.95, base: 84, changeStatus: 'NO_RATE' })],
    ]);
  });

  test('that are the best take the register where no survey may be seen', async () => {
    const { total, groups } = await statistics('BEST');
    expect(total.global).toMatchObject({
      // (3 400 + 3 400 + 40·90 + 20·50 + 10·70) / (42 + 42 + 40 + 20 + 10)
      ...{ value: 78.57, basis: 'MIXED', base: 154 },
      coverage: {
        ...{ certified: 220, certifiedWithRate: 160, cohortsWithRate: 5, ratio: 72.73 },
        ...{ cohortsFromSurvey: 2, baseFromSurvey: 84 },
      },
    });
    expect(groups.map(({ key: { year }, summary: { rate } }) => [year, rate])).toEqual([
      [2023, expect.objectContaining({ value: 90, basis: 'CERTIFIED_WEIGHTED', base: 40 })],
      [
        2024,
        expect.objectContaining({
          // (3 400 + 3 400 + 1 000 + 700) / 114
          ...{ value: 74.56, basis: 'MIXED', base: 114, changeStatus: 'COMPUTED' },
          change: { from: 90, difference: -15.44 },
        }),
      ],
    ]);
  });

  test('are the same for the body whose survey everybody may not see', async () => {
    const headers = { 'x-api-key': 'school' };
    expect(await statistics('SURVEY', { headers })).toEqual(await statistics('SURVEY'));
    expect(await statistics('BEST', { headers })).toEqual(await statistics('BEST'));
  });

  test('are served of a certification, of its last cohorts and of a past day', async () => {
    const { best, survey, last, past, small } = await ask<
      Record<string, { insertionRate: Record<string, unknown>; insertion: { value: number }[] }>
    >(`{
      best: certification(code: "RNCP1") { insertionRate(indicator: GLOBAL_6_MONTHS, source: BEST) { ${RATE} } }
      survey: certification(code: "RNCP1") { insertion(source: SURVEY) { value } }
      last: certification(code: "RNCP1") {
        insertionRate(indicator: GLOBAL_6_MONTHS, lastCohorts: 1, source: BEST) { value basis base } }
      past: certification(code: "RNCP1", asOf: "2023-12-31") {
        insertionRate(indicator: GLOBAL_6_MONTHS, source: SURVEY) { value coverage { cohorts } } }
      small: certification(code: "RNCP2") {
        insertionRate(indicator: GLOBAL_6_MONTHS, source: SURVEY) { value base basis } }
    }`);
    expect(best?.insertionRate).toMatchObject({
      ...{ value: 85.37, basis: 'MIXED', base: 82 }, // (3 400 + 3 600) / (42 + 40)
      unweightedMean: 85.48, // of 34/42 and 90
      coverage: { certified: 100, certifiedWithRate: 100, cohortsFromSurvey: 1 },
    });
    expect(survey?.insertion.map(({ value }) => value)).toEqual([80.95, 59.52, null]);
    expect(last?.insertionRate).toEqual({ value: 80.95, basis: 'RESPONDENTS', base: 42 });
    expect(past?.insertionRate).toEqual({ value: null, coverage: { cohorts: 1 } });
    expect(small?.insertionRate).toEqual({ value: null, base: 0, basis: 'CERTIFIED_WEIGHTED' });
  });

  test('are compared with those of peers, which are taken from the same source', async () => {
    const compared = (source: RateSource) =>
      ask<{ certification: { benchmark: Record<string, unknown> } }>(
        `{ certification(code: "RNCP1") { benchmark(indicator: GLOBAL_6_MONTHS, peersBy: LEVEL,
          minimumBase: 10, source: ${source}) { peerCount rule { source } own { value base basis }
          peers { nodes { certification { code } rate { value base basis } } } } } }`,
      );
    const rated = (value: number, base: number, basis: string) => ({ value, base, basis });
    const nodes = (...of: readonly (readonly [string, ReturnType<typeof rated>])[]) => ({
      nodes: of.map(([code, rate]) => ({ certification: { code }, rate })),
    });
    const third = ['RNCP3', rated(80.95, 42, 'RESPONDENTS')] as const;
    expect((await compared('SURVEY')).certification.benchmark).toEqual({
      ...{ peerCount: 1, rule: { source: 'SURVEY' } },
      own: rated(80.95, 42, 'RESPONDENTS'),
      peers: nodes(third),
    });
    const second = ['RNCP2', rated(50, 20, 'CERTIFIED_WEIGHTED')] as const;
    const fourth = ['RNCP4', rated(70, 10, 'CERTIFIED_WEIGHTED')] as const;
    expect((await compared('BEST')).certification.benchmark).toEqual({
      ...{ peerCount: 3, rule: { source: 'BEST' } },
      own: rated(85.37, 82, 'MIXED'),
      peers: nodes(second, third, fourth),
    });
    expect((await compared('REGISTER')).certification.benchmark).toEqual({
      ...{ peerCount: 2, rule: { source: 'REGISTER' } },
      own: rated(84.6, 100, 'CERTIFIED_WEIGHTED'),
      peers: nodes(second, fourth),
    });
  });

  test('are refused where surveys are off; the best are then those of the register', async () => {
    const refused = await off.ask({ query: STATISTICS(', source: SURVEY') });
    expect(await refused.json()).toMatchObject({
      errors: [
        {
          message:
            'source SURVEY is not accepted here, for this server serves no surveys: give REGISTER or BEST',
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    });
    const best = await statistics('BEST', { by: off });
    expect(best).toEqual(await statistics('REGISTER', { by: off }));
  });

  describe('of which one was erased', () => {
    beforeAll(async () => {
      const erased = { certificationCode: 'RNCP3' as RegisterCode, year: 2024, holder: null };
      await eraseSurvey(database, erased, { secret: SECRET, today: day('2026-11-24') });
    });

    test('leave it out', async () => {
      const base = async () => (await statistics('SURVEY')).total.global['base'];
      await expect.poll(base, { timeout: 10_000 }).toBe(42);
      expect((await statistics('BEST')).total.global).toMatchObject({
        ...{ value: 77.68, basis: 'MIXED' }, // (3 400 + 3 600 + 1 000 + 700) / (42 + 40 + 20 + 10)
        coverage: { cohortsFromSurvey: 1 },
      });
    });
  });
});
