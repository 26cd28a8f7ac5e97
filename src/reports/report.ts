import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { DocumentNode } from 'graphql';
import type { MeasureUnit } from '../domain/measure.ts';
import type { Parameter, ParameterValues } from './parameter.ts';

/** What a cell holds. A day is ISO text, a moment is ISO text in UTC; absent is null. */
export type Cell = string | number | boolean | null;

/** One row: a cell for each column, in their order. */
export type Row = readonly Cell[];

export const COLUMN_TYPES = ['TEXT', 'INTEGER', 'NUMBER', 'BOOLEAN', 'DATE', 'DATETIME'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** The same text in the two languages of the reports. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

/** What a client may know of a column. Its name never changes. */
export interface ColumnHead {
  /** snake_case. */
  readonly name: string;
  readonly type: ColumnType;
  /** A dimension is grouped by, a measure is reckoned with. */
  readonly role: 'DIMENSION' | 'MEASURE';
  readonly label: Bilingual;
  /** English; of a figure: unit, denominator and missing case. */
  readonly description: string;
  readonly unit: MeasureUnit | null;
  /** Labels of the codes that its cells hold; null when they are not codes. */
  readonly codes: Readonly<Record<string, Bilingual>> | null;
}

/** A column and where its cells come from. */
export interface Column<Item> extends ColumnHead {
  readonly of: (item: Item) => Cell;
}

/** What one execution of a report's document gives: rows, and where the next page begins. */
export interface ReportPage {
  readonly rows: readonly Row[];
  /** Cursor to go on after; null on the last page. */
  readonly next: string | null;
}

/** A report: a saved document, and the flat rows that are made of its answers. */
export interface Report {
  /** As in its address and, with underscores, in its view: `insertion-rates`. */
  readonly name: string;
  readonly title: Bilingual;
  readonly description: string;
  /** What one row is: `one row per certification and cohort`. */
  readonly grain: string;
  /** The columns that no two rows have alike, in the order of the rows where that is by them. */
  readonly key: readonly string[];
  readonly document: DocumentNode;
  readonly parameters: readonly Parameter[];
  readonly columns: readonly ColumnHead[];
  /** Variables of the document, but for those of the page. */
  readonly variablesOf: (values: ParameterValues) => Record<string, unknown>;
  /** The rows of one answer of the document; `values` are those that its variables were made of. */
  readonly pageOf: (data: unknown, values: ParameterValues) => ReportPage;
}

interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface ReportParts<Data, Variables, Item>
  extends Omit<Report, 'document' | 'columns' | 'variablesOf' | 'pageOf'> {
  readonly document: TypedDocumentNode<Data, Variables>;
  readonly columns: readonly Column<Item>[];
  readonly variablesOf: (values: ParameterValues) => Omit<Variables, 'first' | 'after'>;
  /** The rows of one answer, each as the columns want it; `values` for what no document selects. */
  readonly itemsOf: (data: Data, values: ParameterValues) => readonly Item[];
  /** The list that the document reads by pages; absent when one answer holds everything. */
  readonly listOf?: (data: Data) => Connection<unknown>;
}

/** Declares a report once, held to the types of its document. */
export function defineReport<Data, Variables, Item>(
  parts: ReportParts<Data, Variables, Item>,
): Report {
  const { itemsOf, listOf, columns, variablesOf, ...rest } = parts;
  const cells = columns.map((column) => column.of);
  return {
    ...rest,
    columns,
    variablesOf: (values) => ({ ...variablesOf(values) }),
    pageOf: (data, values) => {
      const list = listOf?.(data as Data).pageInfo;
      return {
        rows: itemsOf(data as Data, values).map((item) => cells.map((of) => of(item))),
        next: list?.hasNextPage ? list.endCursor : null,
      };
    },
  };
}
