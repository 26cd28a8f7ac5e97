import { AccessRouteRow } from '../../snapshot/rows/access-route-row.ts';
import { childRows } from '../../snapshot/rows/lookup.ts';
import { builder } from '../core/builder.ts';
import { listOf, perCertification } from '../cost/lists.ts';
import { AccessRouteKind } from './access-route-kind.ts';
import { CertificationRef } from './certification.ts';

const AccessRouteRef = builder.objectRef<AccessRouteRow>('AccessRoute').implement({
  description: 'A way to a certification, and its jury.',
  fields: (t) => ({
    route: t.expose('route', {
      type: AccessRouteKind,
      description: 'Which way.',
    }),
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

builder.objectFields(CertificationRef, (t) => ({
  accessRoutes: t.field({
    type: [AccessRouteRef],
    ...listOf(perCertification(({ routes }) => routes.route.length)),
    description: 'Voies d’accès, open or not, in the order of the fiche.',
    resolve: (certification) =>
      childRows(certification, certification.view.snapshot.routes.offset, AccessRouteRow),
  }),
}));
