import type { Page, PageRequest } from '../db/paging.ts';
import type { DB } from '../db/tables.ts';
import { builder } from './builder.ts';
import type { RequestContext } from './context.ts';
import type { NestedList } from './loaders.ts';

/** A page as Relay shows it, with what counting all its rows takes. */
export interface Connection<Node> {
  readonly edges: { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Counts the rows of the whole list; called only when they are asked for. */
  readonly count: () => Promise<number>;
}

/** A node in its list; its cursor is read when it is asked for. */
class Edge<Node> {
  readonly node: Node;
  readonly #place: { readonly cursor: string };

  constructor(place: { readonly cursor: string }, node: Node) {
    this.#place = place;
    this.node = node;
  }

  get cursor(): string {
    return this.#place.cursor;
  }
}

/** Makes a page of rows a connection of nodes. */
export function connectionOf<Row, Node>(
  page: Page<Row>,
  nodeOf: (row: Row) => Node,
  count: () => Promise<{ readonly count: number }>,
): Connection<Node> {
  return {
    edges: page.rows.map((place) => new Edge(place, nodeOf(place.row))),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: page.rows[0]?.cursor ?? null,
      endCursor: page.rows.at(-1)?.cursor ?? null,
    },
    count: async () => (await count()).count,
  };
}

/**
 * The list below one row of another list. Its page is read in one statement with those of the
 * other rows that ask with the same arguments, and so is its count.
 */
export async function nestedConnection<TB extends keyof DB, Row extends object, Node>(
  { loaders }: RequestContext,
  parent: string,
  list: NestedList<TB, Row>,
  nodeOf: (row: Row) => Node,
): Promise<Connection<Node>> {
  const { page, count } = loaders.list(list);
  return connectionOf(await page.load(parent), nodeOf, async () => ({
    count: await count.load(parent),
  }));
}

/** What a list field costs: its rows, each with what is asked of it. */
export function pageComplexity({ first, last }: PageRequest) {
  // The list of edges multiplies by ten once more.
  return { field: 1, multiplier: Math.max(1, Math.ceil((first ?? last ?? 50) / 10)) };
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
