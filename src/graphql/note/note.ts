import type { NoteKind as Kind, Note } from '../../domain/notes/note.ts';
import { noteList } from '../../snapshot/list/lists.ts';
import { filteredNotes } from '../../snapshot/notes/notes.ts';
import { NoteRow } from '../../snapshot/rows/note-row.ts';
import { CertificationRef } from '../certification/certification.ts';
import { Register } from '../certification/register.ts';
import { KNOWN_ON, PUBLICATION } from '../core/asked-publication.ts';
import { builder } from '../core/builder.ts';
import { connectionOf } from '../core/connection.ts';
import { AS_OF, viewOf } from '../core/context.ts';
import { labelField, textIn } from '../core/language.ts';
import { IntRange, namedYears, yearsOf } from '../core/ranges.ts';
import { ofNotes, pages } from '../cost/lists.ts';
import { Indicator } from '../insertion/insertion-indicator.ts';

const NoteKind = builder.enumType('NoteKind', {
  description: 'What a note does.',
  values: {
    NOTE: { description: 'It is shown beside the figures that it touches.' },
    BREAK_IN_SERIES: {
      description:
        'Rupture de série: figures from its year on cannot be compared with those before. It stops changes across it.',
    },
  } satisfies Record<Kind, { description: string }>,
});

export const NoteRef = builder.objectRef<NoteRow>('Note');

builder.node(NoteRef, {
  description:
    'What the operator of this server says of some figures. It goes with each that it touches.',
  id: {
    resolve: ({ note }) => note.id,
    description: 'Opaque identifier: give it back to `node`.',
  },
  loadManyWithoutCache: (ids, context) =>
    ids.map((id) => {
      const note = context.snapshot.notes.find((each) => String(each.id) === id);
      return note ? new NoteRow(viewOf(context), note) : null;
    }),
  fields: (t) => ({
    number: t.int({
      description: 'Number of the note, growing.',
      resolve: ({ note }) => note.id,
    }),
    kind: t.field({
      type: NoteKind,
      description: 'What it does.',
      resolve: ({ note }) => note.kind,
    }),
    text: labelField(
      t,
      'What it says; in French where there is no English text.',
      ({ note }, language) => textIn(note.text, language),
    ),
    register: t.field({
      type: Register,
      nullable: true,
      description: 'It is about figures of this register. Absent when of both.',
      resolve: ({ note }) => note.register,
    }),
    certificationCode: t.string({
      nullable: true,
      description: 'Numéro de fiche that it is about. Absent when it is about all.',
      resolve: ({ note }) => note.certificationCode,
    }),
    certification: t.field({
      type: CertificationRef,
      nullable: true,
      description:
        'The certification that it is about. Absent when it is about all, or the register has it no longer.',
      resolve: ({ certification }) => certification,
    }),
    indicator: t.field({
      type: Indicator,
      nullable: true,
      description:
        'The rate that it is about. Absent when it is about all three, and about the numbers of certified.',
      resolve: ({ note }) => note.indicator,
    }),
    yearFrom: t.int({
      nullable: true,
      description:
        'Année d’obtention of the first cohorts that it is about: of a break, the first of the new series. Absent when open.',
      resolve: ({ note }) => note.yearFrom,
    }),
    yearTo: t.int({
      nullable: true,
      description: 'Année d’obtention of the last cohorts that it is about. Absent when open.',
      resolve: ({ note }) => note.yearTo,
    }),
    startsOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'First as-of day on which it is shown. Absent when open.',
      resolve: ({ note }) => note.startsOn,
    }),
    endsOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last as-of day on which it is shown. Absent when open.',
      resolve: ({ note }) => note.endsOn,
    }),
  }),
});

const NoteFilter = builder.inputType('NoteFilter', {
  description:
    'Which notes: those about all registers, certifications, indicators or years are about each of them. An absent field restricts nothing; lists mean "any of".',
  fields: (t) => ({
    kinds: t.field({ type: [NoteKind], description: 'What they do.' }),
    register: t.field({ type: Register, description: 'About figures of this register.' }),
    certification: t.field({
      type: 'RegisterCode',
      description: 'About figures of this certification.',
    }),
    indicator: t.field({ type: Indicator, description: 'About this rate.' }),
    cohortYear: t.field({ type: IntRange, description: 'About cohorts of some of these years.' }),
    cohortYears: t.field({
      type: 'YearSelection',
      description: 'About cohorts of some of these years; instead of `cohortYear`.',
    }),
  }),
});

const NoteConnection = builder.connectionObject(
  { type: NoteRef, name: 'NoteConnection', description: 'A page of notes.' },
  { name: 'NoteEdge', description: 'A note in a list.' },
);

builder.queryField('notes', (t) =>
  t.connection(
    {
      type: NoteRef,
      ...pages(ofNotes),
      description: 'The notes of the publication that are shown on the as-of day, by number.',
      args: {
        filter: t.arg({ type: NoteFilter, description: 'Which notes.' }),
        asOf: t.arg({ type: 'Date', description: AS_OF }),
        publication: t.arg(PUBLICATION),
        knownOn: t.arg(KNOWN_ON),
      },
      resolve: (_root, args, context) => {
        const view = viewOf(context, args.asOf);
        const cohortYear = yearsOf(namedYears(args.filter), view);
        const found = filteredNotes(view, { ...args.filter, cohortYear });
        return connectionOf(
          noteList(view.snapshot, found),
          args,
          (row) => new NoteRow(view, found[row] as Note),
        );
      },
    },
    NoteConnection,
  ),
);
