import fc from 'fast-check';
import { expect, test } from 'vitest';
import { benchmark } from '../../../src/datasets/certifications/benchmark.ts';
import type { Fiche } from '../../../src/domain/certification/fiche.ts';
import { documentRows } from '../../contracts/report-documents.ts';
import { describeEachEngine } from '../../support/database.ts';
import { cohortWith, day, ficheWith, publishFiches } from '../../support/factories.ts';
import { QUESTION_REGISTER } from '../../support/question-register.ts';
import { pick, readRecords } from '../../support/report-rows.ts';

const AS_OF = '2026-11-24';

/** A certification that is active on the days of the tests. */
function compared(number: number, parts: Parameters<typeof ficheWith>[0]): Fiche {
  return ficheWith({
    ...{ title: `Certification ${number}`, activeFlag: true },
    registrationEndsOn: day(number % 7 === 0 ? '2026-01-31' : '2029-12-31'),
    ...parts,
  });
}

const rate = fc.option(
  fc.oneof(
    fc.integer({ min: 55, max: 100 }),
    fc.integer({ min: 0, max: 100 }),
    fc.constantFrom(0, 33.3, 66.666667, 77.5, 100),
  ),
  { freq: 8 },
);
const cohort = fc
  .tuple(
    fc.integer({ min: 2019, max: 2024 }),
    fc.option(
      fc.oneof(fc.integer({ min: 1, max: 29 }), fc.constant(0), fc.integer({ min: 30, max: 200 })),
      { freq: 12 },
    ),
    rate,
  )
  .map(([year, certified, global6]) =>
    cohortWith(year, certified, global6 === null ? {} : { global6 }),
  );

/** Even ones are of no fiche: certifications may be kin by way of them. */
function codeOfLink(number: number): string {
  return `RNCP${number % 2 === 0 ? number + 900 : number}`;
}

/** Many peers of few codes and levels, bases of all sizes, lineages through codes that it lacks. */
const crowdedRegister = fc.tuple(
  ...Array.from({ length: 120 }, (_, index) =>
    fc
      .record({
        level: fc.constantFrom('NIV5', 'NIV6', 'NIV6', 'NIV6', 'AUCUN'),
        occupations: fc.array(fc.constantFrom('M1805', 'M1802', 'M1203'), { maxLength: 3 }),
        cohorts: fc.uniqueArray(cohort, { maxLength: 5, selector: ({ year }) => year }),
        predecessor: fc.option(fc.integer({ min: 100, max: 139 }), { freq: 2 }),
      })
      .map(({ level, occupations, cohorts, predecessor }) =>
        compared(index, {
          code: `${index % 12 === 11 ? 'RS' : 'RNCP'}${100 + index}`,
          level: { code: level, label: null },
          occupations: occupations.map((code) => ({ code, label: null })),
          cohorts,
          predecessors:
            predecessor === null ? [] : [{ code: codeOfLink(predecessor), title: null }],
        }),
      ),
  ),
);

describeEachEngine('certifications beside their peers, as a report, on', (openDatabase) => {
  const opened = openDatabase().then(async (database) => {
    await publishFiches(database, QUESTION_REGISTER);
    return database;
  });

  test('a row for each active certification that has the rate over its last cohorts', async () => {
    const rows = await readRecords(await opened, benchmark, { as_of: AS_OF });
    expect(rows[0]).toEqual({
      // (20 · 50 + 20 · 70 + 10 · 60) / 50
      ...{ certification_code: 'RNCP101', register: 'RNCP', title: 'Concepteur de logiciels' },
      ...{ level: 6, registration_type: 'ON_REQUEST', active: true },
      ...{ registration_ends_on: '2027-05-10', indicator: 'GLOBAL_6_MONTHS' },
      ...{ rate: 60, rate_low: 46.18, rate_high: 72.39, rate_base: 50, rate_status: 'POOLED' },
      ...{ rate_reliability: 'GOOD', cohorts: 3, cohorts_with_rate: 3 },
      // Of 70, 75, 80, 85, 90 and 95, each on 30; RNCP100 has ended, and is of its lineage.
      ...{ benchmark_status: 'COMPARED', peer_count: 6, peer_median: 82.5 },
      ...{ peer_lower_quartile: 76.25, peer_upper_quartile: 88.75, peer_pooled: 82.5 },
      ...{ percentile: 0, ranked: true, difference_to_median: -22.5, excludes_median: true },
      // Of six peers nobody can tell how much they differ.
      ...{ funnel_position: null, verdict: 'INSUFFICIENT', p_value: null, q_value: null },
      ...{ peers_too_small: 0, phi: null, tau_squared: null, notes: null },
    });
    const names = [
      ...['certification_code', 'rate', 'rate_low', 'rate_high', 'rate_base', 'benchmark_status'],
      ...['peer_count', 'peer_median', 'peer_lower_quartile', 'peer_upper_quartile'],
      ...['peer_pooled', 'percentile', 'ranked', 'difference_to_median', 'excludes_median'],
      'funnel_position',
    ];
    const WITHHELD = ['INSUFFICIENT_PEERS', 0, null, null, null, null, null];
    const NOT_COMPARED = [null, null, null];
    expect(rows.slice(1).map((row) => pick(row, names))).toEqual([
      // The six peers have RNCP101 and the five others for peers: on 50 + 150, 60 among them.
      [
        ...['RNCP111', 70, 52.12, 83.34, 30, 'COMPARED', 6, 82.5, 76.25, 88.75, 78.75],
        ...[16.67, true, -12.5, false, null],
      ],
      [
        ...['RNCP112', 75, 57.3, 87.02, 30, 'COMPARED', 6, 82.5, 72.5, 88.75, 78],
        ...[33.33, true, -7.5, false, null],
      ],
      [
        ...['RNCP113', 80, 62.69, 90.49, 30, 'COMPARED', 6, 80, 71.25, 88.75, 77.25],
        ...[50, true, 0, false, null],
      ],
      [
        ...['RNCP114', 85, 68.36, 93.7, 30, 'COMPARED', 6, 77.5, 71.25, 87.5, 76.5],
        ...[66.67, true, 7.5, false, null],
      ],
      [
        ...['RNCP115', 90, 74.38, 96.54, 30, 'COMPARED', 6, 77.5, 71.25, 83.75, 75.75],
        ...[83.33, true, 12.5, false, null],
      ],
      [
        ...['RNCP116', 95, 80.95, 98.84, 30, 'COMPARED', 6, 77.5, 71.25, 83.75, 75],
        ...[100, true, 17.5, true, null],
      ],
      // No other of its level; no level; no other of its level. RNCP130 has one rate, on 9.
      ['RNCP130', 77, 44.53, 93.32, 9, ...WITHHELD, false, ...NOT_COMPARED],
      ['RNCP140', 89.11, 81.01, 94.01, 90, ...WITHHELD, false, ...NOT_COMPARED],
      ['RNCP160', 82.5, 76.64, 87.14, 200, ...WITHHELD, false, ...NOT_COMPARED],
    ]);
  });

  test('parameters choose the rate, the peers and how many cohorts are pooled', async () => {
    const names = ['certification_code', 'indicator', 'rate', 'cohorts', 'peer_count'];
    const ask = async (query: Record<string, string>) => {
      const rows = await readRecords(await opened, benchmark, { as_of: AS_OF, ...query });
      return rows.map((row) => pick(row, names));
    };
    // Only the last cohort of each: 20 with 50 %.
    expect(await ask({ last_cohorts: '1', code: 'RNCP101' })).toEqual([
      ['RNCP101', 'GLOBAL_6_MONTHS', 50, 1, 6],
    ]);
    // The last cohort of RNCP130 publishes no rate: it has one, and is left out.
    expect(await ask({ last_cohorts: '1', code: 'RNCP130' })).toEqual([]);
    // RNCP111 and RNCP112 have another letter in their NSF code, and the same digits.
    expect(await ask({ peers_by: 'SPECIALITY', code: 'RNCP101' })).toEqual([
      ['RNCP101', 'GLOBAL_6_MONTHS', 60, 3, 6],
    ]);
    // RNCP130 and RNCP140 share a ROME code with RNCP160, at other levels; RNCP130 is on 9.
    expect(await ask({ same_level: 'false', code: 'RNCP160' })).toEqual([
      ['RNCP160', 'GLOBAL_6_MONTHS', 82.5, 2, 1],
    ]);
    expect(await ask({ same_level: 'false', code: 'RNCP160', minimum_base: '9' })).toEqual([
      ['RNCP160', 'GLOBAL_6_MONTHS', 82.5, 2, 2],
    ]);
    expect(await ask({ indicator: 'target_occupation_6_months' })).toEqual([
      ['RNCP101', 'TARGET_OCCUPATION_6_MONTHS', 56.67, 3, 0],
      ['RNCP140', 'TARGET_OCCUPATION_6_MONTHS', 68.89, 2, 0],
    ]);
  });

  test('has the rows of its document over registers with many peers, wherever in the funnel', async () => {
    const database = await openDatabase();
    const positions = new Map<unknown, number>();
    for (const register of fc.sample(crowdedRegister, { seed: 7, numRuns: 3 })) {
      await publishFiches(database, register);
      for (const asOf of ['2025-06-30', AS_OF]) {
        const rows = await readRecords(database, benchmark, { as_of: asOf });
        // The document is that of 0.1.0, which did not know chance.
        const names = [
          ...['verdict', 'p_value', 'q_value', 'peers_too_small', 'phi', 'tau_squared'],
          'notes',
        ] as const;
        const known = rows.map((row) =>
          Object.fromEntries(
            Object.entries(row).filter(([name]) => !names.some((n) => n === name)),
          ),
        );
        expect(await documentRows(database, benchmark, asOf)).toEqual(known);
        for (const { funnel_position: position } of rows) {
          positions.set(position, (positions.get(position) ?? 0) + 1);
        }
      }
    }
    // Random rates differ so much that no funnel leaves many of them out.
    for (const position of ['WITHIN', null]) expect(positions.get(position)).toBeGreaterThan(5);
  });
});
