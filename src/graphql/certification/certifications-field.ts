import type { DayView } from '../../snapshot/day-view.ts';
import { certificationMask } from '../../snapshot/filter/certification-filter.ts';
import { certificationList } from '../../snapshot/list/certification-list.ts';
import { CertificationRow } from '../../snapshot/rows/certification-row.ts';
import type { builder } from '../core/builder.ts';
import { connectionOf, pageComplexity } from '../core/connection.ts';
import { andThen } from '../core/maybe.ts';
import { CertificationConnection, CertificationRef } from './certification.ts';
import { CertificationFilter, filterOf } from './certification-filter.ts';
import { CertificationOrder, ordersOf } from './certification-order.ts';

/** How a type lists the certifications that belong to it. */
interface CertificationsField<Parent> {
  readonly description: string;
  /** Their rows, ascending. */
  readonly rowsOf: (parent: Parent) => Int32Array;
}

/** Field `certifications` of a type whose objects are seen on a day. */
export function certificationsField<Parent extends { readonly view: DayView }>(
  t: PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, Parent>,
  { description, rowsOf }: CertificationsField<Parent>,
) {
  return t.connection(
    {
      type: CertificationRef,
      description: `${description} By relevance when the filter searches, else by code.`,
      complexity: pageComplexity,
      args: {
        filter: t.arg({ type: CertificationFilter, description: 'Which of them.' }),
        orderBy: t.arg({ type: [CertificationOrder], description: 'Their order.' }),
      },
      resolve: (parent, args, context) => {
        const { view } = parent;
        return andThen(filterOf(args.filter, context, view), (found) =>
          andThen(ordersOf(args.orderBy, found, context, view), (orders) => {
            const mask = certificationMask(view, found.filter);
            return {
              ...connectionOf(
                certificationList(view.snapshot, orders, mask, rowsOf(parent)),
                args,
                (row) => new CertificationRow(view, row),
              ),
              comparisons: found.comparisons,
            };
          }),
        );
      },
    },
    CertificationConnection,
  );
}
