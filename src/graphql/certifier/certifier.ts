import { labelSearch } from '../../domain/search/answer.ts';
import { bodyFigures } from '../../snapshot/body-figures.ts';
import { intOf } from '../../snapshot/columns.ts';
import type { DayView, Mask } from '../../snapshot/day-view.ts';
import { type Test, withinTests } from '../../snapshot/filter/cohort-filter.ts';
import { bodyList, type CertifierOrderField as OrderField } from '../../snapshot/list/body-list.ts';
import { BodyRow } from '../../snapshot/rows/body-row.ts';
import { CertifierLineRow } from '../../snapshot/rows/certifier-line-row.ts';
import { bodyOf, childRows } from '../../snapshot/rows/lookup.ts';
import { CertificationRef } from '../certification/certification.ts';
import { certificationsField } from '../certification/certifications-field.ts';
import { builder } from '../core/builder.ts';
import { connectionOf, orderInput, pageComplexity } from '../core/connection.ts';
import { AS_OF, viewOf } from '../core/context.ts';
import { IntRange, rangeOf } from '../core/ranges.ts';
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
    certificationCount: t.int({
      description: 'Certifications. Those that it certifies now, active or not.',
      resolve: ({ view, row }) => bodyFigures(view).certifications[row] ?? 0,
    }),
    overdueRates: t.int({
      description:
        'Cohorts. Those of what it certifies now whose global rate at 6 months is overdue on the as-of day, and those whose rate in the target occupation at 6 months is: a cohort that owes both counts twice.',
      resolve: ({ view, row }) => bodyFigures(view).overdueRates[row] ?? 0,
    }),
    daysLate: t.int({
      nullable: true,
      description:
        'Days. Since the oldest of its overdue rates was due. Absent when none is overdue.',
      resolve: ({ view, row }) => intOf(bodyFigures(view).daysLate[row]),
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
    certificationCount: t.field({
      type: IntRange,
      description: 'Certifications. It certifies so many now.',
    }),
    overdueRates: t.field({
      type: IntRange,
      description: 'Cohorts. So many of its rates at 6 months are overdue on the as-of day.',
    }),
    daysLate: t.field({
      type: IntRange,
      description: 'Days. The oldest of its overdue rates is so late on the as-of day.',
    }),
  }),
});

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
        const mask = bodyMask(view, args.filter ?? {});
        return connectionOf(
          bodyList(view, args.orderBy ?? [], mask),
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
  view: DayView,
  { sirens, name, ...ranges }: typeof CertifierFilter.$inferInput,
): Mask | null {
  const part = textArgument('name', name);
  const { bodies } = view.snapshot;
  const tests: Test[] = [];
  if (sirens != null) {
    const wanted = new Set<string>(sirens);
    tests.push((row) => wanted.has(bodies.siren[row] ?? ''));
  }
  if (part !== null) {
    const isFound = labelSearch(part, 'name');
    tests.push((row) => isFound(bodies.name[row] ?? ''));
  }
  for (const [field, column] of Object.entries(FIGURES)) {
    const range = rangeOf(field, ranges[field as keyof typeof FIGURES]);
    if (range) tests.push(...withinTests(bodyFigures(view)[column], range));
  }
  if (tests.length === 0) return null;
  return Uint8Array.from(bodies.siren, (_, row) => Number(tests.every((holds) => holds(row))));
}

/** The column of each range that a filter may give. */
const FIGURES = {
  certificationCount: 'certifications',
  overdueRates: 'overdueRates',
  daysLate: 'daysLate',
} as const;
