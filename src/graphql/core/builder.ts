import SchemaBuilder from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import type { Cell } from '../../datasets/dataset.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import type { ChangeKind } from '../../domain/changes/change.ts';
import { parseNodeId } from '../../domain/node-id.ts';
import type { ManyComparisons } from '../../domain/rate/q-values.ts';
import type { OperationContext } from './context.ts';
import type { Maybe } from './maybe.ts';

/** Settings of the schema; the types are in the files of their nouns. */
export const builder = new SchemaBuilder<{
  Connection: {
    readonly count: () => Maybe<number>;
    readonly comparisons?: ManyComparisons | null;
    readonly countsByKind?: () => Maybe<ReadonlyMap<ChangeKind, number>>;
  };
  Context: OperationContext;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  Scalars: {
    Date: { Input: PlainDate; Output: PlainDate };
    DateTime: { Input: Date; Output: Date };
    ID: { Input: string; Output: string | number };
    Percentage: { Input: number; Output: number };
    ReportRow: { Input: never; Output: Readonly<Record<string, Cell>> };
    RegisterCode: { Input: RegisterCode; Output: string };
    Siren: { Input: string; Output: string };
    YearSelection: { Input: string; Output: string };
  };
}>({
  plugins: [RelayPlugin],
  defaultFieldNullability: false,
  relay: {
    clientMutationId: 'omit',
    decodeGlobalID: parseNodeId,
    cursorType: 'String',
    nodeTypeOptions: { description: 'An object with an identifier that `node` finds again.' },
    idFieldOptions: { description: 'Opaque identifier: give it back to `node`.' },
    pageInfoTypeOptions: { description: 'Where a page stands in its list.' },
    hasNextPageFieldOptions: { description: 'Whether rows follow the last one of the page.' },
    hasPreviousPageFieldOptions: { description: 'Whether rows precede the first one of the page.' },
    startCursorFieldOptions: { description: 'Cursor of the first row; absent on an empty page.' },
    endCursorFieldOptions: { description: 'Cursor of the last row; absent on an empty page.' },
    cursorFieldOptions: { description: 'Position of the row, for `after` and `before`.' },
    nodeFieldOptions: { description: 'The row.', nullable: false },
    edgesFieldOptions: { description: 'The rows with their cursors.', nullable: false },
    pageInfoFieldOptions: { description: 'Where the page stands in the list.' },
    firstArgOptions: {
      description: 'Rows from the start, or after `after`: 0 to 500, 50 when absent.',
    },
    lastArgOptions: { description: 'Rows before `before`, or from the end: 0 to 500.' },
    afterArgOptions: { description: 'Only rows after this cursor of the same list and order.' },
    beforeArgOptions: { description: 'Only rows before this cursor of the same list and order.' },
    nodesOnConnection: {
      description: 'The rows without their cursors.',
    },
    nodeQueryOptions: {
      description: 'The object of an identifier; absent when there is none.',
      args: { id: { description: 'Identifier that an object gave as its `id`.' } },
    },
    nodesQueryOptions: {
      description: 'The objects of identifiers, in the order given; absent where there is none.',
      args: { ids: { description: 'Identifiers that objects gave as their `id`.' } },
    },
  },
});

builder.subscriptionType({
  description: 'What happens to what is served, told as it happens (Server-Sent Events).',
});

builder.queryType({
  description:
    'The registers of professional certifications (RNCP and RS) and what became of the people who obtained them.',
});
