import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import type { Database } from '../../src/db/database.ts';
import { DEFAULT_CHOICES, type MethodChoices } from '../../src/domain/method.ts';
import { schema } from '../../src/graphql/schema.ts';
import { openMigratedPglite } from '../support/database.ts';
import { cohortWith, day, ficheWith, publishFiches } from '../support/factories.ts';
import { type QuestionServer, serveQuestions } from './question-server.ts';

/** Each setting with another value than the page has, and what is then otherwise. */
const CHOSEN: Readonly<Record<string, readonly [setting: string, name: keyof MethodChoices]>> = {
  METHOD_GRACE_MONTHS: ['30', 'graceMonths'],
  METHOD_RELIABILITY_FROM: ['1,2,3', 'reliabilityFrom'],
  METHOD_RELIABILITY_COVERAGE: ['30,60', 'reliabilityCoverage'],
  METHOD_FEWEST_PEERS: ['14', 'fewestPeers'],
  METHOD_FEWEST_FUNNEL_PEERS: ['14', 'fewestFunnelPeers'],
  METHOD_MINIMUM_BASE: ['30', 'minimumBase'],
  METHOD_RANKED_FROM: ['500', 'rankedFrom'],
  METHOD_WINSORISED_PERCENT: ['25', 'winsorised'],
  METHOD_FEWEST_CERTIFICATIONS: ['50', 'fewestCertifications'],
};

const CERTIFIED = [22, 25, 40, 60, 80, 100, 110, 120, 130, 140, 150, 160, 170, 400];

const REGISTER = CERTIFIED.map((certified, index) =>
  ficheWith({
    ...{ code: `RNCP${100 + index}`, activeFlag: true, registrationEndsOn: day('2030-12-31') },
    level: { code: 'NIV6', label: 'Niveau 6' },
    cohorts: [
      cohortWith(2023, certified, { global6: 30 + 5 * index }),
      // Late since six months after its observation.
      cohortWith(2024, certified),
    ],
  }),
);

/** Figures, some of which rest on each choice. */
const QUESTION = `query {
  certifications(first: 14) { nodes {
    cohorts { insertionRates { status } }
    insertionRate(indicator: GLOBAL_6_MONTHS) { value reliability }
    benchmark(indicator: GLOBAL_6_MONTHS, peersBy: LEVEL) {
      status peerCount peerMedian ranked verdict funnel overdispersion { phi tauSquared }
    }
  } }
  insertionStatistics { total { rate(indicator: GLOBAL_6_MONTHS) { betweenCertifications { interval { lower upper } } } } }
}`;

const METHOD = `{ dataStatus { methodVersion method { version
  ${Object.keys(DEFAULT_CHOICES).join(' ')}
} } }`;

let database: Database;
let usual: QuestionServer;

const serveWith = (env: Readonly<Record<string, string>>) =>
  serveQuestions(database, schema, {
    method: parseConfig(env).method,
    clock: () => new Date('2026-11-24T12:00:00Z'),
  });

beforeAll(async () => {
  database = await openMigratedPglite();
  await publishFiches(database, REGISTER);
  usual = await serveWith({});
});

afterAll(async () => {
  await usual?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

async function answer<Data>(server: QuestionServer, query: string): Promise<Data> {
  const { data, errors } = (await (await server.ask({ query })).json()) as {
    data: Data;
    errors?: unknown;
  };
  expect(errors).toBeUndefined();
  return data;
}

describe('what the method leaves to choose', () => {
  test('is all set by a setting of its own', () => {
    const named = Object.values(CHOSEN).map(([, name]) => name);
    expect(named.toSorted()).toEqual(Object.keys(DEFAULT_CHOICES).toSorted());
  });

  test.each(Object.entries(CHOSEN))(
    '%s changes figures, and every answer says so',
    async (setting, [value, name]) => {
      await using server = await serveWith({ [setting]: value });
      expect(await answer(server, QUESTION)).not.toEqual(await answer(usual, QUESTION));

      const { dataStatus } = await answer<{
        dataStatus: { methodVersion: string; method: Record<string, unknown> };
      }>(server, METHOD);
      const chosen = parseConfig({ [setting]: value }).method[name];
      const version = `2.0 ${name}=${String(chosen)}`;
      expect(dataStatus).toMatchObject({
        methodVersion: version,
        method: { version, [name]: chosen },
      });
      const about = await (await fetch(`${server.url}/about.json`)).json();
      expect(about).toMatchObject({ method_version: version });
      const file = await (await fetch(`${server.url}/reports/cohorts.json?limit=1`)).json();
      expect(file).toMatchObject({ method_version: version });
    },
  );

  test('is part of what an answer is kept under: two methods never share one', async () => {
    await using server = await serveWith({ METHOD_GRACE_MONTHS: '30' });
    for (const path of ['/reports/cohorts.json', '/reports/overdue-rates.csv']) {
      const [one, other] = await Promise.all(
        [usual, server].map(({ url }) => fetch(`${url}${path}`)),
      );
      expect(one?.headers.get('etag')).not.toBe(other?.headers.get('etag'));
      const again = await fetch(`${server.url}${path}`, {
        headers: { 'if-none-match': one?.headers.get('etag') ?? '' },
      });
      expect(again.status).toBe(200);
    }
  });
});
