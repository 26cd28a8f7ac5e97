import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { EmptyAnswer } from '../../src/domain/empty/empty-answer.ts';
import { ask, send } from '../support/client.ts';
import { openMigratedPglite } from '../support/database.ts';
import { inFull } from '../support/in-full.ts';
import { asOfDay, cohortFilter } from '../support/random-questions.ts';
import { publishRandom, registerOfSeed } from '../support/random-register.ts';

const CERTIFICATIONS = `query ($filter: CertificationFilter, $asOf: Date) {
  list: certifications(filter: $filter, asOf: $asOf, first: 0) { totalCount }
}`;
const COHORTS = `query ($filter: CohortFilter, $asOf: Date) {
  list: cohorts(filter: $filter, asOf: $asOf, first: 0) { totalCount }
}`;

type Filter = Record<string, unknown>;

interface Question {
  readonly source: string;
  readonly filter: Filter;
  readonly asOf: string | null;
}

const question: fc.Arbitrary<Question> = fc
  .tuple(cohortFilter, cohortFilter, fc.option(asOfDay), fc.boolean())
  .map(([{ cohortYear, ...own }, other, asOf, ofCohorts]) => ({
    source: ofCohorts ? COHORTS : CERTIFICATIONS,
    // What is asked of one cohort and what is asked of the certification may clash in many ways.
    filter: (ofCohorts
      ? { ...own, year: cohortYear }
      : {
          ...{ ...other.certification, ...own.certification, ...own },
          ...{ cohortYear, certification: undefined },
        }) as Filter,
    asOf,
  }));

/** A filter in which the argument of a path has another value; null leaves it out. */
function replaced(filter: Filter, path: string, value: unknown): Filter {
  const [first = '', ...rest] = path.split('.');
  const inner = (filter[first] ?? {}) as Filter;
  return {
    ...filter,
    [first]: rest.length === 0 ? value : replaced(inner, rest.join('.'), value),
  };
}

/** The question with the argument of a path left out. */
function without(asked: Question, path: string): Question {
  return path === 'asOf'
    ? { ...asked, asOf: null }
    : { ...asked, filter: replaced(asked.filter, path, null) };
}

/** What the answer says could stand in place of the value of an argument. */
function otherValues(
  filter: Filter,
  { condition, nearest, exists }: EmptyAnswer['conditions'][number],
): unknown[] {
  const name = condition.split('.').at(-1) ?? '';
  const given = condition
    .split('.')
    .reduce<unknown>((value, key) => (value as Filter | undefined)?.[key], filter);
  if (name === 'rateDue' && exists) return [{ ...(given as Filter), ...exists }];
  if (exists) return [exists];
  if (name === 'rateStatus') {
    return nearest.map((status) => ({ ...(given as Filter), anyOf: [status] }));
  }
  if (name === 'register') return [...nearest];
  if (name === 'levels') return nearest.map((level) => [Number(level)]);
  return nearest.map((code) => [code]);
}

describe('an explanation of an empty list is what asking again finds', () => {
  let database: Database;

  beforeAll(async () => {
    database = await openMigratedPglite();
    await publishRandom(database, registerOfSeed(2026));
    return () => database[Symbol.asyncDispose]();
  });

  async function countOf({ source, filter, asOf }: Question): Promise<number> {
    const { list } = await ask<{ list: { totalCount: number } }>(database, source, {
      filter,
      asOf,
    });
    return list.totalCount;
  }

  test('without each condition, without the fewest, and with each code and range that exists', async () => {
    const seen = { empty: 0, single: 0, together: 0, nearest: 0, ranges: 0, days: 0 };
    const questions = fc.sample(question, { seed: 11, numRuns: inFull(600, 6_000) });
    for (const asked of questions) {
      const { source, filter, asOf } = asked;
      const { data, errors, extensions } = await send(database, source, { filter, asOf });
      if (errors) continue;
      const { totalCount } = (data as unknown as { list: { totalCount: number } }).list;
      const answers = (extensions?.['emptyAnswers'] ?? []) as (EmptyAnswer & { path: string[] })[];
      expect([asked, answers.length]).toEqual([asked, totalCount === 0 ? 1 : 0]);
      const [answer] = answers;
      if (!answer) continue;
      seen.empty += 1;
      expect(answer.path).toEqual(['list']);
      for (const condition of answer.conditions) {
        const left = await countOf(without(asked, condition.condition));
        expect([asked, condition, left]).toEqual([asked, condition, condition.remainingWithout]);
        if (condition.condition === 'asOf') {
          seen.days += Number(left > 0);
          continue;
        }
        seen.single += Number(left > 0);
        for (const value of otherValues(filter, condition)) {
          const other = { ...asked, filter: replaced(filter, condition.condition, value) };
          expect([other, (await countOf(other)) > 0]).toEqual([other, true]);
          if (condition.exists) seen.ranges += 1;
          else seen.nearest += 1;
        }
      }
      for (const { conditions, remaining } of answer.leaveOut) {
        expect([asked, conditions, await countOf(conditions.reduce(without, asked))]).toEqual([
          ...[asked, conditions, remaining],
        ]);
        seen.together += Number(conditions.length > 1);
      }
    }
    // Each kind occurs several times.
    for (const [kind, times] of Object.entries(seen)) {
      expect([kind, times, times > 5]).toEqual([kind, times, true]);
    }
  }, 600_000);
});
