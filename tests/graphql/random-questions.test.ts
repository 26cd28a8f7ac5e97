import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { CERTIFICATION_DIMENSIONS } from '../../src/domain/insertion/dimension.ts';
import { GROUP_ORDER_FIELDS } from '../../src/domain/insertion/insertion-grouping.ts';
import { PEER_CRITERIA } from '../../src/domain/peers/peer-rule.ts';
import { INSERTION_INDICATORS } from '../../src/domain/rate/indicator.ts';
import type { CohortFilter } from '../../src/snapshot/filter/cohort-mask.ts';
import { send } from '../support/client.ts';
import { describeEachEngine, openMigratedPglite } from '../support/database.ts';
import { asOfDay, cohortFilter, cohortGrouping } from '../support/random-questions.ts';
import { publishRandom, registerOfSeed } from '../support/random-register.ts';

const REGISTER = registerOfSeed(2026);

const QUESTION = `query (
  $cohorts: CohortFilter, $certifications: CertificationFilter, $asOf: Date
  $groupBy: [CohortDimension!], $having: InsertionHaving, $orderBy: [InsertionGroupOrder!]
  $dimensions: [CertificationDimension!], $peers: PeerRuleInput!, $direction: OrderDirection!
) {
  insertionStatistics(
    filter: $cohorts, groupBy: $groupBy, having: $having, orderBy: $orderBy, asOf: $asOf
  ) {
    groupCount
    total { ...Summary }
    groups { key { label unknown } summary { ...Summary } }
  }
  certificationStatistics(filter: $certifications, groupBy: $dimensions, asOf: $asOf) {
    groupCount
    groups { key { label } summary {
      certifications active withCohorts withUsualCohorts completeShare replaced filingPassed
    } }
  }
  certificationFacets(filter: $certifications, dimensions: $dimensions, asOf: $asOf) {
    valueCount values { key { label } certifications }
  }
  certifications(
    filter: $certifications, first: 7, asOf: $asOf
    orderBy: [{ field: PEER_PERCENTILE, direction: $direction, peers: $peers }]
  ) { totalCount edges { cursor node { code } } }
  cohorts(filter: $cohorts, first: 7, asOf: $asOf) { totalCount edges { cursor node { id } } }
}
fragment Summary on InsertionSummary {
  certifications cohorts certified vaeShare certifiedChange { growth }
  rates {
    value unweightedMean lowerQuartile median upperQuartile coverage { ratio }
    statuses { status cohorts } change { lower upper verdict }
  }
}`;

/** The filter of a random question as the schema has it. */
function asInput({ cohortYear, ...filter }: CohortFilter) {
  return { ...filter, year: cohortYear };
}

const indicator = fc.constantFrom(...INSERTION_INDICATORS);
const direction = fc.constantFrom('ASC', 'DESC');

const variables = fc.record({
  cohorts: cohortFilter.map(asInput),
  certifications: cohortFilter.map(({ certification }) => certification ?? {}),
  asOf: asOfDay,
  groupBy: cohortGrouping,
  having: fc.constantFrom(
    {},
    { certified: { from: 30 } },
    { coverage: { indicator: 'GLOBAL_6_MONTHS', from: 20, to: 90 } },
  ),
  orderBy: fc.array(
    fc.record({ by: fc.constantFrom(...GROUP_ORDER_FIELDS), indicator, direction }),
    { maxLength: 2 },
  ),
  dimensions: fc.uniqueArray(fc.constantFrom(...CERTIFICATION_DIMENSIONS), { maxLength: 2 }),
  peers: fc.record({
    indicator,
    peersBy: fc.constantFrom(...PEER_CRITERIA),
    sameLevel: fc.boolean(),
    lastCohorts: fc.integer({ min: 1, max: 5 }),
  }),
  direction,
});

const QUESTIONS = fc.sample(variables, { seed: 5, numRuns: 80 });

/** What is answered, or refused and why. */
async function answers(database: Database): Promise<string[]> {
  const found: string[] = [];
  for (const question of QUESTIONS) {
    const { data, errors = [] } = await send(database, QUESTION, question);
    found.push(JSON.stringify([data, errors.map(({ message }) => message)]));
  }
  return found;
}

/** The answers of the embedded database, to which each engine's are held. */
let expected: readonly string[] = [];

beforeAll(async () => {
  await using database = await openMigratedPglite();
  await publishRandom(database, REGISTER);
  expected = await answers(database);
});

describeEachEngine('random questions about a random register on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishRandom(database, REGISTER);
  });

  test('are answered byte for byte the same', async () => {
    const found = await answers(database);
    for (const [index, question] of QUESTIONS.entries()) {
      expect([question, found[index]]).toEqual([question, expected[index]]);
    }
    // Few are refused, and most have groups.
    expect(found.filter((answer) => answer.startsWith('[null')).length).toBeLessThan(20);
    expect(found.filter((answer) => answer.includes('"unknown"')).length).toBeGreaterThan(30);
  });
});
