import type { Access } from '../domain/access/reader-access.ts';
import type { Bilingual, CodeLabels } from '../domain/bilingual.ts';
import type { MeasureUnit } from '../domain/measures/measure.ts';
import type { MeasureId } from '../domain/measures/measure-catalogue.ts';
import type { Run, Work } from '../domain/work.ts';
import type { DayView } from '../snapshot/day-view.ts';
import type { Sized } from '../snapshot/memo.ts';
import type { ReadPublication } from '../snapshot/publication-reader.ts';
import type { SurveyService } from '../snapshot/surveys/survey-service.ts';
import type { WhyEmpty } from './empty-rows.ts';
import type { Parameter, ParameterValues } from './parameter.ts';

/** What a cell holds. A day is ISO text, a moment is ISO text in UTC; absent is null. */
export type Cell = string | number | boolean | null;

/** One row: a cell for each column, in their order. */
export type Row = readonly Cell[];

export const COLUMN_TYPES = ['TEXT', 'INTEGER', 'NUMBER', 'BOOLEAN', 'DATE', 'DATETIME'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** What a client may know of a column. Its name never changes. */
export interface ColumnHead {
  /** snake_case. */
  readonly name: string;
  readonly type: ColumnType;
  /** A dimension is grouped by, a measure is computed with. */
  readonly role: 'DIMENSION' | 'MEASURE';
  readonly label: Bilingual;
  /** Of a figure: unit, denominator and missing case. */
  readonly description: Bilingual;
  readonly unit: MeasureUnit | null;
  /** Which figure of the catalogue of measures it is; not there when it is none. */
  readonly measure?: MeasureId;
  /** Labels of the codes that its cells hold; null when they are not codes. */
  readonly codes: CodeLabels | null;
  /** Whether its sum over any rows of the dataset is a figure; not there when it is none. */
  readonly additive?: true;
  /** Of a rate, which has no mean: what that of several rows is made of. */
  readonly weighing?: Weighing;
}

/** The rate of several rows: sum(weighted) / sum(base), or rates × base summed, by their base. */
export interface Weighing {
  /** Columns of the same dataset, or of the dataset that is named. */
  readonly base: string;
  readonly weighted?: string;
  readonly dataset?: string;
}

/** What a row has under a column, on the day of the view. */
export type ValueOf<Item, Value> = (item: Item, view: DayView) => Value;

/** A column and where its cells come from. */
export interface Column<Item> extends ColumnHead {
  readonly value: ValueOf<Item, Cell>;
}

/** A flat table over a publication: its rows and its columns, declared once for every way out. */
export interface Dataset {
  /** As in its address and, with underscores, in its SQL table: `insertion-rates`. */
  readonly name: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  /** What one row is: `one row for each certification and cohort`. */
  readonly grain: Bilingual;
  /** The columns that no two rows have alike, in the order of the rows where that is by them. */
  readonly key: readonly string[];
  /** Those of the key that a row may lack: the group of what has none is kept. */
  readonly nullableKey?: readonly string[];
  /** Rows of other tables that its rows are about, as foreign keys; absent where it has none. */
  readonly references?: readonly Reference[];
  readonly parameters: readonly Parameter[];
  readonly columns: readonly ColumnHead[];
  /** Columns of long texts, which the database has, some rows at a time. */
  readonly readColumns?: readonly string[];
  /** Whether readers see different rows: such a dataset is no table of `bi`, which everybody reads alike. */
  readonly dependsOnReader?: true;
  /**
   * Chooses the rows on the day of a view, and gives them in their order, so many at a time.
   *
   * - The first batch throws `BadUserInputError` for a code that the register lacks, and for a range
   *   that ends before it begins.
   * - What depends on the reader looks at `by.access` for the first batch already.
   */
  readonly batches: (
    view: DayView,
    values: ParameterValues,
    by: BatchMaking,
  ) => AsyncGenerator<readonly Row[]>;
  /**
   * The same rows by number, to be kept; `openRowTable` opens them. Absent where the snapshot does not
   * hold them, or readers see different ones. Throws as the first batch does.
   */
  readonly held?: (view: DayView, values: ParameterValues) => Work<HeldRows>;
  /** Why rows are none, or their rates all absent. Tables of `bi` alone have none. */
  readonly whyEmpty?: WhyEmpty;
}

/** Rows by number, 0 … count − 1. A cell is made when it is looked at. */
export interface NumberedRows {
  readonly count: number;
  /** Gives the cells of a column, as batches have them; throws for one that there is not. */
  readonly cellsOf: (column: string) => (row: number) => Cell;
}

/** All rows of a dataset on a day. */
export interface HeldRows extends NumberedRows, Sized {
  /** Columns that are absent here: the database has them. */
  readonly readColumns: ReadonlySet<string>;
  /** Some rows with all their columns, in the order given: one read for them all. */
  readonly complete: (rows: ArrayLike<number>, read: ReadPublication) => Promise<NumberedRows>;
}

/** Columns whose cells are the key of a row of another dataset, in the order of that key. */
export interface Reference {
  readonly columns: readonly string[];
  /** Name of that dataset. */
  readonly dataset: string;
}

/** How batches of rows are made. */
export interface BatchMaking {
  /** Rows of a batch. */
  readonly size: number;
  /** Reads what the snapshot does not hold. */
  readonly read: ReadPublication;
  /** Does what is computed: each batch in pieces of its own. */
  readonly run: Run;
  /** Who reads the rows: everybody in the tables of `bi`. */
  readonly access: Access;
  /** What surveys are served by; null = they are off, and have no rows. */
  readonly surveys: SurveyService | null;
}
