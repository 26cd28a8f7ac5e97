import type { FastifyReply } from 'fastify';
import type { LRUCache } from 'lru-cache';
import type { Language } from '../../datasets/labels.ts';
import { everyPublication } from '../../snapshot/asked-publication.ts';
import { preferredMediaType } from '../cache/negotiation.ts';
import { ReadyText } from '../cache/ready-text.ts';
import { catalogue, PAGE_DATASETS, pageCount } from '../descriptors/catalogue.ts';
import type { CatalogueParts } from '../descriptors/catalogue-terms.ts';
import { jsonLd, turtle } from '../descriptors/linked-data.ts';
import { sendProblem } from '../error-response.ts';
import { originOf } from '../origin.ts';
import { notOffered, type Problem } from '../problem.ts';
import { CATALOGUE_TYPES, type CatalogueFormat } from './address.ts';
import type { KeptFilesParts } from './kept-files.ts';
import { asked } from './parameters.ts';
import type { KeptFiles } from './publication-files.ts';

export interface OpenDataParts extends KeptFilesParts {
  /** Who runs the site, as descriptors have it. */
  readonly publisher: string;
}

/** What is sent of the files of a publication, and how. */
export interface Sending {
  readonly parts: OpenDataParts;
  readonly texts: LRUCache<string, ReadyText>;
  readonly reply: FastifyReply;
  readonly kept: KeptFiles;
  /** Ends the answer. */
  readonly signal: AbortSignal;
  /** Whether the address is of the site, and not of a publication. */
  readonly isNewest: boolean;
}

/** Sends a description in JSON. */
export async function sendJson(
  sending: Sending,
  key: string,
  describe: () => object,
  type = 'application/json; charset=utf-8',
): Promise<void> {
  if (!asked(sending.reply, [])) return;
  await sendText(sending, key, type, () => `${JSON.stringify(describe(), null, 2)}\n`);
}

async function sendText(
  { texts, kept, reply }: Sending,
  key: string,
  type: string,
  write: () => string | Promise<string>,
): Promise<void> {
  const whole = `${kept.sha256} ${key}`;
  const text = texts.get(whole) ?? new ReadyText(await write(), { type });
  texts.set(whole, text);
  await text.send(reply);
}

/** Sends the catalogue, or the page of it that is asked for, in the form that is. */
export async function sendCatalogue(
  sending: Sending,
  format: CatalogueFormat | null,
): Promise<void> {
  const { reply, isNewest, kept } = sending;
  const values = asked(reply, isNewest ? ['page', 'lang'] : ['lang']);
  if (!values) return;
  const types = Object.values(CATALOGUE_TYPES);
  const preferred = format
    ? CATALOGUE_TYPES[format]
    : preferredMediaType(reply.request.headers, types);
  if (preferred === null)
    return sendProblem(reply, notOffered(reply.request.headers.accept, types));
  const ending: CatalogueFormat = preferred === CATALOGUE_TYPES.ttl ? 'ttl' : 'jsonld';
  const language = values['lang'] === 'fr' || values['lang'] === 'en' ? values['lang'] : null;
  const of = catalogueParts(sending, language);
  const page = Number(values['page'] ?? 1);
  const last = isNewest ? pageCount(of, PAGE_DATASETS) : 1;
  if (page > last) return sendProblem(reply, noSuchPage(page, last));
  const lang = language === null ? '' : `&lang=${language}`;
  const pages = {
    ...{ page, size: PAGE_DATASETS },
    addressOf: (number: number) => `${of.base}/catalog.${ending}?page=${number}${lang}`,
  };
  const key = [isNewest, of.base, ending, page, language, of.publications.join()].join(' ');
  await sendText({ ...sending, kept }, key, `${preferred}; charset=utf-8`, () => {
    const graph = catalogue(of, isNewest ? pages : null);
    return ending === 'ttl' ? turtle(graph) : jsonLd(graph);
  });
}

function catalogueParts(
  { parts, reply, kept, isNewest }: Sending,
  language: Language | null,
): CatalogueParts {
  const { current } = parts.store;
  if (!current) throw new Error('files are served of no publication');
  const all = everyPublication(current);
  const readable = all.filter(({ state }) => state === 'PUBLISHED');
  const oldest = all.reduce((a, b) => (a.publishedAt < b.publishedAt ? a : b));
  return {
    manifest: kept.manifest,
    base: originOf(reply.request),
    publisher: parts.publisher,
    of: isNewest ? 'NEWEST' : 'PUBLICATION',
    publications: readable.map(({ id }) => id).filter((id) => id <= kept.manifest.publication),
    firstPublishedAt: oldest.publishedAt.toISOString(),
    ...{ hasLatest: true, services: isNewest, language },
  };
}

function noSuchPage(page: number, last: number): Problem {
  return {
    ...{ status: 404, code: 'NOT_FOUND' },
    detail: {
      en: `page is ${page}: the catalogue has pages 1 to ${last}`,
      fr: `page vaut ${page} : le catalogue a les pages 1 à ${last}`,
    },
  };
}
