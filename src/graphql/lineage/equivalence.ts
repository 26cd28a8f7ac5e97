import type { DayView } from '../../snapshot/day-view.ts';
import { certificationOf } from '../../snapshot/rows/lookup.ts';
import type { Equivalence } from '../../snapshot/snapshot.ts';
import { CertificationRef } from '../certification/certification.ts';
import { builder } from '../core/builder.ts';
import { listOf, perCertification } from '../cost/lists.ts';

interface EquivalenceModel extends Equivalence {
  readonly view: DayView;
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
      resolve: ({ targetCode, view }) => certificationOf(view, targetCode),
    }),
  }),
});

builder.objectField(CertificationRef, 'equivalences', (t) =>
  t.field({
    type: [EquivalenceRef],
    ...listOf(perCertification(({ equivalences }) => equivalences.size)),
    description: 'Correspondances that the fiche declares, in its order.',
    resolve: ({ view, row }) =>
      (view.snapshot.equivalences.get(row) ?? []).map((each) => ({ ...each, view })),
  }),
);
