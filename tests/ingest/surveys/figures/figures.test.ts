import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../../src/db/database.ts';
import { parseRegisterCode } from '../../../../src/domain/certification/register-code.ts';
import { SURVEY_COUNTS, type SurveyCounts } from '../../../../src/domain/survey/counts.ts';
import { pairedChange } from '../../../../src/domain/survey/same-holders.ts';
import {
  neutralisedShare,
  nonResponseBounds,
  responseRate,
  surveyCoverage,
  surveyRate,
} from '../../../../src/domain/survey/survey-rates.ts';
import {
  addWeighted,
  weightedRate,
  weightedSums,
} from '../../../../src/domain/survey/weighting.ts';
import { describeEachEngine } from '../../../support/database.ts';
import { ficheWith, publishFiches } from '../../../support/factories.ts';
import { inFull } from '../../../support/in-full.ts';
import { importTexts } from '../../../support/surveys.ts';
import { forgetSurveys, type SurveyState, sorted, stateOf } from '../survey-state.ts';
import {
  type Cohort,
  changeByLoops,
  personsOf,
  ratesByLoops,
  UndecidedError,
  type Weighted,
  weightedByLoops,
} from './figures-by-loops.ts';
import { cellsBySql, classesBySql, classesFromCells, pairsBySql } from './figures-by-sql.ts';
import { findingsByLoops } from './findings-by-loops.ts';
import { rosterFile, situationFile } from './random-files.ts';
import { CODES, IMPORTED_ON, type RandomSurvey, randomSurvey } from './random-surveys.ts';
import { answersAsStored, everybodyRefused, holdersAsStored } from './rows-as-stored.ts';

const RATES = ['GLOBAL', 'TARGET_OCCUPATION'] as const;

describeEachEngine('figures of random surveys on', (openDatabase, engine) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(
      database,
      CODES.map((code) => ficheWith({ code })),
    );
  });

  /** Imports a survey into a database without any, one import after the other. */
  async function imported(
    { holders, international, writing }: RandomSurvey,
    steps: readonly (readonly ('ROSTER' | 6 | 12 | 24)[])[],
    { former = false } = {},
  ): Promise<SurveyState> {
    if (!former) await forgetSurveys(database);
    let flagged: readonly string[] = international;
    for (const step of steps) {
      const horizons = step.filter((each) => each !== 'ROSTER');
      const situations = situationFile(holders, horizons, writing);
      const files = {
        ...(step.includes('ROSTER') && { 'r.csv': rosterFile(holders, writing) }),
        ...(situations !== null && { 's.csv': situations }),
      };
      if (Object.keys(files).length === 0) continue;
      await importTexts(database, files, {
        today: IMPORTED_ON,
        international: flagged.map(parseRegisterCode),
      });
      flagged = [];
    }
    return stateOf(database);
  }

  const ALL = [['ROSTER', 6, 12, 24]] as const;

  test(
    'are those of a second computation from the same rows',
    async () => {
      await fc.assert(
        fc.asyncProperty(randomSurvey, async (survey) => {
          const { international, holders } = survey;
          const state = await imported(survey, ALL);
          expect(state.holder).toEqual(sorted(holdersAsStored(survey)));
          expect(state.answer).toEqual(sorted(answersAsStored(survey)));
          expect(state.survey_class).toEqual(sorted(await classesBySql(database, international)));
          expect(state.survey_cell).toEqual(sorted(await cellsBySql(database, international)));
          expect(state.survey_paired).toEqual(sorted(await pairsBySql(database, international)));
          expect(state.survey_finding).toEqual(sorted(findingsByLoops(holders, international)));
          expect(await classesFromCells(database).then(sorted)).toEqual(
            sorted(state.survey_class.map(inCells)),
          );
          compareRates(survey, state);
        }),
        { numRuns: inFull(6, 400), seed: engine === 'pglite' ? 1 : 2 },
      );
    },
    inFull(180_000, 3_600_000),
  );

  test(
    'do not depend on the steps in which it is imported, nor on the order of rows',
    async () => {
      const order = fc.infiniteStream(fc.nat());
      await fc.assert(
        fc.asyncProperty(randomSurvey, order, async (survey, numbers) => {
          const whole = await imported(survey, ALL);
          // What was answered before is replaced whole, also of those of whom nothing is said any more.
          await imported({ ...survey, holders: everybodyRefused(survey) }, ALL);
          expect(await imported(survey, [[6, 12, 24]], { former: true })).toEqual(whole);
          expect(await imported(survey, [['ROSTER'], [6], [24], [12]])).toEqual(whole);
          expect(
            await imported(survey, [
              ['ROSTER', 24],
              [12, 6],
            ]),
          ).toEqual(whole);
          // The same once more replaces all that there is by itself.
          expect(await imported(survey, [...ALL, ...ALL, ['ROSTER']])).toEqual(whole);
          const holders = survey.holders
            .map((holder) => [numbers.next().value ?? 0, holder] as const)
            .toSorted(([a], [b]) => a - b)
            .map(([, holder]) => holder);
          expect(await imported({ ...survey, holders }, ALL)).toEqual(whole);
        }),
        { numRuns: inFull(3, 150), seed: engine === 'pglite' ? 3 : 4 },
      );
    },
    inFull(180_000, 3_600_000),
  );
});

/** A class as far as cells tell of it. */
function inCells(row: Readonly<Record<string, unknown>>) {
  const { certification_code, year, horizon, dimension, value, holders, respondents } = row;
  const neutralised = ['studying', 'work_study', 'unable', 'abroad']
    .map((name) => Number(row[name]))
    .reduce((sum, count) => sum + count, 0);
  return {
    ...{ certification_code, year, horizon, dimension, value, holders, respondents },
    eligible: Number(respondents) - neutralised,
    ...{ employed: row['employed'], in_target: row['in_target'] },
  };
}

function countsOf(row: Readonly<Record<string, unknown>>): SurveyCounts {
  return Object.fromEntries(
    SURVEY_COUNTS.map((name) => [
      name,
      Number(row[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]),
    ]),
  ) as unknown as SurveyCounts;
}

/** Numbers to nine digits: both sums are of fractions, in another order. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(9)) || 0;
  if (Array.isArray(value)) return value.map(rounded);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, rounded(each)]));
}

/** What is computed when it is asked, from the stored counts, and from the rows once more. */
function compareRates({ holders, international }: RandomSurvey, state: SurveyState): void {
  const all = state.survey_class.filter(({ dimension }) => dimension === 'ALL');
  const given = all.map((row) => {
    const code = String(row['certification_code']);
    const cohort: Cohort = {
      ...{ code, year: Number(row['year']), isInternational: international.includes(code) },
    };
    const horizon = Number(row['horizon']);
    const routes = state.survey_class.filter(
      (each) =>
        each['dimension'] === 'ROUTE' &&
        each['certification_code'] === code &&
        each['year'] === cohort.year &&
        each['horizon'] === horizon,
    );
    return { row, cohort, horizon, persons: personsOf(holders, cohort, horizon), routes };
  });
  for (const { row, cohort, persons, routes } of given) {
    const counts = countsOf(row);
    for (const rate of RATES) {
      const isTarget = rate === 'TARGET_OCCUPATION';
      const bounds = nonResponseBounds(counts, rate);
      expect(
        rounded({
          rate: surveyRate(counts, rate),
          response: responseRate(counts),
          neutralised: neutralisedShare(counts),
          coverage: surveyCoverage(counts),
          bounds: bounds && [bounds.lower, bounds.upper],
        }),
      ).toEqual(rounded(ratesByLoops(persons, cohort, isTarget)));
      compareWeighted([{ cohort, persons, routes }], rate);
    }
  }
  for (const horizon of [6, 12, 24]) {
    const pooled = given.filter((each) => each.horizon === horizon);
    for (const rate of RATES) compareWeighted(pooled, rate);
  }
  for (const row of state.survey_paired) {
    const code = String(row['certification_code']);
    const cohort: Cohort = {
      ...{ code, year: Number(row['year']), isInternational: international.includes(code) },
    };
    const change = pairedChange({
      ...{ both: Number(row['both']), firstOnly: Number(row['first_only']) },
      ...{ secondOnly: Number(row['second_only']), neither: Number(row['neither']) },
    });
    expect(
      rounded(change && { change: change.difference, lower: change.lower, upper: change.upper }),
    ).toEqual(
      rounded(
        changeByLoops(holders, cohort, {
          ...{ from: Number(row['from_horizon']), to: Number(row['to_horizon']) },
          isTarget: row['rate'] === 'TARGET_OCCUPATION',
        }),
      ),
    );
  }
}

function compareWeighted(
  cohorts: readonly {
    readonly cohort: Cohort;
    readonly persons: ReturnType<typeof personsOf>;
    readonly routes: readonly Readonly<Record<string, unknown>>[];
  }[],
  rate: (typeof RATES)[number],
): void {
  let expected: Weighted | null;
  try {
    expected = weightedByLoops(cohorts, rate === 'TARGET_OCCUPATION');
  } catch (error) {
    if (error instanceof UndecidedError) return;
    throw error;
  }
  const sums = addWeighted(cohorts.map(({ routes }) => weightedSums(routes.map(countsOf))));
  const found = sums && weightedRate(sums, rate);
  expect(
    rounded(
      found && {
        ...{ rate: found.value, effectiveBase: found.effectiveBase },
        interval: found.interval && [found.interval.lower, found.interval.upper],
      },
    ),
  ).toEqual(rounded(expected));
}
