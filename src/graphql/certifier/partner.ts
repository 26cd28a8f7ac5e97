import type { PartnerFilter, PartnerRow } from '../../db/queries/partners.ts';
import type { PartnerRole as Role } from '../../domain/certification/fiche.ts';
import type { EmptyAnswer } from '../../domain/empty/empty-answer.ts';
import { done, type Work } from '../../domain/work.ts';
import { explainEmpty, plainList } from '../../snapshot/empty/explain.ts';
import { fieldConditions } from '../../snapshot/empty/filter-conditions.ts';
import { POSITION_KEY } from '../../snapshot/list/lists.ts';
import { pageOfWindow, windowOf } from '../../snapshot/list/page.ts';
import type { CertificationRow } from '../../snapshot/rows/certification-row.ts';
import { CertificationRef } from '../certification/certification.ts';
import { builder } from '../core/builder.ts';
import { connectionOfPage } from '../core/connection.ts';
import { partnersPage } from '../cost/lists.ts';
import { noteEmpty } from '../empty/empty-answers.ts';

export const PartnerRole = builder.enumType('PartnerRole', {
  description: 'What a partner may do (habilitation).',
  values: {
    TRAIN: { description: 'Habilitation pour former (HABILITATION_FORMER).' },
    ASSESS: { description: 'Habilitation pour organiser l’évaluation (HABILITATION_ORGANISER).' },
    TRAIN_AND_ASSESS: {
      description: 'Habilitation pour former et organiser l’évaluation (HABILITATION_ORGA_FORM).',
    },
  } satisfies Record<Role, { description: string }>,
});

const PartnerRef = builder.objectRef<PartnerRow>('Partner').implement({
  description:
    'A line of « Partenaires » of a fiche: an establishment; several of one legal unit may be listed.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Nom légal.' }),
    siret: t.exposeString('siret', {
      nullable: true,
      description: 'SIRET of the establishment. Absent when not published, or unreadable.',
    }),
    siren: t.expose('siren', {
      type: 'Siren',
      nullable: true,
      description: 'SIREN, the first nine digits of the SIRET. Absent without a SIRET.',
    }),
    role: t.expose('role', {
      type: PartnerRole,
      nullable: true,
      description: 'Habilitation. Absent when not published.',
    }),
    state: t.exposeString('state', {
      nullable: true,
      description: 'État de l’habilitation as published. Absent when not published.',
    }),
    active: t.exposeBoolean('active', {
      description:
        'Whether the habilitation is in force (état « Actif »): it may be on a fiche that no longer is.',
    }),
    activeSince: t.expose('activeSince', {
      type: 'Date',
      nullable: true,
      description: 'Date d’activation de l’habilitation. Absent when not published.',
    }),
    stateChangedOn: t.expose('stateChangedOn', {
      type: 'Date',
      nullable: true,
      description: 'Date de dernière modification de l’état. Absent when not published.',
    }),
  }),
});

const PartnerConnection = builder.connectionObject(
  { type: PartnerRef, name: 'PartnerConnection', description: 'A page of partners.' },
  { name: 'PartnerEdge', description: 'A partner in a list.' },
);

builder.objectField(CertificationRef, 'partners', (t) =>
  t.connection(
    {
      type: PartnerRef,
      description: 'Partenaires, in the order of the fiche, which may list hundreds.',
      ...partnersPage,
      args: {
        active: t.arg.boolean({
          description:
            'Only those whose habilitation is in force, or not. Without a published state it is neither.',
        }),
        role: t.arg({ type: PartnerRole, description: 'Only those of this habilitation.' }),
      },
      resolve: async (certification, { active, role, ...request }, context, info) => {
        const { view, row } = certification;
        const { loaders, snapshot } = context;
        const code = snapshot.certifications.code[row] ?? '';
        const window = windowOf(request, POSITION_KEY);
        const { after, before, backward, size } = window;
        const asked = { active, role, after, before, backward, limit: size + 1 };
        const partners = await loaders.partners(asked).load(code);
        const byPosition = new Map(partners.map((partner) => [partner.position, partner]));
        if ((active != null || role != null) && partners.length === 0) {
          noteEmpty(context, info, () => explainPartners(certification, { active, role }));
        }
        const list = { keys: [POSITION_KEY], publication: view.snapshot.publication.id };
        const page = pageOfWindow(window, [...byPosition.keys()], list);
        return connectionOfPage(
          { ...page, total: () => loaders.partnerTotals({ active, role }).load(code) },
          (position) => byPosition.get(position) as PartnerRow,
        );
      },
    },
    PartnerConnection,
  ),
);

/** Why a certification has no partner of a filter; null when it has one. */
function* explainPartners(
  { view, row }: CertificationRow,
  filter: PartnerFilter,
): Work<EmptyAnswer | null> {
  const { partners } = view.snapshot;
  // One for each line of the fiche: which of its counts it is in.
  const lines: number[] = [];
  for (let at = partners.offset[row] ?? 0; at < (partners.offset[row + 1] ?? 0); at++) {
    for (let line = 0; line < (partners.rows[at] ?? 0); line++) lines.push(at);
  }
  const conditions = yield* fieldConditions(
    filter,
    ({ active, role }) =>
      done(
        Uint8Array.from(lines, (at) =>
          Number(
            (active == null ||
              (partners.state[at] != null && (partners.active[at] === 1) === active)) &&
              (role == null || partners.role[at] === role),
          ),
        ),
      ),
    (field) =>
      field === 'role'
        ? {
            ...{ kind: 'CODES', given: filter.role == null ? [] : [filter.role] },
            codesOf: (line) => {
              const role = partners.role[lines[line] ?? 0];
              return role == null ? [] : [role];
            },
          }
        : null,
  );
  return yield* explainEmpty(plainList(view, 'PARTNERS', lines.length, conditions));
}
