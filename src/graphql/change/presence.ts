import type { RemovedRow } from '../../db/queries/changes.ts';
import { numberOf } from '../../domain/certification/register-code.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { publicationOf } from '../../snapshot/history/history.ts';
import {
  type Absence,
  absencesOf,
  firstSeenIn,
  lastSeenIn,
} from '../../snapshot/history/presence.ts';
import { removedOf } from '../../snapshot/history/removed.ts';
import { CertificationRef } from '../certification/certification.ts';
import { Register } from '../certification/register.ts';
import { builder } from '../core/builder.ts';
import { viewOf } from '../core/context.ts';
import { andThen } from '../core/maybe.ts';
import { presenceRead } from '../cost/changes.ts';
import { PublicationRef } from '../publication/publication.ts';
import { historyField, type Remembered } from './history.ts';

const AbsenceRef = builder.objectRef<Absence>('Absence').implement({
  description: 'A time in which the registers did not have a certification.',
  fields: (t) => ({
    removed: t.expose('removed', {
      type: PublicationRef,
      description: 'The first publication without it.',
    }),
    reappeared: t.expose('reappeared', {
      type: PublicationRef,
      nullable: true,
      description: 'The first publication that has it again. Absent when it is still away.',
    }),
  }),
});

/** Fields that tell when a certification was there, of a type whose objects are such. */
function presenceFields<Parent extends Remembered>(
  t: PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, Parent>,
) {
  return {
    firstSeen: t.field({
      type: PublicationRef,
      ...presenceRead,
      description:
        'The first publication that has it. Where history begins, when it was there by then.',
      resolve: async ({ view, code }, _args, { loaders }) =>
        firstSeenIn(view.snapshot, await loaders.presences.load(code)),
    }),
    lastSeen: t.field({
      type: PublicationRef,
      ...presenceRead,
      description:
        'The last publication that has it: the one that answers, unless it is gone by then.',
      resolve: async ({ view, code }, _args, { loaders }) =>
        lastSeenIn(view.snapshot, await loaders.presences.load(code)),
    }),
    absences: t.field({
      type: [AbsenceRef],
      ...presenceRead,
      description: 'When the registers did not have it, since it was first seen; oldest first.',
      resolve: async ({ view, code }, _args, { loaders }) =>
        absencesOf(view.snapshot, await loaders.presences.load(code)),
    }),
  };
}

builder.objectFields(CertificationRef, (t) => presenceFields(t));

/** A certification that is gone, seen on a day. */
interface Gone extends Remembered, Omit<RemovedRow, 'code'> {
  readonly view: DayView;
}

const RemovedCertificationRef = builder.objectRef<Gone>('RemovedCertification').implement({
  description: 'A certification that the registers have no longer, as it last was.',
  fields: (t) => ({
    code: t.expose('code', { type: 'RegisterCode', description: 'Numéro de fiche.' }),
    register: t.expose('register', { type: Register, description: 'Register of the fiche.' }),
    number: t.int({
      description: 'Number of the fiche in its register, without prefix.',
      resolve: ({ code }) => numberOf(code),
    }),
    title: t.exposeString('title', { description: 'Intitulé.' }),
    level: t.exposeInt('level', {
      nullable: true,
      description: 'Niveau de qualification, 1 to 8. Absent when it had none.',
    }),
    certifiers: t.field({
      type: ['Siren'],
      description: 'SIREN of the certifying bodies (certificateurs) that were in force.',
      resolve: ({ certifiers }) => [...certifiers],
    }),
    removed: t.field({
      type: PublicationRef,
      description: 'The first publication without it.',
      resolve: ({ view, publicationId }) => publicationOf(view.snapshot, publicationId),
    }),
    ...presenceFields<Gone>(t),
    history: historyField<Gone>(t),
  }),
});

builder.queryField('removedCertification', (t) =>
  t.field({
    type: RemovedCertificationRef,
    ...presenceRead,
    nullable: true,
    description:
      'A certification that was in the registers and is no longer. Absent when they have it, or never had since history begins.',
    args: {
      code: t.arg({
        type: 'RegisterCode',
        required: true,
        description: 'Its number, in any written form.',
      }),
    },
    resolve: (_root, { code }, context) => {
      const view = viewOf(context);
      return andThen(removedOf(view.snapshot, context.loaders.read), (removed) => {
        const row = removed.get(code);
        return row ? { ...row, view } : null;
      });
    },
  }),
);
