import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { openMigratedPglite } from '../../support/database.ts';
import {
  allHolders,
  type Holder,
  importHolders,
  publishCanaryRegister,
} from './canary-register.ts';
import { serveGroups } from './fictitious-groups.ts';
import { type Group, type PublicAnswers, publicAnswers, type Table } from './public-answers.ts';

/** The noise of SURVEYS 5.6: the largest deviation of a count, and its variance. */
const [D, V] = [5, 2];
/** Bases from which tables and rates are shown, and that suppressed classes have together (5.6). */
const [SMALLEST_BASE, TOGETHER] = [20, 11];

const HOLDERS = allHolders();
const CODES = [...new Set(HOLDERS.map(({ code }) => code))];
const COUNTS = ['holders', 'respondents', 'eligible', 'employed', 'inTarget'] as const;

/** What a holder adds to the counts of a horizon. */
function added(holder: Holder, horizon: number) {
  const [situation, target] = holder.answers[horizon as 6 | 24] ?? [null, null];
  const neutralised = Number(situation === 'POURSUITE_ETUDES');
  const respondents = Number(situation !== null);
  return {
    ...{ holders: 1, respondents, neutralised, eligible: respondents - neutralised },
    employed: Number(situation === 'EMPLOI'),
    inTarget: Number(target === 'OUI'),
  };
}

const known = (code: string) => (code === '' ? null : code);
const valuesOf = (holder: Holder): Readonly<Record<string, string | null>> => ({
  ...{ ALL: null, ROUTE: holder.route, SEX: holder.sex, AGE_BAND: holder.ageBand },
  REGION: known(holder.region),
});

/** Who is removed, and why they were chosen. */
const REMOVED: readonly (readonly [string, (holder: Holder) => boolean])[] = [
  [
    'was employed in the target occupation',
    ({ code, answers }) => code === 'RNCP1' && answers[6]?.[1] === 'OUI',
  ],
  [
    'was looking for a job',
    ({ code, answers }) => code === 'RNCP3' && answers[6]?.[0] === 'RECHERCHE',
  ],
  [
    'went on studying',
    ({ code, answers }) => code === 'RNCP2' && answers[6]?.[0] === 'POURSUITE_ETUDES',
  ],
  ['did not answer', ({ code, answers }) => code === 'RNCP5' && !answers[6] && !answers[24]],
  ['is the only one of a region', ({ code, region }) => code === 'RNCP1' && region === '11'],
  ['has a cohort of exactly twenty eligible', ({ code }) => code === 'RNCP4'],
  ['is of a former cohort', ({ code, year }) => code === 'RNCP1' && year === 2022],
];

describe('without one holder', () => {
  let database: Database;
  let before: PublicAnswers;
  const answers = async () => {
    await using server = await serveGroups(database);
    return await publicAnswers(server, CODES);
  };
  beforeAll(async () => {
    database = await openMigratedPglite();
    await publishCanaryRegister(database);
    await importHolders(database, HOLDERS);
    before = await answers();
    return () => database[Symbol.asyncDispose]();
  });

  describe.each(REMOVED)('who %s', (_why, isRemoved) => {
    const removed = HOLDERS.find(isRemoved) as Holder;
    let after: PublicAnswers;
    beforeAll(async () => {
      await importHolders(
        database,
        HOLDERS.filter((each) => each !== removed),
      );
      after = await answers();
    });

    test('groups of others are answered as before, and the own ones within the noise', () => {
      const squares: number[] = [];
      const seen = new Set<string>();
      for (const name of new Set([...before.groups.keys(), ...after.groups.keys()])) {
        const [first, second] = [before.groups.get(name), after.groups.get(name)];
        const group = (first ?? second) as Group;
        if (!isIn(removed, group)) {
          expect(second, name).toEqual(first);
          continue;
        }
        // Which certifications are counted does not depend on one holder.
        if (first && second) expect(second.certifications).toBe(first.certifications);
        if (isTooFew(group)) expect(second, name).toEqual(first);
        // What comes, goes or is suppressed was at most by both noises and one holder from there.
        if (first?.status !== second?.status) {
          const shown = [first, second].find((each) => each?.status === 'SHOWN');
          if (shown) expect(shown.eligible, name).toBeLessThan(SMALLEST_BASE + 2 * D + 1);
        }
        if (first?.status !== 'SHOWN' || second?.status !== 'SHOWN') continue;
        const own = added(removed, group.horizon);
        // The same set of holders has the same answer by other names.
        const set = JSON.stringify([COUNTS.map((each) => [first[each], second[each]])]);
        for (const each of COUNTS) {
          const change = (first[each] ?? NaN) - (second[each] ?? NaN) - own[each];
          expect(Math.abs(change), `${name} ${each}`).toBeLessThanOrEqual(2 * D);
          if (!seen.has(set)) squares.push(change ** 2);
        }
        seen.add(set);
      }
      // Two noises that are drawn for themselves: 2V. Squares of what is near to normal vary by √2 of it.
      expect(squares.length).toBeGreaterThan(100);
      const mean = squares.reduce((sum, square) => sum + square, 0) / squares.length;
      expect(Math.abs(mean - 2 * V)).toBeLessThan(
        (4 * Math.SQRT2 * 2 * V) / Math.sqrt(squares.length),
      );
    });

    test('tables of other cohorts are as before, and the own ones differ by that holder', () => {
      let own = 0;
      for (const name of new Set([...before.tables.keys(), ...after.tables.keys()])) {
        const [first, second] = [before.tables.get(name), after.tables.get(name)];
        if (!first || !second) throw new Error(`${name} is not in both`);
        if (first.code !== removed.code || !first.years.includes(removed.year)) {
          expect(second, name).toEqual(first);
          continue;
        }
        own += 1;
        compareTables(first, second, name);
      }
      expect(own).toBeGreaterThan(4);
    });

    function compareTables(first: Table, second: Table, name: string): void {
      const { horizon, dimension } = first;
      const value = valuesOf(removed)[dimension];
      const rows = new Map(second.rows.map((row) => [row.value, row]));
      const isMoved = crosses(removed, first);
      for (const row of first.rows) {
        const later = rows.get(row.value);
        const place = `${name}: ${row.value}`;
        if (!isMoved)
          expect([later?.status, later?.reason], place).toEqual([row.status, row.reason]);
        const isOwn = dimension === 'ALL' || row.value === value;
        if (!isOwn && !isMoved) expect(later, place).toEqual(row);
        const change = added(removed, horizon);
        for (const each of [...COUNTS, 'neutralised'] as const) {
          const [one, other] = [row[each], later?.[each] ?? null];
          if (one === null || other === null) {
            // It comes or goes at a threshold alone.
            if (!isMoved) expect(other, `${place} ${each}`).toBe(one);
            continue;
          }
          expect(one - other, `${place} ${each}`).toBe(isOwn ? change[each] : 0);
        }
      }
      for (const { status, eligible } of [...first.rows, ...second.rows]) {
        if (status === 'SHOWN') expect(eligible, name).toBeGreaterThanOrEqual(SMALLEST_BASE);
        else expect(eligible, name).toBeNull();
      }
    }

    test('rates beside published ones, and reports, are those of the tables', () => {
      for (const [name, rate] of before.rates) {
        if (name !== `${removed.code} ${removed.year}`) {
          expect(after.rates.get(name), name).toEqual(rate);
        }
      }
      const columns = ['holders', 'respondents', 'eligible', 'employed', 'in_target', 'numerator'];
      for (const name of new Set([...before.reports.keys(), ...after.reports.keys()])) {
        const [first, second] = [before.reports.get(name), after.reports.get(name)];
        const row = first ?? second;
        const isOwn =
          row?.['certification_code'] === removed.code && row['year'] === String(removed.year);
        if (!isOwn) expect(second, name).toEqual(first);
        for (const column of columns) {
          const [one, other] = [first?.[column], second?.[column]];
          if (!one || !other) continue;
          expect([0, 1], `${name} ${column}`).toContain(Number(one) - Number(other));
        }
      }
    });
  });
});

/** Whether too few certifications are selected for a group of holders. */
function isTooFew({ reason }: Group): boolean {
  return reason === 'FEW_CERTIFICATIONS' || reason === 'FEW_BODIES';
}

/** Whether a holder is of a group, by what holders have in common; certifications by what they are. */
function isIn(holder: Holder, group: Group): boolean {
  const place = CODES.indexOf(holder.code);
  const own: Readonly<Record<string, string | null>> = {
    ...valuesOf(holder),
    ...{ YEAR: String(holder.year), REGISTER: 'RNCP', LEVEL: place < 3 ? '5' : '6' },
    SPECIALITY_DOMAIN: '3',
    OCCUPATION_DOMAIN: place < 4 ? 'M18' : 'M16',
  };
  return Object.entries(group.keys).every(
    ([dimension, value]) => own[dimension] === value || (isTooFew(group) && value === null),
  );
}

/**
 * Whether a table of a holder stands at a threshold, so that it may show something else without them: in
 * one of its cohorts the total or their class has just so many eligible, or suppressed classes have just
 * so many together.
 */
function crosses(holder: Holder, { code, dimension }: Table): boolean {
  const value = valuesOf(holder)[dimension];
  const cohort = HOLDERS.filter((each) => each.code === code && each.year === holder.year);
  return [6, 24].some((horizon) => {
    const eligibleOf = (some: readonly Holder[]) =>
      some.reduce((sum, each) => sum + added(each, horizon).eligible, 0);
    const classes = [...Map.groupBy(cohort, (each) => valuesOf(each)[dimension])];
    const own = classes.find(([each]) => each === value)?.[1] ?? [];
    const small = classes.filter(([, some]) => eligibleOf(some) < SMALLEST_BASE);
    return (
      [cohort, own].some((some) => eligibleOf(some) === SMALLEST_BASE || some.length === 1) ||
      small.reduce((sum, [, some]) => sum + eligibleOf(some), 0) === TOGETHER
    );
  });
}
