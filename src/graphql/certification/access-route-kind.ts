import type { AccessRouteKind as Kind } from '../../domain/certification/access-route.ts';
import { builder } from '../core/builder.ts';

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
