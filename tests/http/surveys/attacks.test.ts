import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { DEFAULT_NOISE, noiseTable } from '../../../src/domain/survey/disclosure/noise-table.ts';
import { drawn } from '../../domain/survey/disclosure/holders.ts';
import { openMigratedPglite } from '../../support/database.ts';
import type { QuestionServer } from '../question-server.ts';
import {
  ATTRIBUTES,
  type Attribute,
  askGroups,
  type FictitiousHolder,
  fictitiousGroups,
  HORIZONS,
  importGroups,
  NO_NOISE,
  type PublicGroup,
  serveGroups,
  VALUES,
} from './fictitious-groups.ts';

/** What an attacker may know better than by chance, as a share of right guesses. */
const MOST_RIGHT = 0.65;
/** What the same attack gets where counts have no noise: the attack itself works. */
const LEAST_WITHOUT_NOISE = 0.9;

/** Holders whose attributes are drawn, and are employed by one half at each horizon. */
function drawnHolders(
  next: () => number,
  size: number,
  placeOf: (attribute: Attribute) => number,
): FictitiousHolder[] {
  return Array.from({ length: size }, () => ({
    places: Object.fromEntries(
      ATTRIBUTES.map((each) => [each, placeOf(each)]),
    ) as FictitiousHolder['places'],
    employed: HORIZONS.map(() => next() < 0.5),
  }));
}

const keyOf = ({ keys }: PublicGroup, ...places: readonly number[]) =>
  places.map((place) => keys[place]?.value).join(' ');

describe('attack A over HTTP: averages all answers about each of 192 groups of 60', () => {
  const SIZE = 60;
  const groups = fictitiousGroups((name) => {
    const next = drawn(`attack A ${name}`);
    return drawnHolders(next, SIZE, (each) => Math.floor(next() * VALUES[each].length));
  });
  const table = noiseTable(DEFAULT_NOISE);
  /** Variance of the noise of a count, as an attacker who knows the table expects it. */
  const varianceOf = (count: number) =>
    table.rows[Math.min(Math.max(count, 1), table.rows.length - 1)]?.variance ?? NaN;

  /** The margins of the four attributes of holders; by all four at once none may be asked for. */
  const margins = Array.from({ length: 16 }, (_, kept) =>
    ATTRIBUTES.filter((_each, at) => (kept >> at) & 1),
  );

  let database: Database;
  beforeAll(async () => {
    database = await openMigratedPglite();
    await importGroups(database, groups);
    return () => database[Symbol.asyncDispose]();
  });

  /** The share of groups whose total is guessed exactly: by all margins, and by the total alone. */
  async function accuracy(server: QuestionServer, mostAttributes: number) {
    const sums = new Map<string, { weight: number; weighted: number }>();
    let byOne = 0;
    for (const margin of margins.filter(({ length }) => length <= mostAttributes)) {
      for (let level = 1; level <= 8; level++) {
        const cells = await askGroups(server, {
          ...{ horizon: 6, where: `level: ${level}`, groupBy: ['YEAR', ...margin] },
        });
        for (const [year, own] of Map.groupBy(cells, (cell) => keyOf(cell, 0))) {
          // What is not told of one cell is not told of the sum.
          if (own.some(({ holders }) => holders === null)) continue;
          const sum = own.reduce((total, { holders }) => total + (holders ?? 0), 0);
          const variance = own.reduce((total, { holders }) => total + varianceOf(holders ?? 0), 0);
          if (margin.length === 0 && sum === SIZE) byOne += 1;
          const before = sums.get(`${level} ${year}`) ?? { weight: 0, weighted: 0 };
          sums.set(`${level} ${year}`, {
            weight: before.weight + 1 / variance,
            weighted: before.weighted + sum / variance,
          });
        }
      }
    }
    const byAll = [...sums.values()].filter(
      ({ weight, weighted }) => Math.round(weighted / weight) === SIZE,
    );
    return { byAll: byAll.length / groups.length, byOne: byOne / groups.length };
  }

  test('recovers at most 65 totals of 100', async () => {
    await using server = await serveGroups(database);
    const found = await accuracy(server, 3);
    expect(found.byAll).toBeLessThanOrEqual(MOST_RIGHT);
    // One answer is right 28 times of 100; four standard errors of 192 groups are 0.13.
    expect(Math.abs(found.byOne - 0.28)).toBeLessThan(0.13);
  }, 120_000);

  test('recovers them without noise', async () => {
    await using server = await serveGroups(database, NO_NOISE);
    const found = await accuracy(server, 1);
    expect(found.byAll).toBeGreaterThanOrEqual(LEAST_WITHOUT_NOISE);
  }, 120_000);
});

describe('attack B over HTTP: is x employed? of four persons in each of 192 groups', () => {
  /** Thirty with the first value of all attributes, and for each attribute one with its second value. */
  const groups = fictitiousGroups((name) => {
    const next = drawn(`attack B ${name}`);
    return [
      ...drawnHolders(next, 30, () => 0),
      ...ATTRIBUTES.flatMap((own) => drawnHolders(next, 1, (each) => Number(each === own))),
    ];
  });

  let database: Database;
  beforeAll(async () => {
    database = await openMigratedPglite();
    await importGroups(database, groups);
    return () => database[Symbol.asyncDispose]();
  });

  /** What is asked of one person, and what is true of them. */
  interface Target {
    /** Employed of the group with x, of the group without, and of x alone. */
    readonly withX: number | null;
    readonly withoutX: number | null;
    readonly alone: number | null;
    readonly employed: boolean;
  }

  async function targets(server: QuestionServer): Promise<Target[]> {
    const found: Target[] = [];
    for (const [at, horizon] of HORIZONS.entries()) {
      const all = await askGroups(server, { horizon, groupBy: ['LEVEL', 'YEAR'] });
      const withX = new Map(all.map((group) => [keyOf(group, 0, 1), group.employed]));
      for (const [place, attribute] of ATTRIBUTES.entries()) {
        const parts = await askGroups(server, { horizon, groupBy: ['LEVEL', 'YEAR', attribute] });
        const partsOf = Map.groupBy(parts, (group) => keyOf(group, 0, 1));
        for (const { level, year, holders } of groups) {
          const key = `${level} ${year}`;
          // All but x have the other value: theirs is the larger group.
          const own = (partsOf.get(key) ?? []).toSorted(
            (a, b) => (b.holders ?? 0) - (a.holders ?? 0),
          );
          found.push({
            withX: withX.get(key) ?? null,
            withoutX: own[0]?.employed ?? null,
            alone: own[1]?.employed ?? null,
            employed: holders[30 + place]?.employed[at] ?? false,
          });
        }
      }
    }
    return found;
  }

  const changedByOne = ({ withX, withoutX }: Target) => (withX ?? 0) - (withoutX ?? 0) >= 1;
  const rules: readonly (readonly [string, (target: Target) => boolean])[] = [
    ['the change is 1 or more', changedByOne],
    ['there is a change', ({ withX, withoutX }) => withX !== withoutX],
    ['of x alone somebody is employed', ({ alone }) => (alone ?? 0) > 0],
  ];

  const accuracyOf = (found: readonly Target[], guess: (target: Target) => boolean) =>
    found.filter((target) => guess(target) === target.employed).length / found.length;

  test('is right at most 65 times of 100, whatever the guess is made by', async () => {
    await using server = await serveGroups(database);
    const found = await targets(server);
    expect(found).toHaveLength(192 * 4 * 3);
    for (const [name, guess] of rules) {
      expect(accuracyOf(found, guess), name).toBeLessThanOrEqual(MOST_RIGHT);
    }
    // Two laws a whole apart: 60 times of 100; four standard errors of 2,304 guesses are 0.041.
    expect(Math.abs(accuracyOf(found, changedByOne) - 0.6)).toBeLessThan(0.041);
  });

  test('is right without noise', async () => {
    await using server = await serveGroups(database, NO_NOISE);
    const found = await targets(server);
    expect(accuracyOf(found, changedByOne)).toBeGreaterThanOrEqual(LEAST_WITHOUT_NOISE);
    // What is asked of x alone is not told whatever the noise.
    expect(found.every(({ alone }) => alone === null)).toBe(true);
  });
});
