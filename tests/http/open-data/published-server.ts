import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import type { Manifest } from '../../../src/http/open-data/manifest.ts';
import { publishFiches } from '../../support/factories.ts';
import { FORMER_REGISTER, QUESTION_REGISTER } from '../../support/question-register.ts';
import { type QuestionServer, type Settings, serveQuestions } from '../question-server.ts';

/** Publishes the register of the questions as publication 2, after its former state. */
export async function publishTwice(database: Database): Promise<void> {
  await publishFiches(database, FORMER_REGISTER);
  await publishFiches(database, QUESTION_REGISTER, { compared: true });
}

/** A server of open data, and what asks it. */
export interface PublishedServer extends AsyncDisposable {
  readonly url: string;
  readonly server: QuestionServer;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  json<Body>(path: string): Promise<Body>;
  manifest(number: number | 'latest'): Promise<Manifest>;
}

export async function servePublished(
  database: Database,
  settings: Settings = {},
): Promise<PublishedServer> {
  const server = await serveQuestions(database, schema, settings);
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${server.url}${path}`, { headers });
  const json = async <Body>(path: string): Promise<Body> => {
    const response = await get(path);
    if (response.status !== 200)
      throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Body;
  };
  return {
    ...{ url: server.url, server, get, json },
    manifest: (number) => json(`/publications/${number}/manifest.json`),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
