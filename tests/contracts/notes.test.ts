import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { cohorts as cohortsReport } from '../../src/datasets/cohorts/cohorts.ts';
import { insertionByYear } from '../../src/datasets/cohorts/insertion-by-year.ts';
import { insertionRates } from '../../src/datasets/cohorts/insertion-rates.ts';
import type { Dataset } from '../../src/datasets/dataset.ts';
import type { Database } from '../../src/db/database.ts';
import { type RegisterCode, registerOf } from '../../src/domain/certification/register-code.ts';
import { type Note, noteLine } from '../../src/domain/notes/note.ts';
import { type FigureKind, holdsOn, stopsChange, touches } from '../../src/domain/notes/touched.ts';
import { INSERTION_INDICATORS } from '../../src/domain/rate/indicator.ts';
import { ask, storeOf, TODAY } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { day } from '../support/factories.ts';
import { inFull } from '../support/in-full.ts';
import { newBreak, newNote, note } from '../support/notes.ts';
import { publishRandom, registerOfSeed } from '../support/random-register.ts';
import { readRecords } from '../support/report-rows.ts';

const YEAR = fc.integer({ min: 2017, max: 2026 });

/** A note about some of what there is; its text is what it is about. */
function randomNote(codes: readonly string[]) {
  const years = fc
    .tuple(fc.option(YEAR), fc.option(YEAR))
    .map(
      ([a, b]) =>
        (a !== null && b !== null && a > b ? [b, a] : [a, b]) as [number | null, number | null],
    );
  const days = fc.constantFrom({}, { startsOn: day('2027-01-01') }, { endsOn: TODAY });
  const scope = fc.oneof(
    fc.constant({}),
    fc.constantFrom({ register: 'RNCP' as const }, { register: 'RS' as const }),
    fc.constantFrom(...codes).map((certification) => ({ certification })),
  );
  const indicator = fc.option(fc.constantFrom(...INSERTION_INDICATORS), { freq: 2 });
  return fc.oneof(
    fc
      .tuple(scope, indicator, years, days)
      .map(([of, rate, some, shown]) => newNote({ ...of, ...shown, indicator: rate, years: some })),
    fc
      .tuple(scope, indicator, YEAR, days)
      .map(([of, rate, year, shown]) => newBreak(year, { ...of, ...shown, indicator: rate })),
  );
}

interface CohortNode {
  readonly year: number;
  readonly certification: { readonly code: RegisterCode };
  readonly notes: readonly { readonly number: number }[];
  readonly insertionRates: readonly { readonly notes: readonly { readonly number: number }[] }[];
  readonly [status: `s${number}`]: string;
}

interface CohortPage {
  readonly nodes: readonly CohortNode[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface SummaryNode {
  readonly notes: readonly { readonly number: number }[];
  readonly certifiedChangeStatus: string;
  readonly rates: readonly {
    readonly notes: readonly { readonly number: number }[];
    readonly changeStatus: string;
  }[];
}

interface GroupNode {
  readonly key: {
    readonly year: number | null;
    readonly certification: { readonly code: string } | null;
  };
  readonly summary: SummaryNode;
}

const COHORTS = `query ($after: String) { cohorts(first: 500, after: $after) {
  nodes { year certification { code } notes { number } insertionRates { notes { number } }
    ${INSERTION_INDICATORS.map((each, at) => `s${at}: changeStatus(indicator: ${each})`).join(' ')} }
  pageInfo { hasNextPage endCursor }
} }`;

const GROUPS = `query ($groupBy: [CohortDimension!]) { insertionStatistics(groupBy: $groupBy) {
  total { ...S } groups { key { year certification { code } } summary { ...S } }
} }
fragment S on InsertionSummary {
  notes { number } certifiedChangeStatus rates { notes { number } changeStatus }
}`;

describeEachEngine('notes of random registers on', (openDatabase) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  });

  /** All cohorts by GraphQL. */
  async function allCohorts(): Promise<CohortNode[]> {
    const found: CohortNode[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { cohorts }: { cohorts: CohortPage } = await ask(database, COHORTS, { after });
      found.push(...cohorts.nodes);
      more = cohorts.pageInfo.hasNextPage;
      after = cohorts.pageInfo.endCursor;
    }
    return found;
  }

  test(
    'are those that the rule says, by GraphQL and in reports, and stop the changes that it says',
    async () => {
      let stopped = 0;
      let touched = 0;
      for (let seed = 1; seed <= inFull(2, 12); seed++) {
        const register = registerOfSeed(seed);
        await publishRandom(database, register);
        const codes = register.fiches.map(({ code }) => code);
        for (const each of fc.sample(randomNote(codes), { seed, numRuns: 8 })) {
          await note(database, { ...each, textFr: `Texte ${JSON.stringify(each)}` });
        }
        const { notes: all } = await storeOf(database).refresh();
        const shown = all.filter((each) => holdsOn(each, TODAY));
        expect(shown.length).toBeLessThan(all.length);
        const nodes = await allCohorts();

        const of = (some: readonly CohortNode[], kind: FigureKind | null): Note[] =>
          shown.filter((each) =>
            [...Map.groupBy(some, ({ certification }) => certification.code)].some(([code, own]) =>
              touches(each, {
                ...{ code, register: registerOf(code), kind },
                years: own.map(({ year }) => year),
              }),
            ),
          );
        const numbers = (notes: readonly Note[]) => notes.map(({ id }) => id);
        const given = (notes: readonly { number: number }[]) => notes.map(({ number }) => number);

        for (const node of nodes) {
          expect(given(node.notes)).toEqual(numbers(of([node], null)));
          expect(node.insertionRates.map((rate) => given(rate.notes))).toEqual(
            INSERTION_INDICATORS.map((each) => numbers(of([node], each))),
          );
          touched += node.notes.length;
          for (const [at, indicator] of INSERTION_INDICATORS.entries()) {
            const status = node[`s${at}`];
            if (status === 'NO_YEAR_BEFORE') continue;
            const years = { earlier: node.year - 1, later: node.year };
            const isStopped = of([node], indicator).some((each) => stopsChange(each, years));
            expect(status === 'BREAK_IN_SERIES').toBe(isStopped);
            stopped += Number(isStopped);
          }
        }

        const cell = (notes: readonly Note[]) =>
          [...new Set(notes.map((each) => noteLine(each, 'fr')))].join(' ; ') || null;
        const report = async (dataset: Dataset) =>
          (await readRecords(database, dataset)).map((row) => row['notes']);
        expect(await report(cohortsReport)).toEqual(nodes.map((node) => cell(of([node], null))));
        expect(await report(insertionRates)).toEqual(
          nodes.flatMap((node) => INSERTION_INDICATORS.map((each) => cell(of([node], each)))),
        );

        for (const groupBy of [['YEAR'], ['CERTIFICATION'], ['CERTIFICATION', 'YEAR']]) {
          const { insertionStatistics } = await ask<{
            insertionStatistics: { total: SummaryNode; groups: GroupNode[] };
          }>(database, GROUPS, { groupBy });
          expect(given(insertionStatistics.total.notes)).toEqual(numbers(of(nodes, null)));
          for (const { key, summary } of insertionStatistics.groups) {
            const own = nodes.filter(
              ({ year, certification: { code } }) =>
                year === (key.year ?? year) && code === (key.certification?.code ?? code),
            );
            expect(given(summary.notes)).toEqual(numbers(of(own, null)));
            for (const [at, indicator] of INSERTION_INDICATORS.entries()) {
              const { notes, changeStatus } = summary.rates[at] ?? { notes: [], changeStatus: '' };
              expect(given(notes)).toEqual(numbers(of(own, indicator)));
              if (changeStatus === 'NO_YEAR_BEFORE') continue;
              const later = key.year ?? 0;
              const isStopped = of(own, indicator).some((each) =>
                stopsChange(each, { earlier: later - 1, later }),
              );
              expect(changeStatus === 'BREAK_IN_SERIES').toBe(isStopped);
            }
          }
        }
        const years = [...new Set(nodes.map(({ year }) => year))].toSorted();
        expect(await report(insertionByYear)).toEqual(
          years.map((year) =>
            cell(
              of(
                nodes.filter((node) => node.year === year),
                null,
              ),
            ),
          ),
        );
      }
      expect(touched).toBeGreaterThan(20);
      expect(stopped).toBeGreaterThan(0);
    },
    inFull(120_000, 900_000),
  );
});
