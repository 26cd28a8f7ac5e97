import { certificationsOfCode } from '../db/nomenclatures.ts';
import type { PlainDate } from '../domain/calendar.ts';
import { parseFormacode } from '../domain/nomenclature.ts';
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

export const FormacodeRef = builder.objectRef<NomenclatureModel>('Formacode');

/** The Formacode of a code, seen on a day; null when no fiche carries it. */
export async function loadFormacode({ loaders }: RequestContext, code: string, asOf: PlainDate) {
  const row = await loaders.formacode.load(code);
  return row && { ...row, asOf };
}

builder.node(FormacodeRef, {
  description: 'A term of the Formacode® thesaurus, as fiches name it.',
  id: { resolve: ({ code }) => code, description: 'Opaque identifier: give it back to `node`.' },
  loadManyWithoutCache: (codes, context) =>
    Promise.all(codes.map((code) => loadFormacode(context, code, context.today))),
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Formacode, five digits.' }),
    label: t.exposeString('label', {
      nullable: true,
      description:
        'Libellé, the one it most often has on the fiches. Absent when no fiche gives one.',
    }),
    certifications: certificationsField(t, {
      name: 'Formacode.certifications',
      description: 'Certifications that carry it.',
      keyOf: ({ code }) => code,
      rows: (db, filter, asOf, orders) =>
        certificationsOfCode(db, 'formacode', filter, asOf, orders),
    }),
  }),
});

builder.objectField(CertificationRef, 'formacodes', (t) =>
  t.field({
    type: [FormacodeRef],
    description: 'Formacodes of the fiche, each once, in its order.',
    resolve: async ({ code, asOf }, _args, { loaders }) =>
      (await loaders.formacodes.load(code)).map((row) => ({ ...row, asOf })),
  }),
);

const FormacodeConnection = builder.connectionObject(
  { type: FormacodeRef, name: 'FormacodeConnection', description: 'A page of Formacodes.' },
  { name: 'FormacodeEdge', description: 'A Formacode in a list.' },
);

builder.queryFields((t) => ({
  formacode: t.field({
    type: FormacodeRef,
    nullable: true,
    description: 'One Formacode. Absent when no fiche carries it.',
    args: {
      code: t.arg.string({ required: true, description: 'Formacode, whole.' }),
      asOf: t.arg({ type: 'Date', description: AS_OF }),
    },
    resolve: (_root, { code, asOf }, context) =>
      loadFormacode(context, parseFormacode(code), asOfDay(asOf, context.today)),
  }),
  formacodes: t.connection(
    {
      type: FormacodeRef,
      description: 'Formacodes that fiches carry, by code unless another order is given.',
      complexity: pageComplexity,
      args: {
        filter: t.arg({ type: NomenclatureFilter, description: 'Which ones.' }),
        orderBy: t.arg({ type: [NomenclatureOrder], description: 'Their order.' }),
        asOf: t.arg({ type: 'Date', description: AS_OF }),
      },
      resolve: (_root, args, context) =>
        nomenclatureConnection(context, 'formacode', args, parseFormacode),
    },
    FormacodeConnection,
  ),
}));
