import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, ficheWith, publishFiches } from '../support/factories.ts';

const links = (...codes: string[]) => codes.map((code) => ({ code, title: null }));

/** RNCP2 → RNCP1 (in no register) → RNCP5 → RNCP10, and round RNCP6 → RNCP10 → RS3 → RNCP6. */
const FICHES = [
  ficheWith({
    code: 'RNCP10',
    title: 'Dix',
    predecessors: links('RNCP5', 'RNCP6'),
    cohorts: [cohortWith(2023, 50, { global6: 80 }), cohortWith(2022, 20)],
  }),
  ficheWith({
    code: 'RNCP5',
    predecessors: links('RNCP1'),
    successors: links('RNCP10'),
    cohorts: [cohortWith(2022, 40, { global6: 70 }), cohortWith(2021, 30, { global6: 60 })],
  }),
  ficheWith({
    code: 'RNCP6',
    cohorts: [
      cohortWith(2021, 30, { global6: 90 }),
      cohortWith(2020, 10, { global6: 50, target24: 40 }),
    ],
  }),
  ficheWith({
    code: 'RS3',
    predecessors: links('RNCP10'),
    successors: links('RNCP6'),
    // What is published there does not count.
    cohorts: [cohortWith(2022, 10, { global6: 100 }), cohortWith(2019, 10)],
  }),
  ficheWith({
    code: 'RNCP2',
    successors: links('RNCP1'),
    cohorts: [cohortWith(2020, 10, { global6: 10 }), cohortWith(2018, 10)],
  }),
  ficheWith({ code: 'RNCP7', cohorts: [cohortWith(2023, 5, { global6: 20 })] }),
];

const GRAPH = `query ($code: RegisterCode!) { certification(code: $code) { lineage { graph {
  nodes { code distance certification { title } }
  edges { older newer declaredByOlder declaredByNewer }
} } } }`;

const SERIES = `query ($code: RegisterCode!, $indicator: InsertionIndicator!, $asOf: Date) {
  certification(code: $code, asOf: $asOf) { lineage { series(indicator: $indicator) {
    year code cohort { year certified certification { code } } rate { value status base indicator }
  } } }
}`;

interface Graph {
  readonly nodes: readonly {
    readonly code: string;
    readonly distance: number;
    readonly certification: object | null;
  }[];
  readonly edges: readonly object[];
}

interface Point {
  readonly year: number;
  readonly code: string;
  readonly cohort: { readonly year: number; readonly certification: { readonly code: string } };
  readonly rate: { readonly value: number | null; readonly status: string };
}

describeEachEngine('a whole lineage on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, FICHES);
  });

  async function graph(code: string): Promise<Graph> {
    const answer = await ask<{ certification: { lineage: { graph: Graph } } }>(
      ...([database, GRAPH, { code }] as const),
    );
    return answer.certification.lineage.graph;
  }

  async function series(code: string, indicator = 'GLOBAL_6_MONTHS', asOf?: string) {
    const answer = await ask<{ certification: { lineage: { series: Point[] } } }>(
      ...([database, SERIES, { code, indicator, asOf }] as const),
    );
    return answer.certification.lineage.series.map(({ year, code: of, cohort, rate }) => {
      expect(cohort).toMatchObject({ year, certification: { code: of } });
      return [year, of, rate.value, rate.status];
    });
  }

  const distances = ({ nodes }: Graph) => nodes.map(({ code, distance }) => `${distance} ${code}`);

  test('is all that links lead to, whichever way, past a code that the registers lack', async () => {
    const found = await graph('RNCP10');
    // Of one distance those of the RNCP first, by number.
    expect(distances(found)).toEqual([
      ...['0 RNCP10', '1 RNCP5', '1 RNCP6', '1 RS3', '2 RNCP1', '3 RNCP2'],
    ]);
    const dangling = found.nodes.filter(({ certification }) => certification === null);
    expect(dangling.map(({ code }) => code)).toEqual(['RNCP1']);
    expect(found.nodes[0]).toEqual({
      ...{ code: 'RNCP10', distance: 0, certification: { title: 'Dix' } },
    });
  });

  test('has each link once, with the fiches that say so', async () => {
    const link = (older: string, newer: string, ...by: ('older' | 'newer')[]) => ({
      ...{ older, newer },
      ...{ declaredByOlder: by.includes('older'), declaredByNewer: by.includes('newer') },
    });
    const { edges } = await graph('RNCP10');
    expect(edges).toEqual([
      link('RNCP1', 'RNCP5', 'newer'),
      link('RNCP10', 'RS3', 'newer'),
      link('RNCP2', 'RNCP1', 'older'),
      link('RNCP5', 'RNCP10', 'older', 'newer'),
      link('RNCP6', 'RNCP10', 'newer'),
      link('RS3', 'RNCP6', 'older'),
    ]);
    // The same wherever one starts, round the cycle and from its far end.
    expect((await graph('RS3')).edges).toEqual(edges);
    const far = await graph('RNCP2');
    expect(far.edges).toEqual(edges);
    expect(distances(far)).toEqual([
      ...['0 RNCP2', '1 RNCP1', '2 RNCP5', '3 RNCP10', '4 RNCP6', '4 RS3'],
    ]);
  });

  test('of a certification without links is the certification', async () => {
    const alone = await graph('RNCP7');
    expect([distances(alone), alone.edges]).toEqual([['0 RNCP7'], []]);
    expect(await series('RNCP7')).toEqual([[2023, 'RNCP7', 20, 'PUBLISHED']]);
  });

  test('gives one rate a year: published ones, then the own, then the nearest, then the newer', async () => {
    expect(await series('RNCP10')).toEqual([
      [2018, 'RNCP2', null, 'OVERDUE'],
      [2019, 'RS3', null, 'NOT_APPLICABLE'],
      [2020, 'RNCP6', 50, 'PUBLISHED'], // one link away, RNCP2 three
      [2021, 'RNCP6', 90, 'PUBLISHED'], // as near as RNCP5, and newer
      [2022, 'RNCP5', 70, 'PUBLISHED'], // its own is not published, and the RS does not count
      [2023, 'RNCP10', 80, 'PUBLISHED'],
    ]);
    expect(await series('RNCP5')).toEqual([
      [2018, 'RNCP2', null, 'OVERDUE'],
      [2019, 'RS3', null, 'NOT_APPLICABLE'],
      [2020, 'RNCP6', 50, 'PUBLISHED'], // two links away as RNCP2, and newer
      [2021, 'RNCP5', 60, 'PUBLISHED'],
      [2022, 'RNCP5', 70, 'PUBLISHED'],
      [2023, 'RNCP10', 80, 'PUBLISHED'],
    ]);
  });

  test('gives the cohort of the certification itself where nobody publishes the rate', async () => {
    const indicator = 'TARGET_OCCUPATION_2_YEARS';
    // Due on 2025-06-30 for 2022 and on 2026-06-30 for 2023; observed from the end of 2025 on.
    expect(await series('RNCP10', indicator, '2026-01-01')).toEqual([
      [2018, 'RNCP2', null, 'OVERDUE_OPTIONAL'],
      [2019, 'RS3', null, 'NOT_APPLICABLE'],
      [2020, 'RNCP6', 40, 'PUBLISHED'],
      [2021, 'RNCP6', null, 'OVERDUE_OPTIONAL'],
      [2022, 'RNCP10', null, 'OVERDUE_OPTIONAL'],
      [2023, 'RNCP10', null, 'IN_COLLECTION'],
    ]);
  });
});
