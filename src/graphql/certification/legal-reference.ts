import type { LegalReferenceRow } from '../../db/queries/references.ts';
import { builder } from '../core/builder.ts';
import { readFromDatabase } from '../cost/lists.ts';
import { CertificationRef } from './certification.ts';

const LegalReferenceKind = builder.enumType('LegalReferenceKind', {
  description: 'What a legal text is to the certification.',
  values: {
    GENERAL: { description: 'Décret général (PUBLICATION_DECRET_GENERAL).' },
    CREATION: { description: 'Décret de création (PUBLICATION_DECRET_CREATION).' },
    OTHER: { description: 'Autre texte (PUBLICATION_DECRET_AUTRE).' },
  } satisfies Record<LegalReferenceRow['kind'], { description: string }>,
});

const LegalReferenceRef = builder.objectRef<LegalReferenceRow>('LegalReference').implement({
  description: 'A legal text that a certification rests on (référence réglementaire).',
  fields: (t) => ({
    kind: t.expose('kind', { type: LegalReferenceKind, description: 'What it is.' }),
    title: t.exposeString('title', {
      nullable: true,
      description: 'Titre. Absent when not published.',
    }),
    publishedOn: t.expose('publishedOn', {
      type: 'Date',
      nullable: true,
      description: 'Date de publication au Journal officiel. Absent when not published.',
    }),
  }),
});

builder.objectField(CertificationRef, 'legalReferences', (t) =>
  t.field({
    type: [LegalReferenceRef],
    ...readFromDatabase,
    description: 'Références des textes réglementaires, in the order of the fiche.',
    resolve: ({ view, row }, _args, { loaders }) =>
      loaders.legalReferences.load(view.snapshot.certifications.code[row] ?? ''),
  }),
);
