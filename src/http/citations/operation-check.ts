import type { FastifyReply } from 'fastify';
import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Work } from '../../domain/work.ts';
import type { SnapshotStore } from '../../snapshot/store.ts';
import type { FairQueue } from '../fair-queue.ts';
import type { FairTurns } from '../fair-turns.ts';
import { documentOf, type OperationRequest } from '../graphql/persisted-request.ts';
import type { GraphqlResponse } from '../graphql/server-plugin.ts';
import type { RequestRecord } from '../request-record.ts';
import { type Comparison, citationOf, verdictWithout } from './citation.ts';
import { jsonDifferences, type ValueDifference } from './json-differences.ts';
import { sendCheck, sendKnownCheck } from './send-check.ts';

/** The most differences that an answer lists. */
const MOST_VALUES = 1_000;

/** What tells where figures come from, which is another thing in each publication. */
const PROVENANCE: ReadonlySet<string> = new Set([
  ...['DataStatus', 'PageInfo', 'Provenance', 'Publication', 'PublicationConnection', 'Source'],
]);

export interface OperationCheckParts {
  readonly store: SnapshotStore;
  readonly schema: GraphQLSchema;
  readonly turns: FairTurns;
  /** Checks are made one at a time: each holds two answers. */
  readonly checks: FairQueue;
  /** Aborts when nobody waits for the check any longer. */
  readonly signal: AbortSignal;
  /** Executes the operation, by what a record notes of it. */
  readonly execute: (record: RequestRecord) => Promise<GraphqlResponse>;
}

/**
 * Answers whether what a saved operation answers about a publication is still what the newest one
 * says, on the same day. What cannot be compared, for it is an error, is given back unsent.
 *
 * - Throws what a publication cannot be answered by.
 */
export async function checkOperation(
  { store, schema, turns, checks, signal, execute }: OperationCheckParts,
  reply: FastifyReply,
  { operation, variables, operationName = '', checked, latest }: OperationRequest,
): Promise<GraphqlResponse | null> {
  if (!checked) throw new Error('nothing is checked');
  const citation = citationOf(store.current ?? (await store.refresh()), checked);
  const asOf = citation.cited.datedOn;
  const identity = [operation.documentId, variables, operationName];
  const address = { citation, asOf, latest, identity };
  if (await sendKnownCheck(reply, address)) return null;
  if (verdictWithout(citation)) {
    await sendCheck(reply, address, null);
    return null;
  }
  const { record } = reply.request;
  const compare = async (): Promise<Comparison | GraphqlResponse> => {
    const answers: unknown[] = [];
    for (const own of [{}, { newestOn: asOf }]) {
      const response = await execute({ ...record, ...own });
      const body = JSON.parse(response.body) as { data?: unknown; errors?: unknown };
      if (response.status !== 200 || body.errors) return response;
      answers.push(body.data);
    }
    const [before, after] = answers;
    const ignored = provenanceMembers(schema, documentOf(operation));
    const work = comparisonOf(jsonDifferences(before, after, ignored));
    return turns.run(work, record.account, () => signal);
  };
  const found = await checks.inTurn(record.account, compare, signal);
  if ('status' in found) return found;
  await sendCheck(reply, address, found);
  return null;
}

/** Values that are looked at between two pauses. */
const PIECE = 2_000;

function* comparisonOf(found: Iterable<ValueDifference | null>): Work<Comparison> {
  const differences: ValueDifference[] = [];
  let count = 0;
  let looked = 0;
  for (const each of found) {
    looked += 1;
    if (looked % PIECE === 0) yield;
    if (each === null) continue;
    count += 1;
    if (count <= MOST_VALUES) differences.push(each);
  }
  return { differences, more: count > MOST_VALUES, counts: { values_changed: count } };
}

/** Names, in the answer, of members that tell provenance or places in lists. */
function provenanceMembers(schema: GraphQLSchema, document: DocumentNode): ReadonlySet<string> {
  const types = new TypeInfo(schema);
  const names = new Set<string>();
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: ({ alias, name }) => {
        const type = getNamedType(types.getType());
        const isTold = type !== undefined && type !== null && PROVENANCE.has(type.name);
        if (isTold || name.value === 'cursor') names.add((alias ?? name).value);
      },
    }),
  );
  return names;
}
