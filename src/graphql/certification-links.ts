import { AccessRouteRef } from './access-route.ts';
import { builder } from './builder.ts';
import { CertificationRef } from './certification.ts';

builder.objectFields(CertificationRef, (t) => ({
  accessRoutes: t.field({
    type: [AccessRouteRef],
    description: 'Voies d’accès, open or not, in the order of the fiche.',
    resolve: ({ code }, _args, { loaders }) => loaders.accessRoutes.load(code),
  }),
}));
