import { type PartnerCounts, partnerCounts } from '../../db/queries/partners.ts';
import { nothingThere } from '../../domain/empty/empty-message.ts';
import type { Mask } from '../../snapshot/day-view.ts';
import { certificationMask } from '../../snapshot/filter/certification-filter.ts';
import { memoOf } from '../../snapshot/memo.ts';
import { CertificationRef } from '../certification/certification.ts';
import { CertificationFilter, filterOf } from '../certification/certification-filter.ts';
import { KNOWN_ON, PUBLICATION } from '../core/asked-publication.ts';
import { builder } from '../core/builder.ts';
import { AS_OF, type OperationContext, viewOf } from '../core/context.ts';
import { andThen } from '../core/maybe.ts';
import { partnersCounted } from '../cost/lists.ts';
import { noteEmpty } from '../empty/empty-answers.ts';
import { explainCertifications } from '../empty/filter-parts.ts';
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
    resolve: ({ view: { snapshot }, row }) => {
      const { partners } = snapshot;
      const counts: PartnerCounts[] = [];
      for (let at = partners.offset[row] ?? 0; at < (partners.offset[row + 1] ?? 0); at++) {
        counts.push({
          role: partners.role[at] ?? null,
          state: partners.state[at] ?? null,
          active: partners.active[at] === 1,
          rows: partners.rows[at] ?? 0,
          establishments: partners.establishments[at] ?? 0,
          legalUnits: partners.legalUnits[at] ?? 0,
        });
      }
      return counts;
    },
  }),
);

builder.queryField('partnerStatistics', (t) =>
  t.field({
    type: [PartnerCountRef],
    description:
      'Partners of the certifications of a filter, by role and state, each establishment and legal unit once: one for each pair that occurs.',
    ...partnersCounted,
    args: {
      filter: t.arg({ type: CertificationFilter, description: 'Of which certifications.' }),
      asOf: t.arg({ type: 'Date', description: AS_OF }),
      publication: t.arg(PUBLICATION),
      knownOn: t.arg(KNOWN_ON),
    },
    resolve: (_root, args, context, info) => {
      const view = viewOf(context, args.asOf);
      return andThen(filterOf(args.filter, context, view), async (found) => {
        const mask = await context.run(certificationMask(view, found.filter));
        const counts = await countPartners(context, mask);
        if (counts.length === 0) {
          noteEmpty(context, info, function* () {
            const explained = yield* explainCertifications(args, { found, view, context });
            return explained ?? nothingThere('PARTNERS');
          });
        }
        return counts;
      });
    },
  }),
);

/** Counts the partners of some certifications; of all (null) once for a publication. */
async function countPartners(
  { snapshot, loaders }: OperationContext,
  mask: Mask | null,
): Promise<readonly PartnerCounts[]> {
  const { code } = snapshot.certifications;
  if (mask) {
    const codes = code.filter((_, row) => mask[row] === 1);
    return loaders.read((db) => partnerCounts(db, codes));
  }
  const memo = memoOf(snapshot);
  const known = memo.get<readonly PartnerCounts[]>('partners');
  if (known) return known;
  const counts = await loaders.read((db) => partnerCounts(db, null));
  memo.set('partners', counts);
  return counts;
}
