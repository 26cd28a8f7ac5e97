import { type PartnerCounts, partnerCounts } from '../db/partners.ts';
import { AS_OF, asOfDay } from './as-of.ts';
import { builder } from './builder.ts';
import { CertificationRef } from './certification.ts';
import { CertificationFilter, filterOf } from './certification-filter.ts';
import { PartnerRole } from './partner.ts';

const PartnerCountRef = builder.objectRef<PartnerCounts>('PartnerCount').implement({
  description: 'How many partners have one role in one state.',
  fields: (t) => ({
    role: t.expose('role', {
      type: PartnerRole,
      nullable: true,
      description: 'Habilitation. Absent for those of which it is not published.',
    }),
    state: t.exposeString('state', {
      nullable: true,
      description: 'État de l’habilitation as published. Absent for those of which it is not.',
    }),
    active: t.exposeBoolean('active', {
      description: 'Whether the habilitation is in force (état « Actif »).',
    }),
    rows: t.exposeInt('rows', { description: 'Rows. Lines of « Partenaires ».' }),
    establishments: t.exposeInt('establishments', {
      description: 'Establishments. Each SIRET once; those without one by name.',
    }),
    legalUnits: t.exposeInt('legalUnits', {
      description: 'Legal units. Each SIREN once; those without one by name.',
    }),
  }),
});

builder.objectField(CertificationRef, 'partnerCounts', (t) =>
  t.field({
    type: [PartnerCountRef],
    description: 'Its partners by role and state: one for each pair that occurs.',
    resolve: ({ code }, _args, { loaders }) => loaders.partnerCounts.load(code),
  }),
);

builder.queryField('partnerStatistics', (t) =>
  t.field({
    type: [PartnerCountRef],
    description:
      'Partners of the certifications of a filter, by role and state, each establishment and legal unit once: one for each pair that occurs.',
    complexity: 100,
    args: {
      filter: t.arg({ type: CertificationFilter, description: 'Of which certifications.' }),
      asOf: t.arg({ type: 'Date', description: AS_OF }),
    },
    resolve: async (_root, args, context) => {
      const asOf = asOfDay(args.asOf, context.today);
      return partnerCounts(context.db, await filterOf(args.filter, context, asOf), asOf);
    },
  }),
);
