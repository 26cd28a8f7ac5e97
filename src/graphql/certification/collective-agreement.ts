import type { CollectiveAgreementRow } from '../../db/queries/references.ts';
import { builder } from '../core/builder.ts';
import { readFromDatabase } from '../cost/lists.ts';
import { CertificationRef } from './certification.ts';

const CollectiveAgreementKind = builder.enumType('CollectiveAgreementKind', {
  description: 'How a collective agreement is named.',
  values: {
    CCN: { description: 'Convention collective nationale (CCN_1 to CCN_3).' },
    IDCC: { description: 'Identifiant de convention collective (CODES_IDCC).' },
  } satisfies Record<CollectiveAgreementRow['kind'], { description: string }>,
});

const CollectiveAgreementRef = builder
  .objectRef<CollectiveAgreementRow>('CollectiveAgreement')
  .implement({
    description: 'A collective agreement (convention collective) that a fiche names.',
    fields: (t) => ({
      kind: t.expose('kind', { type: CollectiveAgreementKind, description: 'How it is named.' }),
      number: t.exposeString('number', {
        nullable: true,
        description: 'Numéro or code IDCC. Absent when not published.',
      }),
      label: t.exposeString('label', {
        nullable: true,
        description: 'Libellé. Absent when not published.',
      }),
    }),
  });

builder.objectField(CertificationRef, 'collectiveAgreements', (t) =>
  t.field({
    type: [CollectiveAgreementRef],
    ...readFromDatabase,
    description: 'Conventions collectives, in the order of the fiche; rare.',
    resolve: ({ view, row }, _args, { loaders }) =>
      loaders.collectiveAgreements.load(view.snapshot.certifications.code[row] ?? ''),
  }),
);
