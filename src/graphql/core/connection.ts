import type { ChangeKind } from '../../domain/changes/change.ts';
import type { ManyComparisons } from '../../domain/rate/q-values.ts';
import { type Page, type PageRequest, pageOf, type RowList } from '../../snapshot/list/page.ts';
import { builder } from './builder.ts';
import type { Maybe } from './maybe.ts';

/** A page as Relay shows it. */
export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Counts the rows of the whole list; called only when they are asked for. */
  readonly count: () => Maybe<number>;
  /** What goes with a list of many comparisons. */
  readonly comparisons?: ManyComparisons | null;
  /** Counts the rows of a list of changes by their kind; called only when they are asked for. */
  readonly countsByKind?: () => Maybe<ReadonlyMap<ChangeKind, number>>;
}

/** A node in its list; its cursor is written when it is asked for. */
class Edge<Node> {
  readonly node: Node;
  readonly #row: number;
  readonly #page: Pick<Page, 'cursorOf'>;

  constructor(node: Node, row: number, page: Pick<Page, 'cursorOf'>) {
    this.node = node;
    this.#row = row;
    this.#page = page;
  }

  get cursor(): string {
    return this.#page.cursorOf(this.#row);
  }
}

/** Where a page stands; its cursors are written when they are asked for. */
class PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly #page: Page;

  constructor(page: Page) {
    this.hasNextPage = page.hasNextPage;
    this.hasPreviousPage = page.hasPreviousPage;
    this.#page = page;
  }

  get startCursor(): string | null {
    const row = this.#page.rows[0];
    return row === undefined ? null : this.#page.cursorOf(row);
  }

  get endCursor(): string | null {
    const row = this.#page.rows.at(-1);
    return row === undefined ? null : this.#page.cursorOf(row);
  }
}

/** A page of a list of rows as a connection of nodes. */
export function connectionOf<Node>(
  list: RowList,
  request: PageRequest,
  nodeOf: (row: number) => Node,
): Connection<Node> {
  return connectionOfPage(pageOf(list, request), nodeOf);
}

/** A page that was cut already, as a connection of nodes. */
export function connectionOfPage<Node>(
  page: Omit<Page, 'total'> & { readonly total: () => Maybe<number> },
  nodeOf: (row: number) => Node,
): Connection<Node> {
  return {
    edges: page.rows.map((row) => new Edge(nodeOf(row), row, page)),
    pageInfo: new PageInfo(page as Page),
    count: page.total,
  };
}

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'Rows. All of the list, whatever the page; counted only when it is asked for.',
    resolve: (connection) => connection.count(),
  }),
);

export const OrderDirection = builder.enumType('OrderDirection', {
  description: 'Nulls come last in both directions.',
  values: {
    ASC: { description: 'Smallest or earliest first.' },
    DESC: { description: 'Largest or latest first.' },
  },
});

type InputFields = PothosSchemaTypes.InputFieldBuilder<
  typeof builder.$inferSchemaTypes,
  'InputObject'
>;

type FieldEnum<Field extends string> = PothosSchemaTypes.EnumRef<
  typeof builder.$inferSchemaTypes,
  Field
>;

/** Fields of an input: one thing to order by, of an enum of fields, and which way. */
export function orderFields<Field extends string>(t: InputFields, field: FieldEnum<Field>) {
  return {
    field: t.field({ type: field, required: true, description: 'What.' }),
    direction: t.field({
      type: OrderDirection,
      required: true,
      defaultValue: 'ASC',
      description: 'Which way.',
    }),
  };
}

/** Input type `name`: one thing to order by, of an enum of fields, and which way. */
export function orderInput<Field extends string>(
  name: string,
  field: FieldEnum<Field>,
  description: string,
) {
  return builder.inputType(name, { description, fields: (t) => orderFields(t, field) });
}
