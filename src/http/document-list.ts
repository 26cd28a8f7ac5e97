import { etagOf } from './etag.ts';
import type { Route } from './exchange.ts';
import type { SavedDocuments } from './saved-documents.ts';
import { sendAnswer } from './send-answer.ts';

/** Makes the route of the list of saved documents: `/graphql/documents`. */
export function createDocumentList({ list }: SavedDocuments): Route {
  const documents = list.map(({ name, documentId, description }) => ({
    ...{ name, documentId, description },
  }));
  const body = Buffer.from(JSON.stringify(documents));
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  const answer = { body, headers, etag: etagOf([body.toString()]) };
  return (asked, exchange) => {
    const { request, path } = asked;
    if (path !== '/graphql/documents') return null;
    if (request.method !== 'GET' && request.method !== 'HEAD') return null;
    sendAnswer(asked, exchange, answer);
    return Promise.resolve();
  };
}
