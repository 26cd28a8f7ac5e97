import type { ColumnHead, Dataset } from '../../datasets/dataset.ts';
import {
  type ColumnProfile,
  type DatasetProfile,
  profileDataset,
} from '../../datasets/profile/profile.ts';
import type { ValueCount } from '../../datasets/profile/tally.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import { KNOWN_ON, PUBLICATION } from '../core/asked-publication.ts';
import { builder } from '../core/builder.ts';
import { AS_OF, viewOf } from '../core/context.ts';
import { labelField, textIn } from '../core/language.ts';
import { reportProfile } from '../cost/lists.ts';
import { ReportColumnRef, ReportRef } from './report.ts';
import { datasetOf, noteEmptyRows, ReportParameterInput, valuesOf } from './report-rows.ts';

/** Values of a column that are given when nothing is said. */
const USUAL_VALUES = 20;
const MOST_VALUES = 1_000;

/** A value of a column: its codes have labels. */
interface ValueModel extends ValueCount {
  readonly codes: ColumnHead['codes'];
}

const ReportValueRef = builder.objectRef<ValueModel>('ReportValue').implement({
  description: 'A value of a column of a report.',
  fields: (t) => ({
    value: t.string({
      description: 'The value as text; a number has a decimal point.',
      resolve: ({ value }) => String(value),
    }),
    label: labelField(
      t,
      'What it is called; the value itself when it is no code.',
      ({ value, codes }, language) => {
        const label = codes?.[String(value)];
        return label ? textIn(label, language) : String(value);
      },
    ),
    rows: t.exposeInt('rows', { description: 'Rows. How many have it.' }),
  }),
});

const ReportColumnProfileRef = builder.objectRef<ColumnProfile>('ReportColumnProfile').implement({
  description: 'What there is in a column of a report.',
  fields: (t) => ({
    column: t.expose('column', { type: ReportColumnRef, description: 'The column.' }),
    absent: t.exposeInt('absent', { description: 'Rows. How many have no value in it.' }),
    distinct: t.exposeInt('distinct', {
      nullable: true,
      description:
        'Values. How many different ones there are; absent where they are too many, or too long, to be counted.',
    }),
    least: t.string({
      nullable: true,
      description:
        'The smallest number, or the first day, as text. Absent in a column of other values, and without any.',
      resolve: ({ range }) => range && String(range.least),
    }),
    greatest: t.string({
      nullable: true,
      description: 'The largest number, or the last day, as text. Absent as `least` is.',
      resolve: ({ range }) => range && String(range.greatest),
    }),
    values: t.field({
      type: [ReportValueRef],
      description:
        'Its values, the most frequent first. None where they are too many, or too long, to be counted.',
      args: {
        first: t.arg.int({ description: 'Values. So many at most: 0 to 1000, 20 when absent.' }),
      },
      resolve: ({ column: { codes }, values }, { first }) =>
        values.slice(0, sizeOf(first)).map((each) => ({ ...each, codes })),
    }),
    statuses: t.field({
      type: [ReportValueRef],
      nullable: true,
      description:
        'Of a rate: its statuses, which say why it is absent, the most frequent first. Absent of all other columns.',
      resolve: ({ status }) =>
        status?.values.map((each) => ({ ...each, codes: status.column.codes })) ?? null,
    }),
  }),
});

interface ProfileModel extends DatasetProfile {
  readonly dataset: Dataset;
}

const ReportProfileRef = builder.objectRef<ProfileModel>('ReportProfile').implement({
  description: 'What there is in the columns of a report, over the rows that parameters choose.',
  fields: (t) => ({
    report: t.expose('dataset', { type: ReportRef, description: 'The report.' }),
    rows: t.exposeInt('rows', { description: 'Rows. All that the parameters choose.' }),
    columns: t.expose('columns', {
      type: [ReportColumnProfileRef],
      description: 'Those that were asked for, in the order given; all in the order of the report.',
    }),
  }),
});

builder.queryField('reportProfile', (t) =>
  t.field({
    type: ReportProfileRef,
    description:
      'What there is in the columns of a report before its rows are read: values with their rows, ranges, how much is absent, and for rates why.',
    ...reportProfile,
    args: {
      name: t.arg.string({ required: true, description: 'Its name, as `reports` lists it.' }),
      parameters: t.arg({
        type: [ReportParameterInput],
        description: 'Which rows; parameters that are not given are what `reports` says.',
      }),
      columns: t.arg.stringList({ description: 'Names of columns; all when absent.' }),
      asOf: t.arg({ type: 'Date', description: AS_OF }),
      publication: t.arg(PUBLICATION),
      knownOn: t.arg(KNOWN_ON),
    },
    resolve: async (_root, { name, parameters, columns, asOf }, context, info) => {
      const dataset = datasetOf(name);
      const view = viewOf(context, asOf);
      const values = valuesOf(dataset, parameters ?? []);
      const { run, access, loaders, services } = context;
      const profile = await profileDataset(dataset, namesOf(dataset, columns), {
        ...{ view, values, run, access, read: loaders.read, surveys: services.surveys },
      });
      if (profile.rows === 0) noteEmptyRows({ dataset, view, values }, [], context, info);
      return { ...profile, dataset };
    },
  }),
);

/** The columns that are asked for, each once. */
function namesOf(
  { columns }: Dataset,
  given: readonly string[] | null | undefined,
): readonly string[] {
  const names = columns.map(({ name }) => name);
  if (given == null) return names;
  const unknown = given.find((name) => !names.includes(name));
  if (unknown === undefined) return [...new Set(given)];
  const list = names.join(', ');
  throw new BadUserInputError({
    en: `columns: there is no column ${JSON.stringify(unknown)}: ${list} are accepted`,
    fr: `columns : il n’y a pas de colonne ${JSON.stringify(unknown)} : ${list} sont acceptées`,
  });
}

function sizeOf(first: number | null | undefined): number {
  const size = first ?? USUAL_VALUES;
  if (size >= 0 && size <= MOST_VALUES) return size;
  throw new BadUserInputError({
    en: `first: ${size} is not accepted: give 0 to ${MOST_VALUES}`,
    fr: `first : ${size} n’est pas accepté : donnez 0 à ${MOST_VALUES}`,
  });
}
