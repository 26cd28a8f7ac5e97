import { parseOccupationCode } from '../../domain/nomenclature/nomenclature.ts';
import { officialOccupationLabel } from '../../domain/nomenclature/nomenclature-labels.ts';
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

export const OccupationRef = builder.objectRef<SeenCode<'occupations'>>('Occupation');

/** The occupation of a code, seen on a day; null when no fiche carries it nor one below it. */
export function occupationOf(view: DayView, code: string | null): SeenCode<'occupations'> | null {
  return codeInTree(view, 'occupations', code);
}

builder.node(OccupationRef, {
  description: 'An occupation (métier, emploi) of the ROME, as fiches name it.',
  id: { resolve: ({ code }) => code, description: 'Opaque identifier: give it back to `node`.' },
  loadManyWithoutCache: (codes, context) =>
    codes.map((code) => occupationOf(viewOf(context), code)),
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'Code ROME: five characters, or three for a whole domain.',
    }),
    label: t.string({
      nullable: true,
      description:
        'Libellé, the one it most often has on the fiches; of a domain, the official one. Absent when neither gives one.',
      resolve: ({ code, label }) => label ?? officialOccupationLabel(code),
    }),
    certifications: certificationsField(t, {
      average: perCode('occupations'),
      description:
        'Certifications that lead to it; for the code of a domain, to any occupation of the domain.',
      rowsOf: ({ view: { snapshot }, code }) =>
        certificationsOfCodes(snapshot.occupations, codesBelow(snapshot.occupations.code, code)),
    }),
  }),
});

builder.objectField(CertificationRef, 'occupations', (t) =>
  t.field({
    type: [OccupationRef],
    ...listOf(perCertification(({ occupations }) => occupations.ofCertification.value.length)),
    description: 'Codes ROME of the fiche, each once, in its order.',
    resolve: (certification) => codesOf(certification, 'occupations'),
  }),
);

const OccupationConnection = builder.connectionObject(
  { type: OccupationRef, name: 'OccupationConnection', description: 'A page of occupations.' },
  { name: 'OccupationEdge', description: 'An occupation in a list.' },
);

builder.queryFields((t) => ({
  occupation: t.field({
    type: OccupationRef,
    ...lookedUp,
    nullable: true,
    description: 'One occupation. Absent when no fiche carries its code nor one below it.',
    args: {
      code: t.arg.string({ required: true, description: 'Code ROME or its first characters.' }),
      asOf: t.arg({ type: 'Date', description: AS_OF }),
      publication: t.arg(PUBLICATION),
      knownOn: t.arg(KNOWN_ON),
    },
    resolve: (_root, { code, asOf }, context, info) => {
      const read = parseOccupationCode(code);
      const found = occupationOf(viewOf(context, asOf), read);
      if (!found) noteUnknown(context, info, 'occupation', ['code', read]);
      return found;
    },
  }),
  occupations: t.connection(
    {
      type: OccupationRef,
      description: 'Occupations that fiches lead to, by code unless another order is given.',
      ...pages(ofCodes('occupations')),
      args: {
        filter: t.arg({ type: NomenclatureFilter, description: 'Which ones.' }),
        orderBy: t.arg({ type: [NomenclatureOrder], description: 'Their order.' }),
        asOf: t.arg({ type: 'Date', description: AS_OF }),
        publication: t.arg(PUBLICATION),
        knownOn: t.arg(KNOWN_ON),
      },
      resolve: (_root, args, context, info) => {
        const parts = { noun: 'occupations', parseCode: parseOccupationCode } as const;
        return nomenclatureConnection(parts, args, context, info);
      },
    },
    OccupationConnection,
  ),
}));
