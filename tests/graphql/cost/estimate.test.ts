import { getOperationAST, parse, validate } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { createEstimate } from '../../../src/graphql/cost/estimate.ts';
import { millisecondsOf } from '../../../src/graphql/cost/terms.ts';
import { schema } from '../../../src/graphql/schema.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';
import { ask, storeOf } from '../../support/client.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { publishFiches } from '../../support/factories.ts';
import { QUESTION_REGISTER } from '../../support/question-register.ts';

let database: Database;
let snapshot: Snapshot;

beforeAll(async () => {
  database = await openMigratedPglite();
  await publishFiches(database, QUESTION_REGISTER);
  await ask(database, '{ __typename levels { code } }');
  const current = storeOf(database).current;
  if (!current) throw new Error('nothing is served');
  // Ten times as many of everything that a page is cut to.
  snapshot = current;
  return () => database[Symbol.asyncDispose]();
});

/** A register that has so many more certifications and cohorts. */
function larger(times: number): Snapshot {
  return {
    ...snapshot,
    certifications: {
      ...snapshot.certifications,
      count: times * snapshot.certifications.count,
    },
    cohorts: { ...snapshot.cohorts, count: times * snapshot.cohorts.count },
  };
}

function costOf(
  source: string,
  variables: Readonly<Record<string, unknown>> = {},
  of: Snapshot = snapshot,
): number {
  const document = parse(source);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  return millisecondsOf(createEstimate(schema, document, operation)(of, variables));
}

describe('an operation costs more', () => {
  const large = () => larger(1_000);
  test.each([
    ['the more rows it asks for', 'first: 10', 'first: 100'],
    ['when it is in an order', 'first: 10', 'first: 10, orderBy: [{ field: TITLE }]'],
    ['when it searches', 'first: 10', 'first: 10, filter: { search: "gestion" }'],
    [
      'the more words it searches',
      'first: 10, filter: { search: "gestion" }',
      'first: 10, filter: { search: "gestion de paie" }',
    ],
    [
      'the more conditions it has',
      'filter: { active: true }',
      'filter: { active: true, levels: [5] }',
    ],
    [
      'when it compares with peers',
      'filter: { active: true }',
      'filter: { belowPeerMedian: { indicator: GLOBAL_6_MONTHS } }',
    ],
    ['for another day', 'first: 10', 'first: 10, asOf: "2020-01-01"'],
  ])('%s', (_why, less, more) => {
    const cost = (args: string) =>
      costOf(`{ certifications(${args}) { nodes { code } } }`, {}, large());
    expect(cost(more)).toBeGreaterThan(cost(less));
  });

  test('the more dimensions it groups by', () => {
    const cost = (groupBy: string) =>
      costOf(
        `{ certificationStatistics(groupBy: [${groupBy}], first: 1) { groupCount } }`,
        {},
        large(),
      );
    expect(cost('LEVEL, CERTIFIER')).toBeGreaterThan(cost('LEVEL'));
    expect(cost('LEVEL, CERTIFIER, OCCUPATION')).toBeGreaterThan(cost('LEVEL, CERTIFIER'));
  });

  test('on a larger register', () => {
    const source = '{ insertionStatistics(groupBy: [LEVEL]) { groups { summary { certified } } } }';
    expect(costOf(source, {}, large())).toBeGreaterThan(10 * costOf(source));
  });

  test('with each alias', () => {
    const statistics = 'certificationStatistics(groupBy: [LEVEL], first: 1) { groupCount }';
    const one = costOf(`{ ${statistics} }`, {}, large());
    const ten = Array.from({ length: 10 }, (_, place) => `a${place}: ${statistics}`).join(' ');
    expect(costOf(`{ ${ten} }`, {}, large())).toBeGreaterThan(8 * one);
  });

  test('by the values of its variables', () => {
    const source =
      'query ($n: Int!) { certifications(first: $n) { nodes { title cohorts { year } } } }';
    expect(costOf(source, { n: 500 }, large())).toBeGreaterThan(
      10 * costOf(source, { n: 5 }, large()),
    );
  });
});

test('a fragment counts wherever it is spread, and is read once', () => {
  const levels = 20;
  const fragments = Array.from(
    { length: levels },
    (_, level) => `fragment F${level} on Query { ...F${level + 1} ...F${level + 1} }`,
  );
  const document = parse(
    `{ ...F0 } ${fragments.join(' ')} fragment F${levels} on Query { levels { code } }`,
  );
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  const cost = millisecondsOf(createEstimate(schema, document, operation)(snapshot, {}));
  expect(cost).toBeGreaterThan(1_000);
});

test('what is asked of each object of a page is counted for each of them', () => {
  const page = (fields: string) =>
    costOf(`{ certifications(first: 100) { nodes { ${fields} } } }`, {}, larger(1_000));
  const one = page('code');
  const eleven = page(
    'code title level active number register validFrom abbreviation sheetId publishedOn decisionOn',
  );
  expect(eleven - one).toBeGreaterThan(
    5 * (one - costOf('{ certifications(first: 0) { totalCount } }')) * 0.1,
  );
  expect(eleven).toBeGreaterThan(one);
});

test('what a directive leaves out costs nothing', () => {
  const source = (directive: string) =>
    `query ($yes: Boolean! = true) { levels { code @skip(if: $yes) } certifications(first: 100) ${directive} { nodes { title } } }`;
  const cost = (directive: string, yes: boolean) => costOf(source(directive), { yes });
  expect(cost('@skip(if: $yes)', true)).toBeLessThan(cost('', true));
  expect(cost('@include(if: $yes)', true)).toBeCloseTo(cost('', true), 9);
  expect(cost('@include(if: $yes)', false)).toBeLessThan(cost('', false));
  expect(cost('@skip(if: $yes)', false)).toBeCloseTo(cost('', false), 9);
});
