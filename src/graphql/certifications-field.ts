import type { Kysely } from 'kysely';
import type { CertificationFilter as Filter } from '../db/certification-filter.ts';
import {
  type CertificationRow,
  certificationSortKeys,
  type CertificationOrder as Order,
} from '../db/certifications.ts';
import type { RowsOfParent } from '../db/paging.ts';
import type { DB } from '../db/tables.ts';
import type { PlainDate } from '../domain/calendar.ts';
import type { builder } from './builder.ts';
import { CertificationConnection, CertificationRef } from './certification.ts';
import { CertificationFilter, filterOf } from './certification-filter.ts';
import { CertificationOrder, ordersOf } from './certification-order.ts';
import { nestedConnection, pageComplexity } from './connection.ts';

/** How a type lists the certifications that belong to it. */
interface CertificationsField<Parent> {
  /** Type and field: tells its batches from those of other fields. */
  readonly name: string;
  readonly description: string;
  readonly keyOf: (parent: Parent) => string;
  readonly rows: (
    db: Kysely<DB>,
    filter: Filter,
    asOf: PlainDate,
    orders: readonly Order[],
  ) => RowsOfParent<'certification', CertificationRow>;
}

/** Field `certifications` of a type seen on a day: one statement for all its objects. */
export function certificationsField<Parent extends { readonly asOf: PlainDate }>(
  t: PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, Parent>,
  { name, description, keyOf, rows }: CertificationsField<Parent>,
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
      resolve: async (parent, args, context) => {
        const { asOf } = parent;
        const filter = await filterOf(args.filter, context, asOf);
        const orders = await ordersOf(args.orderBy, filter, context, asOf);
        return nestedConnection(
          context,
          keyOf(parent),
          {
            name: `${name} ${asOf}`,
            args,
            rows: rows(context.db, filter, asOf, orders),
            keys: certificationSortKeys(orders, filter),
          },
          (row) => ({ ...row, asOf }),
        );
      },
    },
    CertificationConnection,
  );
}
