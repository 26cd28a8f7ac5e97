import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ClassCounts,
  type Disclosure,
  type OneWayTable,
  oneWayTable,
} from '../../../../src/domain/survey/disclosure/one-way-table.ts';
import {
  certifiedDisclosure,
  WINDOW_LENGTHS,
  windowTable,
} from '../../../../src/domain/survey/disclosure/windows.ts';
import { ShownEquations } from './shown-equations.ts';

/** The table of a cohort whose classes have so many holders, of whom all answered. */
const cohort = (...counts: number[]) =>
  oneWayTable(counts.map((count) => ({ eligible: count, certified: count })));

const named = (decided: Disclosure) =>
  decided.status === 'SUPPRESSED' ? decided.reason : decided.status;

const decisions = ({ total, classes }: OneWayTable) => [total, ...classes].map(named);

describe('windowTable', () => {
  test('of one cohort is its table', () => {
    expect(decisions(windowTable([cohort(40, 3)]))).toEqual([
      ...['SHOWN', 'COMPLEMENTARY', 'SMALL_BASE'],
    ]);
  });

  test('shows cohorts that are all shown, class by class', () => {
    const table = windowTable([cohort(40, 30, 20, 0), cohort(30, 20, 12, 0), cohort(25, 0, 30, 0)]);
    expect(decisions(table)).toEqual(['SHOWN', 'SHOWN', 'WINDOW', 'WINDOW', 'EMPTY']);
    expect(table.shows).toBe('CLASSES');
  });

  test('shows a class that some cohorts have no holder of', () => {
    const table = windowTable([cohort(40, 30), cohort(30, 0)]);
    expect(decisions(table)).toEqual(['SHOWN', 'SHOWN', 'SHOWN']);
  });

  test('shows the total alone where no class is shown in each cohort', () => {
    const table = windowTable([cohort(40, 3), cohort(50, 40)]);
    expect(decisions(table)).toEqual(['SHOWN', 'WINDOW', 'WINDOW']);
    expect(table.shows).toBe('TOTAL_ONLY');
  });

  test('shows nothing, not even that a class is empty, of a window with a small cohort', () => {
    for (const others of [[cohort(40, 30, 0)], [cohort(15, 0, 0)], []]) {
      const table = windowTable([...others, cohort(12, 0, 0), cohort(90, 40, 0)]);
      expect(decisions(table)).toEqual(['WINDOW', 'WINDOW', 'WINDOW', 'WINDOW']);
      expect(table.shows).toBe('NOTHING');
    }
  });

  test('passes over a cohort without holders', () => {
    expect(decisions(windowTable([cohort(0, 0), cohort(40, 30)]))).toEqual([
      ...['SHOWN', 'SHOWN', 'SHOWN'],
    ]);
    expect(decisions(windowTable([cohort(0, 0), cohort(0, 0)]))).toEqual([
      ...['EMPTY', 'EMPTY', 'EMPTY'],
    ]);
  });

  test('refuses no cohort, and tables by other classes', () => {
    expect(() => windowTable([])).toThrow('no table is given: give one or several');
    expect(() => windowTable([cohort(40, 30), cohort(30)])).toThrow(
      'tables of 2, 1 classes are not by the same classes',
    );
  });
});

describe('certifiedDisclosure', () => {
  test('shows N of the classes that every horizon shows', () => {
    // 6 months: the third class is small, the second stands in; 24 months: the first two are small.
    const [six, twentyFour] = [cohort(40, 25, 19, 50), cohort(15, 8, 22, 30)];
    expect(decisions(six)).toEqual(['SHOWN', 'SHOWN', 'COMPLEMENTARY', 'SMALL_BASE', 'SHOWN']);
    expect(decisions(twentyFour)).toEqual(['SHOWN', 'SMALL_BASE', 'SMALL_BASE', 'SHOWN', 'SHOWN']);
    expect(decisions(certifiedDisclosure([six, twentyFour]))).toEqual([
      ...['SHOWN', 'OTHER_HORIZON', 'COMPLEMENTARY', 'OTHER_HORIZON', 'SHOWN'],
    ]);
  });

  test('passes over horizons that show nothing', () => {
    const six = cohort(40, 25, 3);
    expect(certifiedDisclosure([six, cohort(9, 9, 1)])).toEqual(six);
    expect(certifiedDisclosure([cohort(9, 9, 1), cohort(4, 3, 0)])).toEqual(cohort(9, 9, 1));
  });

  test('refuses no horizon', () => {
    expect(() => certifiedDisclosure([])).toThrow('no table is given: give one or several');
  });
});

/** Counts of each class of each cohort, oldest first: nobody, few, about the threshold, many. */
const cohortsOfClasses: fc.Arbitrary<ClassCounts[][]> = fc
  .tuple(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 2, max: 5 }))
  .chain(([cohorts, classes]) => {
    const eligible = fc.oneof(
      fc.constant(0),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 18, max: 22 }),
      fc.integer({ min: 20, max: 60 }),
    );
    const counts = fc
      .tuple(eligible, fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5 })))
      .map(([n, others]) => ({ eligible: n, certified: n + others }));
    const one = fc.array(counts, { minLength: classes, maxLength: classes });
    return fc.array(one, { minLength: cohorts, maxLength: cohorts });
  });

/** The cohorts of every window of every year: a publication of each year stays readable. */
function windows(cohorts: number): number[][] {
  return [...Array(cohorts).keys()].flatMap((last) =>
    WINDOW_LENGTHS.filter((length) => length <= last + 1).map((length) =>
      Array.from({ length }, (_, back) => last - back),
    ),
  );
}

type WindowRule = (tables: readonly OneWayTable[], counts: readonly ClassCounts[][]) => OneWayTable;

const OURS: WindowRule = (tables) => windowTable(tables);

/** What is suppressed in a cohort and can be derived from all that is shown of all windows. */
function leaks(cohorts: readonly ClassCounts[][], rule: WindowRule): string[] {
  const tables = cohorts.map((counts) => oneWayTable(counts));
  const known = new ShownEquations(cohorts.length, cohorts[0]?.length ?? 0);
  for (const window of windows(cohorts.length)) {
    const of = <T>(all: readonly T[]) => window.flatMap((at) => all[at] ?? []) as T[];
    known.learnTable(
      window,
      rule(
        of(tables),
        window.map((at) => cohorts[at] ?? []),
      ),
    );
  }
  return suppressedIn(tables).flatMap(({ name, cohort: at, classes }) =>
    known.derives([at], classes) ? name : [],
  );
}

/** The suppressed totals and classes of each table. */
function suppressedIn(tables: readonly OneWayTable[]) {
  return tables.flatMap(({ total, classes }, at) => [
    ...(total.status === 'SUPPRESSED'
      ? [{ name: `total of ${at}`, cohort: at, classes: undefined }]
      : []),
    ...classes.flatMap(({ status }, which) =>
      status === 'SUPPRESSED' ? { name: `${which} of ${at}`, cohort: at, classes: [which] } : [],
    ),
  ]);
}

describe('what readers can derive', () => {
  test('nothing that is suppressed, from all cohorts and all windows of all years', () => {
    fc.assert(
      fc.property(cohortsOfClasses, (cohorts) => {
        expect(leaks(cohorts, OURS)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('no sum of suppressed classes but of two or more with n of 11 or more', () => {
    fc.assert(
      fc.property(cohortsOfClasses, (cohorts) => {
        const tables = cohorts.map((counts) => oneWayTable(counts));
        const known = new ShownEquations(cohorts.length, cohorts[0]?.length ?? 0);
        for (const window of windows(cohorts.length)) {
          known.learnTable(window, windowTable(window.flatMap((at) => tables[at] ?? [])));
        }
        for (const [at, counts] of cohorts.entries()) {
          const hidden = counts.flatMap((_, which) =>
            tables[at]?.classes[which]?.status === 'SUPPRESSED' ? which : [],
          );
          for (const some of subsets(hidden)) {
            if (some.length === 0 || !known.derives([at], some)) continue;
            const eligible = some.reduce((sum, which) => sum + (counts[which]?.eligible ?? 0), 0);
            expect(some.length).toBeGreaterThanOrEqual(2);
            expect(eligible).toBeGreaterThanOrEqual(11);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('no window less another with n from 1 to 19', () => {
    fc.assert(
      fc.property(cohortsOfClasses, (cohorts) => {
        const tables = cohorts.map((counts) => oneWayTable(counts));
        const places = [...(cohorts[0] ?? []).keys()];
        const shown = windows(cohorts.length).flatMap((window) => {
          const { total, classes } = windowTable(window.flatMap((at) => tables[at] ?? []));
          return [
            ...(total.status === 'SHOWN' ? [{ window, classes: places }] : []),
            ...places
              .filter((place) => classes[place]?.status === 'SHOWN')
              .map((place) => ({ window, classes: [place] })),
          ];
        });
        for (const whole of shown) {
          for (const part of shown) {
            if (part.classes.join() !== whole.classes.join()) continue;
            if (!part.window.every((at) => whole.window.includes(at))) continue;
            const rest = whole.window.filter((at) => !part.window.includes(at));
            const eligible = rest
              .flatMap((at) => whole.classes.map((place) => cohorts[at]?.[place]?.eligible ?? 0))
              .reduce((sum, each) => sum + each, 0);
            expect(eligible === 0 || eligible >= 20).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('no N of a class that no publication shows, though 24 months follow 6 months later', () => {
    fc.assert(
      fc.property(cohortsOfClasses, fc.infiniteStream(fc.nat(3)), (cohorts, fewer) => {
        const [first = []] = cohorts;
        const six = cohorts.map((counts) => oneWayTable(counts));
        const twentyFour = cohorts.map((counts) =>
          oneWayTable(
            counts.map(({ eligible, certified }) => ({
              certified,
              eligible: Math.floor((eligible * (3 - (fewer.next().value ?? 0))) / 3),
            })),
          ),
        );
        const earlier = six.map((table) => certifiedDisclosure([table]));
        const later = six.map((table, at) => certifiedDisclosure([table, twentyFour[at] ?? table]));
        const known = new ShownEquations(cohorts.length, first.length);
        // The register publishes the N of every cohort.
        for (const at of cohorts.keys()) known.learn([at]);
        for (const tables of [earlier, later]) {
          for (const window of windows(cohorts.length)) {
            known.learnTable(window, windowTable(window.flatMap((at) => tables[at] ?? [])));
          }
        }
        for (const { cohort: at, classes } of suppressedIn(earlier)) {
          if (classes === undefined) continue;
          expect(known.derives([at], classes)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the check of what readers can derive finds what other rules tell', () => {
  const all = (...counts: number[]) => counts.map((n) => ({ eligible: n, certified: n }));
  const summed = (counts: readonly ClassCounts[][]) =>
    (counts[0] ?? []).map((_, at) => ({
      eligible: counts.reduce((sum, classes) => sum + (classes[at]?.eligible ?? 0), 0),
      certified: counts.reduce((sum, classes) => sum + (classes[at]?.certified ?? 0), 0),
    }));

  test('a threshold alone tells the only small class', () => {
    const known = new ShownEquations(1, 3);
    known.learn([0]);
    known.learn([0], [0]);
    known.learn([0], [1]);
    expect(known.derives([0], [2])).toBe(true);
  });

  test('windows by their own size tell a small cohort beside a shown one, and its classes', () => {
    const bySize: WindowRule = (_, counts) => oneWayTable(summed(counts));
    expect(leaks([all(30, 30), all(12, 5), all(40, 40)], bySize)).toEqual([
      ...['total of 1', '0 of 1', '1 of 1'],
    ]);
  });

  test('windows of small cohorts tell one of them when the next year comes', () => {
    // Each is the only window of its year with n of 20 or more, and no cohort is shown.
    const known = new ShownEquations(3, 2);
    known.learn([0, 1]);
    expect(known.derives([2])).toBe(false);
    known.learn([0, 1, 2]);
    expect(known.derives([2])).toBe(true);
  });

  test('N at each horizon for itself tells that of a class that both suppress', () => {
    const known = new ShownEquations(1, 4);
    const [six, twentyFour] = [cohort(40, 25, 19, 50), cohort(19, 8, 40, 50)];
    known.learnTable([0], six);
    known.learnTable([0], twentyFour);
    expect([six, twentyFour].map((table) => table.classes[1]?.status)).toEqual([
      ...['SUPPRESSED', 'SUPPRESSED'],
    ]);
    expect(known.derives([0], [1])).toBe(true);
  });
});

function subsets(places: readonly number[]): number[][] {
  const found: number[][] = [[]];
  for (const place of places) found.push(...found.map((some) => [...some, place]));
  return found;
}
