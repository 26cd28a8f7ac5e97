import type { Kysely } from 'kysely';
import type { RowOf } from '../../db/rows/pages.ts';
import {
  erasedSurveyRows,
  type SurveyClassRow,
  surveyCellRows,
  surveyClassRows,
  surveyFindingRows,
  surveyPairedRows,
  surveyPresence,
} from '../../db/rows/survey-rows.ts';
import type { DB } from '../../db/tables.ts';
import type { SurveyDimension } from '../../domain/survey/cohort-figures.ts';
import { SURVEY_COUNTS, type SurveyCount } from '../../domain/survey/counts.ts';
import type { RowsFindingRule } from '../../domain/survey/survey-finding.ts';
import type { SurveyRate } from '../../domain/survey/survey-rates.ts';
import type { Ints } from '../columns.ts';
import { cohortKey, type Surveys } from '../surveys/surveys.ts';
import type { CertificationHeads } from './certifications.ts';
import { ChildTable } from './child-table.ts';
import type { Interner } from './interner.ts';
import { inPieces } from './pieces.ts';
import { type Collected, ColumnsOf } from './table.ts';

type Paged = <Row>(pages: AsyncIterable<readonly Row[]>) => AsyncIterable<readonly Row[]>;

interface SurveysBy {
  readonly heads: CertificationHeads;
  readonly interner: Interner;
  readonly paged: Paged;
  /** Whether rows of surveys are read: they are many. */
  readonly wanted: boolean;
}

/** Reads surveys into columns: by certification, newest cohort first. `paged` gives the event loop back. */
export async function buildSurveys(
  db: Kysely<DB>,
  { heads, interner, paged, wanted }: SurveysBy,
): Promise<Surveys> {
  const { isThere, fingerprint, lastErasure } = await surveyPresence(db);
  const rows = <Row>(read: (of: Kysely<DB>) => AsyncIterable<readonly Row[]>) =>
    isThere && wanted ? paged(read(db)) : NO_ROWS;
  // One after the other: few registers have many, and rows of one table are held at a time.
  const classes = await classesOf(rows(surveyClassRows), heads, interner);
  const cells = await cellsOf(rows(surveyCellRows), heads, interner);
  const paired = await pairsOf(rows(surveyPairedRows), heads, interner);
  const findings = await findingsOf(rows(surveyFindingRows), heads, interner);
  const erased = new Set<number>();
  for (const { certificationCode, year } of isThere ? await erasedSurveyRows(db) : []) {
    const row = heads.rowOf.get(certificationCode);
    if (row !== undefined) erased.add(cohortKey(row, year));
  }
  return { classes, cells, paired, findings, erased, lastErasure, fingerprint };
}

const NO_ROWS: AsyncIterable<never> = (async function* none() {})();

async function classesOf(
  pages: AsyncIterable<readonly SurveyClassRow[]>,
  heads: CertificationHeads,
  interner: Interner,
): Promise<Surveys['classes']> {
  const of = new ColumnsOf<SurveyClassRow>(interner);
  const counts = Object.fromEntries(
    SURVEY_COUNTS.map((count) => [count, of.ints((row) => row[count])]),
  ) as Record<SurveyCount, Collected<SurveyClassRow, Ints>>;
  const table = new ChildTable(
    heads,
    of.table({
      year: of.ints(({ year }) => year),
      horizon: of.ints(({ horizon }) => horizon),
      dimension: of.texts(({ dimension }) => dimension as SurveyDimension),
      value: of.texts(({ value }) => value),
      counts: of.record(counts),
      payBase: of.ints(({ payBase }) => payBase),
      payLower: of.floats(({ payLower }) => payLower, Number.NaN),
      payMedian: of.floats(({ payMedian }) => payMedian, Number.NaN),
      payUpper: of.floats(({ payUpper }) => payUpper, Number.NaN),
    }),
  );
  await table.addAll(pages);
  return inPieces(table.finish());
}

type CellRow = RowOf<typeof surveyCellRows>;

async function cellsOf(
  pages: AsyncIterable<readonly CellRow[]>,
  heads: CertificationHeads,
  interner: Interner,
): Promise<Surveys['cells']> {
  const of = new ColumnsOf<CellRow>(interner);
  const table = new ChildTable(
    heads,
    of.table({
      year: of.ints(({ year }) => year),
      route: of.texts(({ route }) => route),
      sex: of.texts(({ sex }) => sex),
      ageBand: of.texts(({ ageBand }) => ageBand),
      region: of.texts(({ region }) => region),
      holders: of.ints(({ holders }) => holders),
      keys: of.floats(({ keys }) => Number(keys), 0),
      at: of.record({
        6: of.record({
          respondents: of.ints(({ respondents6 }) => respondents6),
          eligible: of.ints(({ eligible6 }) => eligible6),
          employed: of.ints(({ employed6 }) => employed6),
          inTarget: of.ints(({ inTarget6 }) => inTarget6),
        }),
        12: of.record({
          respondents: of.ints(({ respondents12 }) => respondents12),
          eligible: of.ints(({ eligible12 }) => eligible12),
          employed: of.ints(({ employed12 }) => employed12),
          inTarget: of.ints(({ inTarget12 }) => inTarget12),
        }),
        24: of.record({
          respondents: of.ints(({ respondents24 }) => respondents24),
          eligible: of.ints(({ eligible24 }) => eligible24),
          employed: of.ints(({ employed24 }) => employed24),
          inTarget: of.ints(({ inTarget24 }) => inTarget24),
        }),
      }),
    }),
  );
  await table.addAll(pages);
  return inPieces(table.finish());
}

type PairedRow = RowOf<typeof surveyPairedRows>;

async function pairsOf(
  pages: AsyncIterable<readonly PairedRow[]>,
  heads: CertificationHeads,
  interner: Interner,
): Promise<Surveys['paired']> {
  const of = new ColumnsOf<PairedRow>(interner);
  const table = new ChildTable(
    heads,
    of.table({
      year: of.ints(({ year }) => year),
      rate: of.texts(({ rate }) => rate as SurveyRate),
      from: of.ints(({ from }) => from),
      to: of.ints(({ to }) => to),
      both: of.ints(({ both }) => both),
      firstOnly: of.ints(({ firstOnly }) => firstOnly),
      secondOnly: of.ints(({ secondOnly }) => secondOnly),
      neither: of.ints(({ neither }) => neither),
    }),
  );
  await table.addAll(pages);
  return inPieces(table.finish());
}

type FindingRow = RowOf<typeof surveyFindingRows>;

async function findingsOf(
  pages: AsyncIterable<readonly FindingRow[]>,
  heads: CertificationHeads,
  interner: Interner,
): Promise<Surveys['findings']> {
  const of = new ColumnsOf<FindingRow>(interner);
  const table = new ChildTable(
    heads,
    of.table({
      year: of.ints(({ year }) => year),
      horizon: of.ints(({ horizon }) => horizon),
      rule: of.texts(({ rule }) => rule as RowsFindingRule),
      rows: of.ints(({ rows }) => rows),
      ofRows: of.ints(({ ofRows }) => ofRows),
    }),
  );
  await table.addAll(pages);
  return inPieces(table.finish());
}
