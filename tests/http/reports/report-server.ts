import { expect } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { blockWith, cohortWith, ficheWith, publishFiches } from '../../support/factories.ts';
import { QUESTION_REGISTER } from '../../support/question-register.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';

/** Certifications more, with so many cohorts that a report of them takes several pages. */
const LONG = Array.from({ length: 8 }, (_, index) =>
  ficheWith({
    code: `RNCP${500 + index}`,
    title: 'Longue',
    activeFlag: true,
    cohorts: Array.from({ length: 1200 }, (_cohort, age) =>
      cohortWith(800 + age, 10, { global6: 50 }),
    ),
    blocks: Array.from({ length: 300 }, (_block, place) =>
      blockWith(`RNCP${500 + index}BC${place}`, `Bloc ${place}`, {
        skills: 'Savoir. '.repeat(1000),
      }),
    ),
  }),
);

/** The register of the questions, and certifications more. */
const LONG_REGISTER = [...QUESTION_REGISTER, ...LONG];

export async function publishLongRegister(database: Database): Promise<void> {
  await publishFiches(database, LONG_REGISTER);
}

/** Publishes the long register and serves it. */
export async function serveLongRegister(database: Database): Promise<QuestionServer> {
  await publishLongRegister(database);
  return serveQuestions(database, schema);
}

export function askReports(
  { url }: QuestionServer,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Response> {
  return fetch(`${url}/reports${path}`, { method, headers });
}

/** What is wrong, as an answer tells it. */
export async function problem(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const body = (await response.json()) as { status: number; detail: string; errors?: unknown };
  expect(body.status).toBe(response.status);
  return body;
}
