import type { ChangeRow } from '../../db/queries/changes.ts';
import { CHANGE_KINDS, type ChangeKind as Kind } from '../../domain/changes/change.ts';
import {
  CHANGE_FIELD_LABELS,
  CHANGE_FIELDS,
  type ChangeField as Field,
} from '../../domain/changes/change-field.ts';
import { changeText } from '../../domain/changes/change-text.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { publicationOf } from '../../snapshot/history/history.ts';
import { removedOf } from '../../snapshot/history/removed.ts';
import { certificationOf } from '../../snapshot/rows/lookup.ts';
import { CertificationRef } from '../certification/certification.ts';
import { builder } from '../core/builder.ts';
import { andThen } from '../core/maybe.ts';
import { changesCounted } from '../cost/changes.ts';
import { PublicationRef } from '../publication/publication.ts';
import { SourceRef } from '../publication/source.ts';

export const ChangeKind = builder.enumType('ChangeKind', {
  description:
    'What happened to a fiche from one publication to the next; docs/method.md#what-changed explains each.',
  values: {
    CREATED: { description: 'The fiche is new in the registers.' },
    REAPPEARED: { description: 'The fiche had left the registers and is back.' },
    REMOVED: { description: 'The registers have the fiche no longer.' },
    ENDED: {
      description:
        'No longer active: the flag (ACTIF) was turned to Non, or the end was moved to before the day of the data.',
    },
    REACTIVATED: { description: 'Active again: the same the other way round.' },
    UPDATED: { description: 'A value, a text or an item of a list is another one, new or gone.' },
    LINEAGE: { description: 'A predecessor or successor is named, or no longer.' },
    RATE_ADDED: { description: 'A rate of a cohort (promotion) that was not published before.' },
    RATE_ALTERED: { description: 'A rate that was published otherwise.' },
    RATE_WITHDRAWN: { description: 'A rate that is published no longer.' },
    CERTIFIED_ADDED: { description: 'A number of certified that was not published before.' },
    CERTIFIED_ALTERED: { description: 'A number of certified that was published otherwise.' },
    CERTIFIED_WITHDRAWN: { description: 'A number of certified that is published no longer.' },
    PARTNERS: {
      description:
        'Another number of partners in force; where it is the same, other partners, by name.',
    },
  } satisfies Record<Kind, { description: string }>,
});

const ChangeField = builder.enumType('ChangeField', {
  description: 'What of a fiche has changed.',
  values: Object.fromEntries(
    CHANGE_FIELDS.map((field) => {
      const { fr, en } = CHANGE_FIELD_LABELS[field];
      return [field, { description: fr === en ? `${fr}.` : `${fr} (${en}).` }];
    }),
  ) as Record<Field, { description: string }>,
});

/** A change, seen on a day. */
export interface ChangeOnDay {
  readonly view: DayView;
  readonly row: ChangeRow;
}

export const ChangeRef = builder.objectRef<ChangeOnDay>('Change').implement({
  description:
    'Something about a certification that is not as it was in the publication before (changement).',
  fields: (t) => ({
    publication: t.field({
      type: PublicationRef,
      description: 'The publication that has it so.',
      resolve: ({ view, row }) => publicationOf(view.snapshot, row.publicationId),
    }),
    kind: t.field({
      type: ChangeKind,
      description: 'What happened.',
      resolve: ({ row }) => row.kind,
    }),
    code: t.field({
      type: 'RegisterCode',
      description: 'Numéro de fiche.',
      resolve: ({ row }) => row.certificationCode,
    }),
    title: t.string({
      description: 'Intitulé as it is, or of a certification that is gone as it last was.',
      resolve: ({ view, row: { certificationCode: code } }, _args, { loaders }) => {
        const known = certificationOf(view, code);
        if (known) return known.title;
        const removed = removedOf(view.snapshot, loaders.read);
        return andThen(removed, (all) => all.get(code)?.title ?? code);
      },
    }),
    certification: t.field({
      type: CertificationRef,
      nullable: true,
      description: 'The certification. Absent when the registers have it no longer.',
      resolve: ({ view, row }) => certificationOf(view, row.certificationCode),
    }),
    cohortYear: t.int({
      nullable: true,
      description: 'Year of the cohort of a figure. Absent for all else.',
      resolve: ({ row }) => row.cohortYear,
    }),
    field: t.field({
      type: ChangeField,
      nullable: true,
      description: 'What of the fiche. Absent when it is new, back or gone as a whole.',
      resolve: ({ row }) => row.field,
    }),
    item: t.string({
      nullable: true,
      description:
        'Which one of several: the code of a block or a nomenclature, the SIRET or the name of a body, the route. Absent where there is one.',
      resolve: ({ row }) => row.item,
    }),
    before: t.string({
      nullable: true,
      description:
        'What it was, as text: days are ISO, flags true or false; of a fiche that is gone its title; of a text past 500 characters the part that differs. Absent when there was none.',
      resolve: ({ row }) => row.before,
    }),
    after: t.string({
      nullable: true,
      description: 'What it is, likewise. Absent when there is none.',
      resolve: ({ row }) => row.after,
    }),
    message: t.string({
      description: 'All of it in one line, in English.',
      resolve: ({ row }) => changeText(row, 'en'),
    }),
    messageFr: t.string({
      description: 'The same in French.',
      resolve: ({ row }) => changeText(row, 'fr'),
    }),
    source: t.field({
      type: SourceRef,
      nullable: true,
      description:
        'The file that gives a figure, or a fiche that is new. Absent for all else, and for what is gone.',
      resolve: ({ view, row }) =>
        row.sourceId === null ? null : (view.snapshot.sources.get(row.sourceId) ?? null),
    }),
  }),
});

export const ChangeConnection = builder.connectionObject(
  { type: ChangeRef, name: 'ChangeConnection', description: 'A page of changes.' },
  { name: 'ChangeEdge', description: 'A change in a list.' },
);

/** How many changes of one kind a list has. */
interface KindCount {
  readonly kind: Kind;
  readonly count: number;
}

const ChangeKindCountRef = builder.objectRef<KindCount>('ChangeKindCount').implement({
  description: 'How many changes of a kind a list has.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ChangeKind, description: 'What happened.' }),
    count: t.exposeInt('count', { description: 'Rows. Changes of this kind, 1 at least.' }),
  }),
});

builder.objectField(ChangeConnection, 'countsByKind', (t) =>
  t.field({
    type: [ChangeKindCountRef],
    ...changesCounted,
    description:
      'How many of each kind, of those kinds of which there are some, in the order of a life: new, gone, ended, updated, then figures. All of the list, whatever the page; counted only when it is asked for.',
    resolve: async ({ countsByKind }) => {
      const counts = await countsByKind?.();
      return CHANGE_KINDS.flatMap((kind) => {
        const count = counts?.get(kind) ?? 0;
        return count > 0 ? [{ kind, count }] : [];
      });
    },
  }),
);
