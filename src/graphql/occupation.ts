import { certificationsOfCode } from '../db/nomenclatures.ts';
import type { PlainDate } from '../domain/calendar.ts';
import { parseOccupationCode } from '../domain/nomenclature.ts';
import { officialOccupationLabel } from '../domain/nomenclature-labels.ts';
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

export const OccupationRef = builder.objectRef<NomenclatureModel>('Occupation');

/** The occupation of a code, seen on a day; null when no fiche carries it nor one below it. */
export async function loadOccupation({ loaders }: RequestContext, code: string, asOf: PlainDate) {
  const row = await loaders.occupation.load(code);
  return row && { ...row, asOf };
}

builder.node(OccupationRef, {
  description: 'An occupation (métier, emploi) of the ROME, as fiches name it.',
  id: { resolve: ({ code }) => code, description: 'Opaque identifier: give it back to `node`.' },
  loadManyWithoutCache: (codes, context) =>
    Promise.all(codes.map((code) => loadOccupation(context, code, context.today))),
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
      name: 'Occupation.certifications',
      description:
        'Certifications that lead to it; for the code of a domain, to any occupation of the domain.',
      keyOf: ({ code }) => code,
      rows: (db, filter, asOf, orders) =>
        certificationsOfCode(db, 'occupation', filter, asOf, orders),
    }),
  }),
});

builder.objectField(CertificationRef, 'occupations', (t) =>
  t.field({
    type: [OccupationRef],
    description: 'Codes ROME of the fiche, each once, in its order.',
    resolve: async ({ code, asOf }, _args, { loaders }) =>
      (await loaders.occupations.load(code)).map((row) => ({ ...row, asOf })),
  }),
);

const OccupationConnection = builder.connectionObject(
  { type: OccupationRef, name: 'OccupationConnection', description: 'A page of occupations.' },
  { name: 'OccupationEdge', description: 'An occupation in a list.' },
);

builder.queryFields((t) => ({
  occupation: t.field({
    type: OccupationRef,
    nullable: true,
    description: 'One occupation. Absent when no fiche carries its code nor one below it.',
    args: {
      code: t.arg.string({ required: true, description: 'Code ROME or its first characters.' }),
      asOf: t.arg({ type: 'Date', description: AS_OF }),
    },
    resolve: (_root, { code, asOf }, context) =>
      loadOccupation(context, parseOccupationCode(code), asOfDay(asOf, context.today)),
  }),
  occupations: t.connection(
    {
      type: OccupationRef,
      description: 'Occupations that fiches lead to, by code unless another order is given.',
      complexity: pageComplexity,
      args: {
        filter: t.arg({ type: NomenclatureFilter, description: 'Which ones.' }),
        orderBy: t.arg({ type: [NomenclatureOrder], description: 'Their order.' }),
        asOf: t.arg({ type: 'Date', description: AS_OF }),
      },
      resolve: (_root, args, context) =>
        nomenclatureConnection(context, 'occupation', args, parseOccupationCode),
    },
    OccupationConnection,
  ),
}));
