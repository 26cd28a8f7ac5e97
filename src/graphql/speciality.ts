import { certificationsOfCode } from '../db/nomenclatures.ts';
import type { PlainDate } from '../domain/calendar.ts';
import { parseSpecialityCode } from '../domain/nomenclature.ts';
import { officialSpecialityLabel } from '../domain/nomenclature-labels.ts';
import { AS_OF, asOfDay } from './as-of.ts';
import { builder } from './builder.ts';
import { CertificationRef } from './certification.ts';
import { certificationsField } from './certifications-field.ts';
import { pageComplexity } from './connection.ts';
import type { RequestContext } from './context.ts';
import {
  NomenclatureFilter,
  type NomenclatureModel,
  NomenclatureOrder,
  nomenclatureConnection,
} from './nomenclature.ts';

export const SpecialityRef = builder.objectRef<NomenclatureModel>('Speciality');

/** The speciality of a code, seen on a day; null when no fiche carries it nor one below it. */
export async function loadSpeciality({ loaders }: RequestContext, code: string, asOf: PlainDate) {
  const row = await loaders.speciality.load(code);
  return row && { ...row, asOf };
}

builder.node(SpecialityRef, {
  description:
    'A speciality (spécialité de formation) of the NSF, a tree of codes: 326t is below 326, 32 and 3.',
  id: { resolve: ({ code }) => code, description: 'Opaque identifier: give it back to `node`.' },
  loadManyWithoutCache: (codes, context) =>
    Promise.all(codes.map((code) => loadSpeciality(context, code, context.today))),
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'Code NSF: one to three digits, with or without a letter.',
    }),
    label: t.string({
      nullable: true,
      description:
        'Libellé, the one it most often has on the fiches; of one or two digits, the official one. Absent when neither gives one.',
      resolve: ({ code, label }) => label ?? officialSpecialityLabel(code),
    }),
    parent: t.field({
      type: SpecialityRef,
      nullable: true,
      description: 'The speciality above: the code without its last character. Absent at the top.',
      resolve: ({ code, asOf }, _args, context) =>
        code.length > 1 ? loadSpeciality(context, code.slice(0, -1), asOf) : null,
    }),
    certifications: certificationsField(t, {
      name: 'Speciality.certifications',
      description: 'Certifications that carry its code or one below it.',
      keyOf: ({ code }) => code,
      rows: (db, filter, asOf, orders) =>
        certificationsOfCode(db, 'speciality', filter, asOf, orders),
    }),
  }),
});

builder.objectField(CertificationRef, 'specialities', (t) =>
  t.field({
    type: [SpecialityRef],
    description: 'Codes NSF of the fiche, each once, in its order.',
    resolve: async ({ code, asOf }, _args, { loaders }) =>
      (await loaders.specialities.load(code)).map((row) => ({ ...row, asOf })),
  }),
);

const SpecialityConnection = builder.connectionObject(
  { type: SpecialityRef, name: 'SpecialityConnection', description: 'A page of specialities.' },
  { name: 'SpecialityEdge', description: 'A speciality in a list.' },
);

builder.queryFields((t) => ({
  speciality: t.field({
    type: SpecialityRef,
    nullable: true,
    description: 'One speciality. Absent when no fiche carries its code nor one below it.',
    args: {
      code: t.arg.string({ required: true, description: 'Code NSF or its first characters.' }),
      asOf: t.arg({ type: 'Date', description: AS_OF }),
    },
    resolve: (_root, { code, asOf }, context) =>
      loadSpeciality(context, parseSpecialityCode(code), asOfDay(asOf, context.today)),
  }),
  specialities: t.connection(
    {
      type: SpecialityRef,
      description: 'Specialities that fiches carry, by code unless another order is given.',
      complexity: pageComplexity,
      args: {
        filter: t.arg({ type: NomenclatureFilter, description: 'Which ones.' }),
        orderBy: t.arg({ type: [NomenclatureOrder], description: 'Their order.' }),
        asOf: t.arg({ type: 'Date', description: AS_OF }),
      },
      resolve: (_root, args, context) =>
        nomenclatureConnection(context, 'speciality', args, parseSpecialityCode),
    },
    SpecialityConnection,
  ),
}));
