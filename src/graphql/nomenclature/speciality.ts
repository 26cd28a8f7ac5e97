import { parseSpecialityCode } from '../../domain/nomenclature/nomenclature.ts';
import { officialSpecialityLabel } from '../../domain/nomenclature/nomenclature-labels.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { certificationsOfCodes, codesBelow } from '../../snapshot/filter/codes.ts';
import { CertificationRef } from '../certification/certification.ts';
import { certificationsField } from '../certification/certifications-field.ts';
import { KNOWN_ON, PUBLICATION } from '../core/asked-publication.ts';
import { builder } from '../core/builder.ts';
import { AS_OF, viewOf } from '../core/context.ts';
import { listOf, lookedUp, ofCodes, pages, perCertification, perCode } from '../cost/lists.ts';
import { noteUnknown } from '../empty/empty-answers.ts';
import {
  codeInTree,
  codesOf,
  NomenclatureFilter,
  NomenclatureOrder,
  nomenclatureConnection,
  type SeenCode,
} from './nomenclature.ts';

export const SpecialityRef = builder.objectRef<SeenCode<'specialities'>>('Speciality');

/** The speciality of a code, seen on a day; null when no fiche carries it nor one below it. */
export function specialityOf(view: DayView, code: string | null): SeenCode<'specialities'> | null {
  return codeInTree(view, 'specialities', code);
}

builder.node(SpecialityRef, {
  description:
    'A speciality (spécialité de formation) of the NSF, a tree of codes: 326t is below 326, 32 and 3.',
  id: { resolve: ({ code }) => code, description: 'Opaque identifier: give it back to `node`.' },
  loadManyWithoutCache: (codes, context) =>
    codes.map((code) => specialityOf(viewOf(context), code)),
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
      resolve: ({ view, code }) => specialityOf(view, code.slice(0, -1)),
    }),
    certifications: certificationsField(t, {
      average: perCode('specialities'),
      description: 'Certifications that carry its code or one below it.',
      rowsOf: ({ view: { snapshot }, code }) =>
        certificationsOfCodes(snapshot.specialities, codesBelow(snapshot.specialities.code, code)),
    }),
  }),
});

builder.objectField(CertificationRef, 'specialities', (t) =>
  t.field({
    type: [SpecialityRef],
    ...listOf(perCertification(({ specialities }) => specialities.ofCertification.value.length)),
    description: 'Codes NSF of the fiche, each once, in its order.',
    resolve: (certification) => codesOf(certification, 'specialities'),
  }),
);

const SpecialityConnection = builder.connectionObject(
  { type: SpecialityRef, name: 'SpecialityConnection', description: 'A page of specialities.' },
  { name: 'SpecialityEdge', description: 'A speciality in a list.' },
);

builder.queryFields((t) => ({
  speciality: t.field({
    type: SpecialityRef,
    ...lookedUp,
    nullable: true,
    description: 'One speciality. Absent when no fiche carries its code nor one below it.',
    args: {
      code: t.arg.string({ required: true, description: 'Code NSF or its first characters.' }),
      asOf: t.arg({ type: 'Date', description: AS_OF }),
      publication: t.arg(PUBLICATION),
      knownOn: t.arg(KNOWN_ON),
    },
    resolve: (_root, { code, asOf }, context, info) => {
      const read = parseSpecialityCode(code);
      const found = specialityOf(viewOf(context, asOf), read);
      if (!found) noteUnknown(context, info, 'speciality', ['code', read]);
      return found;
    },
  }),
  specialities: t.connection(
    {
      type: SpecialityRef,
      description: 'Specialities that fiches carry, by code unless another order is given.',
      ...pages(ofCodes('specialities')),
      args: {
        filter: t.arg({ type: NomenclatureFilter, description: 'Which ones.' }),
        orderBy: t.arg({ type: [NomenclatureOrder], description: 'Their order.' }),
        asOf: t.arg({ type: 'Date', description: AS_OF }),
        publication: t.arg(PUBLICATION),
        knownOn: t.arg(KNOWN_ON),
      },
      resolve: (_root, args, context, info) => {
        const parts = { noun: 'specialities', parseCode: parseSpecialityCode } as const;
        return nomenclatureConnection(parts, args, context, info);
      },
    },
    SpecialityConnection,
  ),
}));
