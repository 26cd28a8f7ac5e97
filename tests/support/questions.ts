import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import type { Database } from '../../src/db/database.ts';
import { ask } from './client.ts';

/**
 * Sends typed documents to the schema over a database, as the server does. Its figures have no notes:
 * that each list of them is empty is held here, and answers come without.
 */
export function sendOn(database: Database) {
  return async <Data, Variables extends Readonly<Record<string, unknown>>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data> => withoutNotes(await ask<Data>(database, print(document), variables));
}

function withoutNotes<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map((each) => withoutNotes(each)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name, part]) => {
    if (name !== 'notes' || !Array.isArray(part)) return true;
    if (part.length > 0) throw new Error(`there are notes: ${JSON.stringify(part)}`);
    return false;
  });
  return Object.fromEntries(entries.map(([name, part]) => [name, withoutNotes(part)])) as Value;
}
