import type { GraphQLResolveInfo } from 'graphql';
import { rowsAsAccepted } from '../../datasets/accepted-rows.ts';
import { DATASETS, datasetNamed } from '../../datasets/catalogue.ts';
import type { Cell, Dataset, Row } from '../../datasets/dataset.ts';
import { areEmpty, explainRows } from '../../datasets/explain-rows.ts';
import { type ParameterValues, parseParameters } from '../../datasets/parameter.ts';
import { readDataset } from '../../datasets/read.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { KNOWN_ON, PUBLICATION } from '../core/asked-publication.ts';
import { builder } from '../core/builder.ts';
import { AS_OF, type OperationContext, viewOf } from '../core/context.ts';
import { reportPage } from '../cost/lists.ts';
import { noteEmpty } from '../empty/empty-answers.ts';
import { ReportRef } from './report.ts';

/** Rows of one page. */
const DEFAULT_ROWS = 500;
export const MOST_ROWS = 5_000;

const ReportRow = builder.scalarType('ReportRow', {
  description: 'A row of a report: a JSON object that has each column by its name.',
  serialize: (row) => row,
  parseValue: () => {
    throw new BadUserInputError({
      en: 'a row of a report is only ever answered, not asked for',
      fr: 'une ligne de rapport se lit dans une réponse et ne se donne pas',
    });
  },
});

export const ReportParameterInput = builder.inputType('ReportParameterInput', {
  description: 'A parameter of a report, and what it is given.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Its name, as `reports` lists it.' }),
    values: t.stringList({
      required: true,
      description: 'Its value as text; several for a parameter that takes several.',
    }),
  }),
});

/** A report that is read: which rows, and which page of them. */
interface ReportPageModel {
  readonly dataset: Dataset;
  readonly view: DayView;
  readonly values: ParameterValues;
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
}

const ReportPageRef = builder.objectRef<ReportPageModel>('ReportPage').implement({
  description: 'A page of the rows of a report.',
  fields: (t) => ({
    report: t.expose('dataset', { type: ReportRef, description: 'The report.' }),
    rows: t.field({
      type: [ReportRow],
      description: 'The rows of the page, in the order of the report.',
      resolve: ({ dataset, rows }) => rows.map((row) => recordOf(dataset, row)),
    }),
    totalCount: t.int({
      description: 'Rows. All of the report, whatever the page; counted only when it is asked for.',
      resolve: countRows,
    }),
    hasNextPage: t.exposeBoolean('hasNextPage', {
      description: 'Whether rows follow the last one of the page.',
    }),
    endCursor: t.string({
      nullable: true,
      description: 'Cursor of the last row, for `after`. Absent on an empty page.',
      resolve: ({ dataset, view, rows }) => {
        const last = rows.at(-1);
        return last === undefined ? null : cursorOf(dataset, view, last);
      },
    }),
  }),
});

function recordOf({ columns }: Dataset, row: Row): Readonly<Record<string, Cell>> {
  return Object.fromEntries(columns.map(({ name }, place) => [name, row[place] ?? null]));
}

builder.queryField('report', (t) =>
  t.field({
    type: ReportPageRef,
    description:
      'The flat rows of a report, for tools that speak GraphQL alone; files of /reports are faster.',
    ...reportPage(DEFAULT_ROWS, MOST_ROWS),
    args: {
      name: t.arg.string({ required: true, description: 'Its name, as `reports` lists it.' }),
      parameters: t.arg({
        type: [ReportParameterInput],
        description: 'What it is asked with; those that are not given are what `reports` says.',
      }),
      first: t.arg.int({ description: 'Rows of the page: 0 to 5000, 500 when absent.' }),
      after: t.arg.string({ description: 'Only rows after this cursor of the same report.' }),
      asOf: t.arg({ type: 'Date', description: AS_OF }),
      publication: t.arg(PUBLICATION),
      knownOn: t.arg(KNOWN_ON),
    },
    resolve: async (_root, { name, parameters, first, after, asOf }, context, info) => {
      const dataset = datasetOf(name);
      const view = viewOf(context, asOf);
      const values = valuesOf(dataset, parameters ?? []);
      const size = sizeOf(first);
      const rows = await readPage({ dataset, view, values }, context, size + 1, after ?? null);
      const hasNextPage = rows.length > size;
      if (after == null && !hasNextPage && size > 0 && areEmpty(dataset, rows)) {
        noteEmptyRows({ dataset, view, values }, rows, context, info);
      }
      return { dataset, view, values, rows: rows.slice(0, size), hasNextPage };
    },
  }),
);

/** The report of an argument. */
export function datasetOf(name: string): Dataset {
  const dataset = datasetNamed(name);
  if (dataset) return dataset;
  const known = DATASETS.map((each) => each.name).join(', ');
  throw new BadUserInputError({
    en: `name: there is no report "${name}": ${known} are accepted`,
    fr: `name : il n’y a pas de rapport « ${name} » : ${known} sont acceptés`,
  });
}

function sizeOf(first: number | null | undefined): number {
  const size = first ?? DEFAULT_ROWS;
  if (size >= 0 && size <= MOST_ROWS) return size;
  throw new BadUserInputError({
    en: `first: ${size} is not accepted: give 0 to ${MOST_ROWS}, and read on with the endCursor of the page`,
    fr: `first : ${size} n’est pas accepté : donnez 0 à ${MOST_ROWS}, et lisez la suite avec l’endCursor de la page`,
  });
}

/** The day is an argument of its own, as everywhere in GraphQL. */
export function valuesOf(
  dataset: Dataset,
  given: readonly { readonly name: string; readonly values: readonly string[] }[],
): ParameterValues {
  const parameters = dataset.parameters.filter(({ name }) => name !== 'as_of');
  const pairs = given.flatMap(({ name, values }) => values.map((value) => [name, value]));
  const { values, problems } = parseParameters(parameters, new URLSearchParams(pairs));
  const [problem] = problems;
  if (!problem) return values;
  const { parameter, message } = problem;
  throw new BadUserInputError({
    en: `parameters: ${parameter} ${message.en}`,
    fr: `parameters : ${parameter} ${message.fr}`,
  });
}

type Asked = Pick<ReportPageModel, 'dataset' | 'view' | 'values'>;

/** Notes that rows, which are all of a report, are none or have no rate. */
export function noteEmptyRows(
  { dataset, view, values }: Asked,
  rows: readonly Row[],
  context: OperationContext,
  info: GraphQLResolveInfo,
): void {
  const today = view.day === context.today ? null : viewOf(context);
  const asked = { view, values: { ...values, as_of: view.day }, today };
  noteEmpty(context, info, () => explainRows(dataset, asked, rows));
}

function batchesOf(
  { dataset, view, values }: Asked,
  { loaders: { read }, run, access, services: { surveys }, unknownFindsNothing }: OperationContext,
) {
  const batches = (accepted: ParameterValues) =>
    readDataset(dataset, { view, values: accepted, read, run, access, surveys, limit: null });
  return unknownFindsNothing ? rowsAsAccepted(batches, values) : batches(values);
}

/** Rows after a cursor, or from the start: so many at most. */
async function readPage(
  asked: Asked,
  context: OperationContext,
  most: number,
  after: string | null,
): Promise<readonly Row[]> {
  const { dataset, view } = asked;
  const page: Row[] = [];
  let begun = after === null;
  for await (const { rows } of batchesOf(asked, context)) {
    for (const row of rows) {
      if (begun) page.push(row);
      else begun = cursorOf(dataset, view, row) === after;
      if (page.length === most) return page;
    }
  }
  if (begun) return page;
  const given = JSON.stringify(after?.slice(0, 200));
  throw new BadUserInputError({
    en: `after: ${given} is not a cursor of this report: give an endCursor of the same name, parameters and publication`,
    fr: `after : ${given} n’est pas un curseur de ce rapport : donnez un endCursor des mêmes nom, paramètres et publication`,
  });
}

async function countRows(asked: Asked, _args: object, context: OperationContext): Promise<number> {
  let count = 0;
  for await (const { rows } of batchesOf(asked, context)) count += rows.length;
  return count;
}

/** The key of a row, and the publication. */
function cursorOf({ name, key, columns }: Dataset, { snapshot }: DayView, row: Row): string {
  const cells = key.map((column) => row[columns.findIndex((each) => each.name === column)]);
  const parts = [name, snapshot.publication.id, ...cells];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}
