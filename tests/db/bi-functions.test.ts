import fc from 'fast-check';
import { type RawBuilder, sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { isActiveOn } from '../../src/domain/activity.ts';
import { type PlainDate, parisDate, plainDate } from '../../src/domain/calendar.ts';
import { HORIZON_MONTHS, INSERTION_INDICATORS } from '../../src/domain/indicator.ts';
import { wilsonInterval } from '../../src/domain/interval.ts';
import {
  observationCloses,
  RATE_OUTCOMES,
  rateDueOn,
  statusOfOutcome,
} from '../../src/domain/rate-status.ts';
import { reliabilityOf } from '../../src/domain/reliability.ts';
import { RENEWAL_STAGES, renewalDays } from '../../src/domain/renewal.ts';
import { roundPercentage } from '../../src/domain/rounding.ts';
import { describeEachEngine } from '../support/database.ts';

/** Many inputs go to the database in one statement. */
const many = <Input>(input: fc.Arbitrary<Input>) =>
  fc.array(input, { minLength: 300, maxLength: 400 });
const RUNS = { numRuns: 20 };

/**
 * An expression for each of the inputs, in their order.
 * `columns`: names and types of what an input holds, as SQL declares them.
 */
async function evaluate<Value>(
  database: Database,
  inputs: readonly object[],
  columns: string,
  expression: RawBuilder<unknown>,
): Promise<Value[]> {
  await using session = await database.session();
  const numbered = JSON.stringify(inputs.map((input, place) => ({ ...input, place })));
  const { rows } = await sql<{ value: Value }>`
    select ${expression} as value
    from jsonb_to_recordset(${numbered}::text::jsonb) as given (place integer, ${sql.raw(columns)})
    order by place`.execute(session.db);
  return rows.map(({ value }) => value);
}

const day: fc.Arbitrary<PlainDate> = fc
  .record({
    year: fc.integer({ min: 2016, max: 2030 }),
    month: fc.integer({ min: 1, max: 12 }),
    // The ends of months are what days are counted to.
    day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 28, max: 31 })),
  })
  .map((parts) => plainDate(parts.year, parts.month, parts.day))
  .filter((found) => found !== null);

const percentage = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
  fc.integer({ min: 0, max: 100_000_000 }).map((millionths) => millionths / 1_000_000),
);
const heads = fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 100_000 }));

describeEachEngine('functions of the schema bi on', (openDatabase) => {
  const opened = openDatabase();

  test('round as the domain rounds', async () => {
    const number = fc.oneof(
      percentage,
      // Halves of a hundredth: what binary fractions tip the wrong way.
      fc.integer({ min: -20_000, max: 20_000 }).map((odd) => (2 * odd + 1) / 200),
      fc.double({ min: -100, max: 100, noNaN: true }),
    );
    await fc.assert(
      fc.asyncProperty(many(number.map((x) => ({ x: x + 0 }))), async (inputs) => {
        const rounded = await evaluate(await opened, inputs, 'x float8', sql`bi.rounded(x)`);
        expect(rounded).toEqual(inputs.map(({ x }) => roundPercentage(x)));
      }),
      RUNS,
    );
    expect(
      await evaluate(
        await opened,
        [{ x: 1.005 }, { x: -52.525 }, { x: null }],
        'x float8',
        sql`bi.rounded(x)`,
      ),
    ).toEqual([1.01, -52.53, null]);
  });

  test('give the bounds of Wilson’s interval that the domain gives, rounded', async () => {
    const input = fc.record({
      rate: fc.option(percentage, { freq: 8 }),
      base: fc.option(heads, { freq: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(many(input), async (inputs) => {
        const bounds = await evaluate<[number | null, number | null]>(
          await opened,
          inputs,
          'rate float8, base float8',
          sql`array[bi.wilson_low(rate, base), bi.wilson_high(rate, base)]`,
        );
        expect(bounds).toEqual(
          inputs.map(({ rate, base }) => {
            const interval = wilsonInterval(rate, base);
            if (!interval) return [null, null];
            return [roundPercentage(interval.lower), roundPercentage(interval.upper)];
          }),
        );
      }),
      RUNS,
    );
    // docs/method.md, worked example.
    expect(
      await evaluate(
        await opened,
        [{ rate: 86, base: 23 }],
        'rate float8, base float8',
        sql`array[bi.wilson_low(rate, base), bi.wilson_high(rate, base)]`,
      ),
    ).toEqual([[66.75, 94.95]]);
  });

  test('grade a base as the domain does', async () => {
    const bases = [null, 0, 1, 10, 11, 19, 20, 49, 50, 4000].map((base) => ({ base }));
    const grades = await evaluate(await opened, bases, 'base float8', sql`bi.reliability(base)`);
    expect(grades).toEqual(bases.map(({ base }) => reliabilityOf(base)));
    expect(new Set(grades)).toEqual(new Set([null, 'VERY_LOW', 'LOW', 'MODERATE', 'GOOD']));
  });

  test('know the days on which observation closes and rates are due', async () => {
    const inputs = Array.from({ length: 211 }, (_, index) => 1990 + index).flatMap((year) =>
      INSERTION_INDICATORS.map((indicator) => {
        const horizon = HORIZON_MONTHS[indicator];
        return { year, horizon, indicator };
      }),
    );
    const days = await evaluate<string[]>(
      await opened,
      inputs,
      'year integer, horizon integer',
      sql`array[bi.after_cohort(year, horizon)::text, bi.after_cohort(year, horizon + 6)::text]`,
    );
    expect(days).toEqual(
      inputs.map(({ year, indicator }) => [
        observationCloses(year, indicator),
        rateDueOn(year, indicator),
      ]),
    );
  });

  test('give a rate the status that the domain gives it on a day', async () => {
    const input = fc.record({
      outcome: fc.constantFrom(...RATE_OUTCOMES),
      indicator: fc.constantFrom(...INSERTION_INDICATORS),
      year: fc.integer({ min: 2015, max: 2028 }),
      day,
    });
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(many(input), async (inputs) => {
        const statuses = await evaluate<string>(
          await opened,
          inputs.map((each) => ({ ...each, horizon: HORIZON_MONTHS[each.indicator] })),
          'outcome text, year integer, horizon integer, day date',
          sql`bi.rate_status(outcome, year, horizon, day)`,
        );
        expect(statuses).toEqual(
          inputs.map((each) => statusOfOutcome(each.outcome, { ...each, asOf: each.day })),
        );
        for (const status of statuses) seen.add(status);
      }),
      RUNS,
    );
    expect(seen.size).toBe(10);
  });

  test('tell whether a certification is active as the domain does', async () => {
    const input = fc.record({
      end: fc.option(day),
      flag: fc.option(fc.boolean()),
      day,
    });
    // The last day itself, which random days seldom hit.
    const last = { end: '2026-06-30' as PlainDate, flag: false, day: '2026-06-30' as PlainDate };
    await fc.assert(
      fc.asyncProperty(many(input), async (random) => {
        const inputs = [last, ...random];
        const active = await evaluate(
          await opened,
          inputs,
          '"end" date, flag boolean, day date',
          sql`bi.is_active("end", flag, day)`,
        );
        expect(active).toEqual(
          inputs.map(({ end, flag, day: asOf }) =>
            isActiveOn({ registrationEndsOn: end, activeFlag: flag }, asOf),
          ),
        );
      }),
      RUNS,
    );
  });

  test('tell the stage of a renewal as the domain does', async () => {
    const end = fc.option(day, { freq: 10 });
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(many(fc.record({ end, day })), async (random) => {
        // On and around the days that decide, which random days seldom hit.
        const decisive = random.flatMap((each) => {
          const { watchOpensOn, fileBy, fileAtLatest, lastActiveDay } = renewalDays(
            each.end,
            each.day,
          );
          const days = [watchOpensOn, fileBy, fileAtLatest, lastActiveDay];
          return days.flatMap((found) => (found ? [{ end: each.end, day: found }] : []));
        });
        const inputs = [...random, ...decisive];
        const stages = await evaluate<string>(
          await opened,
          inputs,
          '"end" date, day date',
          sql`bi.renewal_stage("end", day)`,
        );
        expect(stages).toEqual(inputs.map((each) => renewalDays(each.end, each.day).stage));
        for (const stage of stages) seen.add(stage);
      }),
      { numRuns: 5 },
    );
    expect([...seen].sort()).toEqual([...RENEWAL_STAGES].sort());
  });

  test('are of today in Paris, or of the day that a session says', async () => {
    await using session = await (await opened).session();
    const asOf = async () => {
      const { rows } = await sql<{ day: string }>`select bi.as_of() as day`.execute(session.db);
      return rows[0]?.day;
    };
    const before = parisDate(new Date());
    const today = await asOf();
    expect([before, parisDate(new Date())]).toContain(today);
    await sql`set debouches.as_of = '2026-06-30'`.execute(session.db);
    expect(await asOf()).toBe('2026-06-30');
    await sql`set debouches.as_of = ''`.execute(session.db);
    expect([before, parisDate(new Date())]).toContain(await asOf());
    await sql`set debouches.as_of = 'demain'`.execute(session.db);
    await expect(asOf()).rejects.toThrow('demain');
  });
});
