import type { FastifyInstance } from 'fastify';
import { SuggestionsDocument } from '../../web/operations.ts';
import { clientSignal } from '../abort.ts';
import { revalidated } from '../cache/send-cached.ts';
import type { Execute } from '../graphql/execution.ts';
import { operationsOf, publicationOfPage } from './page-operations.ts';
import { pageRequestOf } from './page-request.ts';

/** As logs and metrics name it. */
export const SUGGESTIONS = { name: 'suggestions' };

/** Certifications that are suggested at most. */
const MOST = 8;

/** Serves what the field of a search suggests while somebody types: codes and titles, as JSON. */
export function registerSuggestions(app: FastifyInstance, execute: Execute): void {
  app.get('/recherche/suggestions', async (own, reply) => {
    own.record.operation = SUGGESTIONS.name;
    const request = pageRequestOf(own);
    const publication = publicationOfPage(request, own);
    const ask = operationsOf(execute, own, { publication, signal: clientSignal(reply.raw) });
    const search = (request.query.get('q') ?? '').trim();
    const { nodes } =
      search === ''
        ? { nodes: [] }
        : (await ask(SuggestionsDocument, { search, first: MOST })).data.certifications;
    return reply.header('cache-control', revalidated(own.record)).send(nodes);
  });
}
