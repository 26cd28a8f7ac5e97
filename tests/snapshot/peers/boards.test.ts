import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Fiche } from '../../../src/domain/certification/fiche.ts';
import type { PeerComparison } from '../../../src/domain/peers/benchmark.ts';
import type { PeerRule } from '../../../src/domain/peers/peer-rule.ts';
import { finish } from '../../../src/domain/work.ts';
import { type DayView, viewOn } from '../../../src/snapshot/day-view.ts';
import {
  compareAll,
  comparedMask,
  criterionCodes,
  peerBoard,
  peerPercentiles,
} from '../../../src/snapshot/peers/boards.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';
import { storeOf } from '../../support/client.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { cohortWith, day, ficheWith, publishFiches } from '../../support/factories.ts';

const DAY = day('2026-11-24');
const OCCUPATIONS = ['M1805', 'M1203', 'A1101', 'M1802'];

/** 140 certifications: rates that are equal now and then, levels, codes and ends that are missing. */
const FICHES: readonly Fiche[] = Array.from({ length: 140 }, (_, index) => {
  const level = [5, 6, 6, null][index % 4];
  const rate = (step: number) => ((index * 7 + step * 13) % 21) * 5;
  return ficheWith({
    code: `${index >= 130 ? 'RS' : 'RNCP'}${index + 1}`,
    level: level ? { code: `NIV${level}`, label: null } : null,
    // Some ended the day before, some end on the day.
    registrationEndsOn: day(['2026-11-24', '2026-11-23', '2030-01-01'][index % 11] ?? '2028-01-01'),
    occupations: OCCUPATIONS.slice(0, 1 + (index % 3)).map((code) => ({ code, label: null })),
    cohorts: [
      cohortWith(2024, index % 9 === 0 ? null : (index % 5) * 10, { global6: rate(0) }),
      cohortWith(2023, 10, index % 6 === 0 ? {} : { global6: rate(1) }),
      // Too old for two cohorts.
      cohortWith(2020, 100, { global6: rate(2) }),
    ],
    predecessors: index % 10 === 9 ? [{ code: `RNCP${index}`, title: null }] : [],
  });
});

type Rule = Omit<PeerRule, 'asOf'>;
/** Many of these certifications are small: all of them are peers here. */
const BY_LEVEL: Rule = {
  indicator: 'GLOBAL_6_MONTHS',
  peersBy: 'LEVEL',
  sameLevel: true,
  lastCohorts: 2,
  minimumBase: 0,
};
const BY_OCCUPATION: Rule = { ...BY_LEVEL, peersBy: 'OCCUPATION' };

/** Σ N·r and Σ N over the last cohorts. */
function pooled({ cohorts }: Fiche, lastCohorts: number) {
  const newest = cohorts.toSorted((a, b) => b.year - a.year).slice(0, lastCohorts);
  let [weighted, base] = [0, 0];
  for (const { certified, rates } of newest) {
    if (certified === null || rates.GLOBAL_6_MONTHS === null) continue;
    weighted += certified * rates.GLOBAL_6_MONTHS;
    base += certified;
  }
  return { rate: base === 0 ? null : weighted / base, base };
}

function isPeer(of: Fiche, other: Fiche, { peersBy }: Rule): boolean {
  const replaces = (a: Fiche, b: Fiche) => a.predecessors.some(({ code }) => code === b.code);
  if (of === other || replaces(of, other) || replaces(other, of)) return false;
  if (of.level === null || of.level.code !== other.level?.code) return false;
  const codes = of.occupations.map(({ code }) => code);
  return peersBy === 'LEVEL' || other.occupations.some(({ code }) => codes.includes(code));
}

function isRated(fiche: Fiche, lastCohorts: number): boolean {
  const active = fiche.registrationEndsOn !== null && fiche.registrationEndsOn >= DAY;
  return fiche.code.startsWith('RNCP') && active && pooled(fiche, lastCohorts).rate !== null;
}

/** Percent of the peers below, half of the equal ones added; of five peers and twenty heads on. */
function percentiles(rule: Rule): Map<string, number> {
  const rated = FICHES.filter((fiche) => isRated(fiche, rule.lastCohorts));
  const found = new Map<string, number>();
  for (const fiche of rated) {
    const own = pooled(fiche, rule.lastCohorts);
    const rates = rated
      .filter((other) => isPeer(fiche, other, rule))
      .map((other) => pooled(other, rule.lastCohorts).rate ?? 0);
    if (rates.length < 5 || own.base < 20 || own.rate === null) continue;
    const of = own.rate;
    const below = rates.filter((rate) => rate < of).length;
    const equal = rates.filter((rate) => rate === of).length;
    found.set(fiche.code, (100 * (below + equal / 2)) / rates.length);
  }
  return found;
}

let snapshot: Snapshot;
let view: DayView;

beforeAll(async () => {
  await using database = await openMigratedPglite();
  await publishFiches(database, FICHES);
  snapshot = await storeOf(database).refresh();
});

beforeEach(() => {
  // Boards are remembered by snapshot: a copy has none yet.
  snapshot = { ...snapshot };
  view = viewOn(snapshot, DAY);
});

/** What a number by row says, by code; NaN says nothing. */
function byCode(numbers: Float64Array): Map<string, number> {
  const known = Array.from(numbers, (number, row) => [snapshot.certifications.code[row], number]);
  return new Map(known.filter(([, number]) => !Number.isNaN(number)) as [string, number][]);
}

const boardOf = (...given: Parameters<typeof peerBoard>) => finish(peerBoard(...given));
const percentilesOf = (...given: Parameters<typeof peerPercentiles>) =>
  finish(peerPercentiles(...given));
const maskOf = (...given: Parameters<typeof comparedMask>) => finish(comparedMask(...given));

describe.each([
  ['the level', BY_LEVEL],
  ['an occupation and the level', BY_OCCUPATION],
  ['the level, over all cohorts', { ...BY_LEVEL, lastCohorts: 3 }],
  ['an occupation and the level, over one cohort', { ...BY_OCCUPATION, lastCohorts: 1 }],
] as const)('peers by %s', (_, rule) => {
  test('give the percentiles that are worked out two by two', () => {
    const expected = percentiles(rule);
    // Some are ranked, and some are not.
    expect(expected.size).toBeGreaterThan(20);
    expect(expected.size).toBeLessThan(130);
    expect(byCode(percentilesOf(view, boardOf(view, rule)))).toEqual(expected);
  });

  test('give the same once all were compared in pieces, whatever was asked in between', () => {
    const board = boardOf(view, rule);
    const pieces = compareAll(board);
    let made = 0;
    for (let turn = 0; !pieces.next().done; turn++) {
      made += 1;
      board.compare(board.rated.at(-1 - turn) ?? 0);
    }
    const rated = FICHES.filter((fiche) => isRated(fiche, rule.lastCohorts)).length;
    expect(board.rated).toHaveLength(rated);
    expect(made).toBe(Math.ceil(rated / 5) - 1);
    expect(byCode(percentilesOf(view, board))).toEqual(percentiles(rule));
  });
});

describe('comparing in pieces', () => {
  test('compares five a piece, each rated certification once', () => {
    const board = boardOf(view, BY_LEVEL);
    const compared = vi.spyOn(board, 'compare');
    const pieces = compareAll(board);
    expect(compared).toHaveBeenCalledTimes(0);
    pieces.next();
    expect(compared).toHaveBeenCalledTimes(5);
    finish(pieces);
    expect(compared.mock.calls.map(([row]) => row)).toEqual([...board.rated]);
    expect(board.rated.length).toBeGreaterThan(100);
  });
});

describe('what is remembered', () => {
  test('a board is, by its rule and day; another rule or day has another', () => {
    const board = boardOf(view, BY_LEVEL);
    expect(boardOf(view, { ...BY_LEVEL })).toBe(board);
    const others = [
      boardOf(view, { ...BY_LEVEL, sameLevel: false }),
      boardOf(view, { ...BY_LEVEL, lastCohorts: 3 }),
      boardOf(view, { ...BY_LEVEL, indicator: 'TARGET_OCCUPATION_2_YEARS' }),
      boardOf(view, BY_OCCUPATION),
      boardOf(viewOn(snapshot, day('2026-11-25')), BY_LEVEL),
      boardOf(viewOn({ ...snapshot }, DAY), BY_LEVEL),
    ];
    expect(new Set([board, ...others]).size).toBe(7);
    expect(others[4]?.rule.asOf).toBe('2026-11-25');
    // A day later, those that ended on the day are rated no more.
    expect(others[4]?.rated.length).toBeLessThan(board.rated.length);
  });

  test('sixteen boards are, and the one unused for longest is forgotten', () => {
    const of = (lastCohorts: number) => boardOf(view, { ...BY_LEVEL, lastCohorts });
    const boards = Array.from({ length: 16 }, (_, at) => of(at + 1));
    expect(of(1)).toBe(boards[0]);
    of(17);
    expect(of(1)).toBe(boards[0]);
    expect(of(3)).toBe(boards[2]);
    expect(of(2)).not.toBe(boards[1]);
  });

  test('a mask is, by the name of what is so', () => {
    const board = boardOf(view, BY_LEVEL);
    const isLow = vi.fn(({ percentile }: PeerComparison) => percentile !== null && percentile < 50);
    const low = maskOf(view, board, 'low', isLow);
    expect(maskOf(view, board, 'low', isLow)).toBe(low);
    expect(isLow).toHaveBeenCalledTimes(board.rated.length);
    const high = maskOf(view, board, 'high', (comparison) => !isLow(comparison));
    // Each that is rated is in one of the two, and no other is in any.
    const rated = new Set(board.rated);
    const both = Array.from(low, (holds, row) => holds + (high[row] ?? 0));
    expect(both).toEqual(snapshot.certifications.code.map((_, row) => Number(rated.has(row))));
    const expected = percentiles(BY_LEVEL);
    for (const [code, percentile] of expected) {
      expect(low[snapshot.certifications.rowOf.get(code) ?? -1]).toBe(Number(percentile < 50));
    }
  });

  test('masks are of their board, and eight of each', () => {
    const [one, other] = [boardOf(view, BY_LEVEL), boardOf(view, BY_OCCUPATION)];
    const mask = (board: typeof one, name: string) => maskOf(view, board, name, () => true);
    const first = mask(one, '0');
    expect(mask(other, '0')).not.toBe(first);
    for (let name = 1; name < 8; name++) mask(one, `${name}`);
    expect(mask(one, '0')).toBe(first);
    const second = mask(one, '1');
    for (let name = 8; name < 15; name++) mask(one, `${name}`);
    expect(mask(one, '1')).toBe(second);
    expect(mask(one, '0')).not.toBe(first);
  });

  test('percentiles are', () => {
    const board = boardOf(view, BY_LEVEL);
    expect(percentilesOf(view, board)).toBe(percentilesOf(view, board));
  });
});

test('a certification of the RS is compared with none, whatever it shares and publishes', () => {
  const row = snapshot.certifications.code.findIndex((code) => code.startsWith('RS'));
  const board = boardOf(view, { ...BY_OCCUPATION, sameLevel: false });
  expect(snapshot.cohorts.rates.GLOBAL_6_MONTHS.published[snapshot.cohorts.offset[row] ?? -1]).toBe(
    // 130·7 modulo 21, five points each.
    35,
  );
  expect(board.compare(row)).toMatchObject({ status: 'NOT_APPLICABLE', peerCount: 0 });
  expect([...board.peersOf(row)]).toEqual([]);
});

test('the codes that peers share one of are those of the fiche, and none for the level', () => {
  const row = snapshot.certifications.rowOf.get('RNCP3') ?? -1;
  expect(criterionCodes(snapshot, 'OCCUPATION', row)).toEqual(['M1805', 'M1203', 'A1101']);
  expect(criterionCodes(snapshot, 'SPECIALITY', row)).toEqual([]);
  expect(criterionCodes(snapshot, 'LEVEL', row)).toEqual([]);
});
