import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Fiche } from '../../../src/domain/certification/fiche.ts';
import { levelOf } from '../../../src/domain/certification/level.ts';
import { numberOf, registerOf } from '../../../src/domain/certification/register-code.ts';
import { foldText } from '../../../src/domain/search/fold-text.ts';
import { finish } from '../../../src/domain/work.ts';
import {
  CERTIFICATION_ORDER_FIELDS,
  certificationList,
} from '../../../src/snapshot/list/certification-list.ts';
import {
  BLOCK_ORDER_FIELDS,
  blockList,
  COHORT_ORDER_FIELDS,
  cohortList,
  publicationList,
} from '../../../src/snapshot/list/lists.ts';
import { pageOf, type RowList } from '../../../src/snapshot/list/page.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';
import { storeOf } from '../../support/client.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { blockWith, day, publishFiches } from '../../support/factories.ts';
import { registerOfSeed } from '../../support/random-register.ts';
import { compareValues, walk } from './walk.ts';

/** The value at a turn of a cycle: many rows share it. */
const turn = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;
const TITLES = ['Éducateur', 'educateur', 'Zoologue', 'ÂNIER', 'Œnologue', '10 eaux', '9 eaux'];

const FICHES: readonly Fiche[] = registerOfSeed(5).fiches.map((fiche, index) => ({
  ...fiche,
  title: turn(TITLES, index),
  decisionOn: turn([null, day('2021-05-05')], index),
  effectiveOn: turn([day('2022-01-01'), null, null], index),
  publishedOn: turn([null, day('2023-03-03'), day('2023-03-04')], index),
  blocks: TITLES.slice(0, index % 4).map((title, at) =>
    blockWith(turn(['BC02', 'BC01'], index + at), turn(TITLES, index * at) + title),
  ),
}));

type Direction = 'ASC' | 'DESC';
type Value = string | number | null;
const direction = fc.constantFrom<Direction[]>('ASC', 'DESC');

/** Orders by up to three fields, one of them twice now and then. */
function ordersOf<Field extends string>(fields: readonly Field[]) {
  return fc.array(fc.record({ field: fc.constantFrom(...fields), direction }), { maxLength: 3 });
}

/** Compares by the first of some values that differ, each in its direction. */
function compareAll(pairs: readonly (readonly [Value, Value, Direction])[]): number {
  return pairs.reduce((decided, [a, b, of]) => decided || compareValues(a, b, of), 0);
}

function compareCodes(a: Fiche, b: Fiche, of: Direction): number {
  return compareAll([
    [registerOf(a.code), registerOf(b.code), of],
    [numberOf(a.code), numberOf(b.code), of],
  ]);
}

/** A list holds what was expected, in pages of any size, forward and backward. */
function expectPages(list: RowList, size: number, nameOf: (row: number) => string, all: string[]) {
  expect(walk(list, size, 'forward').map(nameOf)).toEqual(all);
  expect(walk(list, size, 'backward').map(nameOf)).toEqual(all);
  expect(pageOf(list, { first: 0 }).total()).toBe(all.length);
}

let snapshot: Snapshot;

beforeAll(async () => {
  await using database = await openMigratedPglite();
  await publishFiches(database, []);
  await publishFiches(database, FICHES);
  snapshot = await storeOf(database).refresh();
});

const size = fc.integer({ min: 1, max: 70 });
/** Numbers by row, of which some are equal and some are not there. */
const scores = fc.array(fc.constantFrom(Number.NaN, 0, 0.5, 1 / 3, 12.25), {
  minLength: FICHES.length,
  maxLength: FICHES.length,
});
const leaves = fc.option(
  fc.array(fc.boolean(), { minLength: FICHES.length, maxLength: FICHES.length }),
);

describe('certifications in an order', () => {
  type Orders = { field: (typeof CERTIFICATION_ORDER_FIELDS)[number]; direction: Direction }[];
  const codeOf = (row: number) => snapshot.certifications.code[row] ?? '';

  function cellOf(fiche: Fiche, field: Orders[number]['field'], score: number): Value {
    switch (field) {
      case 'CODE':
        return null;
      case 'TITLE':
        return foldText(fiche.title);
      case 'LEVEL':
        return levelOf(fiche.level?.code ?? null);
      case 'ABBREVIATION':
        return fiche.abbreviation?.code ?? null;
      case 'REGISTRATION_ENDS_ON':
        return fiche.registrationEndsOn;
      case 'VALID_FROM':
        return fiche.effectiveOn ?? fiche.decisionOn;
      case 'PUBLISHED_ON':
        return fiche.publishedOn;
      case 'LAST_COHORT_YEAR':
        return fiche.cohorts.length === 0 ? null : Math.max(...fiche.cohorts.map((c) => c.year));
      case 'RELEVANCE':
      case 'PEER_PERCENTILE':
        return Number.isNaN(score) ? null : score;
    }
  }

  function sorted(orders: Orders, scoreOf: (code: string) => number): Fiche[] {
    const compareBy = (a: Fiche, b: Fiche, { field, direction: of }: Orders[number]) =>
      field === 'CODE'
        ? compareCodes(a, b, of)
        : compareValues(cellOf(a, field, scoreOf(a.code)), cellOf(b, field, scoreOf(b.code)), of);
    return FICHES.toSorted(
      (a, b) =>
        orders.reduce((decided, order) => decided || compareBy(a, b, order), 0) ||
        compareCodes(a, b, 'ASC'),
    );
  }

  test('are those of a sort two by two, masked or not, by any fields', () => {
    fc.assert(
      fc.property(
        ...([ordersOf(CERTIFICATION_ORDER_FIELDS), leaves, scores, size] as const),
        (orders, left, given, of) => {
          const numbers = Float64Array.from(given);
          const rowOf = snapshot.certifications.rowOf;
          const scored = orders.map((order) =>
            ['RELEVANCE', 'PEER_PERCENTILE'].includes(order.field)
              ? { ...order, scores: numbers }
              : order,
          );
          const mask = left && Uint8Array.from(left, (leave) => Number(!leave));
          const expected = sorted(orders, (code) => numbers[rowOf.get(code) ?? -1] ?? Number.NaN)
            .map(({ code }) => code)
            .filter((code) => !left?.[rowOf.get(code) ?? -1]);
          expectPages(finish(certificationList(snapshot, scored, mask)), of, codeOf, expected);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('may be those that belong to something', () => {
    fc.assert(
      fc.property(
        ordersOf(['CODE', 'TITLE', 'LEVEL'] as const),
        leaves,
        size,
        (orders, left, of) => {
          const rows = Int32Array.from(FICHES.keys()).filter((row) => !left?.[row]);
          const own = new Set<string>(Array.from(rows, codeOf));
          const list = finish(certificationList(snapshot, orders, null, rows));
          const expected = sorted(orders, () => 0).map(({ code }) => code);
          expectPages(
            list,
            of,
            codeOf,
            expected.filter((code) => own.has(code)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('cohorts are in the order of a sort two by two, by any fields', () => {
  const all = FICHES.flatMap((fiche) => fiche.cohorts.map((cohort) => ({ fiche, cohort })));
  type Known = (typeof all)[number];
  const cellOf = ({ fiche, cohort }: Known, field: (typeof COHORT_ORDER_FIELDS)[number]): Value => {
    const { GLOBAL_6_MONTHS: global, TARGET_OCCUPATION_6_MONTHS: target } = cohort.rates;
    if (field === 'YEAR') return cohort.year;
    if (field === 'CERTIFIED') return cohort.certified;
    if (field === 'CERTIFICATION') return null;
    if (field !== 'GAP_6_MONTHS') return cohort.rates[field];
    // On the RS no rate counts.
    if (global === null || target === null || registerOf(fiche.code) === 'RS') return null;
    return global - target;
  };
  fc.assert(
    fc.property(ordersOf(COHORT_ORDER_FIELDS), size, (orders, of) => {
      const expected = all.toSorted(
        (a, b) =>
          orders.reduce(
            (decided, { field, direction: way }) =>
              decided ||
              (field === 'CERTIFICATION'
                ? compareCodes(a.fiche, b.fiche, way)
                : compareValues(cellOf(a, field), cellOf(b, field), way)),
            0,
          ) ||
          compareCodes(a.fiche, b.fiche, 'ASC') ||
          b.cohort.year - a.cohort.year,
      );
      const { certification, year } = snapshot.cohorts;
      const nameOf = (row: number) =>
        `${snapshot.certifications.code[certification[row] ?? -1]} ${year[row]}`;
      const names = expected.map(({ fiche, cohort }) => `${fiche.code} ${cohort.year}`);
      expectPages(finish(cohortList(snapshot, orders, null)), of, nameOf, names);
    }),
    { numRuns: 60 },
  );
});

test('blocks are in the order of a sort two by two, ended by the place on the fiche', () => {
  const all = FICHES.flatMap((fiche) =>
    fiche.blocks.map(({ code, title }, at) => ({ fiche, at, CODE: code, TITLE: foldText(title) })),
  );
  fc.assert(
    fc.property(ordersOf(BLOCK_ORDER_FIELDS), size, (orders, of) => {
      const expected = all.toSorted(
        (a, b) =>
          orders.reduce(
            (decided, { field, direction: way }) =>
              decided ||
              (field === 'CERTIFICATION'
                ? compareCodes(a.fiche, b.fiche, way)
                : compareValues(a[field], b[field], way)),
            0,
          ) ||
          compareCodes(a.fiche, b.fiche, 'ASC') ||
          a.at - b.at,
      );
      const { certification, position } = snapshot.blocks;
      const nameOf = (row: number) =>
        `${snapshot.certifications.code[certification[row] ?? -1]} ${position[row]}`;
      const names = expected.map(({ fiche, at }) => `${fiche.code} ${at + 1}`);
      expectPages(finish(blockList(snapshot, orders, null)), of, nameOf, names);
    }),
    { numRuns: 60 },
  );
});

test('publications are newest first', () => {
  const [newer, older] = snapshot.publications.map(({ id }) => `${id}`);
  expect(Number(newer)).toBeGreaterThan(Number(older));
  const nameOf = (row: number) => `${snapshot.publications[row]?.id}`;
  expectPages(publicationList(snapshot), 1, nameOf, [newer ?? '', older ?? '']);
});
