import { labelSearch } from '../../domain/search/answer.ts';
import type { Mask } from '../../snapshot/day-view.ts';
import { bodyList, type CertifierOrderField as OrderField } from '../../snapshot/list/lists.ts';
import { BodyRow } from '../../snapshot/rows/body-row.ts';
import { CertifierLineRow } from '../../snapshot/rows/certifier-line-row.ts';
import { bodyOf, childRows } from '../../snapshot/rows/lookup.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { CertificationRef } from '../certification/certification.ts';
import { certificationsField } from '../certification/certifications-field.ts';
import { builder } from '../core/builder.ts';
import { connectionOf, orderInput, pageComplexity } from '../core/connection.ts';
import { AS_OF, viewOf } from '../core/context.ts';
import { textArgument } from '../core/text-argument.ts';

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
    certifications: certificationsField(t, {
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
    description: 'Certificateurs, former ones included, in the order of the fiche.',
    resolve: (certification) =>
      childRows(certification, certification.view.snapshot.certifiers.offset, CertifierLineRow),
  }),
);

const CertifierFilter = builder.inputType('CertifierFilter', {
  description: 'Which certifying bodies. An absent field restricts nothing.',
  fields: (t) => ({
    sirens: t.field({ type: ['Siren'], description: 'Their SIREN; any of them.' }),
    name: t.string({
      description:
        'Words of the name, whatever the accents, the case and the endings; or a part of it.',
    }),
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
    resolve: (_root, { siren, asOf }, context) => bodyOf(viewOf(context, asOf), siren),
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
      resolve: (_root, args, context) => {
        const view = viewOf(context, args.asOf);
        const mask = bodyMask(view.snapshot, args.filter ?? {});
        return connectionOf(
          bodyList(view.snapshot, args.orderBy ?? [], mask),
          args,
          (row) => new BodyRow(view, row),
        );
      },
    },
    CertifierConnection,
  ),
}));

/** Certifying bodies of a filter, by row; null = all. */
function bodyMask(
  snapshot: Snapshot,
  { sirens, name }: typeof CertifierFilter.$inferInput,
): Mask | null {
  const part = textArgument('name', name);
  if (sirens == null && part === null) return null;
  const { bodies } = snapshot;
  const wanted = sirens && new Set<string>(sirens);
  const isFound = part === null ? null : labelSearch(part, 'name');
  return Uint8Array.from(bodies.siren, (siren, row) =>
    Number((!wanted || wanted.has(siren)) && (!isFound || isFound(bodies.name[row] ?? ''))),
  );
}
