import {
  type CertificationCertifierRow,
  type CertifierRow,
  certificationsOfCertifier,
  certifierSortKeys,
  certifiers,
  countCertifiers,
  type CertifierOrderField as OrderField,
} from '../db/certifiers.ts';
import { readPage } from '../db/paging.ts';
import type { PlainDate } from '../domain/calendar.ts';
import { AS_OF, asOfDay } from './as-of.ts';
import { builder } from './builder.ts';
import { CertificationRef } from './certification.ts';
import { certificationsField } from './certifications-field.ts';
import { connectionOf, orderInput, pageComplexity } from './connection.ts';
import type { RequestContext } from './context.ts';
import { textArgument } from './text-argument.ts';

/** A certifying body seen on a day: `asOf` reaches its certifications. */
export interface CertifierModel extends CertifierRow {
  readonly asOf: PlainDate;
}

export const CertifierRef = builder.objectRef<CertifierModel>('Certifier');

export async function loadCertifier({ loaders }: RequestContext, siren: string, asOf: PlainDate) {
  const row = await loaders.certifier.load(siren);
  return row && { ...row, asOf };
}

builder.node(CertifierRef, {
  description:
    'A certifying body (certificateur): a legal unit, under whatever names and establishments fiches cite it.',
  id: { resolve: ({ siren }) => siren, description: 'Opaque identifier: give it back to `node`.' },
  loadManyWithoutCache: (sirens, context) =>
    Promise.all(sirens.map((siren) => loadCertifier(context, siren, context.today))),
  fields: (t) => ({
    siren: t.expose('siren', { type: 'Siren', description: 'SIREN of the legal unit.' }),
    name: t.exposeString('name', {
      description: 'Nom légal, the one it most often has on the fiches.',
    }),
    certifications: certificationsField(t, {
      name: 'Certifier.certifications',
      description: 'Certifications that it certifies now (état « Actif »), active or not.',
      keyOf: ({ siren }) => siren,
      rows: certificationsOfCertifier,
    }),
  }),
});

/** A certifier of a fiche that is seen on a day. */
interface CertificationCertifierModel extends CertificationCertifierRow {
  readonly asOf: PlainDate;
}

const CertificationCertifierRef = builder
  .objectRef<CertificationCertifierModel>('CertificationCertifier')
  .implement({
    description: 'A line of « Certificateurs » of a fiche: former ones stay listed.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'Nom légal, as this fiche gives it.' }),
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
        resolve: ({ siren, asOf }, _args, context) =>
          siren === null ? null : loadCertifier(context, siren, asOf),
      }),
    }),
  });

builder.objectField(CertificationRef, 'certifiers', (t) =>
  t.field({
    type: [CertificationCertifierRef],
    description: 'Certificateurs, former ones included, in the order of the fiche.',
    resolve: async ({ code, asOf }, _args, { loaders }) =>
      (await loaders.certifiers.load(code)).map((row) => ({ ...row, asOf })),
  }),
);

const CertifierFilter = builder.inputType('CertifierFilter', {
  description: 'Which certifying bodies. An absent field restricts nothing.',
  fields: (t) => ({
    sirens: t.field({ type: ['Siren'], description: 'Their SIREN; any of them.' }),
    name: t.string({ description: 'Part of the name, whatever the accents and the case.' }),
  }),
});

const CertifierOrderField = builder.enumType('CertifierOrderField', {
  description: 'What certifying bodies are ordered by.',
  values: {
    NAME: { description: 'Nom légal, whatever the accents and the case.' },
    SIREN: { description: 'SIREN.' },
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
    nullable: true,
    description: 'One certifying body. Absent when no fiche names it with a SIRET.',
    args: {
      siren: t.arg({ type: 'Siren', required: true, description: 'Its SIREN.' }),
      asOf: t.arg({ type: 'Date', description: AS_OF }),
    },
    resolve: (_root, { siren, asOf }, context) =>
      loadCertifier(context, siren, asOfDay(asOf, context.today)),
  }),
  certifiers: t.connection(
    {
      type: CertifierRef,
      description:
        'Certifying bodies that fiches name with a SIRET, former ones included; by name unless another order is given.',
      complexity: pageComplexity,
      args: {
        filter: t.arg({ type: CertifierFilter, description: 'Which ones.' }),
        orderBy: t.arg({ type: [CertifierOrder], description: 'Their order.' }),
        asOf: t.arg({ type: 'Date', description: AS_OF }),
      },
      resolve: async (_root, args, { db, today }) => {
        const asOf = asOfDay(args.asOf, today);
        const filter = { ...args.filter, name: textArgument('name', args.filter?.name) };
        const keys = certifierSortKeys(args.orderBy ?? []);
        return connectionOf(
          await readPage(certifiers(db, filter), keys, args),
          (row) => ({ ...row, asOf }),
          () => countCertifiers(db, filter).executeTakeFirstOrThrow(),
        );
      },
    },
    CertifierConnection,
  ),
}));
