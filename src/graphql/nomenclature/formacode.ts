import { parseFormacode } from '../../domain/nomenclature/nomenclature.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { certificationsOfCodes } from '../../snapshot/filter/codes.ts';
import { CertificationRef } from '../certification/certification.ts';
import { certificationsField } from '../certification/certifications-field.ts';
import { KNOWN_ON, PUBLICATION } from '../core/asked-publication.ts';
import { builder } from '../core/builder.ts';
import { AS_OF, viewOf } from '../core/context.ts';
import { listOf, lookedUp, ofCodes, pages, perCertification, perCode } from '../cost/lists.ts';
import { noteUnknown } from '../empty/empty-answers.ts';
import {
  codesOf,
  NomenclatureFilter,
  NomenclatureOrder,
  nomenclatureConnection,
  SeenCode,
} from './nomenclature.ts';

export const FormacodeRef = builder.objectRef<SeenCode<'formacodes'>>('Formacode');

/** The Formacode of a code, seen on a day; null when no fiche carries it. */
export function formacodeOf(view: DayView, code: string | null): SeenCode<'formacodes'> | null {
  if (code === null || !view.snapshot.formacodes.rowOf.has(code)) return null;
  return new SeenCode(view, 'formacodes', code);
}

builder.node(FormacodeRef, {
  description: 'A term of the Formacode® thesaurus, as fiches name it.',
  id: { resolve: ({ code }) => code, description: 'Opaque identifier: give it back to `node`.' },
  loadManyWithoutCache: (codes, context) => codes.map((code) => formacodeOf(viewOf(context), code)),
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Formacode, five digits.' }),
    label: t.exposeString('label', {
      nullable: true,
      description:
        'Libellé, the one it most often has on the fiches. Absent when no fiche gives one.',
    }),
    certifications: certificationsField(t, {
      average: perCode('formacodes'),
      description: 'Certifications that carry it.',
      rowsOf: ({ view: { snapshot }, code }) =>
        certificationsOfCodes(snapshot.formacodes, [snapshot.formacodes.rowOf.get(code) ?? -1]),
    }),
  }),
});

builder.objectField(CertificationRef, 'formacodes', (t) =>
  t.field({
    type: [FormacodeRef],
    ...listOf(perCertification(({ formacodes }) => formacodes.ofCertification.value.length)),
    description: 'Formacodes of the fiche, each once, in its order.',
    resolve: (certification) => codesOf(certification, 'formacodes'),
  }),
);

const FormacodeConnection = builder.connectionObject(
  { type: FormacodeRef, name: 'FormacodeConnection', description: 'A page of Formacodes.' },
  { name: 'FormacodeEdge', description: 'A Formacode in a list.' },
);

builder.queryFields((t) => ({
  formacode: t.field({
    type: FormacodeRef,
    ...lookedUp,
    nullable: true,
    description: 'One Formacode. Absent when no fiche carries it.',
    args: {
      code: t.arg.string({ required: true, description: 'Formacode, whole.' }),
      asOf: t.arg({ type: 'Date', description: AS_OF }),
      publication: t.arg(PUBLICATION),
      knownOn: t.arg(KNOWN_ON),
    },
    resolve: (_root, { code, asOf }, context, info) => {
      const read = parseFormacode(code);
      const found = formacodeOf(viewOf(context, asOf), read);
      if (!found) noteUnknown(context, info, 'formacode', ['code', read]);
      return found;
    },
  }),
  formacodes: t.connection(
    {
      type: FormacodeRef,
      description: 'Formacodes that fiches carry, by code unless another order is given.',
      ...pages(ofCodes('formacodes')),
      args: {
        filter: t.arg({ type: NomenclatureFilter, description: 'Which ones.' }),
        orderBy: t.arg({ type: [NomenclatureOrder], description: 'Their order.' }),
        asOf: t.arg({ type: 'Date', description: AS_OF }),
        publication: t.arg(PUBLICATION),
        knownOn: t.arg(KNOWN_ON),
      },
      resolve: (_root, args, context, info) => {
        const parts = { noun: 'formacodes', parseCode: parseFormacode } as const;
        return nomenclatureConnection(parts, args, context, info);
      },
    },
    FormacodeConnection,
  ),
}));
