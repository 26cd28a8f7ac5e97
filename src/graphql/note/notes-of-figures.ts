import {
  comparedNotes,
  notesOfChange,
  notesOfCohort,
  notesOfCohorts,
  notesOfLatest,
} from '../../snapshot/notes/notes.ts';
import { noteRows } from '../../snapshot/rows/note-row.ts';
import { CertificationRef } from '../certification/certification.ts';
import { ChangeRef } from '../change/change.ts';
import { CohortRef } from '../cohort/cohort.ts';
import { builder } from '../core/builder.ts';
import { andThen } from '../core/maybe.ts';
import { listOf, ofNotes } from '../cost/lists.ts';
import { InsertionRateRef } from '../insertion/insertion-rate.ts';
import { InsertionSummaryRef } from '../insertion/insertion-summary.ts';
import { PooledRateRef } from '../insertion/pooled-rate.ts';
import { SummaryRateRef } from '../insertion/summary-rate.ts';
import { BenchmarkRef } from '../peers/benchmark.ts';
import { NoteRef } from './note.ts';

builder.objectField(CertificationRef, 'notes', (t) =>
  t.field({
    type: [NoteRef],
    ...listOf(ofNotes),
    description: 'Notes that touch a figure of one of its cohorts, or of several.',
    resolve: ({ view, row }) =>
      noteRows(view, notesOfLatest(view, [row], { kind: null, lastCohorts: null })),
  }),
);

builder.objectField(CohortRef, 'notes', (t) =>
  t.field({
    type: [NoteRef],
    ...listOf(ofNotes),
    description: 'Notes that touch one of its figures.',
    resolve: ({ view, row }) => noteRows(view, notesOfCohort(view, row, null)),
  }),
);

builder.objectField(InsertionRateRef, 'notes', (t) =>
  t.field({
    type: [NoteRef],
    ...listOf(ofNotes),
    description: 'Notes that touch this rate.',
    resolve: ({ view, cohort, indicator }) =>
      noteRows(view, notesOfCohort(view, cohort, indicator)),
  }),
);

builder.objectField(PooledRateRef, 'notes', (t) =>
  t.field({
    type: [NoteRef],
    ...listOf(ofNotes),
    description:
      'Notes that touch this rate over the selected cohorts; a break in series also when they reach over it.',
    resolve: ({ view, cohorts, indicator }) =>
      noteRows(view, notesOfCohorts(view, cohorts, indicator)),
  }),
);

builder.objectField(InsertionSummaryRef, 'notes', (t) =>
  t.field({
    type: [NoteRef],
    ...listOf(ofNotes),
    description:
      'Notes that touch a figure of one of the cohorts of the group; a break in series also when they reach over it.',
    resolve: (summary, _args, { run }) =>
      andThen(summary.notes(null, run), (notes) => noteRows(summary.view, notes)),
  }),
);

builder.objectField(SummaryRateRef, 'notes', (t) =>
  t.field({
    type: [NoteRef],
    ...listOf(ofNotes),
    description:
      'Notes that touch this rate of one of the cohorts of the group; a break in series also when they reach over it.',
    resolve: ({ summary, indicator }, _args, { run }) =>
      andThen(summary.notes(indicator, run), (notes) => noteRows(summary.view, notes)),
  }),
);

builder.objectField(BenchmarkRef, 'notes', (t) =>
  t.field({
    type: [NoteRef],
    ...listOf(ofNotes),
    description:
      'Notes that touch the rate of the certification or of one of its peers, over the cohorts that are pooled.',
    resolve: ({ board, certification: { view, row } }) =>
      noteRows(view, comparedNotes(view, board, row)),
  }),
);

builder.objectField(ChangeRef, 'notes', (t) =>
  t.field({
    type: [NoteRef],
    ...listOf(ofNotes),
    description: 'Notes that touch the figure that changed; none when it is of no figure.',
    resolve: ({ view, row }) => noteRows(view, notesOfChange(view.snapshot, row, view.day)),
  }),
);
