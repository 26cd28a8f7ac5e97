import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import type { Database } from '../../src/db/database.ts';
import { ask } from './client.ts';

/** Sends typed documents to the schema over a database, as the server does. */
export function sendOn(database: Database) {
  return <Data, Variables extends Readonly<Record<string, unknown>>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data> => ask<Data>(database, print(document), variables);
}
