import type { CohortRow } from '../../db/rows/cohort-rows.ts';
import { REGISTERS } from '../../domain/certification/register-code.ts';
import {
  type CohortFact,
  type CohortSource,
  cohortChanges,
  cohortFacts,
  cohortsFact,
} from '../../domain/insertion/cohort-fact.ts';
import { rateInMillionths } from '../../domain/insertion/pooling.ts';
import type { MethodChoices } from '../../domain/method.ts';
import {
  byIndicator,
  INSERTION_INDICATORS,
  type InsertionIndicator,
} from '../../domain/rate/indicator.ts';
import { CHANGE_VERDICTS } from '../../domain/rate/interval.ts';
import { RATE_OUTCOMES } from '../../domain/rate/rate-status.ts';
import { dayOf, NONE } from '../columns.ts';
import type { Certifications, Cohorts, Rates } from '../snapshot.ts';
import type { CertificationHeads } from './certifications.ts';
import { type Child, ChildTable } from './child-table.ts';
import type { Interner } from './interner.ts';
import { inPieces } from './pieces.ts';
import type { ServedSource } from './served-source.ts';
import { ColumnsOf, Table } from './table.ts';

/** What cohorts tell of their certification. */
export type CohortsOfCertification = Pick<
  Certifications,
  'usableCohorts' | 'newestCohort' | 'oldestMissingCohort'
>;

/** A cohort with what is derived of it. */
interface DerivedCohort extends Child {
  readonly row: CohortRow;
  readonly fact: CohortFact;
  readonly changes: Changes;
}

/** Changes of a certification by `changeKey`: places in `CHANGE_VERDICTS` + 1. */
type Changes = ReadonlyMap<number, number>;

function changeKey(year: number, indicator: InsertionIndicator): number {
  return year * INSERTION_INDICATORS.length + INSERTION_INDICATORS.indexOf(indicator);
}

/** What cohorts are built by. */
interface CohortsBy {
  readonly interner: Interner;
  readonly method: Pick<MethodChoices, 'graceMonths'>;
  readonly servedSource: ServedSource;
}

/** Reads cohorts, which come by certification, into columns: by certification row, newest first. */
export async function buildCohorts(
  pages: AsyncIterable<readonly CohortRow[]>,
  heads: CertificationHeads,
  by: CohortsBy,
): Promise<{ readonly cohorts: Cohorts; readonly ofCertification: CohortsOfCertification }> {
  const builder = new CohortBuilder(heads, by);
  let own: CohortRow[] = [];
  for await (const page of pages) {
    for (const row of page) {
      if (own[0] && own[0].certificationCode !== row.certificationCode) {
        builder.add(own);
        own = [];
      }
      own.push(row);
    }
  }
  builder.add(own);
  return inPieces(builder.finish());
}

class CohortBuilder {
  readonly #heads: CertificationHeads;
  readonly #graceMonths: number;
  readonly #table: ChildTable<DerivedCohort, ReturnType<typeof shapeOf>>;
  readonly #ofCertification: CohortsOfCertification;

  constructor(heads: CertificationHeads, by: CohortsBy) {
    this.#heads = heads;
    this.#graceMonths = by.method.graceMonths;
    this.#table = new ChildTable(heads, new Table(shapeOf(by)));
    this.#ofCertification = {
      usableCohorts: new Int32Array(heads.count),
      newestCohort: new Int32Array(heads.count).fill(NONE),
      oldestMissingCohort: new Int32Array(heads.count).fill(NONE),
    };
  }

  /** All cohorts of one certification. */
  add(rows: readonly CohortRow[]): void {
    const certificationCode = rows[0]?.certificationCode ?? '';
    const certification = this.#heads.rowOf.get(certificationCode);
    if (certification === undefined) return;
    const owner = {
      register: REGISTERS[this.#heads.register[certification] ?? 0] ?? 'RNCP',
      registrationEndsOn: dayOf(this.#heads.registrationEndsOn[certification]),
    };
    const facts = cohortFacts(owner, rows.map(sourceOf), this.#graceMonths);
    const changes = new Map<number, number>();
    for (const { year, indicator, verdict } of cohortChanges(facts)) {
      changes.set(changeKey(year, indicator), CHANGE_VERDICTS.indexOf(verdict) + 1);
    }
    for (const fact of facts) {
      const row = rows.find(({ year }) => year === fact.year);
      if (row) this.#table.add({ certificationCode, row, fact, changes });
    }
    const { usable, newest, oldestMissing } = cohortsFact(facts);
    this.#ofCertification.usableCohorts[certification] = usable;
    this.#ofCertification.newestCohort[certification] = newest ?? NONE;
    this.#ofCertification.oldestMissingCohort[certification] = oldestMissing ?? NONE;
  }

  *finish() {
    const { rates, ...cohorts } = yield* this.#table.finish();
    const { certified } = cohorts;
    const weighed = byIndicator((indicator): Rates => {
      const { millionths } = rates[indicator];
      const weighted = millionths.map((rate, cohort) => (certified[cohort] ?? 0) * rate);
      return { ...rates[indicator], base: certified, weighted, fromSurvey: null };
    });
    return { cohorts: { ...cohorts, rates: weighed }, ofCertification: this.#ofCertification };
  }
}

/** The columns of cohorts. */
function shapeOf({ interner, servedSource }: CohortsBy) {
  const served = (id: number | null) => id && servedSource(id);
  const of = new ColumnsOf<DerivedCohort>(interner);
  return {
    year: of.ints(({ row }) => row.year),
    certified: of.ints(({ row }) => row.certified),
    certifiedSourceId: of.ints(({ row }) => served(row.certifiedSourceId)),
    certifiedThroughVae: of.ints(({ row }) => row.certifiedThroughVae),
    certifiedThroughVaeSourceId: of.ints(({ row }) => served(row.certifiedThroughVaeSourceId)),
    sourceIds: of.things(sameLists(({ row }) => row.sourceIds.map(servedSource))),
    targetRateAt6MonthsInSource: of.bytes(({ row }) => row.targetRateAt6MonthsInSource),
    rates: of.record(byIndicator((indicator) => of.record(rateShape(of, indicator, served)))),
  };
}

function rateShape(
  of: ColumnsOf<DerivedCohort>,
  indicator: InsertionIndicator,
  served: (id: number | null) => number | null,
) {
  const cell = CELLS[indicator];
  return {
    published: of.floats(({ row }) => cell(row).value, Number.NaN),
    millionths: of.floats(({ fact }) => {
      const counted = fact.rates[indicator];
      return counted === null ? null : rateInMillionths(counted);
    }, NONE),
    sourceId: of.ints(({ row }) => served(cell(row).sourceId)),
    seenOn: of.days(({ row }) => cell(row).seenOn),
    outcome: of.bytes(({ fact }) => RATE_OUTCOMES.indexOf(fact.outcomes[indicator])),
    change: of.bytes(({ row, changes }) => changes.get(changeKey(row.year, indicator)) ?? 0),
  };
}

/** Most cohorts come from the same one or two sources: one list stands for all of these. */
function sameLists<Row>(of: (row: Row) => readonly number[]): (row: Row) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (row) => {
    const list = of(row);
    const key = list.join(' ');
    const same = known.get(key) ?? list;
    known.set(key, same);
    return same;
  };
}

/** The columns of a row that hold each indicator. */
const CELLS = {
  GLOBAL_6_MONTHS: ({ global6Value, global6SourceId, global6SeenOn }: CohortRow) => ({
    value: global6Value,
    sourceId: global6SourceId,
    seenOn: global6SeenOn,
  }),
  TARGET_OCCUPATION_6_MONTHS: ({ target6Value, target6SourceId, target6SeenOn }: CohortRow) => ({
    value: target6Value,
    sourceId: target6SourceId,
    seenOn: target6SeenOn,
  }),
  TARGET_OCCUPATION_2_YEARS: ({ target24Value, target24SourceId, target24SeenOn }: CohortRow) => ({
    value: target24Value,
    sourceId: target24SourceId,
    seenOn: target24SeenOn,
  }),
};

function sourceOf(row: CohortRow): CohortSource {
  const { year, certified, certifiedThroughVae } = row;
  const { targetRateAt6MonthsInSource, unreadableRates } = row;
  return {
    ...{ year, certified, certifiedThroughVae, targetRateAt6MonthsInSource, unreadableRates },
    rates: byIndicator((indicator) => CELLS[indicator](row)),
  };
}
