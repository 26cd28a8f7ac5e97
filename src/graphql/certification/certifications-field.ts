import type { DayView } from '../../snapshot/day-view.ts';
import { filteredCertifications } from '../../snapshot/list/certification-list.ts';
import { CertificationRow } from '../../snapshot/rows/certification-row.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import type { builder } from '../core/builder.ts';
import { connectionOf } from '../core/connection.ts';
import { andThen } from '../core/maybe.ts';
import { pages } from '../cost/lists.ts';
import { isEmptyList, noteEmpty } from '../empty/empty-answers.ts';
import { explainCertifications } from '../empty/filter-parts.ts';
import { CertificationConnection, CertificationRef } from './certification.ts';
import { CertificationFilter, filterOf } from './certification-filter.ts';
import { CertificationOrder, ordersOf } from './certification-order.ts';

/** How a type lists the certifications that belong to it. */
interface CertificationsField<Parent> {
  readonly description: string;
  /** How many there are, on average. */
  readonly average: (snapshot: Snapshot) => number;
  /** Their rows, ascending. */
  readonly rowsOf: (parent: Parent) => Int32Array;
}

/** Field `certifications` of a type whose objects are seen on a day. */
export function certificationsField<Parent extends { readonly view: DayView }>(
  t: PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, Parent>,
  { description, average, rowsOf }: CertificationsField<Parent>,
) {
  return t.connection(
    {
      type: CertificationRef,
      description: `${description} By relevance when the filter searches, else by code.`,
      ...pages(average),
      args: {
        filter: t.arg({ type: CertificationFilter, description: 'Which of them.' }),
        orderBy: t.arg({ type: [CertificationOrder], description: 'Their order.' }),
      },
      resolve: (parent, args, context, info) => {
        const { view } = parent;
        return andThen(filterOf(args.filter, context, view), (found) =>
          andThen(ordersOf(args.orderBy, found, context, view), (orders) => {
            const rows = rowsOf(parent);
            return andThen(
              context.run(filteredCertifications(view, found.filter, orders, rows)),
              (list) => {
                const connection = connectionOf(
                  list,
                  args,
                  (row) => new CertificationRow(view, row),
                );
                if (args.filter && isEmptyList(connection)) {
                  const { filter } = args;
                  noteEmpty(context, info, () =>
                    explainCertifications({ filter }, { found, view, context }, rows),
                  );
                }
                return { ...connection, comparisons: found.comparisons };
              },
            );
          }),
        );
      },
    },
    CertificationConnection,
  );
}
