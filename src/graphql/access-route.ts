import type { AccessRouteRow } from '../db/access-routes.ts';
import type { AccessRouteKind as Kind } from '../domain/access-route.ts';
import { builder } from './builder.ts';

export const AccessRouteKind = builder.enumType('AccessRouteKind', {
  description: 'A way to the certification (voie d’accès).',
  values: {
    INITIAL_TRAINING: {
      description: 'Après un parcours de formation sous statut d’élève ou d’étudiant (SI_JURY_FI).',
    },
    APPRENTICESHIP: { description: 'En contrat d’apprentissage (SI_JURY_CA).' },
    CONTINUING_TRAINING: {
      description: 'Après un parcours de formation continue (SI_JURY_FC).',
    },
    PROFESSIONALISATION_CONTRACT: {
      description: 'En contrat de professionnalisation (SI_JURY_CQ).',
    },
    INDIVIDUAL_APPLICATION: { description: 'Par candidature individuelle (SI_JURY_CL).' },
    VAE: { description: 'Par expérience: validation des acquis de l’expérience (SI_JURY_VAE).' },
  } satisfies Record<Kind, { description: string }>,
});

export const AccessRouteRef = builder.objectRef<AccessRouteRow>('AccessRoute').implement({
  description: 'A way to a certification, and its jury.',
  fields: (t) => ({
    route: t.expose('route', { type: AccessRouteKind, description: 'Which way.' }),
    open: t.exposeBoolean('open', {
      nullable: true,
      description: 'Whether it is open. Absent when the source does not say.',
    }),
    jury: t.exposeString('jury', {
      nullable: true,
      description: 'Composition du jury. Absent when not published.',
    }),
    changedOn: t.expose('changedOn', {
      type: 'Date',
      nullable: true,
      description: 'Date de dernière modification. Absent when not published.',
    }),
  }),
});
