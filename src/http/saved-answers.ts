import { createHash } from 'node:crypto';
import type { PlainDate } from '../domain/calendar.ts';
import { type Answer, type AnswerCache, answerKey, canonicalJson } from './answer-cache.ts';
import { editionOf, type Publication } from './edition.ts';
import { etagOf } from './etag.ts';
import type { Asked, Exchange, Route } from './exchange.ts';
import { type Encoding, encodingFor, mediaTypeFor } from './negotiation.ts';
import { pack } from './pack.ts';
import { leavingOf } from './patience.ts';
import { createRecall } from './recall.ts';
import { sendRefusal } from './refusal.ts';
import type { SavedDocument, SavedDocuments } from './saved-documents.ts';
import { sendWhole } from './send.ts';
import { sendAnswer, serverTiming } from './send-answer.ts';
import { createSingleFlight } from './single-flight.ts';
import { findDocument } from './use-saved-documents.ts';

const MEDIA_TYPES = ['application/json', 'application/graphql-response+json'] as const;
type MediaType = (typeof MEDIA_TYPES)[number];

/** A saved document, and what it is asked with. */
export interface SavedQuestion {
  readonly document: SavedDocument;
  /** JSON, in one spelling. */
  readonly variables: string;
  /** Absent when it is that of the document, or not given. */
  readonly operationName: string | undefined;
}

/** What GraphQL answered. */
export interface Execution {
  readonly status: number;
  /** JSON. */
  readonly body: Buffer;
}

export interface SavedAnswersParts {
  readonly documents: SavedDocuments;
  readonly cache: AnswerCache;
  /** Looks up the publication that is served now; nothing without one. */
  readonly currentPublication: () => Promise<Publication | null | undefined>;
  /** Today in Paris. */
  readonly today: () => PlainDate;
  /** Executes a question, and notes on the exchange what it saw. */
  readonly execute: (
    question: SavedQuestion,
    exchange: Exchange,
    signal: AbortSignal,
  ) => Promise<Execution>;
}

/** What one execution gave to all who asked for it together. */
type Outcome =
  | { readonly answer: Answer; readonly exchange: Exchange }
  | { readonly execution: Execution; readonly exchange: Exchange };

/**
 * Makes the route of saved documents that are asked for by GET (`/graphql?documentId=…`). What
 * cannot be asked is told by a status other than 200, whatever the client accepts. Complete answers
 * are kept, under the publication and the day that their execution really saw.
 */
export function createSavedAnswers(parts: SavedAnswersParts): Route {
  const { documents, cache, currentPublication, today, execute } = parts;
  const recall = createRecall<Reading>();
  const once = createSingleFlight();

  const ask = async (
    question: SavedQuestion,
    form: Form,
    asker: Exchange,
    signal: AbortSignal,
  ): Promise<Outcome> => {
    const exchange: Exchange = { ...asker };
    const execution = await execute(question, exchange, signal);
    const { seen, codes } = exchange;
    if (execution.status !== 200 || codes || !seen) return { execution, exchange };
    const { body, encoding } = await pack(execution.body, form.encoding);
    const etag = etagOf([
      ...[seen.edition, seen.day, question.document.documentId, question.variables],
      ...[form.type, encoding],
      // Another version of this program may answer otherwise.
      createHash('sha256').update(execution.body).digest('base64url'),
    ]);
    const headers = {
      'content-type': `${form.type}; charset=utf-8`,
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    };
    const answer = { body, headers, etag };
    cache.put({ ...seen, ...identityOf(question, form) }, answer);
    return { answer, exchange };
  };

  const reply = async (asked: Asked, exchange: Exchange, { question, form }: Wanted) => {
    const { response } = asked;
    exchange.operation = question.document.name;
    if (!form) {
      const message = `an answer in ${JSON.stringify(asked.request.headers.accept)} was asked for: ${MEDIA_TYPES.join(' and ')} are given`;
      sendRefusal(response, exchange, 406, 'BAD_REQUEST', message);
      return;
    }
    // A database that does not answer is told by the execution.
    const publication = await currentPublication().catch(() => null);
    const edition = publication ? editionOf(publication) : '';
    const wanted = { edition, day: today(), ...identityOf(question, form) };
    const known = cache.get(wanted);
    exchange.cache = known ? 'hit' : 'miss';
    if (known) {
      sendAnswer(asked, exchange, known);
      return;
    }
    using leaving = leavingOf(response);
    try {
      const outcome = await once(answerKey(wanted), leaving.signal, (signal) =>
        ask(question, form, exchange, signal),
      );
      if (outcome.exchange.codes) exchange.codes = outcome.exchange.codes;
      if ('answer' in outcome) sendAnswer(asked, exchange, outcome.answer);
      else sendExecution(asked, exchange, outcome.execution, form.type);
    } catch (error) {
      // Nobody reads an answer, and the log has the code.
      if (!leaving.signal.aborted) throw error;
    }
  };

  return (asked, exchange) => {
    const { request, response, path, search } = asked;
    if (path !== '/graphql' || !search.includes('documentId=')) return null;
    if (request.method !== 'GET' && request.method !== 'HEAD') return null;
    const reading = recall(asked, () => read(documents, asked));
    if (reading === 'OTHER') return null;
    if ('question' in reading) return reply(asked, exchange, reading);
    const { status, code, message } = reading;
    sendRefusal(response, exchange, status, code, message);
    return Promise.resolve();
  };
}

/** What is asked for; without a form when none that the client accepts is given. */
interface Wanted {
  readonly question: SavedQuestion;
  readonly form: Form | null;
}

interface Form {
  readonly type: MediaType;
  readonly encoding: Encoding;
}

/** What a request was read as; `OTHER` asks for no saved document. */
type Reading = Wanted | Refused | 'OTHER';

function read(documents: SavedDocuments, { request: { headers }, search }: Asked): Reading {
  const query = new URLSearchParams(search);
  if (!query.has('documentId')) return 'OTHER';
  const question = readQuestion(documents, query);
  if (!('document' in question)) return question;
  const type = mediaTypeFor(headers.accept, MEDIA_TYPES);
  return { question, form: type && { type, encoding: encodingFor(headers['accept-encoding']) } };
}

function identityOf(
  { document, variables, operationName = '' }: SavedQuestion,
  { type, encoding }: Form,
) {
  return { asked: [document.documentId, variables, operationName], form: [type, encoding] };
}

/** Errors of fields are told with 200, as they are for any question; nobody keeps such an answer. */
function sendExecution(
  { response }: Asked,
  exchange: Exchange,
  { status, body }: Execution,
  type: MediaType,
): void {
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'server-timing': serverTiming(exchange),
  };
  sendWhole(response, exchange, status, headers, body);
}

interface Refused {
  readonly status: number;
  readonly code: 'BAD_REQUEST' | 'DOCUMENT_NOT_FOUND';
  readonly message: string;
}

/** The question of a query string, or why there is none. Parameters of others are passed over. */
function readQuestion(documents: SavedDocuments, query: URLSearchParams): SavedQuestion | Refused {
  const refuse = (message: string): Refused => ({ status: 400, code: 'BAD_REQUEST', message });
  if (query.get('query')) {
    return refuse('both query and documentId were given: one of them is accepted');
  }
  const document = findDocument(documents, query.get('documentId'));
  if (document instanceof Error) {
    return document.code === 'DOCUMENT_NOT_FOUND'
      ? { status: 404, code: document.code, message: document.message }
      : refuse(document.message);
  }
  const variables = readVariables(query.get('variables'));
  if (variables === null) return refuse('variables is not an object in JSON, percent-encoded');
  const operationName = query.get('operationName') || undefined;
  return {
    document,
    variables,
    operationName: operationName === document.name ? undefined : operationName,
  };
}

/** Variables in one spelling; null when they are none. */
function readVariables(text: string | null): string | null {
  if (text === null || text === '') return '{}';
  try {
    const variables: unknown = JSON.parse(text);
    if (typeof variables !== 'object' || Array.isArray(variables)) return null;
    return canonicalJson(variables);
  } catch {
    return null;
  }
}
