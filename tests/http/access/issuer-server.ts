import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { publishSmallRegister, type QuestionServer, serveQuestions } from '../question-server.ts';
import { type OidcIssuer, openIssuer } from './oidc-issuer.ts';

/** A new database with a small register. */
export async function openSmallRegister(): Promise<Database> {
  const database = await openMigratedPglite();
  await publishSmallRegister(database);
  return database;
}

/** A server that reads tokens, and the issuer of these. */
export interface IssuerServer extends AsyncDisposable {
  readonly issuer: OidcIssuer;
  readonly server: QuestionServer;
}

/** Serves a database to whoever has a token of a new issuer, and to everybody. */
export async function serveWithIssuer(database: Database): Promise<IssuerServer> {
  const issuer = await openIssuer();
  const server = await serveQuestions(database, schema, { oidc: issuer.settings });
  return {
    ...{ issuer, server },
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]();
      await issuer[Symbol.asyncDispose]();
    },
  };
}
