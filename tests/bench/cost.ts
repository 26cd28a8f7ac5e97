/**
 * `npm run bench:cost`: compares what operations are estimated to cost with the processor's time that
 * they take, over random operations of the schema, nothing remembered. Prints the rank correlation,
 * the terms of the estimate as they are and as these operations would have them, and the operations
 * that are furthest off.
 *
 *   DATABASE_URL=postgres://… npm run bench:cost                        in a database of its own
 *   DATABASE_URL=postgres://…/debouches npm run bench:cost -- --existing    over what it holds
 *   … -- --fiches 3000                                                  a smaller register
 *   … -- --operations 200 --seed 7                                      other operations
 *   … -- --json figures.json                                            figures for machines, too
 */
import { parseArgs } from 'node:util';
import { getVariableValues, parse, validate } from 'graphql';
import { openPostgres } from '../../src/db/engines/postgres.ts';
import { createExecutor } from '../../src/graphql/core/executor.ts';
import { answerOperation } from '../../src/graphql/core/operations.ts';
import { createEstimate } from '../../src/graphql/cost/estimate.ts';
import {
  COST_TERMS,
  MICROSECONDS,
  millisecondsOf,
  type Units,
} from '../../src/graphql/cost/terms.ts';
import { schema } from '../../src/graphql/schema.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { SnapshotStore } from '../../src/snapshot/store.ts';
import { SERVICES, TODAY } from '../support/client.ts';
import { OperationMaker, type RandomOperation } from '../support/random-operations.ts';
import { databaseUrl, printTable, REGISTER_OPTIONS, writeFigures } from './figures.ts';
import { fitWeights, rankCorrelation } from './fit.ts';
import { REAL_FICHES } from './real-size.ts';
import { withRegister } from './register.ts';

const { values } = parseArgs({
  options: {
    ...REGISTER_OPTIONS,
    operations: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
  },
});

/** How often each operation is measured; the shortest time counts. */
const TIMES = 5;

/** Operations that are printed because they are furthest off. */
const FURTHEST = 12;

interface Measured {
  readonly source: string;
  readonly units: Units;
  readonly estimated: number;
  readonly taken: number;
}

await withRegister(
  {
    url: databaseUrl(),
    fiches: Number(values.fiches ?? REAL_FICHES),
    existing: values.existing,
  },
  async ({ href }) => {
    const database = await openPostgres(href);
    try {
      const store = new SnapshotStore(database);
      const measured = await measureAll(store, database);
      await print(measured);
    } finally {
      await database[Symbol.asyncDispose]();
    }
  },
);

async function measureAll(
  store: SnapshotStore,
  database: Awaited<ReturnType<typeof openPostgres>>,
): Promise<Measured[]> {
  const snapshot = await store.refresh();
  const maker = new OperationMaker(schema, Number(values.seed), { scalars: valuesOf(snapshot) });
  const executor = createExecutor(schema, { compiledAt: Number.POSITIVE_INFINITY });
  const services = { ...SERVICES, maxCost: Number.POSITIVE_INFINITY };
  const answer = async ({ source, variables }: RandomOperation) => {
    const fresh = { current: forgetful(snapshot), refresh: async () => snapshot };
    const document = parse(source);
    const from = performance.now();
    const { result } = await answerOperation(
      { executor, database, services, store: fresh as unknown as SnapshotStore },
      { document, variables },
      { today: TODAY },
    );
    JSON.stringify(result);
    return { result, taken: performance.now() - from };
  };
  const measured: Measured[] = [];
  while (measured.length < Number(values.operations)) {
    const operation = maker.operation();
    const document = parse(operation.source);
    if (validate(schema, document).length > 0) continue;
    const first = await answer(operation);
    if (first.result.errors) continue;
    let taken = first.taken;
    for (let time = 1; time < TIMES; time++)
      taken = Math.min(taken, (await answer(operation)).taken);
    const definition = document.definitions.find((each) => each.kind === 'OperationDefinition');
    if (!definition) continue;
    const { coerced = {} } = getVariableValues(
      schema,
      definition.variableDefinitions ?? [],
      operation.variables,
    );
    const units = createEstimate(schema, document, definition)(snapshot, coerced);
    measured.push({ source: operation.source, units, estimated: millisecondsOf(units), taken });
  }
  return measured;
}

/** A snapshot of which nothing is remembered. */
function forgetful(snapshot: Snapshot): Snapshot {
  return {
    ...snapshot,
    certifications: { ...snapshot.certifications },
    cohorts: { ...snapshot.cohorts },
  };
}

/** What scalars are given: what the register has. */
function valuesOf({ certifications, bodies, occupations, specialities, formacodes }: Snapshot) {
  const some = <Value>(all: readonly Value[]): Value[] =>
    Array.from({ length: 20 }, (_, place) => all[Math.floor((place * all.length) / 20)] as Value);
  return {
    Boolean: [true, false],
    Date: ['2022-12-31', '2025-07-01', '2026-06-30'],
    Float: [0.5, 0.95, 0.998],
    ID: some(certifications.code).map((code) => btoa(`Certification:${code}`)),
    Int: [1, 2, 3, 5, 6, 10, 20, 2019, 2020, 2021],
    Percentage: [0, 50, 77.5, 100],
    RegisterCode: some(certifications.code),
    Siren: some(bodies.siren),
    String: ['gestion', 'conducteur de travaux', 'commerce', 'informatique'],
    code: [occupations.code[0], specialities.code[0], formacodes.code[0]],
    first: [1, 5, 20, 100, 500],
    last: [1, 20],
    occupations: some(occupations.code),
    specialities: some(specialities.code),
    formacodes: some(formacodes.code),
  };
}

async function print(measured: readonly Measured[]): Promise<void> {
  const correlation = rankCorrelation(
    measured.map(({ estimated }) => estimated),
    measured.map(({ taken }) => taken),
  );
  const fitted = fitWeights(
    measured.map(({ units }) => units),
    measured.map(({ taken }) => 1000 * taken),
  );
  const printTerm = printTable([
    ['term', 16],
    ['µs', 12],
    ['fitted', 12],
    ['operations', 12],
  ]);
  const terms = COST_TERMS.map((term, place) => ({
    term,
    microseconds: MICROSECONDS[term],
    fitted: Number((fitted[place] ?? 0).toPrecision(3)),
    operations: measured.filter(({ units }) => (units[place] ?? 0) > 0).length,
  }));
  for (const { term, microseconds, fitted: as, operations } of terms) {
    printTerm([term, microseconds, as, operations]);
  }
  const off = ({ estimated, taken }: Measured) => Math.abs(Math.log(estimated / taken));
  console.log(`\nFurthest off, of ${measured.length} operations: estimated and taken, in ms`);
  for (const each of measured.toSorted((a, b) => off(b) - off(a)).slice(0, FURTHEST)) {
    const source = each.source.replace(/\s+/g, ' ');
    console.log(
      `${each.estimated.toFixed(2).padStart(9)}${each.taken.toFixed(2).padStart(9)}  ${source}`,
    );
  }
  console.log(`\nrank correlation ${correlation.toFixed(3)}`);
  await writeFigures(values.json, {
    cost: { operations: measured.length, rankCorrelation: correlation },
    terms,
  });
}
