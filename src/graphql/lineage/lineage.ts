import type { DayView } from '../../snapshot/day-view.ts';
import type { CertificationRow } from '../../snapshot/rows/certification-row.ts';
import { certificationOf } from '../../snapshot/rows/lookup.ts';
import type { LineageLink } from '../../snapshot/snapshot.ts';
import { CertificationRef } from '../certification/certification.ts';
import { builder } from '../core/builder.ts';

const LineageDirection = builder.enumType('LineageDirection', {
  description: 'Which way a link of a lineage (filiation) goes.',
  values: {
    REPLACES: { description: 'This certification replaces the other (ancienne certification).' },
    REPLACED_BY: {
      description: 'The other certification replaces this one (nouvelle certification).',
    },
  } satisfies Record<LineageLink['direction'], { description: string }>,
});

const LineageSide = builder.enumType('LineageSide', {
  description: 'Which fiche declares a link: the registers do not keep both sides alike.',
  values: {
    OWN: { description: 'Only the fiche of this certification.' },
    OTHER: { description: 'Only the fiche of the other certification.' },
    BOTH: { description: 'Both fiches.' },
  } satisfies Record<LineageLink['declaredBy'], { description: string }>,
});

interface LineageLinkModel extends LineageLink {
  readonly view: DayView;
}

const LineageLinkRef = builder.objectRef<LineageLinkModel>('LineageLink').implement({
  description: 'A certification that this one replaces, or is replaced by.',
  fields: (t) => ({
    code: t.expose('otherCode', {
      type: 'RegisterCode',
      description: 'Numéro de fiche of the other certification; it may be of the other register.',
    }),
    title: t.exposeString('otherTitle', {
      nullable: true,
      description:
        'Intitulé of the other certification: the register’s, else the one the fiche page cites. Absent when neither has it.',
    }),
    direction: t.expose('direction', { type: LineageDirection, description: 'Which way it goes.' }),
    declaredBy: t.expose('declaredBy', { type: LineageSide, description: 'Which fiche says so.' }),
    certification: t.field({
      type: CertificationRef,
      nullable: true,
      description: 'The other certification. Absent when the register lacks it: the link dangles.',
      resolve: ({ otherCode, view }) => certificationOf(view, otherCode),
    }),
  }),
});

export interface LineageModel {
  readonly certification: CertificationRow;
  readonly links: readonly LineageLinkModel[];
}

export const LineageRef = builder.objectRef<LineageModel>('Lineage').implement({
  description:
    'The lineage (filiation) of a certification, by what either fiche says. Figures cross it in `series` alone, each with the certification it is of.',
  fields: (t) => ({
    replaces: t.field({
      type: [LineageLinkRef],
      description: 'Anciennes certifications, each once.',
      resolve: ({ links }) => links.filter(({ direction }) => direction === 'REPLACES'),
    }),
    replacedBy: t.field({
      type: [LineageLinkRef],
      description: 'Nouvelles certifications, each once.',
      resolve: ({ links }) => links.filter(({ direction }) => direction === 'REPLACED_BY'),
    }),
  }),
});

builder.objectField(CertificationRef, 'lineage', (t) =>
  t.field({
    type: LineageRef,
    description: 'Anciennes and nouvelles certifications, direct and along the whole chain.',
    resolve: (certification) => {
      const { view, row } = certification;
      const { certifications, lineage } = view.snapshot;
      const links = lineage.links.get(certifications.code[row] ?? '') ?? [];
      return { certification, links: links.map((link) => ({ ...link, view })) };
    },
  }),
);
