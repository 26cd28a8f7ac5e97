import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { tableName } from '../../datasets/bi.ts';
import type { Language } from '../../datasets/labels.ts';
import { isKnown } from '../cache/etag.ts';
import { ReadyText } from '../cache/ready-text.ts';
import { sendDirectly, sendNotModified } from '../cache/send-cached.ts';
import { DATASETS_CONTRACT } from '../common-headers.ts';
import { sendProblem } from '../error-response.ts';
import { matchProblem } from '../odata-headers/precondition.ts';
import type { MomentOfAsked } from '../publication.ts';
import { onlyRead } from '../read-only.ts';
import { odataAddress } from './address.ts';
import { csdlJson, csdlXml } from './csdl.ts';
import { type AnswerForm, contentType, metadataType } from './form.ts';
import { ENTITY_SETS } from './model.ts';
import { momentOfRows, type OdataRequest, type RowsRequest, readOdataRequest } from './request.ts';
import { isKeptFor, rowsValidity, type SendPageParts, sendPage } from './send-page.ts';
import { control } from './write.ts';

export interface OdataParts extends SendPageParts {
  /** What an answer is of. */
  readonly momentOfAsked: MomentOfAsked;
  /** The present instant. */
  readonly clock: () => Date;
}

/** Documents in memory: each in its forms, and for each name that the server is called by. */
const MOST_DOCUMENTS = 50;

const NONE: ReadonlyMap<string, string> = new Map();

/** Serves the datasets as entity sets of OData, below `/odata`. */
export function registerOdata(app: FastifyInstance, parts: OdataParts): void {
  const documents = new LRUCache<string, ReadyText>({ max: MOST_DOCUMENTS });
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const asked = readOdataRequest(request, () => parts.clock().getTime());
    const { record } = request;
    record.format = 'odata';
    if (asked.kind === 'PROBLEM') {
      const set = asked.set === null ? undefined : ENTITY_SETS.get(asked.set);
      if (set) record.operation = set.dataset.name;
      sendProblem(reply, asked.problem);
      return;
    }
    if (asked.kind === 'DOCUMENT') {
      await documentOf(asked, languageOf(request), documents).send(reply);
      return;
    }
    record.operation = asked.request.address.set.dataset.name;
    if (!sendFromMemory(parts, asked.request, request, reply)) {
      await sendPage(parts, reply, asked.request);
    }
  };
  const readOnly = onlyRead({
    en: 'entity sets are read by GET',
    fr: 'les ensembles d’entités se lisent par GET',
  });
  const onRequest: typeof readOnly = (request, reply, done) => {
    const [path = ''] = request.url.split('?', 1);
    // What the standard has requests of other methods for: $batch, $query.
    const address = request.method === 'POST' ? odataAddress(path, NONE) : null;
    if (address && 'status' in address && address.code === 'NOT_IMPLEMENTED') {
      sendProblem(reply, address);
    } else readOnly(request, reply, done);
  };
  for (const path of ['/odata', '/odata/*']) {
    app.all(path, { onRequest }, async (request, reply) => {
      await answer(request, reply);
      return reply;
    });
  }
}

/** Answers from memory, or with 304; false when it cannot. */
function sendFromMemory(
  { momentOfAsked, cache }: OdataParts,
  rows: RowsRequest,
  { record, headers }: FastifyRequest,
  reply: FastifyReply,
): boolean {
  const of = momentOfAsked(rows.asked);
  const { position } = rows.query;
  if (!of || !isKeptFor(rows, record)) return false;
  if (position && position.publishedAt !== of.publication.publishedAt.getTime()) return false;
  const moment = momentOfRows(rows, of.publication, of.today, record.reader);
  const mismatch = matchProblem(headers, moment.etag);
  if (mismatch) {
    sendProblem(reply, mismatch);
    return true;
  }
  const cached = cache.get(moment.key);
  record.cache = cached ? 'hit' : 'miss';
  if (!cached) return false;
  const validity = rowsValidity(rows, moment, record);
  if (isKnown(headers, moment)) sendNotModified(reply, validity);
  else sendDirectly(reply, cached, validity);
  return true;
}

/** The language of texts without a qualifier. */
function languageOf({ url }: FastifyRequest): Language {
  return /[?&]lang=fr(?:&|$)/.test(url) ? 'fr' : 'en';
}

function documentOf(
  { address, form, root }: Extract<OdataRequest, { kind: 'DOCUMENT' }>,
  language: Language,
  documents: LRUCache<string, ReadyText>,
): ReadyText {
  const isJsonMetadata = address.kind === 'METADATA' && form.media === 'JSON';
  const type = isJsonMetadata ? metadataType(form) : contentType(form);
  const key = JSON.stringify([address.kind, form.version, root, type, language]);
  const known = documents.get(key);
  if (known) return known;
  const text =
    address.kind === 'SERVICE'
      ? serviceDocument(root, form)
      : form.media === 'XML'
        ? csdlXml(form.version, language)
        : `${JSON.stringify(csdlJson(language))}\n`;
  const headers = { ...DATASETS_CONTRACT, 'odata-version': form.version };
  const made = new ReadyText(text, { type, headers, varied: 'odata-maxversion' });
  documents.set(key, made);
  return made;
}

function serviceDocument(root: string, form: AnswerForm): string {
  const value = [...ENTITY_SETS.values()].map(({ name, dataset }) => ({
    ...{ name, title: dataset.title.fr, kind: 'EntitySet', url: tableName(dataset) },
  }));
  return `${JSON.stringify({
    ...(form.level !== 'none' && { [control('context', form)]: `${root}$metadata` }),
    value,
  })}\n`;
}
