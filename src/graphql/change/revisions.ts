import type { FigureChangeRow } from '../../db/queries/changes.ts';
import {
  CHANGE_FIELD_LABELS,
  FIGURE_FIELDS,
  type FigureField,
} from '../../domain/changes/change-field.ts';
import { publicationOf } from '../../snapshot/history/history.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { CohortRef } from '../cohort/cohort.ts';
import { builder } from '../core/builder.ts';
import { revisionsOfCohort } from '../cost/changes.ts';
import { PublicationRef } from '../publication/publication.ts';
import { SourceRef } from '../publication/source.ts';

const CohortFigure = builder.enumType('CohortFigure', {
  description: 'A figure of a cohort (promotion) as it is published.',
  values: Object.fromEntries(
    FIGURE_FIELDS.map((field) => [field, { description: `${CHANGE_FIELD_LABELS[field].fr}.` }]),
  ) as Record<FigureField, { description: string }>,
});

interface Revision {
  readonly snapshot: Snapshot;
  readonly row: FigureChangeRow;
}

/** A figure as it was kept: heads or percent. */
function figureOf(text: string | null): number | null {
  return text === null ? null : Number(text);
}

const VALUE = 'Heads, or percent 0 to 100 as published.';

const FigureRevisionRef = builder.objectRef<Revision>('FigureRevision').implement({
  description: 'A figure of a cohort that is not as it was in the publication before (révision).',
  fields: (t) => ({
    publication: t.field({
      type: PublicationRef,
      description: 'The publication that has it so.',
      resolve: ({ snapshot, row }) => publicationOf(snapshot, row.publicationId),
    }),
    figure: t.field({
      type: CohortFigure,
      description: 'Which figure.',
      resolve: ({ row }) => row.field,
    }),
    before: t.float({
      nullable: true,
      description: `${VALUE} What it was. Absent when it was not published before.`,
      resolve: ({ row }) => figureOf(row.before),
    }),
    after: t.float({
      nullable: true,
      description: `${VALUE} What it is. Absent when it is published no longer.`,
      resolve: ({ row }) => figureOf(row.after),
    }),
    source: t.field({
      type: SourceRef,
      nullable: true,
      description: 'The file that says so. Absent when the figure is published no longer.',
      resolve: ({ snapshot, row }) =>
        row.sourceId === null ? null : (snapshot.sources.get(row.sourceId) ?? null),
    }),
  }),
});

builder.objectField(CohortRef, 'revisions', (t) =>
  t.field({
    type: [FigureRevisionRef],
    ...revisionsOfCohort,
    description:
      'Figures that were added, altered or withdrawn since history begins, newest publication first. What came with a fiche that was new is no revision.',
    resolve: async ({ certification: { code, view }, year }, _args, { loaders }) => {
      const rows = await loaders.figureChanges.load(code);
      return rows
        .filter(({ cohortYear }) => cohortYear === year)
        .map((row) => ({ snapshot: view.snapshot, row }));
    },
  }),
);
