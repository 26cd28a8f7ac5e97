import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { openMigratedPglite } from '../support/database.ts';
import { publishSmallRegister, type QuestionServer, serveQuestions } from './question-server.ts';

let database: Database;
let server: QuestionServer;

beforeAll(async () => {
  database = await openMigratedPglite();
  await publishSmallRegister(database);
  server = await serveQuestions(database, schema);
});

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

/** Addresses in which a name is whatever a client writes, in place of `NAME`. */
const ADDRESSES = [
  ...['/NAME', '/rapports/NAME', '/rapports?lang=NAME', '/recherche?q=NAME', '/recherche?tri=NAME'],
  ...['/statistiques?par=NAME', '/certificateurs/NAME', '/certificateurs?tri=NAME'],
  ...['/certificateurs/NAME/echeances.ics', '/publications/NAME', '/publications/1/files/NAME'],
  ...['/publications/1/files/cohorts.NAME', '/catalog.NAME', '/catalog.ttl?page=NAME'],
  ...['/changes.atom?kind=NAME', '/oembed?url=NAME&format=NAME', '/charts/NAME', '/models/NAME'],
  ...['/models?lang=NAME', '/reports/NAME.csv', '/reports/cohorts.NAME'],
  ...['profile', 'labels', 'headers', 'year', 'rate_status', 'sort', 'NAME'].map(
    (parameter) => `/reports/cohorts.csv?${parameter}=NAME`,
  ),
  ...['/odata/NAME', '/odata/cohorts(NAME=1)', '/odata/cohorts/NAME', '/odata/$metadata?lang=NAME'],
  ...['format', 'select', 'filter', 'orderby', 'search', 'apply', 'expand', 'NAME'].map(
    (option) => `/odata/cohorts?$${option}=NAME`,
  ),
  ...['NAME(title) eq 1', 'cast(title,Edm.NAME)', 'title NAME 1'].map(
    (filter) => `/odata/certifications?$filter=${encodeURIComponent(filter)}`,
  ),
  ...['documentId=NAME', 'question=NAME', 'NAME=1', 'query={NAME}'].map(
    (parameter) => `/graphql?${parameter}`,
  ),
  `/graphql?query=${encodeURIComponent('{ reportProfile(name: "NAME") { rows } }')}`,
  `/graphql?query=${encodeURIComponent('{ report(name: "NAME") { rows } }')}`,
  `/graphql?query=${encodeURIComponent('{ node(id: "NAME") { id } }')}`,
];

// What objects have by themselves is no entry of a table.
test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  '%s is a name as any other',
  async (name) => {
    for (const pattern of ADDRESSES) {
      const address = pattern.replaceAll('NAME', name);
      for (const accept of ['text/html', 'application/json, */*;q=0.1']) {
        const response = await fetch(`${server.url}${address}`, { headers: { accept } });
        expect([address, accept, response.status < 500 || response.status === 501]).toContain(true);
        expect(await response.text()).not.toContain('INTERNAL_SERVER_ERROR');
      }
    }
  },
);
