/**
 * The ways to a certification (voies d'accès), in the order of the public fiche. In the feed:
 * SI_JURY_FI, _CA, _FC, _CQ, _CL, _VAE.
 */
export const ACCESS_ROUTES = [
  'INITIAL_TRAINING',
  'APPRENTICESHIP',
  'CONTINUING_TRAINING',
  'PROFESSIONALISATION_CONTRACT',
  'INDIVIDUAL_APPLICATION',
  'VAE',
] as const;

export type AccessRouteKind = (typeof ACCESS_ROUTES)[number];
