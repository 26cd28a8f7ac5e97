import type { EquivalenceRow } from '../db/equivalences.ts';
import type { PlainDate } from '../domain/calendar.ts';
import { builder } from './builder.ts';
import { CertificationRef, loadCertification } from './certification.ts';

interface EquivalenceModel extends EquivalenceRow {
  readonly asOf: PlainDate;
}

const EquivalenceRef = builder.objectRef<EquivalenceModel>('Equivalence').implement({
  description: 'An equivalence (correspondance) of a certification or some of its blocks.',
  fields: (t) => ({
    wholeCertification: t.boolean({
      description: 'Whether the whole certification is meant: then no source block is named.',
      resolve: ({ sourceBlocks }) => sourceBlocks.length === 0,
    }),
    sourceBlocks: t.exposeStringList('sourceBlocks', {
      description: 'Codes of the blocks of this certification; none: all of it.',
    }),
    targetCode: t.expose('targetCode', {
      type: 'RegisterCode',
      description: 'Numéro de fiche of the equivalent certification.',
    }),
    targetBlocks: t.exposeStringList('targetBlocks', {
      description: 'Codes of the equivalent blocks; none: the whole certification.',
    }),
    target: t.field({
      type: CertificationRef,
      nullable: true,
      description: 'The equivalent certification. Absent when the register lacks it.',
      resolve: ({ targetCode, asOf }, _args, context) =>
        loadCertification(context, targetCode, asOf),
    }),
  }),
});

builder.objectField(CertificationRef, 'equivalences', (t) =>
  t.field({
    type: [EquivalenceRef],
    description: 'Correspondances that the fiche declares, in its order.',
    resolve: async ({ code, asOf }, _args, { loaders }) =>
      (await loaders.equivalences.load(code)).map((row) => ({ ...row, asOf })),
  }),
);
