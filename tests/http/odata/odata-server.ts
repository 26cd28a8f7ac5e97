import { afterAll, beforeAll, expect } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { publishFiches } from '../../support/factories.ts';
import { QUESTION_REGISTER } from '../../support/question-register.ts';
import { type QuestionServer, type Settings, serveQuestions } from '../question-server.ts';

/** The day that answers of the tests are of, unless another is given. */
export const AS_OF = '2026-11-24';

/** A server over a register, and what tests ask of it. */
export interface OdataServer {
  readonly at: () => QuestionServer;
  readonly database: () => Database;
  /** Asks for an address below `/odata/`. */
  readonly get: (address: string, headers?: Record<string, string>) => Promise<Response>;
  /** The body of a good answer. */
  readonly json: (address: string, headers?: Record<string, string>) => Promise<OdataBody>;
  /** The rows of a good answer. */
  readonly rows: (address: string) => Promise<OdataRow[]>;
  /** Status and error of a bad one. */
  readonly error: (address: string, headers?: Record<string, string>) => Promise<OdataError>;
}

export type OdataRow = Record<string, unknown>;

export interface OdataBody {
  readonly value: OdataRow[];
  readonly '@odata.context': string;
  readonly '@odata.count'?: number;
  readonly '@odata.nextLink'?: string;
}

export interface OdataError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly target?: string;
}

/** Serves a register, the small one of questions unless another is published. */
export function odataServer(
  publish: (database: Database) => Promise<void> = (database) =>
    publishFiches(database, QUESTION_REGISTER),
  settings: Settings = {},
  openDatabase: () => Promise<Database> = openMigratedPglite,
): OdataServer {
  let database: Database;
  let server: QuestionServer;
  beforeAll(async () => {
    database = await openDatabase();
    await publish(database);
    server = await serveQuestions(database, schema, {
      clock: () => new Date(`${AS_OF}T12:00:00Z`),
      ...settings,
    });
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    // Any other is disposed of by who opened it.
    if (openDatabase === openMigratedPglite) await database?.[Symbol.asyncDispose]();
  });
  const get = (address: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/odata/${address}`, { headers });
  const json = async (address: string, headers?: Record<string, string>) => {
    const response = await get(address, headers);
    const text = await response.text();
    expect([address, response.status, response.status === 200 ? '' : text]).toEqual([
      ...[address, 200, ''],
    ]);
    return JSON.parse(text) as OdataBody;
  };
  return {
    at: () => server,
    database: () => database,
    ...{ get, json },
    rows: async (address) => (await json(address)).value,
    error: async (address, headers) => {
      const response = await get(address, headers);
      const { error } = (await response.json()) as { error: Omit<OdataError, 'status'> };
      return { status: response.status, ...error };
    },
  };
}

/** An address of an entity set with options, encoded. */
export function address(set: string, options: Readonly<Record<string, string>>): string {
  const query = Object.entries(options).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  return `${set}?${query.join('&')}`;
}
