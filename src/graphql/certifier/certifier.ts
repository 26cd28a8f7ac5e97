import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import { bodyFigures } from '../../snapshot/body-figures.ts';
import { intOf } from '../../snapshot/columns.ts';
import type { CertifierOrderField as OrderField } from '../../snapshot/list/body-list.ts';
import { BodyRow } from '../../snapshot/rows/body-row.ts';
import { CertifierLineRow } from '../../snapshot/rows/certifier-line-row.ts';
import { bodyOf, childRows } from '../../snapshot/rows/lookup.ts';
import { CertificationRef } from '../certification/certification.ts';
import { certificationsField } from '../certification/certifications-field.ts';
import { KNOWN_ON, PUBLICATION } from '../core/asked-publication.ts';
import { builder } from '../core/builder.ts';
import { connectionOf, orderInput } from '../core/connection.ts';
import { AS_OF, viewOf } from '../core/context.ts';
import { andThen } from '../core/maybe.ts';
import {
  bodiesPage,
  bodyFigure,
  listOf,
  lookedUp,
  perBody,
  perCertification,
} from '../cost/lists.ts';
import { isEmptyList, noteEmpty, noteUnknown } from '../empty/empty-answers.ts';
import { CertifierFilter, explainBodies, filteredBodies } from './certifier-filter.ts';

export const CertifierRef = builder.objectRef<BodyRow>('Certifier');

/** Rows of what a body certifies now, by code. */
export function certificationsOf({ view, row }: BodyRow): Int32Array {
  const { offset, value } = view.snapshot.bodies.certifications;
  return value.subarray(offset[row], offset[row + 1]);
}

builder.node(CertifierRef, {
  description:
    'A certifying body (certificateur): a legal unit, under whatever names and establishments fiches cite it.',
  id: {
    resolve: ({ siren }) => siren,
    description: 'Opaque identifier: give it back to `node`.',
  },
  loadManyWithoutCache: (sirens, context) => sirens.map((siren) => bodyOf(viewOf(context), siren)),
  fields: (t) => ({
    siren: t.expose('siren', {
      type: 'Siren',
      description: 'SIREN of the legal unit.',
    }),
    name: t.exposeString('name', {
      description: 'Nom légal, the one it most often has on the fiches.',
    }),
    certificationCount: t.int({
      description: 'Certifications. Those that it certifies now, active or not.',
      resolve: ({ view: { snapshot }, row }) => {
        const { offset } = snapshot.bodies.certifications;
        return (offset[row + 1] ?? 0) - (offset[row] ?? 0);
      },
    }),
    overdueRates: t.int({
      ...bodyFigure,
      description: `${measureDescription('OVERDUE_RATES')} Over what it certifies now.`,
      resolve: ({ view, row }, _args, { run }) =>
        andThen(run(bodyFigures(view)), ({ overdueRates }) => overdueRates[row] ?? 0),
    }),
    daysLate: t.int({
      ...bodyFigure,
      nullable: true,
      description: measureDescription('CERTIFIER_DAYS_LATE'),
      resolve: ({ view, row }, _args, { run }) =>
        andThen(run(bodyFigures(view)), ({ daysLate }) => intOf(daysLate[row])),
    }),
    certifications: certificationsField(t, {
      average: perBody,
      description: 'Certifications that it certifies now (état « Actif »), active or not.',
      rowsOf: certificationsOf,
    }),
  }),
});

const CertificationCertifierRef = builder
  .objectRef<CertifierLineRow>('CertificationCertifier')
  .implement({
    description: 'A line of « Certificateurs » of a fiche: former ones stay listed.',
    fields: (t) => ({
      name: t.exposeString('name', {
        description: 'Nom légal, as this fiche gives it.',
      }),
      siret: t.exposeString('siret', {
        nullable: true,
        description: 'SIRET of the establishment. Absent when not published, or unreadable.',
      }),
      siren: t.expose('siren', {
        type: 'Siren',
        nullable: true,
        description: 'SIREN, the first nine digits of the SIRET. Absent without a SIRET.',
      }),
      state: t.exposeString('state', {
        nullable: true,
        description: 'État as published: « Actif », « Inactif ». Absent on a fiche page.',
      }),
      active: t.exposeBoolean('active', {
        description:
          'Whether it certifies now: état « Actif », or no état, for a fiche page lists only those in force.',
      }),
      stateChangedOn: t.expose('stateChangedOn', {
        type: 'Date',
        nullable: true,
        description: 'Date de dernière modification de l’état. Absent when not published.',
      }),
      tradeName: t.exposeString('tradeName', {
        nullable: true,
        description: 'Nom commercial. Absent when not published.',
      }),
      website: t.exposeString('website', {
        nullable: true,
        description: 'Site internet, as typed. Absent when not published.',
      }),
      certifier: t.field({
        type: CertifierRef,
        nullable: true,
        description: 'The legal unit, with all it certifies. Absent without a SIRET.',
        resolve: ({ certifier }) => certifier,
      }),
    }),
  });

builder.objectField(CertificationRef, 'certifiers', (t) =>
  t.field({
    type: [CertificationCertifierRef],
    ...listOf(perCertification(({ certifiers }) => certifiers.count)),
    description: 'Certificateurs, former ones included, in the order of the fiche.',
    resolve: (certification) =>
      childRows(certification, certification.view.snapshot.certifiers.offset, CertifierLineRow),
  }),
);

const CertifierOrderField = builder.enumType('CertifierOrderField', {
  description: 'What certifying bodies are ordered by.',
  values: {
    NAME: { description: 'Nom légal, whatever the accents and the case.' },
    SIREN: { description: 'SIREN.' },
    CERTIFICATION_COUNT: { description: 'How many certifications it certifies now.' },
    OVERDUE_RATES: { description: 'How many of its rates at 6 months are overdue.' },
    DAYS_LATE: { description: 'How late the oldest of its overdue rates is.' },
  } satisfies Record<OrderField, { description: string }>,
});

const CertifierOrder = orderInput(
  'CertifierOrder',
  CertifierOrderField,
  'One thing to order by; ties are broken by SIREN.',
);

const CertifierConnection = builder.connectionObject(
  { type: CertifierRef, name: 'CertifierConnection', description: 'A page of certifying bodies.' },
  { name: 'CertifierEdge', description: 'A certifying body in a list.' },
);

builder.queryFields((t) => ({
  certifier: t.field({
    type: CertifierRef,
    ...lookedUp,
    nullable: true,
    description: 'One certifying body. Absent when no fiche names it with a SIRET.',
    args: {
      siren: t.arg({ type: 'Siren', required: true, description: 'Its SIREN.' }),
      asOf: t.arg({ type: 'Date', description: AS_OF }),
      publication: t.arg(PUBLICATION),
      knownOn: t.arg(KNOWN_ON),
    },
    resolve: (_root, { siren, asOf }, context, info) => {
      const body = bodyOf(viewOf(context, asOf), siren);
      if (!body) noteUnknown(context, info, 'certifier', ['siren', siren]);
      return body;
    },
  }),
  certifiers: t.connection(
    {
      type: CertifierRef,
      description:
        'Certifying bodies that fiches name with a SIRET, former ones included; by name unless another order is given.',
      ...bodiesPage,
      args: {
        filter: t.arg({ type: CertifierFilter, description: 'Which ones.' }),
        orderBy: t.arg({ type: [CertifierOrder], description: 'Their order.' }),
        asOf: t.arg({ type: 'Date', description: AS_OF }),
        publication: t.arg(PUBLICATION),
        knownOn: t.arg(KNOWN_ON),
      },
      resolve: (_root, args, context, info) => {
        const view = viewOf(context, args.asOf);
        const filter = args.filter ?? {};
        return andThen(context.run(filteredBodies(view, filter, args.orderBy ?? [])), (list) => {
          const connection = connectionOf(list, args, (row) => new BodyRow(view, row));
          if (isEmptyList(connection)) {
            noteEmpty(context, info, () => explainBodies(view, filter, context, args.asOf));
          }
          return connection;
        });
      },
    },
    CertifierConnection,
  ),
}));
